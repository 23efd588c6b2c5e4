"""Packages: an output's files by path, and what is measured of an edition."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from desk.edition.outputs import Output
from desk.export.packages import measured, package
from tests.desk.press import editions


def test_one_file_or_the_files_of_a_folder() -> None:
    edition = editions.short_issue()
    assert package(edition, Output.PRINT, b"pdf") == {"ban-tin-so-4-2019-in.pdf": b"pdf"}
    pages = {"index.html": b"1", "bai.html": b"2"}
    assert package(edition, Output.WEB, pages) == {
        "ban-tin-so-4-2019-html/index.html": b"1",
        "ban-tin-so-4-2019-html/bai.html": b"2",
    }


def test_an_edition_is_measured_with_its_cover() -> None:
    edition = editions.short_issue()
    found = measured(edition)
    assert set(found.pages) == {piece.article for piece in edition.pieces}
    assert all(1 < first <= last <= found.layout.total for first, last in found.pages.values())
    assert found.pages == {span.article: (span.first, span.last) for span in found.layout.spans}
    with Image.open(BytesIO(found.cover)) as cover:
        assert (cover.format, cover.size) == ("PNG", (420, 596))  # 72 dots on an inch of A5
