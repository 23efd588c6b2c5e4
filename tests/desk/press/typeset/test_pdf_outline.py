"""Where the articles of a finished PDF stand, read from its outline."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import product

import pypdf
import pytest
from pypdf.generic import Fit

from desk.edition.design import Design, PageFormat
from desk.edition.page_geometry import MM
from desk.press.typeset.layout import Layout, PageSpan, Proofing
from desk.press.typeset.pdf_outline import placed
from tests import effort
from tests.desk.press import editions
from tests.desk.press.booklets import booklet

SIZE = (100.0, 200.0)  # mm


@pytest.mark.parametrize(
    ("form", "boxed"),
    list(product(PageFormat, (False, True)))
    if effort.LONG
    else [(PageFormat.SMALL, True), (PageFormat.A4, False)],
)
def test_a_finished_pdf_tells_where_its_articles_stand(form: PageFormat, boxed: bool) -> None:
    edition = replace(editions.long_issue(6, 2), design=Design(form))
    first, *others = edition.sections
    edition = replace(edition, sections=(replace(first, boxed=boxed), *others))
    proofing = Proofing()
    layout = proofing.lay(edition)
    proofing.close()
    foot = layout.size[1]
    kept = [PageSpan(span.article, span.first, span.last, 0, foot, 0, 0) for span in layout.spans]
    made = booklet(edition)
    found = placed(replace(layout, spans=tuple(kept)), made)
    for was, now in zip(layout.spans, found.spans, strict=True):
        assert (now.article, now.first, now.column) == (was.article, was.first, was.column)
        assert now.top == pytest.approx(was.top, abs=6)
        assert (now.last, now.last_column, now.bottom) >= (was.last, was.last_column, was.bottom - 8)
        side = layout.size[0] / 4
        assert found.at(was.first, side + 2 * side * was.column, was.top + 4) == now
    assert placed(replace(layout, spans=tuple(kept[1:])), made).spans == tuple(kept[1:])


def pdf(*headings: tuple[int, int | None, float | None, float | None]) -> bytes:
    """Make a PDF of four pages with an outline; a heading is its level, its page from 0, mm from left and head."""
    writer = pypdf.PdfWriter()
    for _ in range(4):
        writer.add_blank_page(SIZE[0] * MM, SIZE[1] * MM)
    section = None
    for level, page, across, down in headings:
        left = None if across is None else across * MM
        fit = Fit.fit() if down is None else Fit.xyz(left=left, top=(SIZE[1] - down) * MM)
        made = writer.add_outline_item(
            title="x", page_number=page, parent=section if level else None, fit=fit
        )
        section = section if level else made
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def layout(*pages: tuple[int, int], columns: int = 1) -> Layout:
    spans = tuple(PageSpan(n, first, last, 0, SIZE[1], 0, 0) for n, (first, last) in enumerate(pages, 1))
    return Layout(spans, 4, 4, SIZE, columns)


def test_an_article_ends_where_the_next_heading_stands() -> None:
    made = pdf((0, 1, 10, 20), (1, 1, 10, 30), (1, 2, 10, 80), (0, 3, 10, 15), (1, 3, 10, 25))
    spans = placed(layout((2, 3), (3, 4), (4, 4)), made).spans
    assert [(span.first, span.last, span.top, span.bottom) for span in spans] == [
        (2, 3, 30, 80),
        (3, 4, 80, 15),  # a chuyên mục's heading ends it too
        (4, 4, 25, 200),
    ]


def test_a_heading_beyond_its_last_page_does_not_end_an_article() -> None:
    made = pdf((0, 1, 10, 20), (1, 1, 10, 30), (1, 3, 10, 80))
    first, _ = placed(layout((2, 3), (4, 4)), made).spans
    assert (first.last, first.bottom) == (3, 200)


def test_columns_are_known_by_their_side_of_the_page() -> None:
    made = pdf((0, 1, 10, 20), (1, 1, 10, 30), (1, 1, 60, 40))
    first, second = placed(layout((2, 2), (2, 2), columns=2), made).spans
    assert (first.column, first.last_column, first.bottom) == (0, 1, 40)
    assert (second.column, second.last_column, second.bottom) == (1, 1, 200)
    one_column = placed(layout((2, 2), (2, 2)), made).spans
    assert [span.column for span in one_column] == [0, 0]


def test_entries_that_lead_nowhere_are_no_headings() -> None:
    made = pdf((0, 1, 10, 20), (1, 1, 40, 30), (1, 2, 10, None), (1, None, 10, 20), (1, 3, None, 50))
    first, second = placed(layout((2, 3), (4, 4), columns=2), made).spans
    assert (first.top, first.column, first.last, first.bottom) == (30, 0, 3, 200)
    assert (second.top, second.column) == (50, 0)


def test_an_outline_of_other_articles_is_not_believed() -> None:
    given = layout((2, 3), (4, 4))
    assert placed(given, pdf((0, 1, 10, 20), (1, 1, 10, 30))) == given
    assert placed(given, pdf((0, 1, 10, 20), (1, 1, 10, 30), (1, 2, 10, 30))) == given
