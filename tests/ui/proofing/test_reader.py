"""The proofreader of a page says what was found in the newest text alone, and heeds the registers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject

from desk.proofing.article import places
from desk.registers import ignored
from desk.text.blocks import ArticleText
from tests.making import Cast, article
from tests.ui.held import hold
from ui.proofing.reader import Proofed, ProofReader, ToRead
from ui.session.session import Session

Seat = Callable[[int], Session]


def _what(words: str, article_id: int = 0) -> ToRead:
    return ToRead(article_id, places(ArticleText(lead=words)), None)


def _reader(session: Session) -> tuple[ProofReader, list[Proofed]]:
    reader, came = ProofReader(session, QObject(session)), list[Proofed]()
    reader.proofed.connect(came.append)
    return reader, came


def test_the_newest_text_alone_is_answered(
    session_of: Seat, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = session_of(cast.writer)
    reader, came = _reader(session)
    with monkeypatch.context() as patch:
        late = hold(patch, session.client, "away")
        for words in ("Một  hai.", "Hai  ba.", "Ba  bốn."):
            reader.look(_what(words))
        assert len(late) == 1
        late.pop(0)()
        late.pop(0)()
    assert [one.words for proofed in came for one in proofed.found] == ["Ba  bốn."]


def test_what_is_passed_over_is_heard_no_more(session_of: Seat, cast: Cast) -> None:
    made = article(cast)
    session = session_of(cast.writer)
    reader, came = _reader(session)
    reader.look(_what("Một  hai.", made))
    (one,) = came.pop().found
    session.client.do(session, lambda: ignored.ignore(cast.writer, one.finding.rule, one.words, made))
    reader.look(_what("Một  hai.", made))
    assert came.pop().found == ()
    reader.look(_what("Một  hai."))
    assert len(came.pop().found) == 1


def test_a_text_that_was_let_go_is_not_answered(
    session_of: Seat, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = session_of(cast.writer)
    reader, came = _reader(session)
    with monkeypatch.context() as patch:
        late = hold(patch, session.client, "away")
        reader.look(_what("Một  hai."))
        reader.forget()
        late.pop(0)()
    assert came == []
