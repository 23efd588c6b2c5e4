"""Years and days counted from one day to another."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told

EARLIER = "Họp ngày 01/4/2019, rồi khai mạc ngày 14/4/2019. Trước đó {} ngày, ngày 10/4/2019, đoàn đã họp."

LONG_BEFORE = "Khai mạc ngày 11/4/2019. Trước đó {} ngày, ngày {}, đoàn đã họp."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cách đây 60 năm, 5 giờ 15 phút sáng ngày 02/5/1955, làng có điện.", ("60", "70")),
        ("Ngày này 60 năm trước, 15/4/1955, cầu được khánh thành.", ("60", "70")),
        ("Ngày này của 60 năm về trước, ngày 15 tháng 4 năm 1955, trường khai giảng.", ("60", "70")),
        ("Kỷ niệm 5 năm thành lập trường (2018 - 2019).", ("5", "1")),
        (EARLIER.format("ba"), ("ba", "bốn")),
        (LONG_BEFORE.format("chín", "01/4/2019"), ("chín", "mười")),
        (LONG_BEFORE.format("mười", "31/3/2019"), ("mười", "11")),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "date")


@pytest.mark.parametrize(
    "text",
    [
        "Cách đây 70 năm, tối ngày 02/5/1955, làng có điện.",
        "Ngày này 70 năm trước, 15/4/1955, cầu được khánh thành.",
        "Ngày này 70 năm trước, 15/4/2055, cầu được khánh thành.",  # ahead: no count of years mends it
        "Kỷ niệm 5 năm thành lập trường (2019 - 2019).",
        EARLIER.format("bốn"),
        LONG_BEFORE.format("ba", "11/4/2019"),
        "Khai mạc ngày 10/4/2019. Trước đó bốn ngày, ngày 14/4/2019, đoàn đã họp.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "date") == []
