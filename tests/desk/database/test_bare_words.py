"""Words are found whatever marks they have."""

from __future__ import annotations

import unicodedata

import pytest

from desk.database import bare_words
from desk.database.connection import column
from desk.database.department_tables import Section
from tests.making import Cast


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("tin tuc", True),
        ("TIN TỨC", True),
        ("tín", True),
        (unicodedata.normalize("NFD", "tức"), True),
        ("tịnh", False),
    ],
)
def test_words_are_found_without_their_marks(cast: Cast, words: str, found: bool) -> None:
    names = column(Section.select(Section.title).where(bare_words.holds(Section.title, words)))
    assert ("Tin tức – Sự kiện" in names) is found
