"""A check-up of the whole desk: file, keys, journal, seals, every revision, approvals, releases, the search index."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from hashlib import sha256 as sha256_of
from pathlib import Path
from typing import ParamSpec, TypeAlias

import peewee as pw

from desk.acts import journal
from desk.acts.rules import Act
from desk.articles import approval_proof, originals, search
from desk.database import connection, engine, engine_pass, store, unopened_file
from desk.database.article_tables import Article, Revision
from desk.database.connection import as_stored, column, rows
from desk.database.engine_pass import EnginePass
from desk.database.issue_tables import Release
from desk.database.journal_tables import Journal
from desk.database.raw_rows import Unreadable, as_bytes
from desk.database.seals import SealFault
from desk.errors import DeskError, FileTrouble, NotNow, Trouble
from desk.integrity import unsealed
from desk.issues import manifest, released_files
from desk.paths import DESK_FILE
from desk.pictures import stored_pictures
from desk.text.blocks import from_json, sha256, to_json

log = logging.getLogger(__name__)
P = ParamSpec("P")


class Finding(Enum):
    """What a check-up can find wrong."""

    FILE = auto()
    FOREIGN_KEY = auto()
    UNREADABLE = auto()
    JOURNAL = auto()
    SEAL = auto()  # the chain of seals, or the journal beside it
    ROW = auto()  # a row that is not as an act has left it
    TEXT = auto()
    TEXT_CHANGED = auto()
    APPROVAL = auto()
    RELEASE = auto()
    ORIGINAL = auto()
    PICTURE = auto()
    ANCHOR = auto()  # the journal is another than the one that was written down elsewhere
    INDEX = auto()


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One finding; `where` names the place (an article and revision, a journal entry, a table and row)."""

    finding: Finding
    where: str
    detail: str = ""

    @property
    def subject(self) -> tuple[str, str]:
        """Return what it speaks of, and its number or key there."""
        kind, _, key = self.where.partition(" ")
        if self.finding in (Finding.ROW, Finding.FOREIGN_KEY, Finding.UNREADABLE, Finding.SEAL):
            return kind, key
        if self.finding is Finding.ORIGINAL:
            return "article", self.where.partition(":")[0]
        return _SUBJECTS[self.finding], self.where


_SUBJECTS = {
    Finding.FILE: "file",
    Finding.JOURNAL: "journal",
    Finding.TEXT: "revision",
    Finding.TEXT_CHANGED: "revision",
    Finding.APPROVAL: "article",
    Finding.RELEASE: "release",
    Finding.PICTURE: "picture",
    Finding.ANCHOR: "journal",
    Finding.INDEX: "index",
}
Findings: TypeAlias = Iterator[CheckResult]
# What a damaged row makes of whoever reads it: letters that are none, a kind or a day that there is not, a hole.
_BROKEN = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, DeskError)
_SEALS = {SealFault.CHAIN, SealFault.UNSEALED, SealFault.CUT}


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


def why_not_opened(path: Path) -> list[CheckResult]:
    """Say what is wrong with a desk's file that cannot be opened; nothing where nothing is found in it."""
    try:
        return [CheckResult(Finding.FILE, path.name, told) for told in unopened_file.faults(path)]
    except OSError:
        return []


def check_copy(path: Path) -> list[CheckResult]:
    """Check a copy of a desk just made: its file, the journal's chain, every text against its SHA-256.

    What its rows say of each other is for `check_file`, which the desk itself is asked once a week.
    """
    store.open_file(path, readonly=True)
    try:
        return _ran((_journal, _texts), quick=True)
    finally:
        store.close_file()


def check_index() -> list[CheckResult]:
    """Check the search index of the open desk."""
    return list(_sheltered(_index))


def check(*, index: bool = True) -> list[CheckResult]:
    """Run every check and return what was found wrong, worst first; nothing of a sound desk.

    All that is held against each other is read as of one moment; the engine looks through the file beside it.

    The search index is derived data; checking it needs a writable desk, so that it may be left out. A check that
    a damaged row breaks off says so, and the others go on.
    """
    results = _ran(_CHECKS)
    if index:
        results.extend(_sheltered(_index))
    return results


def _ran(checks: Iterable[Callable[[], Findings]], *, quick: bool = False) -> list[CheckResult]:
    with connection.trouble(), connection.reading(), engine_pass.begun(quick=quick) as of_engine:
        of_rows = [found for one in checks for found in _sheltered(one)]
        of_file = [found for one in (_file, _keys) for found in _sheltered(one, of_engine)]
        of_words = list(_sheltered(_search_words, of_engine))
    return of_file + of_rows + of_words


def codes(written: Iterable[str]) -> Findings:
    """Hold the journal against codes of it that were written down elsewhere (`journal.code`)."""
    for one in written:
        if not journal.bears_out(one):
            yield CheckResult(Finding.ANCHOR, one, "mã")


