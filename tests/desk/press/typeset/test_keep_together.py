"""Which parts of a section must stand together on a page, and how many lines they take."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.edition.design import PageFormat
from desk.edition.page_geometry import MM, PITCH, geometry
from desk.press.typeset.keep_together import (
    KeptPart,
    leads,
    part_lead,
    sequence,
    text_after,
    to_lead,
    together,
)
from desk.press.typeset.measure import Data
from desk.text.blocks import ArticleText, Block, ListItem, Quote, Table
from tests import effort
from tests.desk.press import editions
from tests.desk.press.booklets import booklet, proof
from tests.desk.press.editions import paragraph, runs
from tests.desk.press.reading import fragments, opened
from tests.desk.press.typeset.lines import STYLE, image, measures, piece, section, table, text


def kept(given: Data) -> list[KeptPart]:
    return sequence(STYLE, given, measures(given))


def kinds(parts: list[KeptPart]) -> list[str]:
    return [part.item["k"] for part in parts]


def test_parts_stand_in_print_order_and_know_their_article() -> None:
    given = section(
        piece(text(5), text(2, "q"), lead=4, byline=1), piece(text(3, "h", level=1), above=2), title=3
    )
    parts = kept(given)
    assert kinds(parts) == ["section", "title", "lead", "p", "q", "byline", "title", "h"]
    assert [part.piece for part in parts] == [-1, 0, 0, 0, 0, 0, 1, 1]
    assert [part.sticky for part in parts] == [True, True, True, False, False, False, True, True]
    assert [(part.above, part.below) for part in parts] == [
        (3, 0), (0, 0), (0, 0), (0, 0), (1, 1), (0, 0), (2, 0), (1, 0),
    ]  # fmt: skip
    assert (given["tall"], given["pieces"][1]["tall"], given["pieces"][1]["share"]) == (3, 2, 0.5)
    assert given["pieces"][1]["blocks"][0]["tall"] == 3


def test_a_small_heading_has_no_air() -> None:
    (*_, small) = kept(section(piece(text(1, "h", level=2))))
    assert (small.above, small.sticky) == (0, True)


def test_a_byline_hangs_on_the_last_line_or_below_what_it_signs() -> None:
    joined = kept(section(piece(text(5), byline=1, joined=True)))
    assert kinds(joined) == ["section", "title", "p"]
    assert (joined[-1].signed, joined[-1].lines) == (True, 6)
    pictured = kept(section(piece(image(0, 9), byline=2)))
    assert (pictured[-2].held, pictured[-1].lines) == (2, 2)
    quoted = kept(section(piece(text(2, "q"), byline=2)))
    assert quoted[-2].held == 0


def test_a_lead_of_nine_lines_is_not_parted() -> None:
    for lines, whole in ((9, True), (10, False)):
        given = section(piece(text(5), lead=lines))
        lead = kept(given)[2]
        assert (lead.sticky, given["pieces"][0]["kept"]) == (whole, whole)


def test_a_tables_lines_are_those_of_its_rows() -> None:
    (*_, part) = kept(section(piece(table(0, [2 * PITCH] * 3))))
    assert part.lines == 7  # six, and the air about it


def test_which_heading_leads() -> None:
    parts = kept(section(piece(text(5), lead=3), piece(text(4), above=2)))
    assert [leads(parts, n) for n in range(len(parts))] == [True, False, False, False, True, False]
    inner = kept(section(piece(text(5), text(5), text(1, "h", level=1), text(4))))
    assert [leads(inner, n) for n in range(len(inner))] == [True, False, False, False, True, False]
    empty = kept(section(piece(), piece(text(4), above=2)))
    assert [leads(empty, n) for n in range(3)] == [True, False, True]


def test_a_heading_stands_with_two_lines_of_what_follows() -> None:
    assert together(kept(section(piece(text(9), text(9)))), 0) == 2 + 2 + 2
    assert together(kept(section(piece(text(4)))), 0) == 2 + 2 + 2
    assert together(kept(section(piece(text(3), lead=4))), 0) == 2 + 2 + 4 + 3
    assert together(kept(section(piece(text(3)))), 0) == 2 + 2 + 3  # three lines are not parted
    assert together(kept(section(piece(text(3), byline=1, joined=True))), 0) == 2 + 2 + 4
    assert together(kept(section(piece(text(9), lead=4))), 0) == 2 + 2 + 4 + 2
    assert together(kept(section(piece(text(9, "q")))), 0) == 2 + 2 + 1 + 2


def test_a_picture_below_a_lead_may_float_and_one_below_a_title_may_not() -> None:
    assert together(kept(section(piece(image(0, 12), lead=4))), 0) == 2 + 2 + 4 + 2
    assert together(kept(section(piece(image(0, 12)))), 0) == 2 + 2 + 12


def test_a_table_begins_with_its_head_and_two_rows() -> None:
    parts = kept(section(piece(table(0, [PITCH] * 9, header=True))))
    assert together(parts, 0) == 2 + 2 + 4
    assert together(kept(section(piece(text(1, "h", level=2)), piece(text(9), above=2))), 2) == 1


def test_the_lead_of_its_own_article_is_parted() -> None:
    given = section(piece(text(5), lead=4), piece(text(5), lead=3, above=2))
    parts = kept(given)
    part_lead(parts, 4)
    assert [part.sticky for part in parts] == [True, True, True, False, True, False, False]
    assert [one["kept"] for one in given["pieces"]] == [True, False]
    bare = kept(section(piece(text(5)), piece(text(5), lead=3)))
    part_lead(bare, 0)  # it has none, and the next article's is another
    assert [part.sticky for part in bare] == [True, True, False, True, True, False]


def test_lines_to_the_end_of_a_lead() -> None:
    parts = kept(section(piece(text(5), lead=4), piece(text(5), lead=3, above=2)))
    assert to_lead(parts, 0) == 2 + 2 + 4
    assert to_lead(parts, 4) == 2 + 3
    assert to_lead(kept(section(piece(text(5)))), 0) == 4
    assert to_lead(kept(section(piece(text(1, "h", level=2), lead=4))), 0) == 2 + 2 + 4


def test_running_text_ends_with_its_article_or_a_picture() -> None:
    parts = kept(section(piece(image(0, 9), text(5), text(2, "q"), image(1, 9), text(7)), piece(text(8))))
    assert kinds(parts)[2] == "img"
    assert text_after(parts, 2) == 5 + 2 + 1
    assert text_after(parts, 5) == 7


# -- on paper --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("block", "over"),
    [
        (paragraph("Dòng chữ\n" * 5 + "Dòng chữ"), 23),
        (ListItem("", runs("Mục cuối"), False, 0), 28),
        (Table("", ((runs("a"), runs("b")),) * 2), 26),
        (Quote("", runs("Lời trích")), 26),
    ],
    ids=["text", "list", "table", "quote"],
)
def test_a_byline_never_begins_a_page(block: Block, over: int) -> None:
    """Whatever stands last; `over` lines before it are those that first bring the byline to the next page."""
    for before in range(20, 33) if effort.LONG else range(over - 1, over + 2):
        text = ArticleText(
            "T", "", "Người Viết", None, (paragraph("Dòng chữ\n" * before + "Dòng chữ"), block)
        )
        bodies = [fragments(page)[2:-1] for page in opened(booklet(editions.with_article(text))).pages[2:]]
        (at,) = [n for n, body in enumerate(bodies) if any(one.text == "Người Viết" for one in body)]
        assert at == int(before >= over), before
        assert bodies[at][0].text != "Người Viết", before


@pytest.mark.parametrize("words", [60, 9], ids=["long paragraph", "three lines"])
@pytest.mark.parametrize("before", range(8, 31, 1 if effort.LONG else 4))
def test_a_lead_is_not_parted_and_has_its_body_below(before: int, words: int) -> None:
    """Unless more than a third of the page would stay empty for its sake."""
    first = ArticleText("T", "", "", None, (paragraph("Dòng chữ\n" * before + "Dòng chữ"),))
    lead = "Sáng ngày 10/4/2019, Ban Tuyên giáo Tỉnh ủy tổ chức Hội nghị báo cáo viên tháng 4. " * 4
    body = (paragraph("Thân bài nối tiếp. " * words),) * (6 if words < 60 else 2)
    second = ArticleText("Tít thứ hai", lead, "", None, body)
    edition = editions.with_article(first)
    pieces = (*edition.pieces, editions.piece(2, second))
    made = proof(replace(edition, sections=(replace(edition.sections[0], pieces=pieces),)))
    bold, plain_lines, foot = [0, 0], [0, 0], 0.0
    start = made.plan.marks[1].first
    page = geometry(PageFormat.A5)
    for at in range(2):
        found = fragments(opened(made.pdf).pages[start - 1 + at])
        rows = {round(one.down, 1): one for one in found if abs(one.size - 11) < 0.01}
        bold[at] = sum("Bold" in one.font and one.text not in ("T",) for one in rows.values())
        plain_lines[at] = sum("Thân bài" in one.text or "nối" in one.text for one in rows.values())
        if at == 0:
            title = next(one.down for one in found if "Tít thứ hai" in one.text)
            foot = (page.top + page.room) * MM - title
    assert bold[0] + bold[1] >= 5
    if bold[1]:
        assert foot / MM > page.room / 3
        assert min(bold) >= 2
        assert plain_lines[0] == 0
    else:
        assert plain_lines[0] >= 2


def test_a_byline_is_held_below_two_pictures_side_by_side() -> None:
    pair: Data = {"k": "pair", "index": 0, "n": 9, "height": 0.0, "wide": "half", "long": False}
    given = section(piece(pair, byline=2))
    parts = sequence(STYLE, given, measures(given))
    assert [(part.item["k"], part.held) for part in parts[-2:]] == [("pair", 2), ("byline", 0)]
