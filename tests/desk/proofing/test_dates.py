"""Days: weekday, calendar, zeros, order, anniversaries."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sáng thứ Hai, ngày 15/4/2025, tỉnh họp.", ("thứ Hai", "thứ Ba")),
        ("Trước ngày 31/4/2025 phải xong.", ("31/4/2025", "-")),
        ("Ngày 5/4/2025, tỉnh họp.", ("5/4/2025", "05/4/2025")),
        ("Nhiệm kỳ 2026 - 2021 đã qua.", ("2026 - 2021", "2021 - 2026")),
        ("Kỷ niệm 94 năm Ngày thành lập Đảng Cộng sản Việt Nam.", ("94", "95")),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "date")


@pytest.mark.parametrize(
    "text",
    [
        "Sáng thứ Ba, ngày 15/4/2025, tỉnh họp.",
        "Thứ Ba, 15/04/2025",
        "Giảm 2/3 số hộ, thương binh hạng 2/4.",
        "Ngày 29/02/2024 là ngày nhuận.",
        "Quyết định số 06/QĐ-TTg.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "date") == []
