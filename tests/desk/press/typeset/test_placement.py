"""A run over the lines before they are set: what stays, floats, shrinks or breaks, and what is corrected."""

from __future__ import annotations

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
    given = section(piece(*blocks, **more))
    place(STYLE, [given], measures(given), ROOM, known, columns=columns)
    return list(given["pieces"][0]["blocks"])


def stands(block: Data) -> tuple[str, float, bool, int]:
    return block["place"], round(block["scale"], 2), block["tried"], block["tall"]


def high(lines: int) -> float:
    """Return the height in mm of a picture of so many lines with a caption of 8 mm."""
    return lines * PITCH / MM - 8


def test_what_fits_stays_where_it_is() -> None:
    _, shot, last = placed(text(10), image(0, 20, high(20)), text(3))
    assert (stands(shot), shot["at"]) == (("flow", 1.0, False, 20), 14)
    assert last["at"] == 34


def test_what_does_not_fit_floats_over_enough_text() -> None:
    before, shot, after = placed(text(10), image(0, 25, high(25)), text(20))
    assert stands(shot) == ("float", 1.0, False, 25)
    assert (before["at"], after["at"]) == (4, 14)


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


def test_a_lead_is_parted_where_a_third_of_the_column_would_stay_empty() -> None:
    for before, torn in ((16, True), (22, False)):
        second = piece(text(9), lead=9, title=5, above=2)
        given = section(piece(text(before)), second)
        place(STYLE, [given], measures(given), ROOM)
        assert second["kept"] is not torn


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
    ],
)
def test_what_stands_wrongly_is_run_again(
    block: Data, met: tuple[int, int], stood: list[int], found: dict[int, tuple[int, int]]
) -> None:
    assert corrected(standing(**block), {0: met}, {0: stood}, ROOM) == found


def test_pictures_and_tables_are_in_print_order() -> None:
    given = [section(piece(text(1), image(0, 5), table(1, [PITCH]))), section(piece(image(2, 5)))]
    assert [block["index"] for block in placed_in(given)] == [0, 1, 2]
