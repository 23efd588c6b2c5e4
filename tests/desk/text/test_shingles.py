"""Five words in a row: what does not matter, what is short, and that half in common always shares a mark."""

from __future__ import annotations

import unicodedata
from random import Random

import pytest

from desk.text.shingles import SHORT, WHOLE, in_common, marks, sampled, shingles

LONG = " ".join(f"chữ{n}" for n in range(40))


def test_a_body_is_its_words_five_in_a_row() -> None:
    found = shingles("Tít", LONG)
    assert len(found) == 36
    assert "chữ0 chữ1 chữ2 chữ3 chữ4" in found


@pytest.mark.parametrize(
    "other",
    [
        LONG.upper(),
        LONG.replace(" ", " – "),
        LONG.replace(" ", ",\n"),
        unicodedata.normalize("NFD", LONG),
        f"“{LONG}”.",
        LONG.replace(" ", "_"),
    ],
)
def test_capitals_punctuation_dashes_and_form_do_not_matter(other: str) -> None:
    assert shingles("Tít", LONG) == shingles("Khác", other)
    assert marks(shingles("", LONG)) == marks(shingles("", other))


def test_marks_of_letters_do_matter() -> None:
    assert not shingles("", LONG) & shingles("", LONG.replace("ữ", "u"))


def test_a_short_body_is_all_its_words_with_its_title() -> None:
    short = " ".join(LONG.split()[: SHORT - 1])
    assert len(shingles("Tít", short)) == 1
    assert shingles("TÍT.", short.upper()) == shingles("Tít", short)
    assert shingles("Tít khác", short) != shingles("Tít", short)
    assert len(shingles("Tít", " ".join(LONG.split()[:SHORT]))) == SHORT - 4
    assert shingles("Tít", "") == {"tít\n"}
    assert shingles("–", " … ") == frozenset()


def test_share_is_of_the_larger_text() -> None:
    one, other = {"a", "b", "c", "d"}, {"c", "d"}
    assert in_common(one, other) == in_common(other, one) == 0.5
    assert in_common(one, one) == 1
    assert in_common((), ()) == 0


def test_all_of_a_middling_text_are_marks_and_a_sample_of_a_long_one() -> None:
    numbers = [str(n) for n in range(WHOLE)]
    assert len(marks(numbers)) == WHOLE
    many = marks([str(n) for n in range(WHOLE * 10)])
    assert many == sampled(many)
    assert 200 < len(many) < 440


@pytest.mark.parametrize("seed", range(20))
def test_texts_with_half_in_common_share_a_mark(seed: int) -> None:
    random = Random(seed)
    larger = random.randrange(8, 600)
    shared = -(-larger // 2)
    one = {f"s{seed}-{n}" for n in range(larger)}
    other = {f"s{seed}-{n}" for n in range(shared)} | {f"khác{n}" for n in range(random.randrange(shared))}
    assert in_common(one, other) >= 0.5
    assert marks(one) & marks(other)