def _sheltered(one: Callable[P, Findings], *of: P.args, **named: P.kwargs) -> Findings:
    """Run a check; what it found stays, whatever ends it."""
    try:
        with connection.trouble():
            yield from one(*of, **named)
    except _BROKEN as error:
        log.warning("the check of %s broke off: %r", one.__name__, error)
        yield CheckResult(Finding.UNREADABLE, f"check {one.__name__.removeprefix('_')}", str(error))


def _file(of_engine: EnginePass) -> Findings:
    for line in of_engine.damage():
        yield CheckResult(Finding.FILE, DESK_FILE, line)


def _keys(of_engine: EnginePass) -> Findings:
    for broken in of_engine.broken_references():
        yield CheckResult(Finding.FOREIGN_KEY, f"{broken.table} {broken.row}", broken.parent)


def _journal() -> Findings:
    for broken in journal.check():
        yield CheckResult(Finding.JOURNAL, str(broken.entry), broken.fault.name)


def _rows() -> Findings:
    for broken in engine.broken_seals():
        where = f"{broken.table} {broken.key}"
        if broken.fault is SealFault.UNREADABLE:
            yield CheckResult(Finding.UNREADABLE, where)
        else:
            finding = Finding.SEAL if broken.fault in _SEALS else Finding.ROW
            yield CheckResult(finding, where, broken.fault.name)


def _notifications() -> Findings:
    for number in unsealed.altered_notifications():
        yield CheckResult(Finding.ROW, f"notice {number}", SealFault.CHANGED.name)


def _search_words(of_engine: EnginePass) -> Findings:
    for number in unsealed.altered_search_words(of_engine.doubtful_words()):
        yield CheckResult(Finding.ROW, f"article_text {number}", SealFault.CHANGED.name)


def _texts() -> Findings:
    """Every text has its SHA-256; only where one has not are they read as words, one by one."""
    bare = engine.raw_rows(Revision, "sha256", made=as_bytes("text"))
    if all(not isinstance(one, Unreadable) and one[0] and _digest(one[0]) == one[1] for one in bare):
        return
    for stored in engine.raw_rows(Revision, "article_id", "number", "text", "sha256"):
        if isinstance(stored, Unreadable):
            yield CheckResult(Finding.UNREADABLE, f"revision {stored.row}")
            continue
        article_id, number, text, digest = stored
        where = f"{article_id}/{number}"
        if not isinstance(text, str):
            yield CheckResult(Finding.TEXT, where, "không có chữ")
            continue
        if sha256(text) == digest:
            continue
        yield CheckResult(Finding.TEXT_CHANGED, where)
        try:
            if to_json(from_json(text)) != text:
                yield CheckResult(Finding.TEXT, where, "not canonical")
        except NotNow as fault:
            yield CheckResult(Finding.TEXT, where, fault.subject)
        except _BROKEN as fault:
            yield CheckResult(Finding.TEXT, where, str(fault))


def _digest(data: bytes) -> str:
    return sha256_of(data).hexdigest()


def _approvals() -> Findings:
    match = (Revision.article == Article.id) & (Revision.number == Article.approved_revision)
    approved_texts = (
        Article.select(Article.id, Article.approved_revision, Article.approved_sha256, Revision.sha256)
        .join(Revision, pw.JOIN.LEFT_OUTER, on=match)
        .where(Article.approved_revision.is_null(False))
    )
    for article_id, number, approved, stored in as_stored(approved_texts):
        if approved != stored:
            yield CheckResult(Finding.APPROVAL, f"{article_id}/{number}")
    for doubt in approval_proof.every_doubt():
        yield CheckResult(Finding.APPROVAL, f"{doubt.article}/{doubt.revision}", doubt.what.name)


def _releases() -> Findings:
    """A release's manifest stands in the journal, and its files are what the manifest names."""
    known = set(column(Journal.select(Journal.sha256).where(Journal.act == Act.RELEASE.value)))
    for number, text, digest in rows(Release.select(Release.id, Release.manifest, Release.sha256)):
        if sha256(text) != digest or digest not in known:
            yield CheckResult(Finding.RELEASE, str(number), "manifest")
    for release_id, name in released_files.damaged():
        yield CheckResult(Finding.RELEASE, str(release_id), name)


def _originals() -> Findings:
    """Every file that an article was taken from is what was taken in; where it is not, those articles are named."""
    for name, article_id in originals.damaged():
        yield CheckResult(Finding.ORIGINAL, f"{article_id}: “{name}”")


def _pictures() -> Findings:
    for key, data in stored_pictures.every():
        if _digest(data) != key:
            yield CheckResult(Finding.PICTURE, key)


def _anchors() -> Findings:
    """The journal still has what each release's manifest has written down of it."""
    for text in column(Release.select(Release.manifest)):
        entry, digest = manifest.read(text).journal
        if entry and journal.hash_of(entry) != digest:
            yield CheckResult(Finding.ANCHOR, str(entry), manifest.read(text).issue)


def _index() -> Findings:
    fault = search.index_fault()
    if fault:
        yield CheckResult(Finding.INDEX, search.INDEX, fault)


_CHECKS = (
    _journal,
    _rows,
    _notifications,
    _texts,
    _approvals,
    _releases,
    _originals,
    _pictures,
    _anchors,
)
