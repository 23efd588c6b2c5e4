"""The one gate: is it there, is it the version you saw, may you? Then do it and journal it, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from desk import clock
from desk.acts import journal, notifications, requirements, rules, signing_for
from desk.acts.journal import Subject
from desk.acts.notifications import Notification
from desk.acts.requirements import Before
from desk.acts.review_settings import practice
from desk.acts.rules import DELEGATED, Act, IssueState, Role, Stage, law
from desk.acts.signing_for import SigningAuthority
from desk.database import connection
from desk.database.article_tables import Article, Authorship
from desk.database.calendar_tables import Meeting
from desk.database.connection import first, rows
from desk.database.department_tables import Person
from desk.database.issue_tables import Issue, Placement
from desk.errors import Denied, DeskError, Missing, NotNow, Stale, Unmet, Why

UNDO_WITHIN = timedelta(minutes=10)
# Which checklist an act must pass; it is asked here, so that no path goes round it.
_CHECKED = {Act.SUBMIT: Before.SUBMIT, Act.APPROVE: Before.APPROVE}


@dataclass(frozen=True, slots=True)
class Changes:
    """What an act changed; every page that shows one of them refreshes."""

    articles: frozenset[int] = frozenset()
    issues: frozenset[int] = frozenset()
    meetings: frozenset[int] = frozenset()
    people: bool = False
    settings: bool = False
    act: Act | None = None
    version: int = 0  # the version the act made: what an undo must still find
    undo: bool = False  # it can be taken back for a while (road.undo, meetings.undo)
    entry: int = 0  # the journal entry of an act on the calendar, for its undo


@dataclass(slots=True)
class Actor:
    """The person at the gate, roles as they are inside this transaction."""

    id: int
    name: str
    roles: frozenset[Role]


@dataclass(slots=True)
class ActInProgress:
    """An act under way: what it is done to and what the journal will say of it."""

    act: Act
    actor: Actor
    subject: Subject
    subject_id: int = 0
    title: str = ""
    version: int = 0
    sha256: str = ""
    note: str = ""
    detail: dict[str, Any] = field(default_factory=dict)
    entry: int = 0
    telling: list[Notification] = field(default_factory=list)
    nothing: bool = False  # it turned out that there was nothing to change: no journal entry


@dataclass(slots=True)
class ArticleActInProgress(ActInProgress):
    """An act on an article; the verb may change `article`, the gate stores it."""

    article: Article = field(default_factory=lambda: Article())
    signed_for: SigningAuthority | None = None  # the chief for whom it is signed (ký thay)


def actor(who: int) -> Actor:
    """Read a person and their roles now; Denied when unknown or deactivated."""
    row = first(_person(who))
    if row is None or not row[2]:
        raise Denied(Why.INACTIVE)
    return Actor(who, row[0], roles_of(row[1]))


def roles_of(stored: str) -> frozenset[Role]:
    """Read the stored form of a person's roles."""
    return frozenset(Role(name) for name in stored.split())


def _person(who: int) -> Any:
    return Person.select(Person.name, Person.roles, Person.active).where(Person.id == who)


def _authors(article_id: int) -> Any:
    return Authorship.select(Authorship.person).where(Authorship.article == article_id)


@contextmanager
def acting(who: int, act: Act, article_id: int, seen: int, note: str = "") -> Iterator[ArticleActInProgress]:
    """Pass the gate for an act on an article that was seen at version `seen`."""
    with connection.writing():
        doing = _begin(who, act, article_id, note)
        article = doing.article
        if article.version != seen:
            raise _overtaken(article)
        levels = practice().levels
        _must_be_allowed(doing, levels)
        _must_be_checked(doing)
        came_from = {"from": article.stage, "since": article.stage_since, "was_note": article.note}
        article.version += 1
        yield doing
        if doing.nothing:
            return
        rule = law(levels)[act]
        if rule.undoable:
            doing.detail = {**came_from, **doing.detail}
        if rule.to is not None:
            notifications.settle(article_id)
        _lead_on(doing, rule.to)
        doing.telling += notifications.of_act(
            act, Stage(article.stage), article_id, article.author_id, doing.note
        )
        _finish(doing)


@contextmanager
def attending(
    who: int, act: Act, article_id: int, *, mine: bool = False, note: str = ""
) -> Iterator[ArticleActInProgress]:
    """Pass the gate for something beside an article's text: a comment, a tick. Its version stays as it is.

    `mine` says that the person owns what they act on, which counts as one's own work.
    """
    with connection.writing():
        doing = _begin(who, act, article_id, note)
        _must_be_allowed(doing, practice().levels, mine=mine)
        yield doing
        if not doing.nothing:
            _journal(doing, told_of=article_id)


