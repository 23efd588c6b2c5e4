"""Small words and lines: labels that never interpret what they show, buttons, rules, columns."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import style


def label(text: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """Make a label of plain text; `role` is its part in the style sheet."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def button(text: str, on: Callable[[], object], icon: str = "", *, primary: bool = False) -> QPushButton:
    """Make a push button with an outline icon that follows the scheme."""
    made = QPushButton(text)
    if primary:
        made.setProperty("kind", "primary")
    if icon:
        made.setIconSize(QSize(17, 17))
        keep_icon(made, icon, "on_accent" if primary else "ink")
    made.clicked.connect(lambda: on())
    return made


def action_button(action: QAction, *, primary: bool = False, key: bool = True) -> QPushButton:
    """Make a button for an action: same words, enabled with it, its key in the tooltip and on the button."""
    made = QPushButton()
    if primary:
        made.setProperty("kind", "primary")
    made.setIconSize(QSize(17, 17))
    made.clicked.connect(action.trigger)

    def follow() -> None:
        shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = action.text().replace("&", "").rstrip("…")
        made.setText(f"{words}  [{shortcut}]" if key and len(shortcut) == 1 else words)
        made.setToolTip(f"{words} ({shortcut})" if shortcut else words)
        made.setEnabled(action.isEnabled())
        made.setVisible(action.isVisible())

    action.changed.connect(follow)
    follow()
    name = action.property("icon_name")
    if name:
        keep_icon(made, str(name), "on_accent" if primary else "ink")
    return made


def tool_button(text: str, on: Callable[[], object], icon: str, *, boxed: bool = True) -> QToolButton:
    """Make an icon button; its words are tooltip and accessible name."""
    made = QToolButton()
    if boxed:
        made.setProperty("kind", "boxed")
    made.setIconSize(QSize(18, 18))
    made.setToolTip(text)
    made.setAccessibleName(text)
    keep_icon(made, icon)
    made.clicked.connect(lambda: on())
    return made


class _IconKeeper(QObject):
    """Dresses a widget's icon in the scheme's colour; goes away with the widget."""

    def __init__(self, widget: QPushButton | QToolButton | QAction, name: str, token: str) -> None:
        super().__init__(widget)
        self._widget, self._name, self._token = widget, name, token
        self.dress()
        style.look().changed.connect(self.dress)

    def dress(self) -> None:
        """Take the icon in the colours in force."""
        self._widget.setIcon(style.icon(self._name, self._token))


def keep_icon(widget: QPushButton | QToolButton | QAction, name: str, token: str = "ink") -> None:
    """Give a widget an icon, and give it anew when the scheme changes."""
    _IconKeeper(widget, name, token)


def line() -> QFrame:
    """Make a thin horizontal rule."""
    made = QFrame()
    made.setProperty("place", "line")
    return made


def place(name: str, layout: QHBoxLayout | QVBoxLayout | None = None) -> QWidget:
    """Make a plain widget that the style sheet knows by its place."""
    made = QWidget()
    made.setProperty("place", name)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    if layout is not None:
        made.setLayout(layout)
    return made


def stretch() -> QWidget:
    """Make an empty widget that takes the room that is left."""
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made


def header(title: str, *widgets: QWidget, subtitle: str = "") -> tuple[QWidget, QLabel, QLabel]:
    """Make a page's head: title, subtitle, then widgets at the right; return it with both labels."""
    row = QHBoxLayout()
    row.setContentsMargins(18, 9, 18, 9)
    row.setSpacing(10)
    words, told = label(title, "title"), label(subtitle, "muted")
    row.addWidget(words)
    row.addWidget(told)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    made = place("header", row)
    made.setFixedHeight(52)
    return made, words, told
