"""Columns as they fill, line by line."""

from __future__ import annotations

import pytest

from desk.press.typeset.columns_filled import ColumnFlow


def place(flow: ColumnFlow) -> tuple[int, int]:
    return flow.column, flow.at


def poured(lines: int, at: int, above: int = 0, tail: int = 0) -> tuple[int, int]:
    flow = ColumnFlow(10, at=at)
    flow.pour(lines, above, 0, tail)
    return place(flow)


@pytest.mark.parametrize(
    ("at", "lines", "there"),
    [
        (7, 3, (0, 10)),
        (7, 5, (1, 2)),  # three lines here, two there
        (7, 4, (1, 2)),  # two and two: not three and one
        (9, 4, (1, 4)),  # no line alone at the foot
        (8, 3, (1, 3)),  # three lines are not parted
        (8, 12, (1, 10)),
        (8, 25, (3, 3)),
    ],
)
def test_two_lines_at_least_stand_on_each_side_of_a_break(
    at: int, lines: int, there: tuple[int, int]
) -> None:
    assert poured(lines, at) == there


def test_a_page_is_turned_with_all_its_columns() -> None:
    flow = ColumnFlow(10, 2)
    assert (flow.untouched(), flow.open()) == (True, 20)
    flow.take(4, 0, 0)
    assert (flow.untouched(), flow.open()) == (False, 16)
    flow.turn_page()
    assert (place(flow), flow.untouched()) == ((2, 0), True)
    flow.span(3)
    flow.turn()
    assert (flow.untouched(), flow.open()) == (False, 7)
    flow.turn_page()
    assert place(flow) == (4, 0)


def test_a_tail_hangs_on_the_last_two_lines() -> None:
    assert poured(4, 7, tail=1) == (1, 3)  # two lines, then two and the byline
    assert poured(3, 8, tail=1) == (1, 4)
    assert poured(2, 7, tail=1) == (0, 10)


def test_air_stands_between_but_not_at_a_head() -> None:
    flow = ColumnFlow(10, at=4, gap=2)
    assert (flow.before(1), flow.before(3), flow.left(3)) == (2, 3, 3)
    flow.at = 0
    assert (flow.before(3), flow.left(3)) == (0, 10)
    flow.head = flow.at = 2
    assert (flow.before(3), flow.left(3)) == (0, 8)


def test_air_is_there_only_where_it_is_asked_for() -> None:
    flow = ColumnFlow(10, at=4)
    assert (flow.left(), flow.spare()) == (6, 6)
    flow.pour(2, 0, 3)
    assert (place(flow), flow.gap, flow.left()) == ((0, 6), 3, 1)
    flow.pour(4, 1, 0)
    assert (place(flow), flow.gap) == ((1, 4), 0)


def test_what_is_higher_than_a_column_begins_at_a_head() -> None:
    flow = ColumnFlow(10, head=2, at=2)
    flow.take(40, 3, 1)
    assert (place(flow), flow.gap) == ((0, 10), 1)


def test_a_line_left_below_a_head_takes_a_line_of_the_text() -> None:
    flow = ColumnFlow(10, head=9, at=9)
    flow.pour(5, 0, 0)
    assert (place(flow), flow.head) == ((1, 4), 0)


def test_what_does_not_break_goes_to_the_next_column_when_it_must() -> None:
    flow = ColumnFlow(10)
    flow.take(6, 3, 1)
    assert (place(flow), flow.gap) == ((0, 6), 1)
    flow.take(3, 0, 0)
    assert (place(flow), flow.gap) == ((0, 10), 0)
    flow.take(4, 2, 1)
    assert place(flow) == (1, 4)
    flow.take(40, 0, 0)
    assert place(flow) == (2, 10)


def test_a_head_takes_what_has_waited_in_its_order() -> None:
    flow = ColumnFlow(10, at=5, waiting=[4, 5, 3])
    flow.turn()
    assert (place(flow), flow.waiting) == ((1, 9), [3])
    flow.turn()
    assert (place(flow), flow.waiting) == ((2, 3), [])
    full = ColumnFlow(10, waiting=[10, 2])
    full.turn()
    assert (place(full), full.waiting) == ((2, 2), [])


def test_what_is_as_wide_as_the_page_waits_for_a_pages_head() -> None:
    flow = ColumnFlow(10, columns=2, wide=[4])
    flow.turn()
    assert (place(flow), flow.head) == ((1, 0), 0)
    flow.turn()
    assert (place(flow), flow.head, flow.wide) == ((2, 4), 4, [])
    flow.turn()
    assert place(flow) == (3, 4)
    flow.turn()
    assert (place(flow), flow.head) == ((4, 0), 0)


def test_something_over_all_columns_shifts_what_stood_there() -> None:
    flow = ColumnFlow(10, columns=2, at=3)
    assert flow.spare() == (7 + 10) // 2
    flow.span(4)
    assert (place(flow), flow.head) == ((0, 7), 4)
    later = ColumnFlow(10, columns=2, column=1, at=1)
    assert later.spare() == 4
    later.span(4)  # eleven lines stood above: six in the first column, five in the second
    assert place(later) == (1, 4 + 5)


def test_a_second_thing_over_all_columns_stands_below_the_first() -> None:
    flow = ColumnFlow(10, columns=2, head=2, at=3)
    assert flow.spare() == (7 + 8) // 2
    flow.span(4)  # one line stood below the first
    assert (place(flow), flow.head) == ((0, 7), 6)
    later = ColumnFlow(10, columns=2, column=1, head=2, at=3)
    later.span(3)  # nine lines: five in the first column, four in the second
    assert (place(later), later.head) == ((1, 9), 5)


def test_a_pages_head_takes_as_much_as_it_holds() -> None:
    flow = ColumnFlow(10, wide=[8, 4])
    flow.turn()
    assert (place(flow), flow.head, flow.wide) == ((1, 8), 8, [4])
    full = ColumnFlow(10, wide=[10])
    full.turn()
    assert (place(full), full.head, full.wide) == ((2, 0), 0, [])


def test_the_typesetters_word_is_taken() -> None:
    flow = ColumnFlow(10, columns=2, column=1, at=7, gap=1, head=4, wide=[3])
    flow.jump(1, 5)
    assert (place(flow), flow.gap, flow.head) == ((1, 5), 0, 4)
    flow.jump(2, 6)
    assert (place(flow), flow.head, flow.wide) == ((2, 6), 3, [])
