"""The sample and a long issue as they print: their lines are read from the PDF and none is torn open."""

from __future__ import annotations

import gc
from dataclasses import replace

import pytest

from desk.edition.design import PageFormat
from desk.edition.edition import Edition, SectionPart
from desk.edition.page_geometry import MM, PITCH, geometry
from desk.press.typeset import typst
from desk.sample import articles
from tests.desk.press import editions
from tests.desk.press.booklets import booklet, proof
from tests.desk.press.reading import bookmarks, fragments, opened, page_text
from tests.desk.press.word_spaces import SetLine, set_lines

BORNE = 2.2  # times the natural width of a space


@pytest.fixture(scope="module")
def sample() -> Edition:
    """The sample's texts in print order, without their photographs."""
    taken = articles.read()
    parts = tuple(
        SectionPart(
            section,
            tuple(
                editions.piece(number, one.text)
                for number, one in enumerate(taken.articles, 1)
                if one.section == section
            ),
        )
        for section in taken.sections
    )
    return replace(editions.short_issue(), sections=parts, names=taken.names, pictures={})


def _pdf(edition: Edition, form: PageFormat) -> bytes:
    return booklet(replace(edition, design=replace(edition.design, format=form, emblem="", photo="")))


def _lines(pdf: bytes) -> list[SetLine]:
    return list(set_lines(opened(pdf)))


@pytest.fixture(scope="module", params=PageFormat)
def printed(request: pytest.FixtureRequest, sample: Edition) -> tuple[PageFormat, bytes, list[SetLine]]:
    """The sample in a format, set and read once."""
    pdf = _pdf(sample, request.param)
    return request.param, pdf, _lines(pdf)


def test_no_line_of_the_sample_is_torn_open(printed: tuple[PageFormat, bytes, list[SetLine]]) -> None:
    _, _, lines = printed
    assert len(lines) > 500
    assert [line for line in lines if line.widest > BORNE] == []
    assert sum(line.widest > 1.8 for line in lines) < len(lines) / 100


@pytest.fixture(scope="module")
def long_issue() -> Edition:
    """The issue of 60 articles and 64 pages; its words come in any order, signs and dates anywhere."""
    return editions.full_issue()


@pytest.mark.parametrize("form", [PageFormat.A5, PageFormat.A4])
def test_no_line_of_the_issue_of_64_pages_is_torn_open(long_issue: Edition, form: PageFormat) -> None:
    """On A4 "lĩnh vực khoa giáo. số 36-NQ/TW, ngày | 01/7/2014" had spaces of 2.57 times their width."""
    typst.forget()  # of the tests before
    gc.collect()
    lines = _lines(_pdf(long_issue, form))
    assert len(lines) > 1000
    assert [line for line in lines if line.widest > BORNE] == []


def test_a4_is_set_over_both_columns_and_ends_them_at_one_height(
    sample: Edition, printed: tuple[PageFormat, bytes, list[SetLine]]
) -> None:
    form, pdf, _ = printed
    if form is not PageFormat.A4:
        return
    page = geometry(form)
    sheets = {number: fragments(sheet) for number, sheet in enumerate(opened(pdf).pages, 1)}
    (first, *_) = [number for number, said in sheets.items() if any(one.size == 14 for one in said)]
    # Nothing of the text stands beside the first section's name.
    name = min((one for one in sheets[first] if one.size == 14), key=lambda one: one.down)
    middle = (page.outside if first % 2 == 0 else page.inside) + page.text / 2
    assert abs(name.x - middle * MM) < page.column * MM
    assert all(one.down > name.down + PITCH for one in sheets[first] if one.size in (11, 13))
    # The last page of text ends in both columns, no more than a few lines apart.
    last = max(number for number, said in sheets.items() if sum(one.size == 11 for one in said) > 4)
    middle = ((page.outside if last % 2 == 0 else page.inside) + page.text / 2) * MM
    body = [one for one in sheets[last] if one.size == 11]
    feet = [max(one.down for one in body if (one.x > middle) is right) for right in (False, True)]
    assert abs(feet[0] - feet[1]) < 3 * PITCH


def test_no_title_of_the_sample_ends_a_line_before_what_it_leads_to(
    sample: Edition, printed: tuple[PageFormat, bytes, list[SetLine]]
) -> None:
    titles = [line.words.strip() for line in printed[2] if line.size == 13]
    assert len(titles) >= len(sample.pieces)
    leading = ("của", "trong", "về", "và", "với", "cho", "các", "ở")
    assert [line for line in titles if line.rpartition(" ")[2] in leading] == []


def test_of_several_blank_pages_one_lies_behind_the_cover(sample: Edition) -> None:
    """Two of the 28 were blank side by side before the imprint."""
    made = proof(sample)
    pages = opened(made.pdf).pages
    blank = [number for number, page in enumerate(pages, 1) if not page_text(page).strip()]
    assert len(pages) % 4 == 0
    assert made.plan.total == len(pages)
    assert 2 in blank or len(blank) < 2
    assert not any(number + 1 in blank for number in blank[1:])
    titles = {title: page for level, title, page in bookmarks(opened(made.pdf)) if level == 2}
    for piece, mark in zip(sample.pieces, made.plan.marks, strict=True):
        assert titles[piece.text.title] == mark.first
