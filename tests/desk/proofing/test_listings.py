"""What is numbered or counted off against what is said of it."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hội nghị bàn ba nội dung sau:\n- Làm đường.\n- Đào giếng.\n- Trồng cây.\n- Mở lớp.", ("ba", "bốn")),
        ("Tờ gấp chỉ rõ bốn dấu hiệu: hứa lãi cao; thúc chuyển tiền; xin mật khẩu.", ("bốn", "ba")),
        ("Cần nhớ 2 việc: đọc kỹ; hỏi lại; ghi đủ.", ("2", "3")),
        ("Từ năm 2017 đến năm 2020, chị Sen sáu năm liền được khen.", ("sáu", "bốn")),
        ("Bốn ngày tập huấn, từ ngày 15/3 đến ngày 16/3/2025, hội trường chật kín.", ("Bốn", "Hai")),
        ("Đại hội lần thứ XVI, khóa IXX của huyện.", ("IXX", "XIX")),
        ("1. Đọc kỹ.\n2. Hỏi lại.\n4. Ghi đủ.", ("4", "3")),
        ("Thứ nhất, làm rõ việc.\nThứ hai, rõ người.\nThứ hai, rõ hạn.", ("hai", "ba")),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "number")


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị bàn ba nội dung sau:\n- Làm đường.\n- Đào giếng.\n- Trồng cây.",
        "Tờ gấp chỉ rõ ba dấu hiệu: hứa lãi cao; thúc chuyển tiền; xin mật khẩu.",
        "Từ năm 2017 đến năm 2020, chị Sen bốn năm liền được khen.",
        "Hai ngày, từ ngày 15/3 đến ngày 16/3/2025, xã họp.",
        "Đại hội XIV, khóa XXIII, quý IV, chương LXX.",
        "1. Đọc kỹ.\n2. Hỏi lại.\nViệc làng:\n1. Sửa đình.\n2. Đào ao.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "number") == []
