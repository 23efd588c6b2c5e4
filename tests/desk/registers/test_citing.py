"""How documents, people and bodies are written in an article."""

from __future__ import annotations

from datetime import date

import pytest

from desk.registers.citing import cited, named, titled
from desk.registers.entries import DocumentEntry


@pytest.mark.parametrize(
    ("document", "text"),
    [
        (
            DocumentEntry("Nghị quyết", "57", "-NQ/TW", date(2024, 12, 22), "Bộ Chính trị", "về đột phá"),
            "Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá",
        ),
        (
            DocumentEntry("Kế hoạch", "12", "-KH/BTGTU", date(2019, 1, 4), "Ban Tuyên giáo Tỉnh ủy"),
            "Kế hoạch số 12-KH/BTGTU, ngày 04/01/2019 của Ban Tuyên giáo Tỉnh ủy",
        ),
        (
            DocumentEntry("Chỉ thị", "16", "/CT-TTg", date(2020, 3, 31), "Thủ tướng Chính phủ"),
            "Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ",
        ),
        (DocumentEntry("Luật", "103", "/2016/QH13"), "Luật số 103/2016/QH13"),
    ],
)
def test_the_party_has_a_comma_before_the_day_and_the_state_has_none(
    document: DocumentEntry, text: str
) -> None:
    assert cited(document) == text


@pytest.mark.parametrize(
    ("title", "body", "text"),
    [
        ("Phó Trưởng ban", "Ban Tuyên giáo Tỉnh ủy", "Phó Trưởng ban Tuyên giáo Tỉnh ủy"),
        ("Trưởng phòng", "Phòng Khoa giáo", "Trưởng phòng Khoa giáo"),
        ("Bí thư", "Tỉnh ủy", "Bí thư Tỉnh ủy"),
        ("Giám đốc", "Sở Y tế", "Giám đốc Sở Y tế"),
        ("Nguyên Bí thư Tỉnh ủy", "", "Nguyên Bí thư Tỉnh ủy"),
    ],
)
def test_a_title_and_its_body_share_a_word(title: str, body: str, text: str) -> None:
    assert titled(title, body) == text
    assert named("Lò Thị Én", title, body) == f"Lò Thị Én – {text}"
