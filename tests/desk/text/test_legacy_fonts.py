"""Letters of the fonts before Unicode."""

from __future__ import annotations

import pytest

from desk.text.legacy_fonts import Legacy, from_legacy, legacy_of


@pytest.mark.parametrize(
    ("font", "kept"),
    [
        (".VnTime", Legacy.TCVN3),
        ('".vntimeh", serif', Legacy.TCVN3_CAPITALS),
        ("VNI-Times", Legacy.VNI),
        ('7.0pt ".VnArial"', Legacy.TCVN3),
        ("Times New Roman", None),
        ("Avni-Sans", None),
        ("", None),
    ],
)
def test_a_font_says_how_its_letters_are_kept(font: str, kept: Legacy | None) -> None:
    assert legacy_of(font) is kept


@pytest.mark.parametrize(
    ("text", "kept", "words"),
    [
        (
            "§¶ng bé tØnh NghÖ An, ng\xadêi d©n ®\xadîc",
            Legacy.TCVN3,
            "Đảng bộ tỉnh Nghệ An, người dân được",
        ),
        ("®¶ng bé tØnh", Legacy.TCVN3_CAPITALS, "ĐẢNG BỘ TỈNH"),
        (
            "Ñaûng boä tænh Ngheä An, ngöôøi daân ñöôïc höôûng",
            Legacy.VNI,
            "Đảng bộ tỉnh Nghệ An, người dân được hưởng",
        ),
        ("ÑAÛNG BOÄ TÆNH, LÒCH SÖÛ", Legacy.VNI, "ĐẢNG BỘ TỈNH, LỊCH SỬ"),
        ("quý I năm 2019", Legacy.VNI, "quý I năm 2019"),
    ],
)
def test_legacy_letters_become_unicode(text: str, kept: Legacy, words: str) -> None:
    assert from_legacy(text, kept) == words
