"""A run over the lines before they are set: what stays, floats, shrinks or breaks, and what is corrected."""

from __future__ import annotations

import math
from typing import Any

import pytest

from desk.edition.page_geometry import MM, PITCH
from desk.press.typeset.measure import Data
from desk.press.typeset.placement import corrected, place, placed_in
from tests.desk.press.typeset.lines import STYLE, image, measures, piece, section, table, text

ROOM = 34


def placed(
    *blocks: Data, known: dict[int, tuple[int, int]] | None = None, columns: int = 1, **more: Any
) -> list[Data]:
    """Place the blocks of one article below a heading of two lines and a title of two."""
    boxed = more.pop("boxed", False)
    given = section(piece(*blocks, **more), boxed=boxed)
    over = {"columns": columns} if columns > 1 else {}
    place(STYLE, [given], measures(given), ROOM, known, **over)
    return list(given["pieces"][0]["blocks"])


def second_at(first: Data, second: Data, **more: Any) -> int:
    """Place two articles; return the line at which the body of the second begins."""
    given = section(first, second)
    place(STYLE, [given], measures(given), ROOM, **more)
    at: int = second["blocks"][0]["at"]
    return at


def stands(block: Data) -> tuple[str, float, bool, int]:
    return block["place"], round(block["scale"], 2), block["tried"], block["tall"]


def high(lines: int) -> float:
    """Return the height in mm of a picture of so many lines with a caption of 8 mm."""
    return lines * PITCH / MM - 8


def over_columns(before: int) -> tuple[Data, Data]:
    """Place two sections in two columns; the first has so many lines of text."""
    first, second = section(piece(text(before))), section(piece(text(5)))
    for one in (first, second):
        one["over"] = "over both"
    place(STYLE, [first, second], measures(first, second), ROOM, columns=2)
    return first, second


def test_a_section_at_the_head_of_a_page_goes_over_all_columns() -> None:
    first, _ = over_columns(10)
    assert (first["wide"], first["tall"], first["share"]) == (True, 3, 0.25)  # a line of air below
    assert first["pieces"][0]["blocks"][0]["at"] == 5  # heading and air, then the title's two lines


@pytest.mark.parametrize(("lines", "wide"), [(42, False), (43, True), (60, True)])
def test_a_section_turns_the_page_where_no_more_than_a_quarter_stays_empty(lines: int, wide: bool) -> None:
    """A page has 68 lines, of which the first heading takes 6, the title 2."""
    _, second = over_columns(lines)
    assert (second["wide"], second["tall"]) == ((True, 3) if wide else (False, 2))


def test_what_is_held_back_stays_in_its_column() -> None:
    given = section(piece(text(3))) | {"over": "over both", "held": True}
    place(STYLE, [given], measures(given), ROOM, columns=2)
    assert given["wide"] is False


def test_in_one_column_nothing_goes_over_all() -> None:
    given = section(piece(text(3)))
    place(STYLE, [given], measures(given), ROOM)
    assert given["wide"] is False


def test_what_fits_stays_where_it_is() -> None:
    _, shot, last = placed(text(10), image(0, 20, high(20)), text(3))
    assert (stands(shot), shot["at"]) == (("flow", 1.0, False, 20), 14)
    assert last["at"] == 34


def test_what_does_not_fit_floats_over_enough_text() -> None:
    before, shot, after = placed(text(10), image(0, 25, high(25)), text(20))
    assert stands(shot) == ("float", 1.0, False, 25)
    assert (before["at"], after["at"]) == (4, 14)
    assert placed(text(10), image(0, 25, high(25), stays=True), text(20))[1]["place"] == "flow"


def test_with_too_little_text_it_is_made_smaller() -> None:
    _, shot, _ = placed(text(10), image(0, 25, high(25)), text(10))
    assert stands(shot) == ("flow", round((20 * PITCH / MM - 8) / high(25), 2), False, 20)


