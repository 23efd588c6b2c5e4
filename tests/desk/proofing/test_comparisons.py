"""What rose by so many times or points, what is more than another."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tỷ lệ hộ nghèo giảm từ 22,5% xuống 15,1%, giảm 4,7 điểm phần trăm.", ("4,7", "7,4")),
        ("Dư nợ tăng từ 200 tỷ đồng lên 620 tỷ đồng, gấp 2,1 lần.", ("2,1", "3,1")),
        ("Tỷ lệ dùng nước sạch đạt 91%, thấp hơn bình quân chung của huyện 85%.", ("thấp", "cao")),
        ("Tỷ lệ đạt 91%, cao hơn bình quân chung của huyện (85%) là 8 điểm phần trăm.", ("8", "6")),
        ("Trường có 300 học sinh nhưng chỉ 90 em có xe đạp, tức là chưa tới 13%.", ("13", "31")),
        ("Tỷ lệ đạt 94%, tăng 23 điểm phần trăm so với năm 2024 (81%).", ("23", "13")),
        ("Tổ có 12 người, sau trận mưa ấy chỉ còn 15.", ("15", "-")),
        ("Kết quả cao hơn năm trước 1,6% điểm phần trăm.", ("1,6% điểm phần trăm", "1,6 điểm phần trăm")),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "number")


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ hộ nghèo giảm từ 22,5% xuống 15,1%, giảm 7,4 điểm phần trăm.",
        "Dư nợ tăng từ 200 tỷ đồng lên 620 tỷ đồng, gấp hơn 3 lần.",
        "Doanh thu tăng từ 800 triệu đồng lên 1,2 tỷ đồng, gấp 1,5 lần.",
        "Tỷ lệ đạt 91%, cao hơn 6% so với năm trước.",
        "Trường có 300 học sinh nhưng chỉ 90 em có xe đạp, tức là chưa tới 31%.",
        "Tổ có 12 người, sau trận mưa ấy chỉ còn 9.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "number") == []
