"""Limits: the law's and the printer's, each fault with its figures and its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desk.edition.design import Design, Legal, PageFormat
from desk.edition.edition import Imprint, SectionPart
from desk.export.preflight import Limit, LimitFault, dots, faults
from desk.press.typeset.blank_pages import BlankPages
from desk.press.typeset.layout import Layout
from desk.text.blocks import ArticleText, Picture, Run, Table
from tests.desk.press import editions
from tests.desk.press.editions import paragraph, piece

BULLETIN = Legal(
    "ban-tin",
    "Bản tin",
    pages=64,
    width=190,
    height=270,
    needs=("licence", "printer", "copies", "responsible"),
)


def layout(total: int = 8, form: PageFormat = PageFormat.A5) -> Layout:
    return Layout((), total, total, form.size)


def test_a_sound_issue_has_no_fault() -> None:
    key, data = editions.picture(1600, 900)
    edition = replace(
        editions.with_article(ArticleText("T", "", "", None, (Picture("", key, "Hội nghị"),)), **{key: data}),
        legal=BULLETIN,
    )
    assert faults(edition, layout()) == ()


def test_the_law_limits_pages_size_and_imprint() -> None:
    edition = replace(
        editions.with_article(ArticleText("T")), legal=BULLETIN, design=Design(PageFormat.A4),
        imprint=Imprint(responsible="A", licence=" "),
    )  # fmt: skip
    assert faults(edition, layout(68, PageFormat.A4)) == (
        LimitFault(Limit.PAGES, found=68, allowed=64),
        LimitFault(Limit.SIZE, found=210, allowed=190),
        LimitFault(Limit.SIZE, found=297, allowed=270),
        LimitFault(Limit.IMPRINT, subject="licence"),
        LimitFault(Limit.IMPRINT, subject="printer"),
        LimitFault(Limit.IMPRINT, subject="copies"),
    )


def test_as_many_pages_as_the_law_allows_are_allowed() -> None:
    edition = replace(editions.with_article(ArticleText("T")), legal=Legal("x", "X", pages=64))
    assert faults(edition, layout(64)) == ()
    assert faults(edition, layout(65)) == (LimitFault(Limit.PAGES, found=65, allowed=64),)


def test_without_a_profile_or_without_limits_the_law_is_silent() -> None:
    edition = editions.with_article(ArticleText("T"))
    assert faults(edition, layout(999)) == ()
    assert faults(replace(edition, legal=Legal("x", "X")), layout(999)) == ()


def test_a_profile_out_of_force_is_named() -> None:
    edition = editions.with_article(ArticleText("T"))  # April 2019
    for legal, wrong in (
        (Legal("a", "A", since="2019-04-01", until="2019-04-01"), False),
        (Legal("a", "A", since="2019-04-02"), True),
        (Legal("a", "A", until="2019-03-31"), True),
    ):
        found = faults(replace(edition, legal=legal), layout())
        assert [fault.kind for fault in found] == [Limit.OUT_OF_FORCE] * wrong


def test_pictures_coarse_at_their_printed_width_and_without_words() -> None:
    key, data = editions.picture(640, 400)
    wide = Picture("b1", key, "Chú thích")
    blocks = (wide, paragraph("x"), replace(wide, id="b2", width="half", caption=" "))
    edition = editions.with_article(ArticleText("T", "", "", None, blocks), **{key: data})
    assert faults(edition, layout()) == (
        LimitFault(Limit.COARSE, 1, "b1", found=144, allowed=200),
        LimitFault(Limit.NO_CAPTION, 1, "b2"),
    )


def test_pages_and_sides_are_each_limited_where_the_law_names_them() -> None:
    edition = editions.with_article(ArticleText("T"))
    for legal, kinds in (
        (Legal("x", "X", width=148.0, height=210.0), []),
        (Legal("x", "X", width=147.0), [(148.0, 147.0)]),
        (Legal("x", "X", height=209.0), [(210.0, 209.0)]),
    ):
        found = faults(replace(edition, legal=legal), layout())
        assert [(one.found, one.allowed) for one in found if one.kind is Limit.SIZE] == kinds
        assert len(found) == len(kinds)


def test_the_law_may_want_the_day_that_the_cover_tells() -> None:
    legal = Legal("x", "X", needs=("published", "copies"))
    edition = replace(editions.with_article(ArticleText("T")), legal=legal, imprint=Imprint(copies=300))
    edition = replace(edition, published=None)
    assert faults(edition, layout()) == (LimitFault(Limit.IMPRINT, subject="published"),)
    assert faults(replace(edition, published=date(2019, 4, 26)), layout()) == ()


def test_the_law_counts_on_the_day_of_publication() -> None:
    legal = Legal("x", "X", since="2019-04-26", until="2019-04-26")
    edition = replace(editions.with_article(ArticleText("T")), legal=legal)
    for day, kinds in ((25, [Limit.OUT_OF_FORCE]), (26, []), (27, [Limit.OUT_OF_FORCE])):
        dated = replace(edition, published=date(2019, 4, day))
        assert [(one.kind, one.subject) for one in faults(dated, layout())] == [(kind, "X") for kind in kinds]


def test_dots_are_counted_on_an_inch_of_the_printed_width() -> None:
    key, data = editions.picture(640, 400)
    edition = editions.with_article(ArticleText("T"), **{key: data})
    assert dots(edition, Picture("", key), 25.4) == pytest.approx(640)
    assert dots(edition, Picture("", key), 50.8) == pytest.approx(320)


@pytest.mark.parametrize(("pixels", "coarse"), [(1165, True), (1166, False)])
def test_a_cover_photograph_is_measured_over_the_whole_width_of_the_page(pixels: int, coarse: bool) -> None:
    key, data = editions.picture(pixels, 40)
    edition = replace(editions.with_article(ArticleText("T"), **{key: data}), design=Design(photo=key))
    assert faults(edition, layout()) == (LimitFault(Limit.COARSE, found=200, allowed=200),) * coarse


def test_the_faults_of_the_law_stand_first_then_the_pictures_then_blank_chuyen_muc() -> None:
    key, data = editions.picture(100, 80)
    text = ArticleText("T", "", "", None, (Picture("b", key, ""),))
    edition = editions.with_article(text, **{key: data})
    blank = SectionPart("Trống", ())
    edition = replace(edition, legal=Legal("x", "X", pages=4), sections=(blank, *edition.sections))
    assert [one.kind for one in faults(edition, layout())] == [
        Limit.PAGES,
        Limit.COARSE,
        Limit.NO_CAPTION,
        Limit.BLANK_SECTION,
    ]


def test_a_coarse_cover_photograph_and_a_blank_section() -> None:
    key, data = editions.picture(300, 200)
    edition = editions.with_article(ArticleText("T"), **{key: data})
    edition = replace(
        edition, design=Design(photo=key),
        sections=(SectionPart("Trống", ()), SectionPart("Tin", (piece(1, ArticleText("T")),))),
    )  # fmt: skip
    assert faults(edition, layout()) == (
        LimitFault(Limit.COARSE, found=51, allowed=200),
        LimitFault(Limit.BLANK_SECTION, subject="Trống"),
    )


def test_a_sign_in_the_words_of_the_issue_itself_is_a_fault_that_names_them() -> None:
    edition = editions.with_article(ArticleText("Tin 😀"))  # an article's own are named by its checklists
    edition = replace(
        edition,
        theme="Mừng Xuân 🎉",
        imprint=Imprint(printer="Nhà in 胡"),
        sections=(replace(edition.sections[0], title="Tin ✔ ngắn"), SectionPart("Trống 😀", ())),
    )
    assert [one for one in faults(edition, layout()) if one.kind is Limit.SIGNS] == [
        LimitFault(Limit.SIGNS, subject="Mừng Xuân 🎉"),
        LimitFault(Limit.SIGNS, subject="In tại Nhà in 胡."),
    ]


def test_blank_pages_and_rows_are_remarked_on_last_and_stop_nothing() -> None:
    rows = (((Run("A"),), ()), ((), (Run(" "),)), ((), ()))
    edition = editions.with_article(ArticleText("T", blocks=(Table("t", rows),)))
    found = faults(edition, replace(layout(), blank=BlankPages((6, 7), 300)))
    assert found == (
        LimitFault(Limit.BLANK_PAGES, subject="6, 7", found=6),
        LimitFault(Limit.BLANK_ROWS, 1, "t", subject="2, 3"),
    )
    assert not any(one.stops for one in found)
    assert LimitFault(Limit.BLANK_SECTION).stops
