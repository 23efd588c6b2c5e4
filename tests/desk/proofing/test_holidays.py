"""Days that a bulletin keeps, and their dates."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mai đã là Ngày Thương binh - Liệt sĩ 27/2.", ("27/2", "27/7")),
        ("Kỷ niệm Ngày Nhà giáo Việt Nam (22/11) năm nay rất vui.", ("22/11", "20/11")),
        ("Kỷ niệm 55 năm Ngày truyền thống ngành (26/12/1961 - 22/12/2016).", ("22/12", "26/12")),
        ("- 22/12: kỷ niệm 55 năm Ngày Dân số Việt Nam (26/12/1961 - 26/12/2016).", ("22/12", "26/12")),
        ("Đến hết quý V năm 2025 phải xong.", ("V", "-")),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "date")


@pytest.mark.parametrize(
    "text",
    [
        "Mai đã là Ngày Thương binh - Liệt sĩ 27/7.",
        "Lễ kỷ niệm Ngày Nhà giáo Việt Nam được tổ chức ngày 18/11/2024.",
        "Đến hết quý IV năm 2025 phải xong.",
        "Thời gian chống Pháp (19/12/1946 - 07/5/1954) rất dài.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "date") == []
