"""The registers changed by hand: an entry added, changed, removed; a rule set; the last act taken back."""

from __future__ import annotations

from dataclasses import replace

from desk.acts import journal
from desk.acts.article_details import Undone
from desk.acts.checks import too_late_to_undo
from desk.acts.gate import Changes, deciding
from desk.acts.in_progress import ActInProgress
from desk.acts.journal import JournalEntry, JournalQuery, Subject
from desk.acts.register_details import ProofRuleSet, RegisterBefore, RegisterEntry
from desk.acts.rules import Act
from desk.errors import Missing, NotNow, Stale, Why
from desk.registers import storage
from desk.registers.entries import Entry, PersonEntry, cleaned, key, kind_of, lines, name
from desk.registers.reading import STATES
from desk.registers.storage import Changing


def add(who: int, entry: Entry) -> Changes:
    """Add an entry; NotNow(NAME_TAKEN) where the register has it already."""
    with deciding(who, Act.ADD_TO_REGISTER, Subject.REGISTER) as doing:
        entry = cleaned(entry)
        _must_be_new(entry, 0)
        changing = Changing()
        doing.subject_id = changing.add(entry)
        _told(doing, changing, None, entry)
    return _changed(doing)


def change(who: int, seen: Entry, entry: Entry) -> Changes:
    """Give an entry that was seen so other words; Stale where somebody has changed it meanwhile."""
    with deciding(who, Act.CHANGE_REGISTER, Subject.REGISTER, seen.id) as doing:
        _must_stand(seen)
        entry = replace(cleaned(entry), id=seen.id)
        doing.nothing = entry == seen
        _must_be_new(entry, seen.id)
        changing = Changing()
        if not doing.nothing:
            changing.change(seen.id, entry)
        _told(doing, changing, seen, entry)
    return _changed(doing)


def remove(who: int, seen: Entry) -> Changes:
    """Take an entry that was seen so out of its register."""
    with deciding(who, Act.REMOVE_FROM_REGISTER, Subject.REGISTER, seen.id) as doing:
        _must_stand(seen)
        changing = Changing()
        changing.remove(kind_of(seen), seen.id)
        _told(doing, changing, seen, None)
    return _changed(doing)


def set_rule(who: int, rule: str, state: str) -> Changes:
    """Set how grave a rule is, or turn it off; "" as the program has it."""
    with deciding(who, Act.SET_PROOF_RULE, Subject.REGISTER) as doing:
        if not rule or (state and state not in STATES):
            raise NotNow(Why.NAME_EMPTY)
        before = storage.rule_states().get(rule, "")
        doing.nothing = before == state
        changing = Changing()
        if not doing.nothing:
            changing.set_rule(rule, state)
        doing.more.append(RegisterBefore(changing.before))
        doing.detail = ProofRuleSet(rule, before, state)
    return _changed(doing)


def undo(who: int, entry_id: int) -> Changes:
    """Take back one's own last act on the registers; that can be taken back too.

    NotNow(UNDONE) when somebody has acted on them since, NotNow(TOO_LATE) after ten minutes.
    """
    with deciding(who, Act.UNDO_REGISTER, Subject.REGISTER) as doing:
        entry, kept = _undoable(who, entry_id)
        doing.subject_id, doing.title = entry.subject_id, entry.title
        changing = Changing()
        changing.put_back(kept.was)
        doing.more.append(RegisterBefore(changing.before))
        doing.detail = Undone(entry.act.value, entry_id)
    return _changed(doing)


def _undoable(who: int, entry_id: int) -> tuple[JournalEntry, RegisterBefore]:
    for entry in journal.entries(JournalQuery(subject=Subject.REGISTER), limit=50):
        kept = entry.read(RegisterBefore)
        if kept is None:
            continue  # a finding passed over, a lesson: no row of a register
        if entry.id != entry_id or entry.person_id != who:
            break
        if too_late_to_undo(entry):
            raise NotNow(Why.TOO_LATE)
        return entry, kept
    raise NotNow(Why.UNDONE)


def _must_stand(seen: Entry) -> None:
    stands = next((one for one in storage.entries(kind_of(seen)) if one.id == seen.id), None)
    if stands is None:
        raise Missing("register")
    if stands != seen:
        last = _last(seen)
        raise Stale(last.person, last.act.value, last.at)


def _last(entry: Entry) -> JournalEntry:
    """Return the newest act on an entry, or else on the registers at all: an import tells of many."""
    found = journal.entries(JournalQuery(subject=Subject.REGISTER), limit=50)
    of = kind_of(entry).value
    mine = (one for one in found if one.subject_id == entry.id and one.detail.get("register") == of)
    last = next(mine, found[0] if found else None)
    if last is None:
        raise Missing("register")
    return last


def _must_be_new(entry: Entry, number: int) -> None:
    mine = key(entry)
    for one in storage.entries(kind_of(entry)):
        if one.id == number or key(one) != mine:
            continue
        if isinstance(one, PersonEntry) and isinstance(entry, PersonEntry) and _are_two(one, entry):
            continue
        raise NotNow(Why.NAME_TAKEN, name(entry))


def _are_two(one: PersonEntry, other: PersonEntry) -> bool:
    """Say whether people of one name are told apart by what they are."""
    return bool(one.titles and other.titles) and one.titles != other.titles


def _told(doing: ActInProgress, changing: Changing, before: Entry | None, now: Entry | None) -> None:
    entry = now or before
    assert entry is not None
    doing.title = name(entry)
    doing.more.append(RegisterBefore(changing.before))
    doing.detail = RegisterEntry(
        kind_of(entry).value, lines(before) if before else (), lines(now) if now else ()
    )


def _changed(doing: ActInProgress) -> Changes:
    return Changes(
        registers=True, act=doing.act, undo=not doing.nothing, entry=doing.entry, title=doing.title
    )
