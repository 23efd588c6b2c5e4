"""The one gate: is it there, is it the version you saw, may you? Then do it and journal it, in one transaction.

A verb opens a way through the gate with `with`, changes things inside, and what it raises undoes everything:
`acting` for an act on an article's text or stage, `attending` for something beside its text, `undoing`,
`on_issue`, `on_meeting`, `deciding` for whatever has no stages, and `of_the_program`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from desk import clock
from desk.acts import checks, journal, notifications, permission
from desk.acts.actor import Actor, actor
from desk.acts.article_details import Before, Undone, WithIssue
from desk.acts.changes import Changes as Changes  # what every verb returns
from desk.acts.in_progress import ActInProgress, ArticleActInProgress
from desk.acts.journal import JournalEntry, NewEntry, Subject
from desk.acts.notifications import ToldAct
from desk.acts.review_settings import practice
from desk.acts.rules import Act, IssueState, Stage
from desk.acts.workflow_rules import rules_of
from desk.acts.workflow_state import WorkflowState
from desk.database import connection, engine
from desk.database.article_tables import Article, Authorship, Revision
from desk.database.calendar_tables import Meeting
from desk.database.issue_tables import Issue
from desk.database.prepared_query import Prepared, record, save_changes
from desk.errors import Missing, NotNow, Stale, Why
from desk.text.signs import shown

PROGRAM = "Chương trình"  # the name under which the journal keeps what nobody of the desk did

# -- the ways through --------------------------------------------------------------------------------------


@contextmanager
def acting(who: int, act: Act, article_id: int, seen: int, note: str = "") -> Iterator[ArticleActInProgress]:
    """Pass the gate for an act on an article that was seen at version `seen`; it makes a new version."""
    with connection.writing():
        doing = _begin(who, act, article_id, note)
        doing.settings = practice()
        article, levels = doing.article, doing.settings.levels
        if article.version != seen:
            raise _overtaken(article)
        checks.must_be_allowed(doing, levels)
        checks.must_be_ready(article, act)
        before = WorkflowState.of(article)
        article.version += 1
        yield doing
        if doing.nothing:
            return
        rule = rules_of(levels)[act]
        if rule.undoable:
            doing.more.append(Before(before))
        if rule.to is not None:
            notifications.settle(article_id)
        _lead_on(doing, rule.to)
        doing.to_notify += notifications.of_act(
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
        checks.must_be_allowed(doing, practice().levels, mine=mine)
        yield doing
        if not doing.nothing:
            _write(doing, about=article_id)


@contextmanager
def undoing(who: int, article_id: int, seen: int) -> Iterator[tuple[ArticleActInProgress, JournalEntry]]:
    """Pass the gate for taking back one's own last act on an article, while nobody has acted since.

    NotNow says why not: it was no act that can be taken back, another's, or too long ago (TOO_LATE); an
    approved article that was placed meanwhile is taken out of its issue first (PLACED). What is put back as
    approved must be as ready for it as what is approved: no suggestion open, no required item missing.
    """
    with connection.writing():
        doing = _begin(who, Act.UNDO, article_id, "")
        doing.settings = practice()
        article = doing.article
        if article.version != seen:
            raise _overtaken(article)
        last = journal.making(article_id, article.version)
        if last is None:
            raise NotNow(Why.NOT_UNDOABLE)
        refused = permission.refusal(Act.UNDO, doing.actor.roles) or checks.not_undoable(doing, last)
        if refused is not None:
            raise refused
        article.version += 1
        yield doing, last
        if article.stage == Stage.APPROVED.value:
            checks.must_be_ready(article, Act.APPROVE)
        notifications.take_back(last.id)
        doing.more.append(Undone(last.act.value, last.id))
        article.changed_at = clock.stamp(clock.now())
        _finish(doing)


@contextmanager
def on_issue(
    who: int, act: Act, issue_id: int, seen: int, note: str = ""
) -> Iterator[tuple[ActInProgress, Issue]]:
    """Pass the gate for an act on an issue that was seen at version `seen`; it makes a new version."""
    with deciding(who, act, Subject.ISSUE, issue_id, note) as doing:
        issue = Issue.get_or_none(Issue.id == issue_id)
        if issue is None:
            raise Missing("issue")
        if issue.version != seen:
            raise _stale(Subject.ISSUE, issue_id)
        refused = permission.issue_refusal(act, doing.actor.roles, IssueState(issue.state), note)
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
        refused = permission.refusal(act, person.roles, own=meeting.made_by_id == who, note=note)
        if refused:
            raise refused
        if seen is not None:
            meeting.version += 1
        doing = ActInProgress(act, person, Subject.MEETING, meeting_id, note=shown(note).strip())
        yield doing, meeting
        if doing.nothing:
            return
        doing.title, doing.version = doing.title or meeting.title, meeting.version
        _write(doing)
        meeting.changed_at = clock.stamp(clock.now())
        meeting.save(only=meeting.dirty_fields)


@contextmanager
def deciding(
    who: int, act: Act, subject: Subject = Subject.DESK, subject_id: int = 0, note: str = ""
) -> Iterator[ActInProgress]:
    """Pass the gate for an act on anything that has no stages."""
    with connection.writing():
        person = actor(who)
        refused = permission.refusal(act, person.roles, note=note)
        if refused:
            raise refused
        doing = ActInProgress(act, person, subject, subject_id, note=shown(note).strip())
        yield doing
        if not doing.nothing:
            _write(doing)


@contextmanager
def of_the_program(act: Act) -> Iterator[ActInProgress]:
    """Pass the gate for what the program does by itself, or for who stands outside the desk: no role is asked."""
    with connection.writing():
        doing = ActInProgress(act, Actor(0, PROGRAM, frozenset()), Subject.DESK)
        yield doing
        _write(doing)


def lead_along(doing: ActInProgress, article: Article, to: Stage) -> None:
    """Take an article of an issue to a stage inside an act on the issue, with an entry of its own."""
    article.version += 1
    along = ArticleActInProgress(
        doing.act, doing.actor, Subject.ARTICLE, article.id, note=doing.note, article=article,
        sha256=article.approved_sha256 or "", detail=WithIssue(doing.title),
    )  # fmt: skip
    _lead_on(along, to)
    _finish(along)


# -- its steps ---------------------------------------------------------------------------------------------


def _begin(who: int, act: Act, article_id: int, note: str) -> ArticleActInProgress:
    person = actor(who)
    found = _ARTICLE.first(article_id)
    if found is None:
        raise Missing("article")
    *columns, sha256, authors, savers = found
    article = record(Article, columns)
    return ArticleActInProgress(
        act,
        person,
        Subject.ARTICLE,
        article_id,
        title=article.title,
        note=shown(note).strip(),
        article=article,
        version=article.version,
        text_sha256=sha256,
        authors=frozenset(int(number) for number in authors.split(",")),
        savers=frozenset(int(number) for number in savers.split(",")),
    )


def _article(article_id: Any) -> Any:
    """Ask for an article with its current revision's SHA-256, its authors and who saved it."""
    authors = Authorship.select(engine.joined(Authorship.person)).where(Authorship.article == Article.id)
    saved = Revision.alias()
    savers = saved.select(engine.joined(saved.saved_by)).where(saved.article == Article.id)
    current = (Revision.article == Article.id) & (Revision.number == Article.revision)
    return (
        Article.select(Article, Revision.sha256, authors, savers)
        .join(Revision, on=current)
        .where(Article.id == article_id)
    )


