"""Revisions: every saved text, byte for byte, newest first, never changed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desk import clock
from desk.articles import writing
from desk.database import revisions
from desk.database.article_tables import Revision
from desk.database.journal_tables import Journal
from desk.errors import Missing
from desk.text.blocks import sha256, to_json
from tests.making import Cast, article, words

NOW = datetime(2019, 4, 9, 3, tzinfo=UTC)


@pytest.fixture
def saved_thrice(cast: Cast) -> int:
    """An article whose revisions are 1, 2 and 4: version 3 only filed it."""
    clock.set_clock(lambda: NOW)
    made = article(cast, words("Một"))
    writing.save(cast.writer, made, 1, words("Hai"), 2)
    writing.file_under(cast.editor, made, 2, 3)
    writing.save(cast.editor, made, 3, words("Bốn"), 3)
    return made


def test_a_list_says_who_saved_which_when(saved_thrice: int) -> None:
    rows = revisions.listing(saved_thrice)
    assert [(row.number, row.saved_by) for row in rows] == [
        (4, "Phạm Văn Biên"),
        (2, "Lê Thị Viết"),
        (1, "Lê Thị Viết"),
    ]
    assert {row.saved_at for row in rows} == {NOW}
    assert revisions.listing(saved_thrice + 1) == []


def test_a_text_comes_back_byte_for_byte(saved_thrice: int) -> None:
    assert [revisions.text_of(saved_thrice, number).title for number in (1, 2, 4)] == ["Một", "Hai", "Bốn"]
    stored = revisions.stored_text(saved_thrice, 2)
    assert stored == to_json(revisions.text_of(saved_thrice, 2))
    assert revisions.listing(saved_thrice)[1].sha256 == sha256(stored)


def test_the_revision_of_a_version_is_the_newest_up_to_it(saved_thrice: int) -> None:
    assert [revisions.as_of(saved_thrice, version) for version in (1, 2, 3, 4, 9)] == [1, 2, 2, 4, 4]
    assert [revisions.before(saved_thrice, number) for number in (1, 2, 3, 4)] == [None, 1, 2, 2]


def test_what_was_never_saved_is_missing(saved_thrice: int) -> None:
    for ask in (revisions.text_of, revisions.stored_text):
        with pytest.raises(Missing):
            ask(saved_thrice, 3)
    with pytest.raises(Missing):
        revisions.as_of(saved_thrice, 0)


def test_revisions_and_journal_cannot_be_changed(cast: Cast) -> None:
    made = article(cast)
    for change in (
        Revision.update(text="").where(Revision.article == made),
        Revision.delete().where(Revision.article == made),
        Journal.update(note="x").where(Journal.subject_id == made),
        Journal.delete().where(Journal.subject_id == made),
    ):
        with pytest.raises(Exception, match=r"never|append-only"):
            change.execute()
