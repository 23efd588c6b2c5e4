"""Operations of the editor: an article is made by its first save, and sent to the editors."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject

from desk.acts.rules import Stage
from desk.articles import listing
from desk.errors import DeskError, Stale
from tests.making import Cast, words
from ui.editor import operations
from ui.editor.open_article import OpenArticle
from ui.session.operation import Op
from ui.session.session import Session


@pytest.fixture
def session(session_of: Callable[[int], Session], cast: Cast) -> Session:
    return session_of(cast.writer)


def run(session: Session, op: Op) -> list[DeskError]:
    refused: list[DeskError] = []
    op.run(session, QObject(session), refused=refused.append)
    return refused


def test_the_first_save_makes_the_article_and_the_next_ones_its_revisions(
    session: Session, cast: Cast
) -> None:
    sheet = OpenArticle("u" * 32)
    assert run(session, operations.save(session, sheet, words("Một"), None)) == []
    assert sheet.article_id is not None
    seen = sheet.seen
    assert run(session, operations.save(session, sheet, words("Hai"), None)) == []
    assert sheet.seen > seen
    row = listing.row(cast.writer, sheet.article_id)
    assert (row.title, row.version) == ("Hai", sheet.seen)


def test_a_save_over_another_is_refused_and_the_sheet_stays(session: Session) -> None:
    sheet = OpenArticle("u" * 32)
    run(session, operations.save(session, sheet, words("Một"), None))
    late = OpenArticle(sheet.uid, sheet.article_id, sheet.seen - 1)
    (refused,) = run(session, operations.save(session, late, words("Muộn"), None))
    assert isinstance(refused, Stale)
    assert late.seen == sheet.seen - 1


def test_an_article_is_sent(session: Session, cast: Cast) -> None:
    sheet = OpenArticle("u" * 32)
    run(session, operations.save(session, sheet, words("Một"), 2))
    assert sheet.article_id is not None
    assert run(session, operations.submit(session, sheet.article_id, sheet.seen)) == []
    assert listing.row(cast.editor, sheet.article_id).stage is Stage.SUBMITTED
