"""The editor's tool bar: what the cursor stands in, and every command one click or key away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCursor, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from ui.controls.combo import Combo
from ui.editor.actions import Command
from ui.editor.body import BodyEditor
from ui.editor.menu import table_menu
from ui.look.kept_size import keep_least_width
from ui.look.style import color
from ui.paper.formats import Style, style_of

_STYLES = (Style.PARAGRAPH, Style.HEADING1, Style.HEADING2, Style.QUOTE)
_COMMANDS = (Command.PARAGRAPH, Command.HEADING1, Command.HEADING2, Command.QUOTE)
_GROUPS = (
    (Command.BOLD, Command.ITALIC, Command.UNDERLINE, Command.SUPER, Command.SUB),
    (Command.BULLETS, Command.NUMBERS, Command.QUOTE),
    (Command.LINK, Command.PICTURE, Command.TABLE),
)


class FormatBar(QWidget):
    """Buttons of one body editor, and undo, redo and find of the whole form."""

    def __init__(self, body: BodyEditor, undo: QAction, redo: QAction, find: QAction) -> None:
        super().__init__()
        self._body = body
        self.setProperty("place", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Thanh định dạng"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 4, 16, 4)
        self._row.setSpacing(2)
        self.style_box = self._make_styles()
        self._row.addWidget(self.style_box)
        self._row.addSpacing(8)
        self.buttons: dict[str, QToolButton] = {}
        for group in _GROUPS:
            for which in group:
                self._button(which.value, body.acts[which])
            self._line()
        self._table()
        for name, action in (("undo", undo), ("redo", redo)):
            self._button(name, action)
        self._row.addStretch(1)
        self._button("find", find)
        body.cursorPositionChanged.connect(self._follow)
        body.page.contentsChanged.connect(self._follow)  # a key makes another block where the cursor stays
        self._follow()

    def _make_styles(self) -> QComboBox:
        box = Combo()
        for which in _COMMANDS:
            action = self._body.acts[which]
            box.addItem(action.text())
            box.setItemData(box.count() - 1, action.property("tip"), Qt.ItemDataRole.ToolTipRole)
        keep_least_width(box, 132)
        box.setAccessibleName(self.tr("Kiểu đoạn"))
        box.setToolTip(self.tr("Kiểu đoạn"))
        box.activated.connect(self._wear)
        return box

    def _button(self, name: str, action: QAction) -> None:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        # Tab reaches the bar; a click leaves the cursor where it is.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text().removesuffix("…"))
        self.buttons[name] = button
        self._row.addWidget(button)

    def _table(self) -> None:
        self._menu = table_menu(self._body, self._body.acts)
        button, insert = self.buttons["table"], self._body.acts[Command.TABLE]
        opens = self._menu.menuAction()  # live within a table, too, where none can be put
        opens.setText(self.tr("Bảng"))
        opens.setIcon(insert.icon())
        button.removeAction(insert)
        button.setMenu(self._menu)
        button.setDefaultAction(opens)
        button.setAccessibleName(opens.text())
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.aboutToHide.connect(lambda: _let_up(button))

    def _line(self) -> None:
        self._row.addSpacing(5)
        self._row.addWidget(Hair())
        self._row.addSpacing(5)

    def _wear(self, index: int) -> None:
        style = _STYLES[index]
        self._body.at_cursor.set_style(style)
        self._body.setFocus()

    def _follow(self) -> None:
        style = style_of(self._body.textCursor().block())
        at = _STYLES.index(style) if style in _STYLES else -1
        others = {Style.ITEM: self.tr("Danh sách"), Style.PICTURE: self.tr("Ảnh")}
        words = others.get(style, self.tr("Ô của bảng")) if at < 0 else ""
        if at != self.style_box.currentIndex() or words != self.style_box.placeholderText():
            self.style_box.setPlaceholderText(words)
            self.style_box.setCurrentIndex(at)
            self.style_box.update()


def _let_up(button: QToolButton) -> None:
    """Show a button as it is once its menu goes: Qt says to it neither that the mouse left nor that it was let up."""
    here = button.rect().contains(button.mapFromGlobal(QCursor.pos()))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, here)
    button.setDown(False)
    button.update()


class Hair(QWidget):
    """A thin upright rule."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(1, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colour in force."""
        QPainter(self).fillRect(self.rect(), color("line"))
