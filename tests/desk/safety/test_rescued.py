"""Texts are weighed by their sums and by the seals: what is proven comes before what is newer."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.articles import writing
from desk.database import store
from desk.database.damaged_file import DamagedFile
from desk.safety import rescued
from desk.safety.rescued import Fate, SealedRows
from tests.engine import tamper
from tests.making import Cast, article, version, words


@pytest.fixture
def desk(cast: Cast) -> Path:
    for title in ("Một", "Hai"):
        made = article(cast, words(title, "Bản đầu."))
        writing.save(cast.writer, made, version(cast, made), words(title, "Bản sau."))
    store.close_file()
    return cast.path


def _fates(path: Path) -> list[tuple[int, str, Fate, int]]:
    with DamagedFile(path) as file:
        return [
            (one.id, one.title, one.fate, one.revision) for one in rescued.articles(file, SealedRows(file))
        ]


def test_a_text_under_another_number_is_not_taken_for_that_articles(desk: Path) -> None:
    """The sum of a text is right wherever it stands; the seal knows where it belongs."""
    tamper(desk, "UPDATE revision SET article_id = 1, number = 9 WHERE article_id = 2 AND number = 2")
    assert _fates(desk) == [(1, "Một", Fate.WHOLE, 2), (2, "Hai", Fate.OLDER, 1)]


def test_a_sum_that_was_changed_with_the_text_proves_nothing(desk: Path) -> None:
    tamper(desk, "UPDATE revision SET sha256 = 'x' WHERE article_id = 2")
    assert _fates(desk)[1] == (2, "Hai", Fate.UNPROVEN, 2)


def test_where_seals_are_damaged_the_sums_alone_speak(desk: Path) -> None:
    tamper(desk, "UPDATE seal SET rows = '{'")
    assert [fate for *_, fate, _ in _fates(desk)] == [Fate.WHOLE, Fate.WHOLE]


def test_without_a_text_the_words_that_were_searched_are_given(desk: Path) -> None:
    tamper(desk, "DELETE FROM revision WHERE article_id = 1")
    assert _fates(desk)[0] == (1, "Một", Fate.WORDS, 0)


def test_an_article_is_known_by_the_journal_alone(desk: Path) -> None:
    tamper(
        desk,
        "DELETE FROM revision WHERE article_id = 1",
        "DELETE FROM article_text WHERE article_id = 1",
        "DELETE FROM article WHERE id = 1",
    )
    assert _fates(desk)[0] == (1, "Một", Fate.LOST, 0)
