"""Titles of one person that contradict each other or the register; bodies by their day."""

from __future__ import annotations

from datetime import date

import pytest

from desk.proofing.engine import proof
from tests.desk.proofing.found import told

REGISTER = {
    "people": [
        {
            "name": "Trần Văn Sính",
            "titles": [
                {"title": "Phó Bí thư Đảng ủy", "from": "2015-01-01", "to": "2020-06-30"},
                {"title": "Bí thư Đảng ủy", "from": "2020-07-01"},
            ],
        }
    ]
}


def test_one_person_with_two_titles() -> None:
    text = (
        "Đồng chí Trần Văn Sính, Bí thư Đảng ủy xã, dự.\nĐồng chí Trần Văn Sính, Phó Bí thư Đảng ủy xã, nói."
    )
    assert told(text, "people") == [("Phó Bí thư", "Bí thư")]


def test_a_title_on_the_day_of_the_text() -> None:
    text = "Đồng chí Trần Văn Sính, Bí thư Đảng ủy xã, dự hội nghị."
    early = proof(text, date=date(2019, 3, 1), register=REGISTER)
    assert [(one.rule, one.suggestions[:1]) for one in early] == [("people.title", ("Phó Bí thư Đảng ủy",))]
    assert proof(text, date=date(2021, 3, 1), register=REGISTER) == ()


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị.", date(2025, 4, 1), "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
        ("Sở Giao thông vận tải kiểm tra tuyến đường.", date(2025, 4, 1), "Sở Xây dựng"),
        ("Đoàn đến thăm tỉnh Hà Giang.", date(2025, 8, 1), "tỉnh Tuyên Quang"),
        ("Huyện ủy Bình Lâm họp.", date(2025, 8, 1), "-"),
    ],
)
def test_bodies_that_are_no_more(text: str, day: date, found: str) -> None:
    assert [right for _, right in told(text, "people", day)] == [found]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị.", date(2024, 4, 1)),
        ("Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị.", None),
        ("Năm 2019, Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị.", date(2025, 4, 1)),
        ("Ông nguyên là Giám đốc Sở Giao thông vận tải.", date(2025, 4, 1)),
        ("Đoàn đến thăm tỉnh Hà Giang.", date(2025, 6, 1)),
    ],
)
def test_bodies_of_their_day(text: str, day: date | None) -> None:
    assert told(text, "people", day) == []
