"""A statement asks whether texts hold words with their marks."""

from __future__ import annotations

import re

import pytest

from desk.database import marked_words
from desk.database.connection import db
from tests.making import Cast


@pytest.mark.parametrize(
    ("patterns", "held"),
    [
        (["tuyến"], True),
        (["tuyên"], False),
        (["tuyến", "giáo"], True),  # in two columns
        (["tuyến", "giao"], False),
    ],
)
def test_all_words_are_held_by_the_columns_together(cast: Cast, patterns: list[str], held: bool) -> None:
    asked = marked_words.joined([re.compile(one) for one in patterns])
    (found,) = db.execute_sql(
        f"SELECT {marked_words.clause('?', '?')}", (asked, "Tuyến ĐƯỜNG", "tôn Giáo")
    ).fetchone()
    assert bool(found) is held