_ARTICLE = Prepared(_article)


def _lead_on(doing: ArticleActInProgress, to: Stage | None) -> None:
    article, now = doing.article, clock.stamp(clock.now())
    article.changed_at = now
    if to is not None and article.stage != to.value:
        article.stage = to.value
        article.stage_since = now
    if to is not None or article.stage != Stage.RETURNED.value:  # why it came back stands until it goes on
        article.note = doing.note


def _finish(doing: ArticleActInProgress) -> None:
    doing.title = doing.article.title
    doing.version = doing.article.version
    _write(doing, about=doing.article.id)
    doing.article.touched = doing.entry
    save_changes(doing.article)


def _write(doing: ActInProgress, about: int | None = None) -> None:
    """Journal an act and notify whom it concerns; `about` is the article that the notification opens."""
    at = clock.stamp(clock.now())
    doing.entry = journal.write(
        NewEntry(
            person_id=doing.actor.id,
            person=doing.actor.name,
            act=doing.act,
            subject=doing.subject,
            subject_id=doing.subject_id,
            title=doing.title,
            version=doing.version,
            sha256=doing.sha256,
            note=doing.note,
            details=doing.details,
        ),
        at,
    )
    told = ToldAct(at, doing.entry, doing.actor.id, doing.actor.name, about, doing.title)
    notifications.write(doing.to_notify, told)


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
