"""Limits: the law's and the printer's, each fault with its figures and its place."""

from __future__ import annotations

from dataclasses import replace

from desk.edition.design import Design, Legal, PageFormat
from desk.edition.edition import Imprint, SectionPart
from desk.export.preflight import Limit, LimitFault, faults
from desk.press.typeset.layout import Layout
from desk.text.blocks import ArticleText, Picture
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
