"""A check-up of the whole desk: file, keys, journal, every revision, approvals, the search index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

import peewee as pw

from desk.acts import journal
from desk.acts.rules import Act
from desk.articles import originals, search
from desk.database import connection, engine, store
from desk.database.article_tables import Article, Revision
from desk.database.connection import column, rows, streamed
from desk.database.issue_tables import Release
from desk.database.journal_tables import Journal
from desk.errors import FileTrouble, NotNow, Trouble
from desk.issues import released_files
from desk.paths import DESK_FILE
from desk.text.blocks import from_json, sha256, to_json


class Finding(Enum):
    """What a check-up can find wrong."""

    FILE = auto()
    FOREIGN_KEY = auto()
    JOURNAL = auto()
    TEXT = auto()
    TEXT_CHANGED = auto()
    APPROVAL = auto()
    INDEX = auto()
    RELEASE = auto()
    ORIGINAL = auto()


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One finding; `where` names the place (an article and revision, a journal entry, a table)."""

    finding: Finding
    where: str
    detail: str = ""


def place() -> Path:
    """Return where the open desk's file lies."""
    path = connection.place()
    if path is None:
        raise FileTrouble(Trouble.ABSENT, DESK_FILE)
    return path


def check_file(path: Path) -> list[CheckResult]:
    """Check a desk's file through a reader of its own, beside the program that works on it; its index is left out.

    For a process of its own: where the desk is open already, it is read through what is open.
    """
    if connection.place() is not None:
        return check(index=False)
    store.open_file(path, readonly=True)
    try:
        return check(index=False)
    finally:
        store.close_file()


def check_index() -> list[CheckResult]:
    """Check the search index of the open desk."""
    return list(_index())


def check(*, index: bool = True) -> list[CheckResult]:
    """Run every check and return what was found wrong, worst first; an empty list is a sound desk.

    The search index is derived data; checking it needs a writable desk, so that it may be left out. In a file so
    damaged that a check breaks off, what was found until then is returned.
    """
    results = list(_file())
    checks = (_keys, _journal, _texts, _approvals, _releases, _originals, *((_index,) if index else ()))
    try:
        with connection.trouble():
            for one in checks:
                results.extend(one())
    except FileTrouble:
        if not results:
            raise
    return results


def _file() -> Iterator[CheckResult]:
    for line in engine.damage():
        yield CheckResult(Finding.FILE, DESK_FILE, line)


def _keys() -> Iterator[CheckResult]:
    for broken in engine.broken_references():
        yield CheckResult(Finding.FOREIGN_KEY, f"{broken.table} {broken.row}", broken.parent)


def _journal() -> Iterator[CheckResult]:
    for broken in journal.check():
        yield CheckResult(Finding.JOURNAL, str(broken.entry), broken.fault.name)


def _texts() -> Iterator[CheckResult]:
    stored = Revision.select(Revision.article, Revision.number, Revision.text, Revision.sha256)
    for article_id, number, text, digest in streamed(stored):
        where = f"{article_id}/{number}"
        if sha256(text) != digest:
            yield CheckResult(Finding.TEXT_CHANGED, where)
        try:
            if to_json(from_json(text)) != text:
                yield CheckResult(Finding.TEXT, where, "not canonical")
        except NotNow as fault:
            yield CheckResult(Finding.TEXT, where, fault.subject)


def _approvals() -> Iterator[CheckResult]:
    match = (Revision.article == Article.id) & (Revision.number == Article.approved_revision)
    approved_texts = (
        Article.select(Article.id, Article.approved_revision, Article.approved_sha256, Revision.sha256)
        .join(Revision, pw.JOIN.LEFT_OUTER, on=match)
        .where(Article.approved_revision.is_null(False))
    )
    for article_id, number, approved, stored in rows(approved_texts):
        if approved != stored:
            yield CheckResult(Finding.APPROVAL, f"{article_id}/{number}")


def _releases() -> Iterator[CheckResult]:
    """A release's manifest stands in the journal, and its files are what the manifest names."""
    known = set(column(Journal.select(Journal.sha256).where(Journal.act == Act.RELEASE.value)))
    for number, text, digest in rows(Release.select(Release.id, Release.manifest, Release.sha256)):
        if sha256(text) != digest or digest not in known:
            yield CheckResult(Finding.RELEASE, str(number), "manifest")
    for release_id, name in released_files.damaged():
        yield CheckResult(Finding.RELEASE, str(release_id), name)


def _originals() -> Iterator[CheckResult]:
    """Every file that an article was taken from is what was taken in; where it is not, those articles are named."""
    for name, article_id in originals.damaged():
        yield CheckResult(Finding.ORIGINAL, f"{article_id}: “{name}”")


def _index() -> Iterator[CheckResult]:
    fault = search.index_fault()
    if fault:
        yield CheckResult(Finding.INDEX, search.INDEX, fault)
