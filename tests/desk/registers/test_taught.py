"""What was learned of old issues: kept, replaced, forgotten."""

from __future__ import annotations

import pytest

from desk.acts import journal
from desk.acts.journal import JournalQuery
from desk.acts.rules import Act
from desk.database import engine
from desk.errors import Denied, NotNow
from desk.registers import taught
from tests.making import Cast


def test_it_is_kept_whole_and_the_newest_alone(cast: Cast) -> None:
    assert taught.read() is None
    assert taught.kept() is None
    taught.keep(cast.editor, b"\x00\x01", 12)
    taught.keep(cast.secretary, bytes(range(256)) * 100, 340)
    assert taught.read() == bytes(range(256)) * 100
    row = taught.kept()
    assert row is not None
    assert (row.articles, row.by) == (340, "Hoàng Thư Ký")
    assert [one.detail for one in journal.entries(JournalQuery(act=Act.TEACH))] == [
        {"taught_articles": 340},
        {"taught_articles": 12},
    ]
    assert list(engine.broken_seals()) == []


def test_it_is_forgotten_once(cast: Cast) -> None:
    taught.keep(cast.editor, b"12", 12)
    taught.forget(cast.chief)
    taught.forget(cast.chief)
    assert taught.read() is None
    assert len(journal.entries(JournalQuery(act=Act.UNTEACH))) == 1


def test_nothing_is_no_lesson_and_a_contributor_does_not_teach(cast: Cast) -> None:
    for counts, articles in ((b"", 3), (b"12", 0)):
        with pytest.raises(NotNow):
            taught.keep(cast.editor, counts, articles)
    with pytest.raises(Denied):
        taught.keep(cast.writer, b"12", 3)
