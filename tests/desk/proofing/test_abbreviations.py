"""Abbreviations that nobody explained."""

from __future__ import annotations

from datetime import date

import pytest

from desk.proofing.engine import proof

DAY = date(2025, 4, 15)


def told(text: str, family: str, day: date | None = DAY) -> list[tuple[str, str]]:
    """Return the findings of a family: what stands there, and the first suggestion."""
    found = proof(text, date=day)
    return [(one.text, (*one.suggestions, "-")[0]) for one in found if one.family == family]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anh vận động 14 hộ lập HTX làm chè.", ("HTX", "hợp tác xã (HTX)")),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "abbreviation")


@pytest.mark.parametrize(
    "text",
    [
        "Anh lập hợp tác xã (HTX). Nay HTX có 52 hộ.",
        "UBND tỉnh họp, HĐND giám sát.",
        "Ảnh từ 1 MB trở lên.",
        "Đại hội lần thứ XIII của Đảng.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "abbreviation") == []
