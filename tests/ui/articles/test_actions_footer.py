"""The foot of a side panel: only the acts that may be done now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desk.acts.rules import Act, Stage
from desk.articles import listing
from tests.making import Cast, article
from ui.articles.actions import ArticleActions
from ui.articles.actions_footer import acts_footer, show_with
from ui.controls.action_table import Entry, make_action
from ui.session.session import Session


def test_buttons_come_and_go_with_what_may_be_done(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    acts = ArticleActions(session_of(cast.chief), window)
    foot = acts_footer(acts, (Act.APPROVE, Act.RETURN, Act.SUBMIT))
    foot.setParent(window)
    window.show()
    buttons = {button.text(): button for button in foot.findChildren(QPushButton)}
    assert not any(button.isVisible() for button in buttons.values())
    acts.follow(listing.row(cast.chief, article(cast, stage=Stage.FOR_APPROVAL)))
    assert buttons["Duyệt"].isVisible()
    assert buttons["Duyệt"].property("kind") == "primary"
    assert buttons["Trả lại"].isVisible()
    assert not buttons["Gửi biên tập"].isVisible()


def test_a_button_stays_in_sight_while_its_action_is_shown(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    entry: Entry[None] = Entry("Đề xuất")
    action, button = make_action(owner, entry, lambda: None), QPushButton(owner)
    show_with(button, action)
    action.setEnabled(False)
    assert not button.isHidden()
    action.setVisible(False)
    assert button.isHidden()