@contextmanager
def undoing(
    who: int, article_id: int, seen: int
) -> Iterator[tuple[ArticleActInProgress, journal.JournalEntry]]:
    """Pass the gate for taking back one's own last act on an article, while nobody has acted since.

    NotNow says why not: it was no act that can be taken back, another's, or too long ago (TOO_LATE); an
    approved article that was placed meanwhile is taken out of its issue first (PLACED).
    """
    with connection.writing():
        doing = _begin(who, Act.UNDO, article_id, "")
        article = doing.article
        last = journal.making(article_id, article.version)
        if article.version != seen:
            raise _overtaken(article)
        refused = rules.refusal(Act.UNDO, doing.actor.roles) or _not_undoable(doing, last)
        if refused is not None or last is None:
            raise refused or NotNow(Why.NOT_UNDOABLE)
        article.version += 1
        yield doing, last
        notifications.take_back(last.id)
        doing.detail = {**doing.detail, "undid": last.act.value, "entry": last.id}
        article.changed_at = clock.stamp(clock.now())
        _finish(doing)


@contextmanager
def on_issue(
    who: int, act: Act, issue_id: int, seen: int, note: str = ""
) -> Iterator[tuple[ActInProgress, Issue]]:
    """Pass the gate for an act on an issue that was seen at version `seen`."""
    with deciding(who, act, Subject.ISSUE, issue_id, note) as doing:
        issue = Issue.get_or_none(Issue.id == issue_id)
        if issue is None:
            raise Missing("issue")
        if issue.version != seen:
            raise _stale(Subject.ISSUE, issue_id)
        refused = rules.issue_refusal(act, doing.actor.roles, IssueState(issue.state), note)
        if refused:
            raise refused
        issue.version += 1
        doing.title = f"{issue.number}/{issue.year}"
        doing.version = issue.version
        yield doing, issue
        issue.save(only=issue.dirty_fields)


@contextmanager
def on_meeting(
    who: int, act: Act, meeting_id: int, seen: int | None, note: str = ""
) -> Iterator[tuple[ActInProgress, Meeting]]:
    """Pass the gate for an act on a meeting that was seen at version `seen`; None for something beside its text."""
    with connection.writing():
        person = actor(who)
        meeting = Meeting.get_or_none((Meeting.id == meeting_id) & (Meeting.binned == 0))
        if meeting is None:
            raise Missing("meeting")
        if seen is not None and meeting.version != seen:
            raise _stale(Subject.MEETING, meeting_id)
        refused = rules.refusal(act, person.roles, own=meeting.made_by_id == who, note=note)
        if refused:
            raise refused
        if seen is not None:
            meeting.version += 1
        doing = ActInProgress(act, person, Subject.MEETING, meeting_id, note=note.strip())
        yield doing, meeting
        if doing.nothing:
            return
        doing.title, doing.version = doing.title or meeting.title, meeting.version
        _journal(doing)
        meeting.changed_at = clock.stamp(clock.now())
        meeting.save(only=meeting.dirty_fields)


@contextmanager
def deciding(
    who: int, act: Act, subject: Subject = Subject.DESK, subject_id: int = 0, note: str = ""
) -> Iterator[ActInProgress]:
    """Pass the gate for an act on anything that has no stages."""
    with connection.writing():
        person = actor(who)
        refused = rules.refusal(act, person.roles, note=note)
        if refused:
            raise refused
        doing = ActInProgress(act, person, subject, subject_id, note=note.strip())
        yield doing
        if not doing.nothing:
            _journal(doing)


def _begin(who: int, act: Act, article_id: int, note: str) -> ArticleActInProgress:
    person = actor(who)
    article = Article.get_or_none(Article.id == article_id)
    if article is None:
        raise Missing("article")
    return ArticleActInProgress(
        act, person, Subject.ARTICLE, article_id, title=article.title, note=note.strip(), article=article,
        version=article.version,
    )  # fmt: skip


def lead_along(doing: ActInProgress, article: Article, to: Stage) -> None:
    """Take an article of an issue to a stage inside an act on the issue, with an entry of its own."""
    article.version += 1
    along = ArticleActInProgress(
        doing.act, doing.actor, Subject.ARTICLE, article.id, note=doing.note, article=article,
        sha256=article.approved_sha256 or "", detail={"issue": doing.title},
    )  # fmt: skip
    _lead_on(along, to)
    _finish(along)


