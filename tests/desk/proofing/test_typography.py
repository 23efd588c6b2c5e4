"""Spaces, quotation marks, dashes and units."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Huyện đã họp , rồi làm ngay.", (" ", "")),
        ("Huyện đã họp,rồi làm ngay.", (",", ", ")),
        ("Huyện đã họp  rồi.", ("  ", " ")),
        ("Nhà rộng 48m² đất.", ("48m²", "48 m²")),
        ("Đồng chí Thuần- Trưởng ban.", ("- ", " - ")),
        ("Đạt 60 % số hộ.", (" ", "")),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "typography")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tiếng gà, tiếng mưa....", ("....", "…")),
        ("Tiết kiệm 9.600 Kwh trong năm.", ("Kwh", "kWh")),
        ("Chỉ thị ban hành ngày 09/ 02/2018 còn hiệu lực.", ("09/ 02/2018", "09/02/2018")),
    ],
)
def test_dots_units_and_days(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "typography")


@pytest.mark.parametrize(
    "text",
    [
        "Gửi về an.nguyen@tinh.vn, xem https://a.vn/b,c.",
        "Đạt 1.245 tấn, bằng 97,4% kế hoạch… Rất tốt.",
        "Kinh tế - xã hội phát triển.",
        "“Chuông có đấm mới kêu,\nĐèn có khêu mới tỏ”.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "typography") == []
