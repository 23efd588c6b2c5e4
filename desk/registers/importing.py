"""Many entries taken in at once, of a workbook or of articles: first what is new or contradictory, then one act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from desk.acts.gate import Changes, deciding
from desk.acts.journal import Subject
from desk.acts.register_details import RegisterBefore, RegisterImported
from desk.acts.rules import Act
from desk.registers import storage
from desk.registers.contradictions import Contradiction, contradictions
from desk.registers.entries import (
    BodyEntry,
    DocumentEntry,
    Entry,
    Kind,
    PersonEntry,
    Title,
    WordEntry,
    cleaned,
    key,
    kind_of,
)
from desk.registers.storage import Changing


class Novelty(Enum):
    """What an entry brings to its register."""

    NEW = auto()
    CHANGED = auto()
    SAME = auto()


@dataclass(frozen=True, slots=True)
class Proposed:
    """An entry as its register would have it, what stands there now, and what would contradict it."""

    entry: Entry
    before: Entry | None
    contradictions: tuple[Contradiction, ...] = ()

    @property
    def novelty(self) -> Novelty:
        """Return what it brings."""
        if self.before is None:
            return Novelty.NEW
        return Novelty.SAME if self.entry == self.before else Novelty.CHANGED


def preview(found: Iterable[Entry]) -> tuple[Proposed, ...]:
    """Say what each entry would bring, those of one thing put together; in the order of the registers."""
    merged = _merged(found)
    told: list[Proposed] = []
    for kind in Kind:
        mine = [one for one in merged if kind_of(one.entry) is kind]
        changed = {one.before.id for one in mine if one.before is not None}
        standing = [one for one in storage.entries(kind) if one.id not in changed] if mine else []
        against = contradictions([*(one.entry for one in mine), *standing])
        told += [replace(one, contradictions=it) for one, it in zip(mine, against[: len(mine)], strict=True)]
    return tuple(told)


def take(who: int, wanted: Sequence[Entry], file: str = "") -> Changes:
    """Take entries in, in one act that can be taken back; what the registers have already stays as it is."""
    with deciding(who, Act.IMPORT_REGISTER, Subject.REGISTER) as doing:
        changing = Changing()
        added = changed = 0
        for one in _merged(cleaned(entry) for entry in wanted):
            if one.novelty is Novelty.NEW:
                changing.add(one.entry)
                added += 1
            elif one.novelty is Novelty.CHANGED:
                changing.change(one.entry.id, one.entry)
                changed += 1
        doing.nothing = not added + changed
        doing.title = file
        doing.more.append(RegisterBefore(changing.before))
        doing.detail = RegisterImported(added, changed, file)
    return Changes(
        registers=True, act=Act.IMPORT_REGISTER, undo=not doing.nothing, entry=doing.entry, title=file
    )


class _Register:
    """The entries of one register by what tells them apart."""

    def __init__(self, kind: Kind) -> None:
        entries = storage.entries(kind)
        self.by_key = {key(one): one for one in entries}
        self.by_name: dict[str, list[BodyEntry]] = {}
        for one in entries:
            if isinstance(one, BodyEntry):
                self.by_name.setdefault(one.name.casefold(), []).append(one)

    def find(self, entry: Entry) -> Entry | None:
        """Return the entry that speaks of the same thing; of a body of one name, one without a day is the same."""
        found = self.by_key.get(key(entry))
        if found is None and isinstance(entry, BodyEntry):
            named = self.by_name.get(entry.name.casefold(), [])
            if len(named) == 1 and (named[0].since is None or entry.since is None):
                return named[0]
        return found


def _merged(found: Iterable[Entry]) -> list[Proposed]:
    """Put together what speaks of one thing, with what its register has of it."""
    registers: dict[Kind, _Register] = {}
    told: dict[tuple[Kind, object], Proposed] = {}
    for entry in found:
        kind = kind_of(entry)
        register = registers.get(kind) or registers.setdefault(kind, _Register(kind))
        before = register.find(entry)
        which = (kind, before.id if before is not None else key(entry))
        standing = told[which].entry if which in told else before
        both = _joined(standing, entry) if standing is not None else replace(entry, id=0)
        told[which] = Proposed(both, before)
    return list(told.values())


def _joined(standing: Entry, entry: Entry) -> Entry:
    """Return an entry with what another says of the same thing; what that leaves blank stays."""
    if isinstance(standing, PersonEntry) and isinstance(entry, PersonEntry):
        return replace(standing, titles=_titles(standing.titles, entry.titles))
    if isinstance(standing, BodyEntry) and isinstance(entry, BodyEntry):
        return replace(
            standing,
            short=entry.short or standing.short,
            since=entry.since or standing.since,
            until=entry.until or standing.until,
            predecessor=entry.predecessor or standing.predecessor,
        )
    if isinstance(standing, DocumentEntry) and isinstance(entry, DocumentEntry):
        return replace(standing, body=entry.body or standing.body, subject=entry.subject or standing.subject)
    if isinstance(standing, WordEntry) and isinstance(entry, WordEntry):
        return replace(standing, meaning=entry.meaning or standing.meaning)
    return standing


def _titles(standing: Sequence[Title], came: Sequence[Title]) -> tuple[Title, ...]:
    """Return titles with those that came: the same one of the same days, or of unknown ones, is one."""
    found = list(standing)
    for title in came:
        for at, one in enumerate(found):
            same = one.title.casefold() == title.title.casefold()
            same = same and one.body.casefold() == title.body.casefold()
            if same and (one.since == title.since or None in (one.since, title.since)):
                found[at] = Title(
                    one.title,
                    one.body,
                    title.since or one.since,
                    title.until or one.until,
                    title.rank or one.rank,
                )
                break
        else:
            found.append(title)
    return tuple(found)
