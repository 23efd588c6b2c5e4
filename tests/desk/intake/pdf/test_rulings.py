"""Tables that are drawn with lines."""

from __future__ import annotations

from desk.intake.pdf.rulings import Box, grids


def _lines(*, gap: bool = False) -> list[Box]:
    flat: list[Box] = [(100, y, 300, y + 0.5) for y in (500.0, 520.0, 540.0)]
    upright: list[Box] = [(x, 500, x + 0.5, 540) for x in (100.0, 300.0)]
    return [*flat, *upright, (200, 500, 200.5, 520 if gap else 540)]


def test_lines_that_cross_are_a_table_and_a_place_is_in_a_cell() -> None:
    (grid,) = grids(_lines())
    assert grid.cell(150, 530) == (0, 0)
    assert grid.cell(250, 505) == (1, 1)
    assert grid.cell(50, 530) is None
    assert grid.box == (100.25, 500.25, 300.25, 540.25)


def test_a_cell_without_a_line_spreads() -> None:
    (grid,) = grids(_lines(gap=True))
    assert (grid.across(0, 0), grid.across(1, 0)) == (2, 1)
    assert grid.cell(250, 530) == (0, 0)


def test_cells_drawn_whole_are_a_table_and_a_frame_is_none() -> None:
    cells: list[Box] = [(x, y, x + 100, y + 20) for x in (100.0, 200.0) for y in (500.0, 520.0)]
    assert len(grids(cells)) == 1
    assert grids([(100, 500, 300, 540)]) == []
    assert grids([]) == []