def test_one_that_would_be_much_too_small_floats_over_what_there_is_or_goes_on() -> None:
    assert stands(placed(text(10), image(0, 33, high(33)), text(3))[1]) == ("float", 1.0, False, 33)
    assert stands(placed(text(10), image(0, 33, high(33)), text(2))[1]) == ("flow", 1.0, True, 33)


def test_a_small_hole_is_borne() -> None:
    assert stands(placed(text(27), image(0, 20, high(20)), text(60))[1]) == ("flow", 1.0, True, 20)
    assert stands(placed(text(26), image(0, 20, high(20)), text(60))[1]) == ("float", 1.0, False, 20)


def test_a_pair_is_not_made_smaller() -> None:
    shot = placed(text(10), image(0, 25, high(25)) | {"k": "pair"}, text(2))[1]
    assert stands(shot) == ("flow", 1.0, True, 25)


def test_a_picture_keeps_room_for_the_byline_below_it() -> None:
    assert placed(text(10), image(0, 20, high(20)), byline=1)[1]["tall"] == 19
    assert placed(text(10), image(0, 19, high(19)), byline=1)[1]["scale"] == 1.0


def test_two_floats_keep_their_order() -> None:
    _, one, _, two, last = placed(text(10), image(0, 33, high(33)), text(10), image(1, 4, high(4)), text(40))
    assert (one["place"], two["place"], last["at"]) == ("float", "float", 24)


def test_an_articles_pictures_come_before_the_next_article() -> None:
    first = piece(text(10), image(0, 25, high(25)), text(20))
    second = piece(text(9), above=2)
    given = section(first, second)
    place(STYLE, [given], measures(given), ROOM)
    assert (first["floats"], second["floats"]) == (True, False)
    assert second["blocks"][0]["at"] == 27 + 2  # below the picture, air and title


def test_a_heading_goes_over_with_what_must_stand_below_it() -> None:
    for lines, at in ((24, 32), (25, 2)):
        second = piece(text(9), above=2)
        given = section(piece(text(lines)), second)
        place(STYLE, [given], measures(given), ROOM)
        assert second["blocks"][0]["at"] == at


@pytest.mark.parametrize(
    ("before", "title", "torn", "at"),
    [
        (14, 5, False, 14),  # the lead fits, its body does not: both go over
        (15, 5, True, 2),
        (16, 5, True, 2),  # seven lines of the lead here, two on the next page
        (17, 5, False, 14),  # less than a third of the column would stay empty
        (22, 5, False, 14),
        (16, 10, True, 7),
        (16, 11, True, 20),  # the title and two lines of the lead do not fit
    ],
)
def test_a_lead_is_parted_where_a_third_of_the_column_would_stay_empty(
    before: int, title: int, torn: bool, at: int
) -> None:
    second = piece(text(9), lead=9, title=title, above=2)
    assert second_at(piece(text(before)), second) == at
    assert second["kept"] is not torn


def test_air_and_a_byline_take_their_lines() -> None:
    assert placed(text(5, "q"), text(3))[1]["at"] == 4 + 1 + 5 + 1
    assert second_at(piece(text(10), byline=1, joined=True), piece(text(9), above=2)) == 15 + 2 + 2


def test_what_the_typesetter_met_is_believed() -> None:
    _, shot, _ = placed(text(10), image(0, 20, high(20)), text(10), known={0: (0, 20)})
    assert shot["at"] == 20
    assert shot["tall"] == 14


def test_a_picture_of_the_page_has_a_page_of_its_own_or_spans_the_columns() -> None:
    assert placed(text(10), image(0, 30, high(30), wide="page"), text(40))[1]["place"] == "float"
    _, shot, _ = placed(text(10), image(0, 20, high(20), wide="page"), text(90), columns=2)
    assert (shot["place"], shot["wide"]) == ("float", "page")
    _, narrow, _ = placed(text(50), image(0, 20, high(20), wide="page"), text(2), columns=2)
    assert (narrow["wide"], round(narrow["scale"], 3)) == ("column", 0.479)


# -- Pictures, one rule each -----------------------------------------------------------------------------


