"""The date line of a page, and whether its weekday is true."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.edition.edition import date_line
from desk.intake.recogniser.date_line import DateLine, read_date_line

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


@given(st.dates(date(1930, 2, 3), date(2100, 1, 1)))
def test_our_own_date_line_is_read_back(when: date) -> None:
    assert read_date_line(date_line(when)) == DateLine(when)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Thứ Ba, ngày 9/4/2019", DateLine(date(2019, 4, 9))),
        ("Thứ ba, 09/04/2019 | 08:30", DateLine(date(2019, 4, 9))),
        ("Chủ nhật Ngày 07/04/2019", DateLine(date(2019, 4, 7))),
        ("Chủ nhật Ngày 09/04/2019", DateLine(date(2019, 4, 9), weekday_true=False)),
        ("09-04-2019", DateLine(date(2019, 4, 9))),
        ("Thứ 3 Ngày 32/04/2019", DateLine(None)),
        ("Ngày 09/04/2019, Ban Tuyên giáo họp", None),
        ("Thứ 3", None),
    ],
)
def test_date_lines(line: str, wanted: DateLine | None) -> None:
    assert read_date_line(line) == wanted
