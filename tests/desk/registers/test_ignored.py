"""Findings passed over: in one article, on the whole desk, and taken back."""

from __future__ import annotations

import pytest

from desk.acts import journal
from desk.acts.journal import JournalQuery, Subject
from desk.acts.rules import Act
from desk.database import engine
from desk.errors import Denied, Missing, NotNow, Why
from desk.registers import ignored
from tests.making import Cast, article


def test_what_is_passed_over_in_an_article_is_heeded_in_all_others(cast: Cast) -> None:
    made, other = article(cast), article(cast)
    ignored.ignore(cast.writer, "spelling.syllable", "Mường Thà", made)
    assert ignored.of(made) == {("spelling.syllable", "Mường Thà")}
    assert ignored.of(other) == ignored.of(None) == frozenset()
    entry = journal.last_of(Subject.ARTICLE, made)
    assert entry is not None
    assert (entry.act, entry.title) == (Act.IGNORE_FINDING, "Giao ban công tác Khoa giáo")
    assert entry.detail == {"proof_rule": "spelling.syllable", "proof_text": "Mường Thà"}


def test_for_the_whole_desk_a_reason_is_due_and_a_role(cast: Cast) -> None:
    made = article(cast)
    with pytest.raises(NotNow) as refused:
        ignored.ignore(cast.editor, "spelling.syllable", "Mường Thà", None, "  ")
    assert refused.value.why is Why.NOTE
    with pytest.raises(Denied):
        ignored.ignore(cast.writer, "spelling.syllable", "Mường Thà", None, "Tên bản")
    ignored.ignore(cast.editor, "spelling.syllable", "Mường Thà", None, "Tên bản")
    assert ignored.of(made) == ignored.of(None) == {("spelling.syllable", "Mường Thà")}
    (row,) = ignored.listed()
    assert (row.article, row.reason, row.by, row.open) == ("", "Tên bản", "Phạm Văn Biên", True)


def test_it_is_taken_back_and_stays_in_the_list(cast: Cast) -> None:
    made = article(cast)
    ignored.ignore(cast.editor, "date.weekday", "Thứ Hai", None, "Theo lịch cũ")
    ignored.ignore(cast.writer, "date.weekday", "Thứ Ba", made)
    of_article, of_desk = ignored.listed()
    with pytest.raises(Denied):
        ignored.take_back(cast.writer, of_desk.id)
    ignored.take_back(cast.writer, of_article.id)
    ignored.take_back(cast.chief, of_desk.id)
    assert ignored.of(made) == frozenset()
    assert [(row.open, row.back_by) for row in ignored.listed()] == [
        (False, "Lê Thị Viết"),
        (False, "Trần Thị Lãnh"),
    ]
    with pytest.raises(NotNow) as refused:
        ignored.take_back(cast.chief, of_desk.id)
    assert refused.value.why is Why.UNDONE
    assert len(journal.entries(JournalQuery(act=Act.HEED_FINDING))) == 2


def test_twice_the_same_is_once_and_what_is_none_is_refused(cast: Cast) -> None:
    made = article(cast)
    ignored.ignore(cast.writer, "date.weekday", "Thứ Ba", made)
    ignored.ignore(cast.writer, "date.weekday", "Thứ Ba", made)
    assert len(ignored.listed()) == len(journal.entries(JournalQuery(act=Act.IGNORE_FINDING))) == 1
    for text in ("", "  ", "x" * 501):
        with pytest.raises(NotNow):
            ignored.ignore(cast.writer, "date.weekday", text, made)
    with pytest.raises(Missing):
        ignored.ignore(cast.writer, "date.weekday", "Thứ Ba", 999)
    with pytest.raises(Missing):
        ignored.take_back(cast.writer, 999)
    assert list(engine.broken_seals()) == []
