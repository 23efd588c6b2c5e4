"""Sums, shares, directions."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rừng chiếm 171% diện tích của xã.", ("171%", "-")),
        ("Tổng 780 triệu đồng, trong đó huyện 420 triệu đồng, dân 390 triệu đồng.", ("390", "-")),
        ("Kết luận ghi nhận 20/19 cán bộ cam kết.", ("20/19", "-")),
        ("Tỷ lệ tăng từ 97,2% lên 81,5% năm nay.", ("97,2% lên 81,5%", "81,5% lên 97,2%")),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "number")


@pytest.mark.parametrize(
    "text",
    [
        "Thu ngân sách đạt 112,4% dự toán.",
        "Tổng 780 triệu đồng, trong đó huyện 420 triệu đồng, dân 360 triệu đồng.",
        "Đạt 19/19 tiêu chí.",
        "Ngày 20/11 là ngày hội.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "number") == []
