"""The filters above a list of articles: whose, stage, chuyên mục, month, order, and the box that finds at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from desk.acts.rules import Stage
from desk.articles.listing import ListQuery, Order
from desk.department.sections import SectionRow
from ui.controls.action_table import Entry, make_action
from ui.controls.elided_combo import ElidedCombo
from ui.controls.labels import tool_button
from ui.look import style
from ui.words import wording

_PAUSE = 120  # ms after the last key before the desk is asked


_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class SearchBox(QLineEdit):
    """A search field with its icon; says when typing pauses, and when one goes on to what was found."""

    asked = Signal(str)
    left = Signal()  # by Enter, Down, or Esc where there is nothing to empty

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self.setMaxLength(256)
        icon = style.icon("search", "muted")
        self.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self, singleShot=True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._ask)
        self.textChanged.connect(lambda: self._pause.start())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty it by Esc, as its cross does; by Enter and Down go on to what was found."""
        escape = event.matches(QKeySequence.StandardKey.Cancel)
        if escape and self.text():
            self.clear()
        elif escape or event.key() in _ON:
            if self._pause.isActive():
                self._pause.stop()
                self._ask()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        if self.isVisible():  # not after its page was closed
            self.asked.emit(self.text())


class Filters(QWidget):
    """Builds the query of a list; knows who "I" am, asks nobody."""

    changed = Signal()

    def __init__(self, me: int, search: SearchBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._me, self._search = me, search
        self.whose, self.stage, self.section, self.month = (ElidedCombo(6) for _ in range(4))
        self.whose.addItem(self.tr("Mọi bài"), None)
        self.whose.addItem(self.tr("Bài của tôi"), me)
        self.stage.addItem(self.tr("Mọi bước"), None)
        for stage in Stage:
            self.stage.addItem(wording.stage(stage), stage)
        self._make_sort()
        for box, name in (
            (self.whose, self.tr("Của ai")),
            (self.stage, self.tr("Bước")),
            (self.section, self.tr("Chuyên mục")),
            (self.month, self.tr("Tháng")),
        ):
            box.setAccessibleName(name)
            box.setMinimumContentsLength(6)
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            box.currentIndexChanged.connect(lambda: self.changed.emit())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 8, 12, 8)
        rows.setSpacing(6)
        for widgets in (
            ((self.whose, 1), (self.stage, 1), (self.sort, 0)),
            ((self.section, 3), (self.month, 2)),
        ):
            row = QHBoxLayout()
            row.setSpacing(6)
            for widget, stretch in widgets:
                row.addWidget(widget, stretch)
            rows.addLayout(row)
        search.asked.connect(lambda _: self.changed.emit())
        self.offer([], [])

    def _make_sort(self) -> None:
        self.sort = tool_button(self.tr("Thứ tự"), lambda: None, "sort")
        self.sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.sort)
        group = QActionGroup(self)
        self.orders: dict[Order, QAction] = {}
        for order in (Order.RECENT, Order.EVENT, Order.TITLE, Order.WAITING):
            action = make_action(self, Entry(wording.order(order), checkable=True), self.changed.emit)
            action.setChecked(order is Order.RECENT)
            menu.addAction(action)
            group.addAction(action)
            self.orders[order] = action
        self.sort.setMenu(menu)

    def offer(self, sections: Sequence[SectionRow], months: Sequence[str]) -> None:
        """Offer these chuyên mục and months; what was chosen stays chosen."""
        for box, everything, items in (
            (self.section, self.tr("Mọi chuyên mục"), [(s.title, s.id) for s in sections]),
            (self.month, self.tr("Mọi tháng"), [(wording.month(m), m) for m in months]),
        ):
            chosen = box.currentData()
            box.blockSignals(True)
            box.clear()
            box.addItem(everything, None)
            for words, value in items:
                box.addItem(words, value)
            box.setCurrentIndex(max(0, box.findData(chosen)))
            box.blockSignals(False)

    def query(self) -> ListQuery:
        """Return what the desk is asked for."""
        stage = self.stage.currentData()
        return ListQuery(
            author_id=self.whose.currentData(),
            stages=frozenset({stage}) if stage else frozenset(),
            section_id=self.section.currentData(),
            month=self.month.currentData() or "",
            words=self._search.text(),
            order=next(order for order, action in self.orders.items() if action.isChecked()),
        )

    def open_all(self) -> None:
        """Filter nothing."""
        for box in (self.whose, self.stage, self.section, self.month):
            box.blockSignals(True)
            box.setCurrentIndex(0)
            box.blockSignals(False)
        self.changed.emit()

    def is_open(self) -> bool:
        """Say whether nothing is filtered: an empty list then means an empty desk."""
        query = self.query()
        return not (query.author_id or query.stages or query.section_id or query.month or query.words.strip())
