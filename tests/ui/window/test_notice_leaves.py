"""A notice of something refused leaves with its cause; one of work that went on by itself waits until it is read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolButton

from desk.acts.gate import Changes
from desk.acts.rules import Stage
from desk.articles import drafts
from desk.errors import FileTrouble, NotNow, Trouble, Why
from tests.making import Cast, article, words
from ui.paper.paper import Paper
from ui.window.window import Window

Sit = Callable[[int], Window]
pytestmark = pytest.mark.usefixtures("april")


def _refused() -> Changes:
    raise NotNow(Why.NAME_EMPTY)


def _refuse(window: Window) -> None:
    window.session.client.do(window, _refused)
    assert window.notice.words()
    assert window.notice.property("kind") == "error"


def test_what_was_refused_leaves_when_its_page_is_left(sit: Sit, cast: Cast) -> None:
    window = sit(cast.secretary)
    window.pages.go("settings")
    _refuse(window)
    window.pages.go("settings")
    assert window.notice.words()  # the same page: nothing was left
    window.pages.go("articles")
    assert window.notice.words() == ""


def test_what_was_refused_leaves_when_something_is_done(sit: Sit, cast: Cast) -> None:
    window = sit(cast.secretary)
    _refuse(window)
    window.session.client.do(window, Changes, quiet=True)
    assert window.notice.words() == ""


def test_what_was_refused_leaves_when_the_field_is_filled_in_otherwise(sit: Sit, cast: Cast) -> None:
    window = sit(cast.admin)
    window.pages.go("settings")
    field = next(one for one in window.pages.settings.findChildren(QLineEdit) if one.isVisible())
    _refuse(window)
    field.setText("chương trình điền")
    assert window.notice.words()
    field.setFocus()
    QTest.keyClicks(field, "a")
    assert window.notice.words() == ""


def test_what_the_program_writes_anew_takes_no_refusal_back(sit: Sit, cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go("review")
    paper = window.pages.review.findChild(Paper)
    assert paper is not None
    paper.setFocus()
    _refuse(window)
    window.pages.review.shown()
    paper.show_text(words("Bài khác"), {})
    assert window.notice.words(), made


def test_a_draft_that_was_not_kept_is_said_until_it_is(
    sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit(cast.writer)
    window.navigation.new_article()
    editor = window.pages.editor

    def full(*_: object) -> None:
        raise FileTrouble(Trouble.FULL)

    with monkeypatch.context() as broken:
        broken.setattr(drafts, "keep", full)
        editor.form.title.insertPlainText("Hội nghị")
        editor.drafts.keep()
    trouble = window.notice.words()
    assert trouble
    assert not window.notice._timer.isActive()
    window.session.say("Đã xuất.")
    assert window.notice.words() == "Đã xuất."
    window.notice._timer.timeout.emit()
    assert window.notice.words() == trouble  # it lay below
    window.session.client.do(window, Changes, quiet=True)
    editor.form.title.insertPlainText(" giao ban")
    assert window.notice.words() == trouble
    editor.drafts.keep()
    assert window.notice.words() == ""


def test_an_error_that_was_read_away_does_not_come_again(sit: Sit, cast: Cast) -> None:
    window = sit(cast.secretary)
    window.session.say("Đĩa đầy.", "error", about="export")
    window.pages.go("articles")
    assert window.notice.words() == "Đĩa đầy."
    close = next(one for one in window.notice.findChildren(QToolButton) if one.isVisible())
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert window.notice.words() == ""
    window.session.say("Đã lưu.")
    window.notice._timer.timeout.emit()
    assert window.notice.words() == ""


def test_work_that_came_through_takes_its_error_back(sit: Sit, cast: Cast) -> None:
    window = sit(cast.secretary)
    window.session.say("Đĩa đầy.", "error", about="export")
    window.session.say("Đã xuất.", about="export")
    window.notice._timer.timeout.emit()
    assert window.notice.words() == ""


def test_trouble_of_the_file_is_no_matter_of_a_page_and_over_with_the_next_act(sit: Sit, cast: Cast) -> None:
    window = sit(cast.secretary)

    def full() -> Changes:
        raise FileTrouble(Trouble.FULL)

    window.session.client.do(window, full)
    trouble = window.notice.words()
    window.pages.go("articles")
    assert window.notice.words() == trouble != ""
    window.session.client.do(window, Changes, quiet=True)
    assert window.notice.words() == ""
