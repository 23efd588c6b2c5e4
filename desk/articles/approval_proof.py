"""What the journal says of an article's stage and approval, against what the article's row says.

A row is only a row: whoever can write the file can write “approved by the chief” into it. The journal is a chain; an
approval counts where its entry stands there, names this revision and these words, was written by a hand that might,
and nothing that came later has ended it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, NamedTuple, TypeAlias

from desk.acts import journal
from desk.acts.article_details import Signed, Undone
from desk.acts.department_details import PersonAdded, PersonChanged
from desk.acts.journal import JournalEntry, Subject
from desk.acts.rules import PRINTABLE, Act, Role, Stage
from desk.acts.workflow_rules import RULES, roles_granted
from desk.database import engine
from desk.database.article_tables import Article, Authorship
from desk.database.connection import as_stored, column

_CHUNK = 500
_TEXTS = frozenset({Act.EDIT, Act.ACCEPT})  # they give an article another text, which ends its approval
_ALONG = {Act.RELEASE: Stage.RELEASED, Act.REOPEN_ISSUE: Stage.APPROVED}
_Roles: TypeAlias = list[tuple[int, frozenset[Role]]]
_NONE = (None, None, None, None)


class Unproven(Enum):
    """What of an article the journal does not bear out."""

    STAGE = auto()  # it stands elsewhere than its acts have led it
    APPROVAL = auto()  # nobody approved this revision with these words, or not whom the row names
    ENDED = auto()  # it was approved, and the row says no more of it
    AUTHOR = auto()  # who approved it had written it
    ROLE = auto()  # who approved it had not the role for it then
    ENTRY = auto()  # the entry of the approval is not as it was written


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt about an article, at the revision that it says was approved (0: none)."""

    article: int
    revision: int
    what: Unproven


class _Said(NamedTuple):
    """What an article's row says of it."""

    id: int
    stage: str
    approved_revision: int | None
    approved_sha256: str | None
    approved_by: int | None
    approved_for: int | None


@dataclass(slots=True)
class _Standing:
    """Where the acts read so far have led an article."""

    stages: frozenset[str] = frozenset({Stage.DRAFT.value})
    approval: tuple[Any, ...] = _NONE  # revision, SHA-256, who, for whom
    by: JournalEntry | None = None  # the approving entry
    befores: dict[int, tuple[frozenset[str], tuple[Any, ...], JournalEntry | None]] = field(
        default_factory=dict
    )


def doubts(article_ids: Iterable[int], *, entries: bool = True) -> Iterator[Doubt]:
    """Yield what the journal does not bear out of these articles.

    `entries` asks of each approving entry whether it stands in its chain; who has walked the whole chain need not.
    """
    wanted = sorted(set(article_ids))
    for start in range(0, len(wanted), _CHUNK):
        yield from _of(wanted[start : start + _CHUNK], entries=entries)


def every_doubt() -> Iterator[Doubt]:
    """Yield what the journal does not bear out of any article; its chain is checked elsewhere."""
    yield from doubts(column(Article.select(Article.id)), entries=False)


def _of(article_ids: list[int], *, entries: bool) -> Iterator[Doubt]:
    approval = (Article.approved_revision, Article.approved_sha256, Article.approved_by, Article.approved_for)
    said = Article.select(Article.id, Article.stage, *approval).where(engine.among(Article.id, article_ids))
    written = Authorship.select(Authorship.article, Authorship.person)
    authors = set(as_stored(written.where(engine.among(Authorship.article, article_ids))))
    standings = {number: _Standing() for number in article_ids}
    for entry in journal.of_subjects(Subject.ARTICLE, article_ids):
        _follow(standings[entry.subject_id], entry)
    approving = [one.by for one in standings.values() if one.by is not None]
    standing = journal.standing({one.id for one in approving}) if entries else None
    roles = _roles({one.person_id for one in approving})
    for row in map(_Said._make, as_stored(said)):
        told = standings[row.id]
        yield from _judged(row, told, authors)
        if told.by is not None and standing is not None and told.by.id not in standing:
            yield Doubt(row.id, row.approved_revision or 0, Unproven.ENTRY)
        if told.by is not None and not _might(told.by, roles):
            yield Doubt(row.id, row.approved_revision or 0, Unproven.ROLE)


def _follow(now: _Standing, entry: JournalEntry) -> None:
    """Let one act do to the standing what it did to the article."""
    now.befores[entry.id] = (now.stages, now.approval, now.by)
    act = entry.act
    if act is Act.UNDO:
        _take_back(now, entry)
    elif act is Act.APPROVE:
        signed = entry.read(Signed)
        revision = entry.detail.get("revision")
        now.approval = (revision, entry.sha256, entry.person_id, signed.chief_id if signed else None)
        now.stages, now.by = frozenset({Stage.APPROVED.value}), entry
    elif act in _ALONG:
        now.stages = frozenset({_ALONG[act].value})
    elif act in _TEXTS:
        if Stage.APPROVED.value in now.stages:
            now.stages = frozenset({Stage.DRAFT.value})
        now.approval, now.by = _NONE, None
    elif act is Act.REOPEN:
        now.stages, now.approval, now.by = frozenset({Stage.FOR_APPROVAL.value}), _NONE, None
    elif act is Act.SUBMIT:  # in an office of one level it goes straight to the chief
        now.stages = frozenset({Stage.SUBMITTED.value, Stage.FOR_APPROVAL.value})
    elif act in RULES and (to := RULES[act].to) is not None:
        now.stages = frozenset({to.value})


def _take_back(now: _Standing, entry: JournalEntry) -> None:
    undone = entry.read(Undone)
    known = now.befores.get(undone.entry) if undone else None
    if undone is not None and undone.act == Act.TAKE_IN.value:
        now.stages = frozenset({Stage.BINNED.value})
    elif known is not None:
        now.stages, now.approval, now.by = known


def _judged(row: _Said, told: _Standing, authors: set[tuple[int, int]]) -> Iterator[Doubt]:
    said = (row.approved_revision, row.approved_sha256, row.approved_by, row.approved_for)
    revision = row.approved_revision or 0
    if row.stage not in told.stages:
        yield Doubt(row.id, revision, Unproven.STAGE)
    if said != told.approval:
        yield Doubt(row.id, revision, Unproven.ENDED if said == _NONE else Unproven.APPROVAL)
        return
    entry = told.by
    if entry is None:
        if row.stage in {stage.value for stage in PRINTABLE}:
            yield Doubt(row.id, revision, Unproven.APPROVAL)
        return
    if (row.id, entry.person_id) in authors:
        yield Doubt(row.id, revision, Unproven.AUTHOR)


def _might(approving: JournalEntry, roles: Mapping[int, _Roles]) -> bool:
    """Say whether who approved had a role for it then, by the entries that gave them their roles."""
    given = [held for entry, held in roles.get(approving.person_id, []) if entry < approving.id]
    return not given or approving.read(Signed) is not None or bool(given[-1] & roles_granted(Act.APPROVE))


def _roles(people: Iterable[int]) -> dict[int, _Roles]:
    """Return by person the entries that gave them roles, and which."""
    found: dict[int, _Roles] = {}
    for entry in journal.of_subjects(Subject.PERSON, sorted(people)):
        told = entry.read(PersonChanged) or entry.read(PersonAdded)
        if told is not None:
            found.setdefault(entry.subject_id, []).append((entry.id, frozenset(map(Role, told.roles))))
    return found
