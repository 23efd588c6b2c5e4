"""Bodies and provinces by their day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.desk.proofing.found import told


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
