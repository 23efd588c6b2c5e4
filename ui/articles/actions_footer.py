"""The foot of a side panel: the acts that may be done now, their keys on the buttons."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from desk.acts.rules import Act
from ui.articles.actions import ArticleActions
from ui.controls.flow_layout import FlowLayout
from ui.controls.labels import action_button, place


def acts_footer(acts: ArticleActions, shown: tuple[Act, ...]) -> QWidget:
    """Make the foot of a side panel: a button an act, only those that may be done now, their keys shown."""
    foot, flow = place("footer"), FlowLayout()
    foot.setLayout(flow)
    for act in shown:
        action = acts.actions[act]
        button = action_button(action, primary=act in (Act.APPROVE, Act.PASS, Act.SUBMIT))
        flow.addWidget(button)  # before it follows: shown without a place it would be a window
        follow_presence(button, action)
    return foot


def show_with(button: QPushButton, action: QAction) -> None:
    """Show a button while its action is shown, whether or not it may be done."""
    action.changed.connect(lambda: button.setVisible(action.isVisible()))
    button.setVisible(action.isVisible())


def follow_presence(button: QPushButton, action: QAction) -> None:
    """Show a button only while its action may be done."""
    action.changed.connect(lambda: button.setVisible(action.isEnabled()))
    button.setVisible(action.isEnabled())
