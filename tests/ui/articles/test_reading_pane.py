"""What lies beside the list of articles."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.acts.rules import Act, Stage
from desk.articles import listing, workflow
from desk.issues import article_page
from tests.making import Cast, article, version, words
from tests.ui.proofing.faulty import faulty
from ui.articles.actions import ArticleActions
from ui.articles.reading_pane import ReadingPane
from ui.controls.line_button import LineButton
from ui.session.session import Session
from ui.window.window import Window

Sit = Callable[[int], Window]


@pytest.fixture
def pane(qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast) -> ReadingPane:
    """The pane of a chief, alone."""
    session, window = session_of(cast.chief), QWidget()
    qtbot.addWidget(window)
    made = ReadingPane(session, ArticleActions(session, window), (Act.APPROVE,), lambda _: None, lambda: None)
    made.setParent(window)
    window.resize(1000, 600)
    window.show()
    return made


def test_only_the_article_expected_is_laid_on_the_paper(pane: ReadingPane, cast: Cast) -> None:
    one, two = (article(cast, words(title), Stage.APPROVED) for title in ("Một", "Hai"))
    pane.expect(listing.row(cast.chief, two))
    pane.show_reading(article_page.read(cast.chief, one))  # an answer that comes late
    assert "Một" not in pane.paper.toPlainText()
    pane.show_reading(article_page.read(cast.chief, two))
    assert "Hai" in pane.paper.toPlainText()
    facts = pane._note.text()
    for part in ("Đã duyệt", "phiên bản 1", "Trần Thị Lãnh duyệt"):
        assert part in facts
    pane.expect(None)
    assert "Chọn một bài" in pane.paper.toPlainText() or not pane._note.isVisible()


def test_an_item_of_the_checklist_is_pointed_to_once(pane: ReadingPane, cast: Cast) -> None:
    made = article(cast, words("Một"))
    pane.point_to(made, "title")
    row = listing.row(cast.chief, made)
    pane.expect(row)
    pane.show_reading(article_page.read(cast.chief, made))
    assert pane.tabs.currentWidget() is pane.checks
    pane.tabs.setCurrentWidget(pane.history)
    pane.show_reading(article_page.read(cast.chief, made))
    assert pane.tabs.currentWidget() is pane.history


def test_why_an_article_came_back_stands_over_it_until_it_is_sent_again(
    pane: ReadingPane, cast: Cast, april: None
) -> None:
    made = article(cast, words("Một"), Stage.FOR_APPROVAL)

    def read() -> str:
        pane.expect(listing.row(cast.chief, made))
        pane.show_reading(article_page.read(cast.chief, made))
        return pane.returned.words()

    assert read() == ""
    workflow.move(cast.chief, Act.RETURN, made, version(cast, made), "Thiếu số liệu quý I")
    assert read() == "Trần Thị Lãnh trả lại lúc 10:00: “Thiếu số liệu quý I”"
    assert pane.returned.isVisible()
    workflow.move(cast.writer, Act.SUBMIT, made, version(cast, made))
    assert read() == ""


def test_the_checklists_say_what_the_proofreader_takes_for_wrong_and_lead_to_the_editor(
    qtbot: QtBot, sit: Sit, cast: Cast
) -> None:
    made = article(cast, faulty())
    window = sit(cast.writer)
    window.navigation.show_article(made)
    reading = window.pages.articles.reading
    qtbot.waitUntil(lambda: reading._laid == made, timeout=5_000)
    assert not reading.checks.findChildren(LineButton)
    reading.tabs.setCurrentWidget(reading.checks)
    qtbot.waitUntil(lambda: bool(reading.checks.findChildren(LineButton)), timeout=10_000)
    (line,) = reading.checks.findChildren(LineButton)
    assert line.accessibleName().startswith("Máy soát thấy 5 chỗ sai")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.pages.page() is window.pages.editor