def test_a_picture_in_a_frame_or_with_a_long_caption_stays_in_the_text() -> None:
    _, shot, last = placed(text(10), image(0, 10, high(10)), text(3), boxed=True)
    assert (stands(shot), last["at"]) == (("flow", 1.0, False, 10), 24)
    _, shot, last = placed(text(10), image(0, 25, high(25)), text(20), boxed=True)
    assert (stands(shot), last["at"]) == (("flow", 1.0, False, 25), 25)
    _, shot, last = placed(text(10), image(0, 25, high(25)) | {"long": True, "essay": 12}, text(20))
    assert (stands(shot), last["at"]) == (
        ("flow", 1.0, False, 25),
        3,
    )  # nine lines of the caption, then three


def test_what_follows_a_picture_begins_below_it() -> None:
    assert placed(text(10), image(0, 25, high(25)), text(10))[2]["at"] == 34  # made smaller
    assert placed(text(10), image(0, 33, high(33)), text(2))[2]["at"] == 33  # on the next page


@pytest.mark.parametrize(
    ("lines", "tall", "place_of"), [(18, 18, "flow"), (19, 18, "flow"), (20, 20, "float")]
)
def test_one_that_only_the_air_above_keeps_out_is_made_smaller(lines: int, tall: int, place_of: str) -> None:
    shot = placed(text(10, "q"), image(0, lines, high(lines)), text(40))[1]
    assert (shot["place"], shot["tall"]) == (place_of, tall)


@pytest.mark.parametrize(("before", "place_of"), [(18, "float"), (19, "flow")])
def test_little_text_is_enough_where_a_third_of_the_column_is_left(before: int, place_of: str) -> None:
    assert placed(text(before), image(0, 33, high(33)), text(5))[1]["place"] == place_of


@pytest.mark.parametrize(
    ("before", "lines", "stood"), [(25, 8, ("flow", 1.0, True, 8)), (24, 9, ("flow", 0.67, False, 6))]
)
def test_none_is_made_so_small_that_it_fits_five_lines(
    before: int, lines: int, stood: tuple[str, float, bool, int]
) -> None:
    assert stands(placed(text(before), image(0, lines, lines * PITCH / MM), text(2))[1]) == stood


def test_one_that_waits_is_there_before_the_next_article() -> None:
    first = piece(text(10), image(0, 33, high(33)), text(3))
    assert second_at(first, piece(text(9), above=2)) == 2
    table_first = piece(text(26), table(0, [PITCH] * 20, wide="page"))
    assert second_at(table_first, piece(text(9), above=2), columns=2) == 21 + 2


def test_a_small_picture_does_not_overtake_one_of_the_page() -> None:
    own = image(0, 30, high(30), wide="page")
    assert placed(text(10), own, text(2), image(1, 5, high(5)), text(40))[3]["place"] == "float"
    begun = placed(text(10), own, text(2), image(1, 5, high(5)), text(40), known={0: (3, 0)})
    assert (begun[2]["at"], begun[3]["place"]) == (0, "flow")


@pytest.mark.parametrize(
    ("before", "lines", "after", "stood"),
    [
        (26, 19, 10, ("float", "page")),  # as high as both columns can spare
        (26, 20, 38, ("float", "page")),  # enough text to fill them
        (26, 20, 37, ("float", "column")),
    ],
)
def test_a_picture_over_both_columns_wants_them_filled(
    before: int, lines: int, after: int, stood: tuple[str, str]
) -> None:
    shot = placed(text(before), image(0, lines, high(lines), wide="page"), text(after), columns=2)[1]
    assert (shot["place"], shot["wide"]) == stood


def test_a_picture_over_both_columns_pushes_down_what_stood_there_or_waits_for_a_page() -> None:
    assert placed(text(11), image(0, 20, high(20), wide="page"), text(90), columns=2)[2]["at"] == 21
    wide = image(0, 20, high(20), wide="page")
    assert placed(text(26), wide, text(40), text(3), columns=2)[3]["at"] == 22
    shot = placed(text(50), image(0, 20, high(20), wide="page"), text(2), columns=2)[1]
    lines = math.ceil((high(20) * 81.5 / 170 + 8) * MM / PITCH)
    assert (shot["lines"], shot["tall"]) == (lines, lines)


