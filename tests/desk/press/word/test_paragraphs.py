"""The paragraphs of an issue as Word has them: contents, looks, spaces below, lists, pictures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.edition.design import Design, PageFormat
from desk.edition.edition import Edition, SectionPart
from desk.edition.page_geometry import geometry
from desk.press.typeset.table_columns import ColumnGrid
from desk.press.word.paragraphs import (
    BEFORE_PICTURE,
    Box,
    ContentsLine,
    Item,
    Para,
    PicturesAbreast,
    Shot,
    anchor,
    contents,
    paragraphs_of,
)
from desk.text.blocks import ArticleText, Block, Heading, ListItem, Paragraph, Picture, Quote, Run, Table
from tests.desk.press import editions
from tests.desk.press.editions import runs

KEY, DATA = editions.picture(600, 400)


def edition(*sections: SectionPart) -> Edition:
    return replace(editions.short_issue(), sections=sections, pictures={KEY: DATA})


def section(title: str, *texts: ArticleText, boxed: bool = False) -> SectionPart:
    return SectionPart(title, tuple(editions.piece(n, text) for n, text in enumerate(texts, 1)), boxed)


def items(*blocks: Block, **more: str) -> list[Item]:
    return paragraphs_of(edition(section("Tin", ArticleText("T", blocks=blocks, **more))))  # type: ignore[arg-type]


def looks(made: list[Item]) -> list[str]:
    return [item.look if isinstance(item, Para) else type(item).__name__ for item in made]


def para(words: str = "chữ") -> Paragraph:
    return Paragraph("", runs(words))


def test_sections_and_articles_are_lines_of_the_contents() -> None:
    made = edition(
        section("A", ArticleText("Một"), ArticleText("Hai")), section("Rỗng"), section("B", ArticleText("Ba"))
    )
    assert contents(made) == tuple(
        ContentsLine(level, words, f"_Toc{n:06}")
        for n, (level, words) in enumerate([(1, "A"), (2, "Một"), (2, "Hai"), (1, "B"), (2, "Ba")], 1)
    )
    assert anchor(9) == "_Toc000010"
    headed = [item for item in paragraphs_of(made) if isinstance(item, Para) and item.anchor]
    assert [item.anchor for item in headed] == [line.anchor for line in contents(made)]
    assert [item.look for item in headed] == ["Heading1", "Heading2", "Heading2", "Heading1", "Heading2"]
    assert [item.new_page for item in headed] == [True, False, False, False, False]


def test_every_block_has_its_look() -> None:
    made = items(
        Heading("", runs("a"), 1), Heading("", runs("b"), 2), para(), Quote("", runs("c")), para(" \n"),
        ListItem("", runs("d")), lead="Sapô", byline="An",
    )  # fmt: skip
    assert looks(made) == [
        "Heading1", "Heading2", "BTLead", "BTHeading1", "BTHeading2", "BTBody", "BTQuote", "BTList", "BTByline",
    ]  # fmt: skip


def test_lists_are_told_apart_and_know_their_depth_and_rank() -> None:
    made = items(
        ListItem("", runs("a"), True, 0, 7), ListItem("", runs("b"), False, 1), ListItem("", runs("c"), False, 2),
        ListItem("", runs("d"), True, 0), para(), ListItem("", runs("e"), True, 0),
    )  # fmt: skip
    places = [item.numbering for item in made if isinstance(item, Para) and item.numbering]
    assert [(one.listing, one.depth, one.rank, one.label) for one in places] == [
        (1, 0, 0, "7."), (2, 1, 0, "–"), (3, 2, 1, "+"), (1, 0, 0, "8."), (4, 0, 0, "1."),
    ]  # fmt: skip
    assert places[0].start == 7


def test_a_picture_is_held_to_its_caption_and_the_text_keeps_off() -> None:
    made = items(para(), Picture("", KEY, "Chú thích"), Picture("", KEY))
    kinds = looks(made)
    at = kinds.index("Shot")
    assert kinds[at - 1 :] == ["BTBody", "Shot", "BTCaption", "Shot"]
    shots = [item for item in made if isinstance(item, Shot)]
    assert [shot.keep for shot in shots] == [True, False]
    before = made[at - 1]
    assert isinstance(before, Para)
    assert before.after == BEFORE_PICTURE


def test_on_two_columns_a_picture_of_the_page_is_one_of_the_column() -> None:
    made = edition(section("Tin", ArticleText("T", blocks=(Picture("", KEY, width="page"),))))
    (narrow,) = [i for i in paragraphs_of(replace(made, design=Design(PageFormat.A4))) if isinstance(i, Shot)]
    assert narrow.size.width == 81.5
    assert narrow.picture.width == "page"


def test_pairs_boxes_and_tables_are_followed_by_a_gap() -> None:
    half = Picture("", KEY, "Nửa", width="half")
    table = Table("", ((runs("a"), runs("b")),) * 2)
    kinds = looks(items(half, half, Table("", ((runs("một\nhai"),),)), table, Table("", ())))
    assert kinds[2:] == ["PicturesAbreast", "BTGap", "Box", "BTGap", "ColumnGrid", "BTGap"]
    (abreast,) = [item for item in items(half, half) if isinstance(item, PicturesAbreast)]
    assert abreast.captions == ("Nửa", "Nửa")
    assert {type(item) for item in items(table)} >= {ColumnGrid}
    assert not any(isinstance(item, Box) for item in items(table))


@pytest.mark.parametrize(("boxed", "after"), [(False, 20.0), (True, 8.0)])
def test_an_article_keeps_off_the_next_and_a_section_further(boxed: bool, after: float) -> None:
    text = ArticleText("T", blocks=(para(),))
    made = paragraphs_of(edition(section("A", text, text, boxed=boxed), section("B", text)))
    bodies = [item for item in made if isinstance(item, Para) and item.look == "BTBody"]
    assert [item.after for item in bodies] == [after, 28.0, 20.0]
    assert [item.shaded for item in bodies] == [boxed, boxed, False]
    titles = [item for item in made if isinstance(item, Para) and item.look == "Heading2"]
    assert [item.shaded for item in titles] == [boxed, boxed, False]


def test_a_short_last_paragraph_stays_with_the_byline_and_a_short_lead_with_its_body() -> None:
    for letters, kept in ((560, True), (561, False)):
        last = items(para("a" * letters), byline="An")[-2]
        assert isinstance(last, Para)
        assert last.keep is kept
    for letters, kept in ((540, True), (541, False)):
        lead = items(para(), lead="a" * letters)[2]
        assert isinstance(lead, Para)
        assert (lead.look, lead.keep, lead.whole) == ("BTLead", kept, kept)


def after(made: list[Item]) -> list[float | None]:
    """Return the spaces below the paragraphs and pictures of an article that were changed from their look's."""
    return [item.after for item in made[2:] if isinstance(item, Para | Shot)]


