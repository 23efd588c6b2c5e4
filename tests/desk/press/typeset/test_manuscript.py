"""The manuscript: an edition as values for the typesetter, in print order, its signs only letters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desk.edition.design import Design, PageFormat
from desk.edition.edition import Edition, SectionPart
from desk.edition.outputs import PLAIN, Finish, Output
from desk.edition.palette import palette
from desk.press.typeset.manuscript import headline, manuscript, run_data, style, trimmed, words
from desk.text.blocks import (
    ArticleText,
    Block,
    Heading,
    ListItem,
    Mark,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
)
from tests.desk.press import editions
from tests.desk.press.editions import runs

KEY, DATA = editions.picture(1200, 600)
BREAK = "\u200b"


def section(title: str, *texts: ArticleText, boxed: bool = False) -> SectionPart:
    return SectionPart(title, tuple(editions.piece(n, text) for n, text in enumerate(texts, 1)), boxed)


def edition(*sections: SectionPart, form: PageFormat = PageFormat.A5) -> Edition:
    base = replace(editions.short_issue(), sections=sections, pictures={KEY: DATA})
    return replace(base, design=Design(form))


def sections(*given: SectionPart, form: PageFormat = PageFormat.A5) -> list[Any]:
    made: list[Any] = manuscript(edition(*given, form=form)).data["sections"]
    return made


def blocks(*given: Block, boxed: bool = False, form: PageFormat = PageFormat.A5) -> list[Any]:
    (made,) = sections(section("Tin", ArticleText("T", blocks=given), boxed=boxed), form=form)
    found: list[Any] = made["pieces"][0]["blocks"]
    return found


def para(text: str = "chữ") -> Paragraph:
    return Paragraph("", runs(text))


def test_words_are_printable_and_long_ones_may_break() -> None:
    assert words("a\tb\x00") == "a b"
    assert BREAK not in words("x" * 40)
    assert words("x" * 41).replace(BREAK, "") == "x" * 41
    assert BREAK in words("x" * 41)
    assert BREAK in headline("x" * 25)
    assert BREAK not in headline("x" * 24)
    assert words("ngày 5", glue=False) == "ngày 5"
    assert words("ngày 5, hội nghị") == "ngày\u00a05, hội nghị"
    assert headline("hội nghị") == "hội\u00a0nghị"


def test_line_breaks_at_a_blocks_end_are_dropped() -> None:
    bold = frozenset({Mark.BOLD})
    assert trimmed((Run("a\n"), Run("b\n\n", bold), Run(" \n"))) == (Run("a\n"), Run("b", bold))
    assert trimmed((Run("\n"),)) == ()


def test_runs_are_words_marks_and_safe_links() -> None:
    marks = frozenset({Mark.ITALIC, Mark.BOLD})
    assert run_data((Run("a", marks, "https://x.vn/"), Run("b", link="javascript:x"))) == [
        ["a", "b i", "https://x.vn/"],
        ["b", "", ""],
    ]
    assert run_data((Run("ngày 5, hội nghị"),)) == [["ngày\u00a05, hội nghị", "", ""]]


def test_sections_without_articles_are_left_out_and_stand_apart() -> None:
    text = ArticleText("T", blocks=(para(),))
    made = sections(
        section("A", text, text), section("Rỗng"), section("B", text, text, boxed=True), section("C", text)
    )
    assert [one["title"] for one in made] == ["A", "B", "C"]
    assert [one["above"] for one in made] == [3, 3, 2]  # a frame leaves a line below itself
    assert [[piece["above"] for piece in one["pieces"]] for one in made] == [[0, 2], [0, 1], [0]]
    assert [one["boxed"] for one in made] == [False, True, False]


def test_the_line_that_a_quote_leaves_is_taken_off_what_follows() -> None:
    quoted = ArticleText("T", blocks=(para(), Quote("", runs("c"))))
    made = sections(section("A", quoted, quoted), section("B", quoted))
    assert [piece["above"] for piece in made[0]["pieces"]] == [0, 1]
    assert made[1]["above"] == 2
    signed = replace(quoted, byline="An")
    assert sections(section("A", signed, signed))[0]["pieces"][1]["above"] == 2


def test_every_block_has_its_kind_and_empty_ones_go() -> None:
    made = blocks(
        para(), para(" \n"), Heading("", runs("h"), 2), Quote("", runs("q")), ListItem("", runs("l"), True, 0, 4),
        Table("", ((runs("một\nhai"),),)), Table(""),
        Table("", ((runs("a"), runs("1")), (runs("b"), runs("2"))), True),
    )  # fmt: skip
    assert [one["k"] for one in made] == ["p", "h", "q", "list", "box", "table"]
    assert made[1]["level"] == 2
    assert (made[3]["ordered"], made[3]["start"], len(made[3]["items"])) == (True, 4, 1)
    assert [part[0][0] for part in made[4]["parts"]] == ["một", "hai"]
    assert (made[5]["header"], made[5]["figured"], made[5]["wide"]) == (True, [False, True], "column")


def test_a_byline_joins_the_text_it_can_hang_on() -> None:
    def joined(*given: Block, byline: str = "An") -> bool:
        (made,) = sections(section("Tin", ArticleText("T", byline=byline, blocks=given)))
        found: bool = made["pieces"][0]["joined"]
        return found

    assert joined(para())
    assert joined(ListItem("", runs("l")))
    assert not joined(para(), byline=" ")
    assert not joined()
    assert not joined(Quote("", runs("q")))


def test_pictures_are_numbered_as_they_come() -> None:
    half = Picture("", KEY, "Nửa", width="half")
    table = Table("", ((runs("a"), runs("b")),) * 2)
    made = blocks(Picture("", KEY, "Một", "Trần An", "Khác"), half, half, table, Picture("", KEY))
    assert [(one["k"], one["index"]) for one in made] == [("img", 0), ("pair", 1), ("table", 2), ("img", 3)]
    assert (made[0]["width"], made[0]["height"], made[0]["alt"]) == (113, 56.5, "Khác")
    assert made[0]["file"] == f"{KEY}.jpg"
    assert made[0]["caption"] == "Một. Ảnh:\u00a0Trần\u00a0An"
    assert blocks(Picture("", KEY, "Một", "Ảnh Trần An"))[0]["caption"] == "Một. Ảnh\u00a0Trần\u00a0An"
    assert blocks(Picture("", KEY, "Một"))[0]["caption"] == "Một"
    assert [item["width"] for item in made[1]["items"]] == [54.5, 54.5]
    assert made[3]["alt"] == ""


@pytest.mark.parametrize(("letters", "long"), [(900, False), (901, True)])
def test_a_long_caption_is_set_as_text(letters: int, long: bool) -> None:
    assert blocks(Picture("", KEY, "x" * letters))[0]["long"] is long


def test_a_frame_makes_pictures_narrower_and_never_as_wide_as_the_page() -> None:
    (made,) = blocks(Picture("", KEY, width="page"), boxed=True)
    assert (made["wide"], made["width"], made["height"]) == ("column", 103.0, 51.5)


def test_a_low_picture_of_the_page_stays_in_a_single_column() -> None:
    assert blocks(Picture("", KEY, width="page"))[0]["wide"] == "column"
    assert blocks(Picture("", KEY, width="page"), form=PageFormat.A4)[0]["wide"] == "page"
    assert blocks(Picture("", KEY, width="half"))[0]["wide"] == "half"
    tall, data = editions.picture(500, 1500)
    made = edition(section("Tin", ArticleText("T", blocks=(Picture("", tall, width="page"),))))
    (found,) = manuscript(replace(made, pictures={tall: data})).data["sections"]
    assert found["pieces"][0]["blocks"][0]["wide"] == "page"


def test_words_of_a_cell_break_where_its_column_ends() -> None:
    row = (runs("nghiêngngảquá"), *(runs("nghiêngngảquá"),) * 4)
    for boxed, broken in ((False, False), (True, True)):
        (table,) = blocks(Table("", (row,) * 2), boxed=boxed, form=PageFormat.A4)
        assert (BREAK in table["rows"][0][0][0][0]) is broken
    narrow = Table("", (tuple(runs("x" * 4) for _ in range(40)),) * 2)
    assert blocks(narrow)[0]["rows"][0][0][0][0].replace(BREAK, "-") == "xx-xx"


@pytest.mark.parametrize(
    ("columns", "form", "boxed", "wide"),
    [
        (4, PageFormat.A4, False, "column"),
        (5, PageFormat.A4, False, "page"),
        (5, PageFormat.A4, True, "column"),
        (5, PageFormat.A5, False, "column"),
    ],
)
def test_a_table_of_many_columns_goes_over_both_of_a_page(
    columns: int, form: PageFormat, boxed: bool, wide: str
) -> None:
    table = Table("", ((runs("a"),) * columns,) * 2)
    assert blocks(table, boxed=boxed, form=form)[0]["wide"] == wide


@pytest.mark.parametrize(
    ("lengths", "glued"),
    [((18, 19, 1), False), ((19, 19, 1), True), ((18, 11, 23), True), ((18, 11, 24), False)],
)
def test_the_last_word_of_a_long_title_does_not_stand_alone_in_the_contents(
    lengths: tuple[int, ...], glued: bool
) -> None:
    title = " ".join("a" * length for length in lengths)
    entries = manuscript(edition(section("A", ArticleText(title)))).data["contents"]["entries"]
    found = entries[1][1]
    assert ("\u00a0" in found) is glued


def test_an_article_begins_undecided() -> None:
    (made,) = sections(section("Tin", ArticleText("T", blocks=(para(),))))
    assert (made["pieces"][0]["kept"], made["pieces"][0]["floats"]) == (False, False)


@pytest.mark.parametrize(
    ("design", "finish", "grey"), [(False, False, False), (True, False, True), (False, True, True)]
)
def test_an_issue_is_grey_by_its_design_or_for_once(design: bool, finish: bool, grey: bool) -> None:
    made = edition(section("Tin", ArticleText("T", blocks=(Picture("", KEY),))))
    made = replace(made, design=Design(grey=design))
    found = manuscript(made, Output.SCREEN, Finish(grey=finish))
    assert (found.pictures[0].name != f"{KEY}.jpg") is grey
    assert found.style["grey"] is grey
    assert found.style["palette"] == palette(grey=grey)


def test_the_contents_name_every_section_and_article() -> None:
    long = "Hội nghị sơ kết học tập và làm theo tư tưởng Bác Hồ"
    data = manuscript(edition(section("A", ArticleText("Một"), ArticleText(long)))).data
    assert [level for level, _ in data["contents"]["entries"]] == [1, 2, 2]
    assert data["contents"]["entries"][1] == (2, "Một")
    assert data["contents"]["entries"][2][1].endswith("Bác\u00a0Hồ")
    assert data["document"]["title"] == "Bản tin Thông báo nội bộ – Số 4/2019"
    assert data["document"]["date"] == [2019, 4, 1]


def test_the_paper_beyond_the_page_is_for_the_press_alone() -> None:
    made = editions.short_issue()
    both = Finish(bleed=True, marks=True)
    assert [
        style(made, output, finish)["beyond"]
        for output, finish in (
            (Output.PRINT, PLAIN), (Output.PRINT, Finish(bleed=True)), (Output.PRINT, both), (Output.SCREEN, both),
        )
    ] == [0, 3, 10, 0]  # fmt: skip
    assert style(made, Output.PRINT, Finish(marks=True))["beyond"] == 10
    assert not style(made, Output.PRINT, Finish(bleed=True))["marks"]
    assert [style(made, output, both)["marks"] for output in (Output.PRINT, Output.SCREEN)] == [True, False]


def test_the_design_of_a_page() -> None:
    made = style(editions.short_issue(), Output.PROOF, Finish(grey=True))
    assert (made["width"], made["column"], made["lines"], made["fold"]) == (148, 113, 34, 4)
    assert made["grey"]
    assert made["proof"]
    assert made["label"].replace("\u00a0", " ") == "Số 4/2019"
    plain = style(edition(form=PageFormat.A4), Output.SCREEN, PLAIN)
    assert (plain["fold"], plain["columns"], plain["grey"], plain["proof"]) == (2, 2, False, "")
    assert plain["palette"] != made["palette"]
    assert style(edition(form=PageFormat.SMALL), Output.SCREEN, PLAIN)["fold"] == 4
    black = [output for output in Output if style(edition(), output, PLAIN)["palette"]["ink"] == "000000"]
    assert black == [Output.PRINT, Output.OFFICE]