# -- Tables, one rule each -------------------------------------------------------------------------------


def cut(block: Data) -> tuple[str, bool, list[tuple[int, int]]]:
    return block["place"], block["tried"], [(one["from"], one["to"]) for one in block["parts"]]


LOW, TALL = [PITCH] * 10, [3 * PITCH] * 8  # 11 lines, 25 lines


@pytest.mark.parametrize(
    ("before", "heights", "after", "more", "stood", "at"),
    [
        (19, LOW, 20, {}, ("flow", False, [(0, 10)]), 34),  # as high as what is left
        (20, LOW, 10, {}, ("float", False, [(0, 10)]), 24),
        (20, LOW, 9, {}, ("flow", False, [(0, 8), (8, 10)]), 3),  # too little text to flow round it
        (20, LOW, 20, {"boxed": True}, ("flow", False, [(0, 8), (8, 10)]), 3),
        (27, LOW, 20, {}, ("flow", False, [(0, 2), (2, 10)]), 9),  # three lines are borne, and two rows fit
        (20, [PITCH] * 11, 20, {}, ("float", False, [(0, 11)]), 24),  # twelve lines are short
        (20, [PITCH] * 12, 20, {}, ("flow", False, [(0, 9), (9, 12)]), 4),
        (25, TALL, 10, {}, ("float", False, [(0, 8)]), 29),  # no two rows fit
        (25, TALL, 2, {}, ("flow", True, [(0, 8)]), 25),
        (25, [3 * PITCH] * 20, 10, {}, ("flow", True, [(0, 11), (11, 20)]), 28),
        (20, [11 * PITCH] * 3, 20, {}, ("float", False, [(0, 3)]), 24),  # a page high, three rows stay together
        (20, [11 * PITCH] * 3, 2, {}, ("flow", True, [(0, 3)]), 34),
    ],
)  # fmt: skip
def test_where_a_table_goes(
    before: int,
    heights: list[float],
    after: int,
    more: dict[str, Any],
    stood: tuple[str, bool, list[tuple[int, int]]],
    at: int,
) -> None:
    _, block, last = placed(text(before), table(0, heights), text(after), **more)
    assert (cut(block), last["at"]) == (stood, at)


def test_a_table_floats_with_its_lines() -> None:
    assert placed(text(20), table(0, LOW), text(20), text(3))[3]["at"] == 11 + 10


def test_a_table_keeps_room_for_its_byline_and_stands_with_its_heading() -> None:
    assert cut(placed(text(19), table(0, LOW), byline=1)[1])[2] == [(0, 8), (8, 10)]
    headed = placed(text(20), text(1, "h", level=2), table(0, LOW), text(20))
    assert cut(headed[2]) == ("flow", False, [(0, 8), (8, 10)])
    pictured = placed(text(10), image(0, 10, high(10)), table(1, LOW), text(20))
    assert cut(pictured[2])[0] == "float"


@pytest.mark.parametrize("rows", [5, 20])
def test_a_table_does_not_overtake_a_picture_that_waits(rows: int) -> None:
    made = placed(text(10), image(0, 33, high(33)), text(3), table(1, [PITCH] * rows), text(20))
    assert (made[1]["place"], cut(made[3])) == ("float", ("float", False, [(0, rows)]))


def test_a_table_over_both_columns_pushes_down_what_stood_there_or_waits_for_a_page() -> None:
    _, block, _, last = placed(text(10), table(0, LOW, wide="page"), text(60), text(3), columns=2)
    assert (cut(block), last["at"]) == (("float", False, [(0, 10)]), 28)
    rows = [PITCH] * 19
    made = placed(
        text(26),
        table(0, rows, wide="page"),
        table(1, [PITCH] * 4, wide="page"),
        text(40),
        text(3),
        columns=2,
    )
    assert [cut(block)[0] for block in made[1:3]] == ["float", "float"]
    assert (made[3]["at"], made[4]["at"]) == (30, 25 + 2)  # the low one waits behind the high one


