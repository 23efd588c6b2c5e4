"""The same paragraph or sentence twice."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told

LEAD = "Chiều nay Ban Tuyên giáo Tỉnh ủy tổ chức Hội nghị giao ban khoa giáo quý I."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Có nhiều cách vào bài. Có nhiều cách vào bài. Rồi kể chuyện.", ("Có nhiều cách vào bài. ", "")),
        (
            f"{LEAD}\n{LEAD}",
            (LEAD, ""),
        ),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "repeat")


@pytest.mark.parametrize(
    "text",
    [
        "Xin chào.\nXin chào.",
        "Học, học nữa, học mãi.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "repeat") == []
