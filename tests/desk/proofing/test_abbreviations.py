"""Abbreviations that nobody explained."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told


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
