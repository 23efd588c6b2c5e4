"""An issue is set closer or looser where that leaves fewer pages blank: the search, and what it does to the pages."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from desk.edition.design import USUAL, Design, Fitting, PageFormat
from desk.edition.edition import Edition, Imprint
from desk.edition.page_geometry import PITCH, geometry, leading
from desk.press.typeset import typst
from desk.press.typeset.blank_pages import BlankPages
from desk.press.typeset.fitting import (
    STEPS,
    TRIES,
    Fitted,
    blanks,
    candidates,
    fitted_to,
    search,
)
from desk.press.typeset.layout import Layout, PageSpan, Proofing
from desk.text.blocks import ArticleText
from tests.desk.press import editions
from tests.desk.press.booklets import booklet, pages
from tests.desk.press.editions import paragraph
from tests.desk.press.reading import fragments, opened
from tests.desk.press.word_spaces import set_lines

BORNE = 2.2  # times the natural width of a space
EDITION = editions.with_article(ArticleText("Tít", "", "", None, (paragraph("Một câu."),)))


def lines(count: int) -> Edition:
    """Return an issue of one article of so many lines, without an imprint."""
    said = tuple(paragraph(f"Dòng thứ {n} của bài này.") for n in range(count))
    return replace(editions.with_article(ArticleText("Tít của bài", "", "", None, said)), imprint=Imprint())


def laid(blank: int, total: int = 28, filled: float = 1.0, *, less: int = 0) -> Layout:
    """Return a layout of 24 pages of text with so many blank ones, that wants 20 to 50 lines more or `less`."""
    span = PageSpan(1, 3, 26, 18.0, 100.0, 800, 24.0)
    pages = tuple(range(total - blank, total))
    found = BlankPages(pages, 400, less, total - 4 if less else 0, 20, 50, 10.0) if blank else None
    return Layout((span,), total - blank - 1, total, (148, 210), blank=found, filled=filled)


def driven(edition: Edition, now: Layout, lay: Callable[[Edition], Layout]) -> tuple[Fitted, list[Fitting]]:
    """Search through to the end; return what came of it and the settings that were laid out."""
    tried = search(edition, now)
    given: list[Fitting] = []
    answer: Layout | None = None
    while True:
        try:
            step = next(tried) if answer is None else tried.send(answer)
        except StopIteration as end:
            return end.value, given
        given.append(step)
        answer = lay(fitted_to(edition, step))


def by_setting(usual: Layout, better: Iterable[tuple[Fitting, Layout]]) -> Callable[[Edition], Layout]:
    known = dict(better)
    return lambda edition: known.get(edition.design.fitting, usual)


def test_the_least_change_that_is_enough_ends_the_search() -> None:
    usual, looser = laid(2), Fitting(lines=-1)
    found, given = driven(EDITION, usual, by_setting(usual, [(looser, laid(0))]))
    assert given == [looser]  # 24 lines more are reckoned, from 20 to 50 are wanted
    assert found == Fitted(looser, laid(0), usual, 1)
    assert found.saved == 2


def test_what_is_reckoned_to_be_enough_is_tried_first() -> None:
    assert candidates(EDITION, laid(2))[0] == Fitting(lines=-1)
    # 30 lines less save a sheet: one line a column gives 24, two give 48; 48 more fill the blank pages, too
    assert candidates(EDITION, laid(1, less=30))[0] == Fitting(lines=-1)
    wanted = replace(laid(1, less=30), blank=BlankPages((27,), 400, 30, 24, 49, 82, 10.0))
    assert candidates(EDITION, wanted)[0] == Fitting(lines=2)
    assert len(candidates(EDITION, wanted)) == TRIES < len(STEPS)


def test_of_several_that_help_the_one_with_the_fewest_blank_pages_is_taken() -> None:
    usual = laid(3)
    better = [(Fitting(lines=-1), laid(2)), (Fitting(lines=1), laid(1)), (Fitting(air=1), laid(1))]
    found, given = driven(EDITION, usual, by_setting(usual, better))
    assert (found.fitting, found.saved, found.tried) == (Fitting(lines=1), 2, TRIES)
    assert given == candidates(EDITION, usual)


def test_where_none_helps_the_issue_stays_as_usual_and_no_more_than_five_are_tried() -> None:
    usual = laid(2)
    found, given = driven(EDITION, usual, lambda _: usual)
    assert (found.fitting, found.saved, len(given)) == (USUAL, 0, TRIES)


def test_no_sheet_is_added() -> None:
    usual = laid(2)
    found, _ = driven(EDITION, usual, lambda _: laid(0, total=32))
    assert found.fitting == USUAL


def test_an_issue_that_fills_its_sheets_is_left_alone() -> None:
    found, given = driven(EDITION, laid(0), lambda _: laid(0))
    assert (found, given) == (Fitted(USUAL, laid(0), laid(0), 0), [])


def test_a_last_page_of_few_lines_is_filled_better() -> None:
    usual = laid(0, filled=0.3)
    found, given = driven(EDITION, usual, by_setting(usual, [(Fitting(lines=1), laid(0, filled=0.9))]))
    assert (found.fitting, len(given)) == (Fitting(lines=1), 2)


def test_no_blank_page_is_traded_for_a_last_page_of_two_lines() -> None:
    usual, better = laid(2), [(Fitting(lines=-1), laid(0, filled=0.1)), (Fitting(air=1), laid(1))]
    found, _ = driven(EDITION, usual, by_setting(usual, better))
    assert found.fitting == Fitting(air=1)
    thin = laid(2, filled=0.1)  # where the usual one ends so as well, it is no loss
    assert driven(EDITION, thin, by_setting(thin, better[:1]))[0].saved == 2


def test_what_is_fitted_already_is_searched_anew_from_the_usual_setting() -> None:
    set_so = fitted_to(EDITION, Fitting(lines=2))
    found, given = driven(set_so, laid(0), lambda _: laid(0))
    assert (found.fitting, given) == (USUAL, [USUAL])  # the text has changed: it fills its sheets by itself


@pytest.mark.parametrize("form", PageFormat)
@pytest.mark.parametrize("step", STEPS)
def test_a_setting_changes_lines_and_never_the_columns_height_or_the_size_of_letters(
    form: PageFormat, step: Fitting
) -> None:
    usual, page = geometry(form), geometry(form, step)
    assert (page.lines, usual.pitch) == (usual.lines + step.lines, PITCH)
    assert page.room == pytest.approx(usual.room, abs=0.01)
    assert 1.2 * 11 < page.pitch < 1.45 * 11
    assert abs(leading(Design(form, fitting=step))) <= 6


def test_eleven_lines_on_a_last_page_go_back_to_the_page_before() -> None:
    edition = lines(347)
    proofing = Proofing()
    try:
        usual = proofing.lay(edition)
        assert (usual.total, blanks(usual)) == (16, 3)
        assert usual.filled == pytest.approx(11 / 34)
        found, _ = driven(edition, usual, proofing.lay)
    finally:
        proofing.close()
    assert (found.layout.total, blanks(found.layout), found.saved) == (12, 0, 3)
    before, after = pages(edition), pages(fitted_to(edition, found.fitting))
    assert before.marks[0].last - before.marks[0].first == 1 + after.marks[0].last - after.marks[0].first


def test_a_long_issue_saves_a_sheet_and_its_letters_and_spaces_stay_as_they_are() -> None:
    edition = replace(editions.full_issue(), design=Design(PageFormat.SMALL))
    typst.forget()  # of the tests before
    gc.collect()
    proofing = Proofing()
    try:
        found, given = driven(edition, proofing.lay(edition), proofing.lay)
    finally:
        proofing.close()
        typst.forget()
    assert (found.usual.total, found.layout.total) == (68, 64)
    assert (blanks(found.usual), blanks(found.layout)) == (2, 0)
    assert len(given) <= TRIES
    sizes, loose = [], []
    for one in (edition, fitted_to(edition, found.fitting)):
        reader = opened(booklet(one))
        sizes.append({round(it.size, 2) for page in reader.pages for it in fragments(page)})
        loose = [line for line in set_lines(reader) if line.widest > BORNE]
        del reader
        gc.collect()  # its pages know each other: some 150 MB
    assert loose == []
    assert sizes[0] == sizes[1]
