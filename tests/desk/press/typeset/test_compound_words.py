"""Compound words: the spaces inside them are joined in a heading, whatever stands round them."""

from __future__ import annotations

import pytest

from desk.press.typeset.compound_words import joined


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("CÔNG TÁC TƯ TƯỞNG", "CÔNG~TÁC TƯ~TƯỞNG"),
        ("Học tập đạo đức, phong cách", "Học~tập đạo~đức, phong~cách"),
        ("“Tư tưởng” và", "“Tư~tưởng” và"),
        ("x", "x"),
        ("ỦY BAN NHÂN DÂN, Uỷ ban nhân dân", "ỦY~BAN~NHÂN~DÂN, Uỷ~ban~nhân~dân"),  # the tone on either letter
        ("VĂN HÓA, văn hoá", "VĂN~HÓA, văn~hoá"),
        ("tư tưởng đạo đức", "tư~tưởng đạo~đức"),  # one word after the other
        ("TƯ TƯỞNG TƯ TƯỞNG TƯ", "TƯ~TƯỞNG TƯ~TƯỞNG TƯ"),
        ("công tác", "công~tác"),
    ],
)
def test_no_line_ends_inside_a_listed_word(heading: str, wanted: str) -> None:
    assert joined(heading, "~") == wanted