def test_rows_that_break_themselves_take_their_lines() -> None:
    assert (
        placed(text(1), table(0, [0.61 * ROOM * PITCH, 0.3 * PITCH]), text(20))[2]["at"] == 5 + 1 + 21 + 1 + 1
    )


def test_a_table_stays_floats_or_breaks() -> None:
    def parts(block: Data) -> list[tuple[int, int]]:
        return [(one["from"], one["to"]) for one in block["parts"]]

    fits = placed(text(10), table(0, [PITCH] * 10), text(3))[1]
    assert (fits["place"], parts(fits), fits["lines"]) == ("flow", [(0, 10)], 11)
    short = placed(text(26), table(0, [PITCH] * 10), text(10))[1]
    assert (short["place"], parts(short)) == ("float", [(0, 10)])
    long = placed(text(20), table(0, [PITCH] * 20), text(20))[1]
    assert (long["place"], parts(long)) == ("flow", [(0, 9), (9, 20)])
    led = placed(text(20, words="như sau:"), table(0, [PITCH] * 11), text(20))[1]
    assert led["place"] == "flow"
    assert placed(text(20), table(0, [PITCH] * 11), text(20))[1]["place"] == "float"


def test_a_row_that_breaks_itself_is_left_to_the_typesetter() -> None:
    for height, tried in ((0.6, False), (0.61, True)):
        block = placed(text(1), table(0, [height * ROOM * PITCH, PITCH]), text(20))[1]
        assert block["tried"] is tried
        assert (block["parts"] == []) is tried


def standing(**more: Any) -> list[Data]:
    block = image(0, 10, 40.0) | {"place": "flow", "tried": False, "at": 5, "lines": 10} | more
    return [section(piece(block))]


@pytest.mark.parametrize(
    ("block", "met", "stood", "found"),
    [
        ({}, (2, 10), [2], {}),
        ({}, (2, 10), [3], {0: (2, 10)}),  # it left a hole
        ({}, (2, 31), [3], {}),  # three lines are borne
        ({}, (2, 30), [3], {0: (2, 30)}),
        ({"tried": True, "at": 10}, (2, 10), [3], {}),  # known already
        ({"tried": True, "at": 9}, (2, 10), [3], {0: (2, 10)}),
        ({"place": "float"}, (2, 25), [3], {}),
        ({"place": "float"}, (2, 25), [2], {0: (2, 15)}),  # it stood on the page of its text
        ({"place": "float"}, (2, 4), [2], {0: (2, 0)}),
        ({"place": "float"}, (2, 0), [2], {}),
        ({"place": "float", "wide": "page"}, (2, 25), [2], {}),
        ({}, (2, 10), [2, 2], {0: (2, 10)}),  # a table broken within a column
        ({}, (2, 10), [2, 3], {}),
        ({"wide": "page", "place": "float"}, (2, 25), [2, 2], {}),
        ({"at": 10}, (2, 10), [3], {0: (2, 10)}),  # not tried yet
        ({"place": "float"}, (2, 1), [2], {0: (2, 0)}),
        ({"place": "float", "lines": ROOM}, (2, 25), [3], {}),
        ({"place": "float", "lines": ROOM + 1}, (2, 25), [3], {0: (2, 25)}),  # it reaches below the foot
    ],
)
def test_what_stands_wrongly_is_run_again(
    block: Data, met: tuple[int, int], stood: list[int], found: dict[int, tuple[int, int]]
) -> None:
    assert corrected(standing(**block), {0: met}, {0: stood}, ROOM) == found


def test_pictures_and_tables_are_in_print_order() -> None:
    given = [section(piece(text(1), image(0, 5), table(1, [PITCH]))), section(piece(image(2, 5)))]
    assert [block["index"] for block in placed_in(given)] == [0, 1, 2]
