"""The archive (Kho lưu trữ): a folder that any browser reads in thirty years, and that gives a desk all rows back."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

import peewee as pw

from desk import clock
from desk.acts import gate, journal
from desk.acts.actor import actor
from desk.acts.backup_details import ArchiveWritten
from desk.acts.gate import Changes
from desk.acts.permission import refusal
from desk.acts.rules import Act
from desk.cancel import never
from desk.database import connection, store, whole_tables
from desk.database.article_tables import Article, Revision
from desk.database.calendar_tables import Meeting
from desk.database.connection import named
from desk.database.issue_tables import Issue, Release, ReleaseFile
from desk.database.journal_tables import Journal
from desk.database.review_tables import ChecklistItem, Comment, Tick
from desk.department import people, sections, settings
from desk.edition.file_names import slug
from desk.errors import ArchiveFault, BadArchive, BadPicture, FileTrouble, PressFailed
from desk.ics import import_export
from desk.ics.write import calendar_bytes
from desk.issues import released_files
from desk.pictures import stored_pictures
from desk.safety import archive_list, archive_pages, archive_rows, pages
from desk.safety.archive_list import ArchiveList, ListedTable
from desk.safety.archive_pages import ArchivedArticle, ArchivedIssue, Contents
from desk.safety.archive_scope import Scope, of_year
from desk.safety.journal_text import Deed, line
from desk.safety.new_folder import NewFolder, Part, Progress, Report, Stop, new_folder, plain, silent
from desk.safety.rescued import readable
from desk.text.blocks import ArticleText, pictures_of, to_data

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Archived:
    """What was written."""

    folder: Path
    articles: int
    issues: int
    files: int
    size: int  # bytes
    sha256: str = ""  # of its list


def archive(
    to: Path, year: int | None = None, report: Report = silent, stop: Stop = never, deed: Deed = str
) -> Archived:
    """Write an archive of the open desk, all as of one moment, into a new folder in `to`; None takes every year.

    FileTrouble says why that cannot be, BadArchive what of the desk cannot be read any more, Cancelled that it was
    stopped: then there is no folder. `deed` says an act of the journal in words.
    """
    report(Progress(Part.READ))
    name = "Kho lưu trữ" if year is None else f"Kho lưu trữ {year}"
    with new_folder(to, name, stop) as (folder, end), connection.trouble(), connection.reading():
        scope = Scope() if year is None else of_year(year)
        work = _Work(folder, scope, report, deed)
        work.data()
        contents = Contents(
            scope.name, settings.names(), clock.local(clock.now()), list(work.articles()), list(work.issues())
        )
        work.meetings()
        work.entries()
        report(Progress(Part.PAGES))
        folder.put_text(pages.STYLE, pages.CSS)
        folder.put_text(INDEX, archive_pages.index(contents))
        data, summed = archive_list.write(work.listed())
        written = len(folder.files), sum(entry.size for entry in folder.files)
        folder.put(archive_list.NAME, data)
        folder.put(archive_list.SUM, summed)
        place = end()
    digest = sha256(data).hexdigest()
    return Archived(place, len(contents.articles), len(contents.issues), *written, digest)


def may_archive(who: int) -> None:
    """Refuse a person who may not take everything out of the desk."""
    refused = refusal(Act.ARCHIVE, actor(who).roles)
    if refused:
        raise refused


def journaled(who: int, made: Archived) -> Changes:
    """Journal that an archive was written; one of which the journal does not know is taken away again."""
    try:
        with gate.deciding(who, Act.ARCHIVE) as doing:
            doing.title, doing.sha256 = made.folder.name, made.sha256
            doing.detail = ArchiveWritten(str(made.folder), made.articles, made.issues)
    except BaseException:
        shutil.rmtree(made.folder, ignore_errors=True)
        raise
    return Changes(act=Act.ARCHIVE)


def archive_file(
    path: Path,
    to: Path,
    year: int | None = None,
    report: Report = silent,
    stop: Stop = never,
    deed: Deed = str,
) -> Archived:
    """Write an archive of a desk's file through a reader of its own, beside the program that works on it."""
    if connection.place() is not None:  # it is open in this process
        return archive(to, year, report, stop, deed)
    store.open_file(path, readonly=True)
    try:
        return archive(to, year, report, stop, deed)
    finally:
        store.close_file()


