"""The contents and the words of the cover: where they stand on the page."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
import pytest

from desk.edition.edition import Edition
from desk.edition.page_geometry import MM, geometry
from tests.desk.press.booklets import booklet
from tests.desk.press.editions import long_issue


@pytest.fixture(scope="module")
def issue() -> Edition:
    return long_issue(articles=12, photos=0)


@pytest.fixture(scope="module")
def pages(issue: Edition) -> list[list[tuple[str, float, float]]]:
    """What the first pages say: letters, left and right edge of their ink in points."""
    found = []
    document = pdfium.PdfDocument(io.BytesIO(booklet(issue)))
    for page in list(document)[:3]:
        letters = page.get_textpage()
        said = []
        for piece in page.get_objects(max_depth=4, textpage=letters):
            if isinstance(piece, pdfium.PdfTextObj) and (words := piece.extract().strip()):
                left, _, right, _ = piece.get_bounds()
                said.append((words, left, right))
        found.append(said)
    return found


def test_spaced_capitals_of_the_cover_stand_on_its_axis(
    issue: Edition, pages: list[list[tuple[str, float, float]]]
) -> None:
    """BẢN TIN stood 0.7 mm to the right: the space after its last letter was taken off twice."""
    axis = issue.design.format.size[0] * MM / 2
    for words in ("BẢNTIN", "LƯUHÀNHNỘIBỘ"):  # letter-spaced: what is read has spaces anywhere
        ((left, right),) = [(left, right) for said, left, right in pages[0] if said.replace(" ", "") == words]
        assert (left + right) / 2 == pytest.approx(axis, abs=0.1 * MM), words


def test_titles_hang_in_the_contents_and_dots_end_at_the_numbers(
    issue: Edition, pages: list[list[tuple[str, float, float]]]
) -> None:
    """Dots ended 8 mm before the number, and the second line of a title began where the first does."""
    page = geometry(issue.design.format)
    (contents,) = [said for said in pages[1:] if any("MỤC LỤC" in words for words, *_ in said)]
    edge = min(left for _, left, _ in contents)
    second = [left for words, left, _ in contents if words.startswith("Hội nghị Giao")]
    assert second
    assert all(left - edge == pytest.approx(5 * MM, abs=0.3 * MM) for left in second)
    dots = max(right for words, _, right in contents if not words.strip(". "))
    assert edge + page.text * MM - dots < 7 * MM
