"""What is asked before an act: an operation of the answer, or none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.acts.rules import Act, Genre, Stage
from desk.articles import listing, writing
from tests.making import Cast, article, words
from tests.ui.modal import answer
from ui.articles.questions import QUESTIONS, Asking
from ui.articles.reassign_dialog import ReassignDialog
from ui.articles.section_dialog import SectionDialog
from ui.controls.choice_dialog import ChoiceDialog
from ui.controls.reason_dialog import ReasonDialog
from ui.session.operation import Op
from ui.session.session import Session


@pytest.fixture
def ask(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast
) -> Callable[[Act, Stage], tuple[Op | None, Asking]]:
    """Ask a person what is asked before an act."""
    window = QWidget()
    qtbot.addWidget(window)

    def put(act: Act, stage: Stage) -> tuple[Op | None, Asking]:
        session = session_of(cast.chief)
        row = listing.row(session.who, article(cast, stage=stage))
        asking = Asking(session, window, row, "Lý do cũ")
        question = QUESTIONS[act]
        known = question.read(row) if question.read is not None else None
        return question.ask(asking, known), asking

    return put


Ask = Callable[[Act, Stage], tuple[Op | None, Asking]]


@pytest.mark.parametrize("act", [Act.RETURN, Act.REOPEN])
def test_a_reason_is_asked_for_and_kept_until_its_act_is_done(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, act: Act
) -> None:
    given: list[tuple[object, ...]] = []

    def reason(*words: object) -> str:
        given.append(words)
        return "Thiếu số liệu"

    monkeypatch.setattr(ReasonDialog, "ask", reason)
    op, asking = ask(act, Stage.FOR_APPROVAL if act is Act.RETURN else Stage.APPROVED)
    assert op is not None
    assert asking.reason == "Thiếu số liệu"
    assert "Lý do cũ" in given[0]  # it stands in the box: it need not be typed again
    monkeypatch.setattr(ReasonDialog, "ask", lambda *_: None)
    op, asking = ask(act, Stage.FOR_APPROVAL)
    assert op is None
    assert asking.reason == "Lý do cũ"


def test_what_stays_as_it_is_does_nothing(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SectionDialog, "ask", lambda *_: None)
    assert ask(Act.FILE, Stage.DRAFT)[0] is None
    monkeypatch.setattr(SectionDialog, "ask", lambda _, __, rows, now, genre: (now, genre))
    assert ask(Act.FILE, Stage.DRAFT)[0] is None
    monkeypatch.setattr(SectionDialog, "ask", lambda *_: (4, Genre.FEATURE))
    assert ask(Act.FILE, Stage.DRAFT)[0] is not None


def test_an_author_is_chosen_or_not(ask: Ask, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ReassignDialog, "ask", lambda *_: None)
    assert ask(Act.REASSIGN, Stage.DRAFT)[0] is None
    monkeypatch.setattr(ReassignDialog, "ask", lambda *_: (cast.secretary, "Nghỉ phép"))
    assert ask(Act.REASSIGN, Stage.DRAFT)[0] is not None


def test_what_comes_back_as_it_was_sent_back_is_asked_about_once(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast
) -> None:
    window, session, made = QWidget(), session_of(cast.writer), article(cast, stage=Stage.RETURNED)
    qtbot.addWidget(window)
    question = QUESTIONS[Act.SUBMIT]
    assert question.read is not None

    def press(key: Qt.Key) -> Op | None:
        row = listing.row(cast.writer, made)
        met = answer(ChoiceDialog, lambda dialog: qtbot.keyClick(dialog.focusWidget() or dialog, key))
        op = question.ask(Asking(session, window, row), question.read(row))  # type: ignore[misc]
        assert [one.intro.text() for one in met] == ["Bài chưa sửa gì từ khi trả lại. Vẫn gửi?"]
        return op

    assert press(Qt.Key.Key_Return) is None
    assert press(Qt.Key.Key_Escape) is None
    answer(ChoiceDialog, lambda dialog: dialog.ok.click())
    row = listing.row(cast.writer, made)
    assert question.ask(Asking(session, window, row), question.read(row)) is not None
    changed = writing.save(cast.writer, made, row.version, words("Giao ban", "Đã bổ sung số liệu."))
    assert changed.version > row.version
    row = listing.row(cast.writer, made)
    assert question.ask(Asking(session, window, row), question.read(row)) is not None  # nobody was asked


def test_what_the_proofreader_takes_for_wrong_is_said_before_it_is_sent(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast
) -> None:
    window, session = QWidget(), session_of(cast.writer)
    qtbot.addWidget(window)
    made = article(cast, words("Hội nghị tổng kêt công tác"))
    question, row = QUESTIONS[Act.SUBMIT], listing.row(cast.writer, made)
    assert question.read is not None
    opened: list[int] = []
    asking = Asking(session, window, row, open=lambda it: opened.append(it.id))
    answer(ChoiceDialog, lambda dialog: qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return))
    assert question.ask(asking, question.read(row)) is None
    assert opened == [made]
    answer(
        ChoiceDialog,
        lambda dialog: next(it for it in dialog.buttons.buttons() if it.text() == "Gửi luôn").click(),
    )
    assert question.ask(asking, question.read(row)) is not None