class _Work:
    """One archive under way; the database is read as of one moment."""

    def __init__(self, folder: NewFolder, scope: Scope, report: Report, deed: Deed) -> None:
        self._folder, self._scope, self._report, self._deed = folder, scope, report, deed
        self._tables: list[ListedTable] = []
        self._names = settings.names()
        self._sections = {row.id: row.title for row in sections.listing()}
        self._people = {row.id: row.name for row in people.everybody()}

    def data(self) -> None:
        """Write every table, row by row."""
        known = whole_tables.tables()
        for at, table in enumerate(known):
            self._report(Progress(Part.DATA, at, len(known)))
            rows = _Counted(whole_tables.rows(table, *self._scope.of(table.name)))
            entry = self._folder.put_lines(
                f"du-lieu/{table.name}.jsonl", archive_rows.lines_of(table, iter(rows), self._folder)
            )
            self._tables.append(ListedTable(table.name, entry.path, rows.count, table.columns))

    def listed(self) -> ArchiveList:
        return ArchiveList(
            self._scope.name,
            whole_tables.schema(),
            clock.stamp(clock.now()),
            journal.head(),
            whole_tables.numbers_given(),
            tuple(self._tables),
            tuple(self._folder.files),
        )

    # -- articles --------------------------------------------------------------------------------------

    def articles(self) -> Iterator[ArchivedArticle]:
        found = [row for row in _rows(Article) if self._belongs("article", row.id)]
        for at, row in enumerate(found):
            self._report(Progress(Part.ARTICLES, at, len(found)))
            yield self._article(row)

    def _article(self, row: Any) -> ArchivedArticle:
        stem = f"bai/{row.id:05d}-{slug(row.title)}"
        revisions = list(_rows(Revision, Revision.article == row.id))
        stored = next((one.text for one in revisions if one.number == row.revision), "")
        text = readable(stored)
        if text is None:
            raise BadArchive(ArchiveFault.DAMAGED_DESK, row.title)
        comments = list(_rows(Comment, Comment.article == row.id))
        entries = list(_rows(Journal, (Journal.subject == "article") & (Journal.subject_id == row.id)))
        made = ArchivedArticle(
            id=row.id,
            stem=stem,
            title=row.title,
            month=row.month,
            byline=row.byline,
            author=self._person(row.author),
            section=self._sections.get(row.section, ""),
            approved_by=self._person(row.approved_by),
            approved_at=row.approved_at or "",
            revision=row.revision,
            sha256=next(one.sha256 for one in revisions if one.number == row.revision),
        )
        images = {key: self._picture(key) for key in pictures_of(text) if self._picture(key)}
        said = [
            (one.outside or self._person(one.author), one.made_at, one.quote, one.body) for one in comments
        ]
        saved = [(one.number, self._person(one.saved_by), one.saved_at) for one in revisions]
        self._folder.put_text(f"{stem}.html", archive_pages.article(made, text, images, said, saved))
        self._folder.put(f"{stem}.docx", self._word(made, text))
        self._folder.put_json(
            f"{stem}.json",
            {
                "article": row._asdict(),
                "text": to_data(text),
                "revisions": [one._asdict() for one in revisions],
                "comments": [one._asdict() for one in comments],
                "ticks": [
                    {**one._asdict(), "item": self._items.get(one.item, "")}
                    for one in _rows(Tick, Tick.article == row.id, Tick.item)
                ],
                "journal": [one._asdict() for one in entries],
            },
        )
        return made

    def _word(self, made: ArchivedArticle, text: ArticleText) -> bytes:
        from desk.press.word.article import article_word

        year = int(made.month[:4]) if made.month[:4].isdecimal() else clock.today().year
        try:
            return article_word(text, stored_pictures.fetch(pictures_of(text)), self._names, year)
        except (BadPicture, PressFailed) as error:
            raise BadArchive(ArchiveFault.DAMAGED_DESK, made.title) from error

    def _picture(self, key: str) -> str:
        """Return where a picture was written, "" for one that the desk does not have."""
        return self._pictures.get(key, "")

    @cached_property
    def _pictures(self) -> dict[str, str]:
        return {
            Path(one.path).stem: one.path
            for one in self._folder.files
            if Path(one.path).parts[:-1] == ("anh",)
        }

    @cached_property
    def _items(self) -> dict[int, str]:
        return {row.id: row.text or row.auto for row in _rows(ChecklistItem)}

    # -- issues ----------------------------------------------------------------------------------------

    def issues(self) -> Iterator[ArchivedIssue]:
        self._report(Progress(Part.ISSUES))
        for row in named(Issue.select().order_by(Issue.year, Issue.month, Issue.id)):
            if self._belongs("issue", row.id):
                place = f"so/{slug(row.number)}-{row.year}"
                files = [
                    path
                    for one in _rows(Release, Release.issue == row.id)
                    for path in self._release(place, one)
                ]
                yield ArchivedIssue(
                    row.number, row.year, row.month, row.theme, row.published, bool(row.special), files
                )

    def _release(self, place: str, release: Any) -> Iterable[str]:
        folder = f"{place}/lan-{release.number}"
        self._folder.put_text(f"{folder}/manifest.json", release.manifest)
        try:
            for name, data in released_files.kept(ReleaseFile.release == release.id):
                path = "/".join(plain(part) for part in name.split("/"))
                yield self._folder.put(f"{folder}/{path}", data).path
        except FileTrouble as error:
            raise BadArchive(ArchiveFault.DAMAGED_DESK, error.path) from error

    # -- the rest --------------------------------------------------------------------------------------

    def meetings(self) -> None:
        self._report(Progress(Part.MEETINGS))
        found = [row for row in _rows(Meeting) if self._belongs("meeting", row.id) and not row.binned]
        self._folder.put_text("lich-hop.html", archive_pages.meetings(self._scope.name, found))
        outgoing = import_export.outgoing([row.id for row in found])
        self._folder.put("lich-hop.ics", calendar_bytes(outgoing, self._names.department))

    def entries(self) -> None:
        told = (line(row._asdict(), self._deed).encode() for row in _rows(Journal))
        self._folder.put_lines("nhat-ky.txt", told)

    def _belongs(self, table: str, number: int) -> bool:
        _, chosen = self._scope.of(table)
        return chosen is None or number in chosen

    def _person(self, number: int | None) -> str:
        return self._people.get(number or 0, "")


class _Counted:
    """Rows that are counted while they pass."""

    def __init__(self, rows: Iterator[tuple[Any, ...]]) -> None:
        self._rows, self.count = rows, 0

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        for row in self._rows:
            self.count += 1
            yield row


def _rows(table: type[pw.Model], where: Any = None, order: Any = None) -> Iterator[Any]:
    """Yield the rows of a table by number, each with its columns under their names."""
    asked = table.select()
    wanted = asked if where is None else asked.where(where)
    yield from named(wanted.order_by(order or table._meta.primary_key))
