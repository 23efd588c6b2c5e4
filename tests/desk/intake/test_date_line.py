"""The date line of a page, and whether its weekday is true."""

from __future__ import annotations

from datetime import date

import pytest

from desk.intake.date_line import DateLine, read_date_line

DAY = date(2019, 4, 9)  # a Tuesday, thứ ba


@pytest.mark.parametrize(
    "line", ["Thứ 3 Ngày 09/04/2019", "Thứ ba, 9-4-2019", "09/04/2019", "T3 09.04.2019 | 14:30 GMT+7"]
)
def test_a_line_that_holds_a_date_alone(line: str) -> None:
    assert read_date_line(line) == DateLine(DAY)


def test_a_weekday_that_is_not_true_is_said() -> None:
    assert read_date_line("Thứ tư, 09/04/2019") == DateLine(DAY, weekday_true=False)
    assert read_date_line("Chủ nhật, 07/04/2019") == DateLine(date(2019, 4, 7))


def test_a_day_that_does_not_exist_and_lines_that_are_none() -> None:
    assert read_date_line("31/04/2019") == DateLine(None)
    assert read_date_line("Ngày 09/04/2019, Ban tổ chức hội nghị") is None
