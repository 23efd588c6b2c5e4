"""Releases: an issue frozen with its files when it goes to print, kept for ever, reopened only by a chief."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

import peewee as pw

from desk import clock
from desk.acts import journal
from desk.acts.gate import Changes, deciding, lead_along, on_issue
from desk.acts.issue_details import Released, ReleaseExported, ReleaseReopened
from desk.acts.journal import Subject
from desk.acts.rules import Act, IssueState, Stage
from desk.database import connection
from desk.database.article_tables import Article
from desk.database.connection import first, named, rows
from desk.database.department_tables import Person
from desk.database.issue_tables import Issue, Placement, Release, ReleaseFile
from desk.edition.edition import Edition
from desk.edition.outputs import Output
from desk.errors import Missing, NotNow, Why
from desk.issues import manifest, printing, released_files
from desk.issues.issues import changed
from desk.issues.manifest import Pages

# without these an issue is not released
FROZEN: tuple[Output, ...] = tuple(output for output in Output if output is not Output.PROOF)


@dataclass(frozen=True, slots=True)
class ReleaseContent:
    """An issue as the press made it: of what, each output's files by path, who stands where, the cover's picture."""

    edition: Edition
    files: Mapping[Output, Mapping[str, bytes]]
    pages: Pages = field(default_factory=dict)
    total: int = 0
    cover: bytes = b""
    faults: tuple[str, ...] = ()  # what the page itself has against it; empty when nothing stands in the way


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """A release on the shelf."""

    id: int
    issue_id: int
    issue: str
    month: int
    year: int
    theme: str
    number: int
    at: datetime
    by: str
    pages: int
    articles: int
    sha256: str
    standing: bool  # the issue was not reopened since


def release(who: int, issue_id: int, seen: int, pressed: ReleaseContent) -> Changes:
    """Release an issue: freeze its files, stamp its articles RELEASED, put the manifest's hash into the journal.

    One transaction: a power cut leaves it released or not. NotNow says what stands in the way: the issue's list
    is open (ISSUE_OPEN), something about the page (ISSUE_BLOCKED), files that were not made (FILES_MISSING), or
    an issue that changed while they were made (PRINTED_CHANGED); stale approvals and checklists as for print.
    """
    with on_issue(who, Act.RELEASE, issue_id, seen) as (doing, issue):
        now = printing.edition(issue_id)
        code = pressed.edition.code
        if _words(now) != _words(pressed.edition) or (code and not journal.bears_out(code)):
            raise NotNow(Why.PRINTED_CHANGED, doing.title)
        if pressed.faults:
            raise NotNow(Why.ISSUE_BLOCKED, pressed.faults[0])
        if not all(pressed.files.get(output) for output in FROZEN):
            raise NotNow(Why.FILES_MISSING, doing.title)
        number = Release.select().where(Release.issue == issue_id).count() + 1
        flat = {name: data for made in pressed.files.values() for name, data in made.items()}
        told = manifest.write(issue_id, now, flat, pressed.pages, release=number, by=doing.actor.name)
        doing.sha256 = sha256(told).hexdigest()
        made = Release.insert(
            issue=issue_id,
            number=number,
            at=clock.stamp(clock.now()),
            by=who,
            pages=pressed.total,
            manifest=told.decode("utf-8"),
            sha256=doing.sha256,
            cover=pressed.cover,
            width=now.design.format.size[0],
            height=now.design.format.size[1],
        ).execute()
        released_files.keep(made, now, pressed.files)
        issue.state = IssueState.RELEASED.value
        doing.detail = Released(number, {n: sha256(d).hexdigest() for n, d in flat.items()})
        articles = [piece.article for piece in now.pieces]
        for article_id in articles:
            lead_along(doing, Article.get_by_id(article_id), Stage.RELEASED)
        return changed(issue, Act.RELEASE, articles)


def _words(edition: Edition) -> Edition:
    return replace(edition, pictures={}, renditions={}, code="")  # they stand under what they are


def reopen(who: int, issue_id: int, seen: int, note: str) -> Changes:
    """Reopen a released issue (a chief's act, with a reason): its list is closed again, its first release is kept."""
    with on_issue(who, Act.REOPEN_ISSUE, issue_id, seen, note) as (doing, issue):
        issue.state = IssueState.CLOSED.value
        placed = rows(Placement.select(Placement.article).where(Placement.issue == issue_id))
        articles = [article_id for (article_id,) in placed]
        for article_id in articles:
            lead_along(doing, Article.get_by_id(article_id), Stage.APPROVED)
        doing.detail = ReleaseReopened(Release.select().where(Release.issue == issue_id).count())
        return changed(issue, Act.REOPEN_ISSUE, articles)


def listing() -> list[ReleaseRow]:
    """Return every release, the newest issue first."""
    query = (
        Release.select(*_FIELDS)
        .join(Issue, on=(Release.issue == Issue.id))
        .switch(Release)
        .join(Person, on=(Release.by == Person.id))
        .order_by(Issue.year.desc(), Issue.month.desc(), Release.id.desc())
    )
    return [_row(v) for v in named(query)]


def _row(v: Any) -> ReleaseRow:
    stored = manifest.read(v.manifest)
    return ReleaseRow(
        id=v.id,
        issue_id=v.issue,
        issue=stored.issue,
        month=v.month,
        year=v.year,
        theme=v.theme,
        number=v.number,
        at=clock.read_stamp(v.at),
        by=v.name,
        pages=v.pages,
        articles=len(stored.articles),
        sha256=v.sha256,
        standing=v.number == v.newest and v.state == IssueState.RELEASED.value,
    )


def row(release_id: int) -> ReleaseRow:
    """Return one release; Missing when there is none."""
    return _first(row for row in listing() if row.id == release_id)


def newest(issue_id: int) -> ReleaseRow:
    """Return the last release of an issue; Missing when there is none."""
    return _first(row for row in listing() if row.issue_id == issue_id)  # the newest first


def _first(found: Iterator[ReleaseRow]) -> ReleaseRow:
    row = next(found, None)
    if row is None:
        raise Missing("release")
    return row


def last(issue_id: int) -> tuple[int, datetime] | None:
    """Return which release of an issue was its last, and when; None for one that was never released."""
    newest_first = Release.select(Release.number, Release.at).where(Release.issue == issue_id)
    found = first(newest_first.order_by(Release.number.desc()))
    return (found[0], clock.read_stamp(found[1])) if found is not None else None


def written(who: int, release_id: int, folder: str) -> Changes:
    """Journal that a release's files were written out again."""
    found = row(release_id)
    with deciding(who, Act.EXPORT, Subject.ISSUE, found.issue_id) as doing:
        doing.title, doing.sha256 = found.issue, found.sha256
        doing.detail = ReleaseExported(found.number, folder)
        return Changes(act=Act.EXPORT)


def cover(release_id: int) -> bytes:
    """Return the picture of a release's first page, PNG."""
    found = first(Release.select(Release.cover).where(Release.id == release_id))
    return bytes(found[0]) if found else b""


def files(release_id: int, outputs: frozenset[Output] | None = None) -> dict[str, bytes]:
    """Return a release's files by path, byte for byte as they were released, with the manifest among them.

    FileTrouble (CORRUPT) names one that does not come back so.
    """
    with connection.reading():
        found = first(Release.select(Release.manifest).where(Release.id == release_id))
        if found is None:
            raise Missing("release")
        wanted = ReleaseFile.release == release_id
        if outputs is not None:
            wanted &= ReleaseFile.output.in_([output.value for output in outputs])
        return {**dict(released_files.kept(wanted)), manifest.NAME: found[0].encode("utf-8")}


def package(release_id: int, output: Output) -> dict[str, bytes]:
    """Return the files of one output as a release holds them, by path; FileTrouble as of `files`."""
    with connection.reading():
        wanted = (ReleaseFile.release == release_id) & (ReleaseFile.output == output.value)
        return dict(released_files.kept(wanted))


def size(release_id: int) -> tuple[float, float]:
    """Return the trimmed page of a release in millimetres, from its issue's format when it was released."""
    found = first(Release.select(Release.width, Release.height).where(Release.id == release_id))
    if found is None:
        raise Missing("release")
    return float(found[0]), float(found[1])


def outputs(release_id: int) -> tuple[Output, ...]:
    """Return which outputs a release holds."""
    kept = rows(ReleaseFile.select(ReleaseFile.output).where(ReleaseFile.release == release_id).distinct())
    there = {stored for (stored,) in kept}
    return tuple(output for output in Output if output.value in there)


_NEWEST = Release.alias()
_FIELDS = (
    Release.id,
    Release.issue,
    Issue.year,
    Issue.month,
    Release.number,
    Release.at,
    Person.name,
    Release.pages,
    Release.manifest,
    Release.sha256,
    Issue.theme,
    _NEWEST.select(pw.fn.max(_NEWEST.number)).where(_NEWEST.issue == Release.issue).alias("newest"),
    Issue.state,
)
