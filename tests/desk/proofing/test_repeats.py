"""The same paragraph or sentence twice."""

from __future__ import annotations

from datetime import date

import pytest

from desk.proofing.engine import proof

LEAD = "Chiều nay Ban Tuyên giáo Tỉnh ủy tổ chức Hội nghị giao ban khoa giáo quý I."
DAY = date(2025, 4, 15)


def told(text: str, family: str, day: date | None = DAY) -> list[tuple[str, str]]:
    """Return the findings of a family: what stands there, and the first suggestion."""
    found = proof(text, date=day)
    return [(one.text, (*one.suggestions, "-")[0]) for one in found if one.family == family]


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
