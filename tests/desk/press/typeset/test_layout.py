"""The layout: how long every piece is, and a proof that follows edits, from whatever thread."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from desk.edition.design import Design, PageFormat
from desk.edition.edition import Edition
from desk.edition.page_geometry import MM, PITCH, geometry
from desk.errors import Cancelled, PressFailed
from desk.press.typeset.layout import Layout, PageSpan, Proofing, layout_of, view_inputs
from desk.press.typeset.positions import PositionMark, Standing
from desk.text.blocks import ArticleText, Run
from tests import effort
from tests.desk.press import editions
from tests.desk.press.booklets import proof
from tests.desk.press.editions import BODY, paragraph
from tests.desk.press.shapes import furnished


@pytest.fixture
def proofing() -> Iterator[Proofing]:
    made = Proofing()
    yield made
    made.close()


@pytest.fixture(scope="module")
def laid() -> Iterator[Proofing]:
    """The proof of a short issue, laid out."""
    made = Proofing()
    made.lay(editions.short_issue())
    yield made
    made.close()


def edited(edition: Edition, words: str) -> Edition:
    """Return the edition with words added to its first article."""
    part = edition.sections[0]
    first = part.pieces[0]
    text = replace(first.text, blocks=(*first.text.blocks, paragraph(words)))
    return replace(
        edition, sections=(replace(part, pieces=(replace(first, text=text), *part.pieces[1:])), *edition.sections[1:])
    )  # fmt: skip


@pytest.mark.parametrize("design", [Design(), Design(PageFormat.A4)])
def test_spans_stand_where_the_pages_say(proofing: Proofing, design: Design) -> None:
    edition = furnished(design)
    layout, plan = proofing.lay(edition), proof(edition).plan
    assert [(span.article, span.first, span.last) for span in layout.spans] == [
        (mark.article, mark.first, mark.last) for mark in plan.marks
    ]
    assert (layout.used, layout.total, layout.size) == (plan.used, plan.total, design.format.size)
    for span in layout.spans:
        assert 0 < span.top < design.format.size[1]
        assert 0 < span.bottom < design.format.size[1]


def span(article: int, first: tuple[int, int, float], last: tuple[int, int, float]) -> PageSpan:
    (page, column, top), (end, last_column, bottom) = first, last
    return PageSpan(article, page, end, top, bottom, 0, 0, column, last_column)


@pytest.mark.parametrize(
    ("page", "across", "down", "article"),
    [
        (3, 50, 19.9, 0),
        (3, 50, 20, 1),
        (3, 50, 290, 1),  # it goes on in the second column
        (3, 100, 105, 1),  # the middle is still the first column
        (3, 100.1, 105, 0),
        (3, 150, 100, 1),
        (3, 150, 110, 2),
        (4, 50, 5, 2),
        (4, 150, 290, 2),
        (5, 50, 50, 2),
        (5, 50, 50.1, 0),
        (5, 150, 10, 0),
        (2, 50, 60, 0),
    ],
)
def test_a_place_of_a_page_belongs_to_what_stands_there(
    page: int, across: float, down: float, article: int
) -> None:
    spans = (span(1, (3, 0, 20), (3, 1, 100)), span(2, (3, 1, 110), (5, 0, 50)))
    found = Layout(spans, 5, 8, (200, 300), columns=2).at(page, across, down)
    assert (found.article if found else 0) == article


def test_on_one_column_both_halves_of_a_page_are_the_same() -> None:
    layout = Layout((span(1, (3, 0, 20), (3, 0, 100)),), 3, 4, (200, 300))
    assert layout.at(3, 150, 60) == layout.at(3, 50, 60) == layout.spans[0]


@pytest.mark.parametrize(
    ("form", "last", "lines", "pages", "left"),
    [
        (PageFormat.A5, (3, 0, 10), 10, 0.29, {}),
        (PageFormat.A5, (4, 0, 10), 44, 1.29, {}),
        (PageFormat.A4, (3, 1, 10), 60, 0.6, {}),
        (PageFormat.A4, (3, 1, 10), 20, 0.2, {3: 40}),  # both columns are ten lines high
        (PageFormat.A4, (4, 1, 0), 150, 1.5, {}),
        (PageFormat.A4, (4, 1, 20), 140, 1.4, {4: 30, 5: 10}),
        (PageFormat.A4, (4, 0, 20), 120, 1.2, {4: 30}),  # it does not reach the second column
    ],
)
def test_a_pieces_lines_are_those_of_the_columns_it_runs_through(
    form: PageFormat, last: tuple[int, int, float], lines: int, pages: float, left: dict[int, int]
) -> None:
    edition = editions.with_article(ArticleText("T"))
    edition = replace(edition, design=Design(form))
    shape = geometry(form)
    page, column, at = last
    down = shape.top + at * PITCH / MM
    marks = (PositionMark("first", 0, 3, 0, shape.top), PositionMark("last", 0, page, column, down))
    layout = layout_of(edition, Standing(marks, page, page + 2, shared=False, left=left))
    assert layout.spans == (
        PageSpan(1, 3, page, round(shape.top, 2), round(down, 2), lines, pages, 0, column),
    )
    assert (layout.used, layout.total, layout.size, layout.columns) == (
        page,
        page + 2,
        form.size,
        shape.columns,
    )


@pytest.mark.parametrize("ppi", [36.0, 44.2, 60.3, 96.0, 110.0])
@pytest.mark.parametrize("form", PageFormat)
def test_a_page_is_shown_in_whole_dots_that_hold_all_of_it(form: PageFormat, ppi: float) -> None:
    told = view_inputs("a.pdf", 7, form.size, ppi)
    assert (told["file"], told["page"]) == ("a.pdf", "7")
    dots = {name: float(told[name]) * ppi / 25.4 for name in ("width", "height", "across")}
    assert dots["width"] == pytest.approx(round(form.size[0] * ppi / 25.4))
    assert dots["height"] == pytest.approx(round(dots["height"]))
    painted = dots["across"] * form.size[1] / form.size[0]
    assert 0 < dots["width"] - dots["across"] < 0.02
    assert 0 <= dots["height"] - painted < 1
    assert float(told["stretch"]) == pytest.approx(dots["height"] / painted)


def test_the_smallest_picture_of_a_page_is_a_dot() -> None:
    assert float(view_inputs("a.pdf", 1, (100.0, 100.0), 0.01)["width"]) == pytest.approx(2540)


def test_length_in_lines_is_exact(proofing: Proofing) -> None:
    def length(text: ArticleText) -> tuple[int, float]:
        span = proofing.lay(editions.with_article(text)).spans[0]
        return span.lines, span.pages

    # Two lines of title, one of lead, then so many lines broken by hand.
    assert length(ArticleText("T", "L", "", None, (paragraph("a\n" * 9 + "a"),))) == (13, 0.38)
    assert length(ArticleText("T", "L", "B", None, (paragraph("a\n" * 9 + "a"),))) == (14, 0.41)
    lines, pages = length(ArticleText("T", "", "", None, (paragraph("a\n" * 79 + "a"),)))
    assert 82 <= lines <= 84  # a line may stay empty at a foot
    assert pages == pytest.approx(lines / 34, abs=0.01)


def test_a_click_finds_its_article(proofing: Proofing) -> None:
    for form in (PageFormat.SMALL, PageFormat.A4):
        layout = proofing.lay(replace(editions.long_issue(6, 2), design=Design(form)))
        for span in layout.spans:
            side = layout.size[0] / 4
            assert layout.at(span.first, side + 2 * side * span.column, span.top + 1) == span
            assert layout.at(span.last, side + 2 * side * span.last_column, span.bottom - 1) == span
        assert layout.at(1, 50, 50) is None
        assert layout.at(layout.total + 1, 50, 50) is None


def test_a_refresh_is_what_a_fresh_start_would_be(proofing: Proofing) -> None:
    edition = editions.long_issue(5, 2)
    proofing.lay(edition)
    for words in (BODY[1], BODY[2] * 3):
        edition = edited(edition, words)
        fresh = Proofing()
        try:
            assert proofing.lay(edition) == fresh.lay(edition)
            assert proofing.page(5) == fresh.page(5)
        finally:
            fresh.close()


def test_pages_are_pictures_of_the_size_asked_for(laid: Proofing) -> None:
    for ppi in (60.0, 144.0):
        with Image.open(io.BytesIO(laid.page(3, ppi))) as image:
            assert image.width == pytest.approx(148 / 25.4 * ppi, abs=1)
            assert image.height == pytest.approx(210 / 25.4 * ppi, abs=1)
    for number in (0, 9):
        with pytest.raises(PressFailed, match="no page"):
            laid.page(number)
    assert laid.page(8)


def test_a_page_before_the_first_layout_is_refused(proofing: Proofing) -> None:
    with pytest.raises(PressFailed):
        proofing.page(1)


def test_it_can_be_stopped_between_steps_and_goes_on(proofing: Proofing) -> None:
    edition = editions.short_issue()
    for patience in range(4):
        answers = iter([False] * patience + [True] * 9)
        with pytest.raises(Cancelled):
            proofing.lay(edition, stop=lambda answers=answers: next(answers))  # type: ignore[misc]
    assert proofing.lay(edition).total == 8
    with pytest.raises(Cancelled):
        proofing.page(1, stop=lambda: True)


def test_what_cannot_be_set_leaves_the_proof_usable(proofing: Proofing) -> None:
    edition = editions.short_issue()
    proofing.lay(edition)
    before = proofing.page(3)
    with pytest.raises(PressFailed):
        proofing.lay(replace(edition, pictures={}))
    assert proofing.page(3) == before
    assert proofing.lay(edition).total == 8


def test_it_works_in_other_threads_and_closes_its_folder() -> None:
    made, results = Proofing(), []
    edition = editions.short_issue()

    def work() -> None:
        results.append((made.lay(edition), made.page(2)))

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 3
    assert all(isinstance(layout, Layout) for layout, _ in results)
    assert len({image for _, image in results}) == 1
    folder = Path(made._folder.name)
    assert folder.exists()
    made.close()
    made.close()
    assert not folder.exists()
    with pytest.raises(Cancelled):
        made.lay(edition)


def test_links_and_marks_survive_an_edit_of_nothing(proofing: Proofing) -> None:
    edition = edited(editions.short_issue(), "x")
    first = proofing.lay(edition)
    assert proofing.lay(edition) == first
    longer = edited(edition, Run("y" * 20).text)
    assert proofing.lay(longer).spans[0].lines == first.spans[0].lines + 1


@pytest.mark.parametrize(
    "ppi", [36.0, 44.0, 44.2, 50.4, 60.3, 96.0, 110.0] if effort.LONG else [36.0, 44.2, 60.3]
)
def test_no_row_of_dots_is_left_out_of_a_page(laid: Proofing, ppi: float) -> None:
    """Beside the same page painted four times as fine: a row or column left out shifts all that follows."""
    seen, fine = (_grey(laid.page(3, dots)) for dots in (ppi, 4 * ppi))
    wanted = fine.resize(seen.size, Image.Resampling.BOX)
    for band in range(8):
        box = (0, seen.height * band // 8, seen.width, seen.height * (band + 1) // 8)
        apart = ImageStat.Stat(ImageChops.difference(seen.crop(box), wanted.crop(box))).mean[0]
        assert apart < 5, band


def _grey(png: bytes) -> Image.Image:
    with Image.open(io.BytesIO(png)) as image:
        return image.convert("L")
