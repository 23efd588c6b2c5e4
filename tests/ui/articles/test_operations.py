"""What is done to an article, as operations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from desk.acts.gate import Changes
from desk.acts.rules import Act, Genre, Stage
from desk.articles import listing, writing
from desk.articles.originals import Original
from desk.errors import DeskError, Stale
from desk.review import taking_in
from desk.review.taking_in import Intake
from tests.making import Cast, article, version, words
from ui.articles import operations
from ui.session.operation import Op
from ui.session.session import Session
from ui.window.window import Window

SessionOf = Callable[[int], Session]
Make = Callable[[Session, listing.ArticleRow], Op]


def _run(session: Session, op: Op) -> list[Changes]:
    done: list[Changes] = []
    owner = QObject()
    op.run(session, owner, done.append)
    return done


@pytest.mark.parametrize(
    ("make", "who", "stage", "then"),
    [
        (operations.submit, "writer", Stage.DRAFT, Stage.SUBMITTED),
        (operations.withdraw, "writer", Stage.SUBMITTED, Stage.DRAFT),
        (operations.pass_on, "editor", Stage.SUBMITTED, Stage.FOR_APPROVAL),
        (operations.approve, "chief", Stage.FOR_APPROVAL, Stage.APPROVED),
        (operations.bin_, "writer", Stage.DRAFT, Stage.BINNED),
        (operations.restore, "writer", Stage.BINNED, Stage.DRAFT),
        (lambda s, r: operations.give_back(s, r, "Thiếu số."), "editor", Stage.SUBMITTED, Stage.RETURNED),
        (lambda s, r: operations.reopen(s, r, "Sai số."), "chief", Stage.APPROVED, Stage.FOR_APPROVAL),
    ],
)
def test_each_leads_where_its_name_says(
    session_of: SessionOf, cast: Cast, make: Make, who: str, stage: Stage, then: Stage
) -> None:
    session = session_of(getattr(cast, who))
    made = article(cast, stage=stage)
    _run(session, make(session, listing.row(session.who, made)))
    assert listing.row(session.who, made).stage is then


def test_an_article_is_filed_given_to_another_and_an_old_text_taken_back(
    session_of: SessionOf, cast: Cast
) -> None:
    made = article(cast, words("Một"))
    writer, editor = session_of(cast.writer), session_of(cast.editor)
    _run(writer, operations.file_under(writer, listing.row(cast.writer, made), 4, Genre.FEATURE))
    row = listing.row(cast.writer, made)
    assert (row.section_id, row.genre) == (4, Genre.FEATURE)
    text = replace(listing.open_article(cast.writer, made).text, title="Hai")
    writing.save(cast.writer, made, version(cast, made), text, 4)
    _run(writer, operations.take_back_revision(writer, listing.row(cast.writer, made), 1))
    assert listing.row(cast.writer, made).title == "Một"
    _run(editor, operations.reassign(editor, listing.row(cast.editor, made), cast.secretary, "Nghỉ phép"))
    assert listing.row(cast.editor, made).author_id == cast.secretary


def test_an_act_is_taken_back_while_nobody_acted_since(session_of: SessionOf, cast: Cast) -> None:
    session = session_of(cast.writer)
    made = article(cast)
    (changes,) = _run(session, operations.submit(session, listing.row(cast.writer, made)))
    back = operations.undo(session, changes)
    assert back is not None
    _run(session, back)
    assert listing.row(cast.writer, made).stage is Stage.DRAFT
    refused: list[DeskError] = []
    session.client.refused.connect(refused.append)
    _run(session, back)
    assert isinstance(refused[0], Stale)
    assert operations.undo(session, Changes(act=Act.FILE)) is None


@pytest.mark.parametrize("by_key", [False, True])
def test_what_was_taken_in_is_taken_back_from_the_quiet_bar_or_by_key(
    qtbot: QtBot, sit: Callable[[int], Window], cast: Cast, by_key: bool
) -> None:
    window = sit(cast.writer)
    window.pages.go("articles")
    intake = Intake(words("Tin gửi đến"), 2, Original("tin.docx", "docx", b"PK"))
    (changes,) = _run(window.session, Op(lambda: taking_in.take_in(window.session.who, intake)))
    (made,) = changes.articles
    page = window.pages.articles
    assert window.notice.words() == "Đã nhập bài từ tệp."
    assert [row.id for row in page.list.model.rows()] == [made]
    if by_key:
        qtbot.keyClick(page.list.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    else:
        window.notice.press()  # Hoàn tác
    row = listing.row(cast.writer, made)
    assert (row.stage, row.originals) == (Stage.BINNED, 1)
    assert page.list.model.rowCount() == 0
