"""Small words and lines: labels that never interpret what they show, buttons, rules, columns."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
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


class KeyButton(QPushButton):
    """A push button that shows its one-letter key as a key cap at its right."""

    def __init__(self) -> None:
        super().__init__()
        self._key = ""

    def set_key(self, key: str) -> None:
        """Show this key; "" shows none."""
        self._key = key
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Make room for the key cap."""
        size = super().sizeHint()
        return QSize(size.width() + (self._cap() + 8 if self._key else 0), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, its words a little to the left, then the key cap."""
        if not self._key:
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        inner = QStyleOptionButton(option)
        inner.rect = self.rect().adjusted(0, 0, -self._cap() - 8, 0)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, inner)
        primary = self.property("kind") == "primary" and self.isEnabled()
        painter.setPen(style.color("on_accent" if primary else "muted"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(10)
        painter.setFont(font)
        box = QRectF(self.width() - self._cap() - 10, self.height() / 2 - 8, self._cap(), 16)
        painter.setOpacity(0.75)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setOpacity(1)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

    def _cap(self) -> int:
        return max(18, self.fontMetrics().horizontalAdvance(self._key) + 8)


def action_button(action: QAction, *, primary: bool = False, key: bool = True) -> KeyButton:
    """Make a button for an action: same words, enabled with it, its key in the tooltip and on the button."""
    made = KeyButton()
    if primary:
        made.setProperty("kind", "primary")
    made.setIconSize(QSize(17, 17))
    made.clicked.connect(action.trigger)

    def follow() -> None:
        shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = action.text().replace("&", "").rstrip("…")
        made.setText(words)
        made.set_key({"Right": "→", "Left": "←"}.get(shortcut, shortcut) if key and len(shortcut) < 6 else "")
        made.setToolTip(f"{words} ({shortcut})" if shortcut else words)
        made.setEnabled(action.isEnabled())

    action.changed.connect(follow)
    follow()
    name = action.property("icon_name")
    if name:
        keep_icon(made, str(name), "on_accent" if primary else "ink")
    return made


class LinkButton(QPushButton):
    """A button that looks like a link; words that find no room are elided and stand in its tooltip."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setProperty("kind", "link")
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(words.replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide anew."""
        super().resizeEvent(event)
        room = self.width() - 4
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))


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
    made = QFormLayout()
    made.setHorizontalSpacing(16)
    made.setVerticalSpacing(8)
    made.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return made


def number_field(least: int, most: int) -> QSpinBox:
    """Make a field for a whole number; its letters stand where a line edit's would."""
    made = QSpinBox()
    made.setRange(least, most)
    made.lineEdit().setTextMargins(6, 0, 0, 0)
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