def authors(article_id: int) -> frozenset[int]:
    """Return everybody who ever was an article's author: none of them may judge it."""
    return frozenset(v[0] for v in rows(_authors(article_id)))


def _must_be_allowed(doing: ArticleActInProgress, levels: int, *, mine: bool = False) -> None:
    """Refuse what neither one's own roles nor a chief's mandate allow; note for whom it is signed."""
    article, who, stage = doing.article, doing.actor.id, Stage(doing.article.stage)
    wrote = authors(article.id) | {article.author_id}

    def refused(roles: frozenset[Role], *, own: bool, hand: frozenset[int]) -> DeskError | None:
        return rules.refusal(
            doing.act, roles, stage, own=own, wrote=bool(wrote & hand), note=doing.note, levels=levels
        )

    own = mine or article.author_id == who
    barred = refused(doing.actor.roles, own=own, hand=frozenset({who}))
    if barred is None:
        return
    if doing.act in DELEGATED:
        for mandate in signing_for.held(who):
            # Neither what the delegate wrote nor what the chief wrote: a signature is both their hands.
            hand = frozenset({who, mandate.chief_id})
            if refused(frozenset({Role.CHIEF}), own=own, hand=hand) is None:
                doing.signed_for = mandate
                doing.detail = {"for": mandate.chief, "for_id": mandate.chief_id}
                return
    raise barred


def _must_be_checked(doing: ArticleActInProgress) -> None:
    """Refuse what a checklist's required items, or an open suggestion, stand against."""
    before = _CHECKED.get(doing.act)
    if before is None:
        return
    if before is Before.APPROVE:
        waiting = requirements.open_suggestions(doing.article.id)
        if waiting:
            raise NotNow(Why.SUGGESTIONS, str(waiting))
    must_meet(doing.article, before)


def must_meet(article: Article, before: Before, subject: str = "") -> None:
    """Refuse (Unmet) what a checklist's required items stand against."""
    missing = requirements.missing(article, before)
    if missing:
        raise unmet(missing, subject)


def unmet(missing: list[requirements.Item], subject: str = "") -> Unmet:
    """Return the refusal that names these items of a checklist."""
    return Unmet(tuple((item.auto.value if item.auto else "", item.text) for item in missing), subject)


def _not_undoable(doing: ArticleActInProgress, last: journal.JournalEntry | None) -> DeskError | None:
    if last is None or not law(2)[last.act].undoable or last.person_id != doing.actor.id:
        return NotNow(Why.NOT_UNDOABLE)
    if clock.now() - last.at > UNDO_WITHIN:
        return NotNow(Why.TOO_LATE)
    placed = doing.article.stage == Stage.APPROVED.value and _is_placed(doing.article.id)
    return NotNow(Why.PLACED, doing.article.title) if placed else None


def _is_placed(article_id: int) -> bool:
    return bool(Placement.select().where(Placement.article == article_id).exists())


def _lead_on(doing: ArticleActInProgress, to: Stage | None) -> None:
    article, now = doing.article, clock.stamp(clock.now())
    article.changed_at = now
    if to is not None and article.stage != to.value:
        article.stage = to.value
        article.stage_since = now
    article.note = doing.note


def _finish(doing: ArticleActInProgress) -> None:
    doing.title = doing.article.title
    doing.version = doing.article.version
    _journal(doing, told_of=doing.article.id)
    doing.article.touched = doing.entry
    doing.article.save(only=doing.article.dirty_fields)


def _journal(doing: ActInProgress, told_of: int | None = None) -> None:
    doing.entry = journal.write(
        doing.actor.id,
        doing.actor.name,
        doing.act,
        doing.subject,
        doing.subject_id,
        title=doing.title,
        version=doing.version,
        sha256=doing.sha256,
        note=doing.note,
        detail=doing.detail,
    )
    notifications.write(doing.telling, doing.actor.id, doing.actor.name, told_of, doing.title, doing.entry)


def _overtaken(article: Article) -> Stale:
    """Say who made the version that stands now: a word in the discussion takes nobody's save away."""
    last = journal.making(article.id, article.version)
    if last is None:
        return _stale(Subject.ARTICLE, article.id)
    return Stale(last.person, last.act.value, last.at)


def _stale(subject: Subject, subject_id: int) -> Stale:
    last = journal.last_of(subject, subject_id)
    if last is None:
        raise Missing(subject.value)
    return Stale(last.person, last.act.value, last.at)
