"""The shelf: what a released issue takes in the desk beside its files, and how long its files take to come back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import peewee as pw

from desk.database import connection, store
from desk.database.connection import column
from desk.database.issue_tables import Issue, Release, ReleaseFile, ReleasePart
from desk.department import passwords, settings
from desk.edition.edition import Edition
from desk.edition.outputs import PLAIN, Output
from desk.export import packages
from desk.export.make import make
from desk.issues import issues, released_files, releases
from desk.issues.issues import IssueWords
from desk.pictures import stored_pictures
from desk.pictures.prepared_picture import Prepared
from tests.bench.figure import Row, Sizes, median_of, under
from tests.desk.press.editions import NAMES, full_issue

_MOST = 6.0  # MB


def rows(sizes: Sizes) -> Iterator[Row]:
    """Put the full issue on the shelf of a new desk."""
    edition = full_issue()
    files = {one: packages.package(edition, one, make(edition, one, PLAIN)) for one in releases.FROZEN}
    whole = sum(len(data) for made in files.values() for data in made.values()) / 1e6
    with TemporaryDirectory() as folder:
        path = Path(folder) / "desk.sqlite"
        passwords.COST = 2**4
        store.create(path)
        store.open_file(path)
        try:
            _shelve(edition, files)
            used = sum(
                length
                for table in (ReleaseFile, ReleasePart)
                for length in column(table.select(pw.fn.length(table.data)))
            )
            yield under(
                "an issue of 64 pages, 30 photographs, in the desk beyond its pictures",
                used / 1e6,
                _MOST,
                f"{whole:.1f} MB of files",
                "MB",
            )
            taken = median_of(lambda: releases.files(1), 5, warm=1)
            yield under("its files taken from the shelf, each proven by its SHA-256", taken, 500, "")
        finally:
            store.close_file()


def _shelve(edition: Edition, files: Mapping[Output, Mapping[str, bytes]]) -> None:
    admin = settings.found(NAMES, settings.PROPOSED_SECTIONS, "Quản Trị", "", "", "mật khẩu 1")
    issues.make(admin, IssueWords("4", 2019, 4))
    for key, data in edition.pictures.items():
        made = Prepared(data, key, "image/jpeg", 1500, 1000, "ảnh.jpg", edition.renditions[key])
        stored_pictures.add_prepared(admin, made)
    with connection.writing():
        made = Release.insert(
            issue=Issue.select().get().id, number=1, at="", by=admin, pages=64,
            manifest="{}", sha256="", cover=b"", width=148, height=210,
        ).execute()  # fmt: skip
        released_files.keep(made, edition, files)
