"""An archive read back into a new desk: every row as it was, search made anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from desk.cancel import never
from desk.database import whole_tables
from desk.errors import ArchiveFault, BadArchive, Cancelled, FileTrouble, Trouble
from desk.os_errors import file_trouble
from desk.paths import DESK_FILE
from desk.safety import archive_list
from desk.safety.archive_list import ArchiveList, ListedTable
from desk.safety.archive_rows import row_of
from desk.safety.new_folder import Part, Progress, Report, Stop, silent
from desk.safety.rescued import readable
from desk.text.blocks import body_text

_SEALS = "seal"


def take_in(archive: Path, data: Path, report: Report = silent, stop: Stop = never) -> ArchiveList:
    """Make a new desk in the folder `data` of an archive; return what the archive says that it holds.

    Everything is proven before anything is written. BadArchive names what is not as it was written, or the desk that
    is there already; FileTrouble (NEWER) an archive of a later program. Of a year's archive the rows are sealed anew:
    the seals of the whole desk speak of rows that are not in it.
    """
    if (data / DESK_FILE).exists():
        raise BadArchive(ArchiveFault.NOT_EMPTY, str(data))
    listed = archive_list.read(archive)
    if listed.format > archive_list.FORMAT:
        raise FileTrouble(Trouble.NEWER, str(archive))
    whole_tables.must_be_known(listed.schema, archive)
    for done in archive_list.prove(archive, listed.files):
        report(Progress(Part.PROOF, done, len(listed.files)))
        if stop():
            raise Cancelled
    report(Progress(Part.DATA))
    reading = _Reading(archive, listed, stop)
    numbers = dict(listed.numbers)
    if listed.scope:
        numbers.pop(_SEALS, None)
    try:
        whole_tables.fill(
            data / DESK_FILE, listed.schema, reading.tables(), numbers, reseal=bool(listed.scope)
        )
    except (KeyError, StopIteration, TypeError, ValueError) as error:
        raise BadArchive(ArchiveFault.CHANGED, reading.at) from error
    return listed


class _Reading:
    """The rows of an archive while they are read; `at` is the file that is read now."""

    def __init__(self, archive: Path, listed: ArchiveList, stop: Stop) -> None:
        self._archive, self._listed, self._stop = archive, listed, stop
        self._known = {entry.path for entry in listed.files}
        self.at = archive_list.NAME

    def tables(self) -> Iterator[tuple[str, Sequence[str], Iterable[Sequence[Any]]]]:
        for table in self._listed.tables:
            if table.name == _SEALS and self._listed.scope:
                yield table.name, table.columns, ()
            else:
                yield table.name, table.columns, self._rows(table)
        columns = ("article_id", "title", "lead", "byline", "body")
        yield whole_tables.SEARCHED, columns, self._searched()

    def _rows(self, table: ListedTable) -> Iterator[tuple[Any, ...]]:
        count = 0
        for line in self._lines(table.file):
            count += 1
            yield row_of(line, table.columns, self._bytes)
        if count != table.rows:
            raise ValueError(table.name)

    def _searched(self) -> Iterator[tuple[Any, ...]]:
        """Yield the words of each article's current text."""
        current = {row["id"]: row["revision"] for row in self._named("article")}
        for row in self._named("revision"):
            article = row["article_id"]
            if current.get(article) == row["number"] and (text := readable(row["text"])) is not None:
                yield article, text.title, text.lead, text.byline, body_text(text)

    def _named(self, name: str) -> Iterator[dict[str, Any]]:
        table = next(one for one in self._listed.tables if one.name == name)
        for row in self._rows(table):
            yield dict(zip(table.columns, row, strict=True))

    def _lines(self, path: str) -> Iterator[bytes]:
        self.at = path
        if path not in self._known:
            raise ValueError(path)
        try:
            with (self._archive / path).open("rb") as file:
                for line in file:
                    if self._stop():
                        raise Cancelled
                    yield line
        except OSError as error:
            raise file_trouble(error, self._archive / path) from error

    def _bytes(self, path: str) -> bytes:
        if path not in self._known:
            raise ValueError(path)
        try:
            return (self._archive / path).read_bytes()
        except OSError as error:
            raise file_trouble(error, self._archive / path) from error
