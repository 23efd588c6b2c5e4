"""Small words and lines: labels that never interpret what they show, buttons, rules, columns.

Here and in what else the first page is made of, properties take the words of Qt's enums ("PlainText") and no module
imports `Qt` itself: with it PySide makes 95 enums, 16 ms of a start.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.controls.combo import NumberField
from ui.look import style

if TYPE_CHECKING:  # its style classes are 5 ms of a start that shows none
    from ui.controls.key_button import KeyButton


def label(text: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """Make a label of plain text; `role` is its part in the style sheet."""
    caption = QLabel(text)
    caption.setProperty("textFormat", "PlainText")
    caption.setWordWrap(wrap)
    if role:
        caption.setProperty("role", role)
    return caption


def cut(words: str, metrics: QFontMetrics, room: int) -> str:
    """Return words as they fit into a width, their end given up for an ellipsis where they do not."""
    if metrics.horizontalAdvance(words) <= room:
        return words
    least, most = 0, len(words)
    while least < most:
        middle = (least + most + 1) // 2
        if metrics.horizontalAdvance(words[:middle] + "…") <= room:
            least = middle
        else:
            most = middle - 1
    return words[:least].rstrip() + "…"


def button(text: str, on: Callable[[], object], icon: str = "", *, primary: bool = False) -> QPushButton:
    """Make a push button with an outline icon that follows the scheme."""
    button = QPushButton(text)
    if primary:
        button.setProperty("kind", "primary")
    if icon:
        keep_icon(button, icon, "on_accent" if primary else "ink")
    button.clicked.connect(lambda: on())
    return button


def action_button(
    action: QAction, *, primary: bool = False, key: bool = True, icon: bool = True
) -> KeyButton:
    """Make a button for an action: same words, enabled with it, its key in the tooltip and on the button.

    The tooltip of one that is not enabled says why: the action's "what's this".
    """
    from PySide6.QtGui import QKeySequence

    from ui.controls.key_button import KeyButton

    button = KeyButton()
    if primary:
        button.setProperty("kind", "primary")
    button.clicked.connect(action.trigger)

    def follow() -> None:
        shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = action.text().replace("&", "").rstrip("…")
        button.setText(words)
        button.set_key(shortcut if key and len(shortcut) < 6 else "")
        told = f"{words} ({shortcut})" if shortcut else words
        why = "" if action.isEnabled() else action.whatsThis()
        button.setToolTip(f"{told}\n{why}" if why else told)
        button.setEnabled(action.isEnabled())

    action.changed.connect(follow)
    follow()
    name = action.property("icon_name")
    if name and icon:
        keep_icon(button, str(name), "on_accent" if primary else "ink")
    return button


def tool_button(text: str, on: Callable[[], object], icon: str, *, boxed: bool = True) -> QToolButton:
    """Make an icon button; its words are tooltip and accessible name."""
    button = QToolButton()
    if boxed:
        button.setProperty("kind", "boxed")
    button.setToolTip(text)
    button.setAccessibleName(text)
    keep_icon(button, icon)
    button.clicked.connect(lambda: on())
    return button


def keep_icon(widget: QPushButton | QToolButton | QAction, name: str, token: str = "ink") -> None:
    """Give a widget an icon; it is drawn in the colours in force whenever the widget is painted."""
    widget.setIcon(style.icon(name, token))


def line() -> QFrame:
    """Make a thin horizontal rule."""
    frame = QFrame()
    frame.setProperty("place", "line")
    return frame


def place(name: str, layout: QHBoxLayout | QVBoxLayout | None = None) -> QWidget:
    """Make a plain widget that the style sheet knows by its place."""
    widget = QWidget()
    widget.setProperty("place", name)
    if layout is not None:
        widget.setLayout(layout)
    return widget


def empty(layout: QVBoxLayout) -> None:
    """Take every widget out of a layout."""
    while layout.count():
        item = layout.takeAt(0)
        gone = item.widget() if item is not None else None
        if gone is not None:
            gone.hide()
            gone.deleteLater()


def fill(area: QScrollArea, inside: QWidget) -> None:
    """Put another widget into a scrolling area; the old one may be the very one that was pressed."""
    old = area.takeWidget()
    if old is not None:
        old.hide()
        old.deleteLater()
    area.setWidget(inside)


def field_form() -> QFormLayout:
    """Make a form: labels in line with their fields, fields as wide as there is room."""
    form = QFormLayout()
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(8)
    form.setProperty("labelAlignment", "AlignLeft|AlignVCenter")
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def number_field(least: int, most: int) -> NumberField:
    """Make a field for a whole number; its letters stand where a line edit's would."""
    field = NumberField()
    field.setRange(least, most)
    field.lineEdit().setTextMargins(9, 0, 0, 0)
    return field
