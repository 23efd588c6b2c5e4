"""What the language spells."""

from __future__ import annotations

import pytest

from desk.proofing.syllable import is_syllable, key, spelt


@pytest.mark.parametrize(
    "word",
    [
        "hòa",
        "hoà",
        "thủy",
        "thuỷ",
        "gìn",
        "giếng",
        "quý",
        "quí",
        "khuỷu",
        "quốc",
        "nghiêng",
        "ghế",
        "yêu",
        "uống",
        "oan",
    ],
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", ["nghành", "gíao", "qúy", "đuợc", "nươc", "thưc", "hộị", "trinhf", "tuyeên", "ngi", "ka"]
)
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_one_key_for_both_spellings() -> None:
    assert key("hoà") == key("hòa")
    assert key("kỹ") == key("kĩ")
    assert spelt(key("hoà")) == "hòa"
    assert spelt(key("kĩ")) == "kỹ"