def test_text_keeps_off_a_heading_and_what_is_no_text() -> None:
    head = Heading("", runs("a"), 1)
    assert after(items(para(), para(), head, para())) == [None, 9, None, 20]
    assert after(items(head, head, para())) == [None, None, 20]  # a heading has its own space
    assert after(items(Quote("", runs("q")), head)) == [9, None]
    table = Table("", ((runs("a"), runs("b")),) * 2)
    assert after(items(para(), table)) == [BEFORE_PICTURE, 20]
    captioned = Picture("", KEY, "Chú thích")
    assert after(items(captioned, captioned)) == [None, 8, None, 20]  # a caption keeps off further already


def test_nothing_is_held_together_unless_it_says_so() -> None:
    for item in (Para("BTBody", ()), *items(para(), para())[2:]):
        assert isinstance(item, Para)
        assert (item.keep, item.whole, item.new_page, item.shaded) == (False,) * 4
    half = Picture("", KEY, width="half")
    (abreast,) = [item for item in items(half, half) if isinstance(item, PicturesAbreast)]
    assert [shot.keep for shot in abreast.shots] == [False, False]


def test_a_byline_stands_below_whatever_there_is() -> None:
    assert looks(items(byline=" An ")) == ["Heading1", "Heading2", "BTByline"]
    assert items(byline=" An ")[-1].runs == (Run("An"),)  # type: ignore[union-attr]
    made = items(Picture("", KEY), byline="An")
    assert looks(made)[2:] == ["Shot", "BTByline"]
    assert isinstance(made[2], Shot)
    assert not made[2].keep


def test_a_picture_of_the_page_is_higher_on_one_column_and_a_half_is_a_half_on_two() -> None:
    tall, data = editions.picture(500, 1500)

    def height(width: str, form: PageFormat) -> float:
        made = edition(section("Tin", ArticleText("T", blocks=(Picture("", tall, width=width),))))
        made = replace(made, pictures={tall: data}, design=Design(form))
        (found,) = [item for item in paragraphs_of(made) if isinstance(item, Shot)]
        return found.size.height

    room = {form: geometry(form).room for form in PageFormat}
    assert height("page", PageFormat.A5) == pytest.approx(room[PageFormat.A5] - 22, abs=0.001)
    assert height("column", PageFormat.A5) == pytest.approx(0.68 * room[PageFormat.A5], abs=0.001)
    assert height("half", PageFormat.A4) == pytest.approx(0.45 * room[PageFormat.A4], abs=0.001)


def test_line_breaks_at_a_blocks_end_print_nothing() -> None:
    made = items(para("chữ\n\n"))
    assert made[-1].runs == (Run("chữ"),)  # type: ignore[union-attr]
