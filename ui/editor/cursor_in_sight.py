"""The cursor of the field that is written in, kept in sight while the page around it grows and scrolls."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QSize, QTimer, Signal
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.editor.sheet import PageScroll

SETTLE = 300  # ms in which a page may still grow after the cursor moved


class CursorInSight(QObject):
    """Scrolls a page so that the cursor of one of its fields is seen."""

    shown = Signal()

    def __init__(self, pages: PageScroll, sheet: QWidget, field: QTextEdit, find_bar: QWidget) -> None:
        super().__init__(pages)
        self._pages, self._sheet, self._find_bar = pages, sheet, find_bar
        self._field = field
        self._led = False  # somebody was led to where the cursor is
        self._follow = QTimer(self, singleShot=True, interval=0)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._follow.timeout.connect(self._show)
        self._settle.timeout.connect(self._have_led)
        pages.verticalScrollBar().rangeChanged.connect(self._grown)

    def field(self) -> QTextEdit:
        """Return the field whose cursor is followed."""
        return self._field

    def follow(self, field: QTextEdit) -> None:
        """Follow the cursor of this field from now on."""
        self._field = field

    def lead(self, there: bool) -> None:
        """Show where the cursor is, whoever has the focus, if somebody was led there."""
        self._led = there

    def moved(self) -> None:
        """Show the cursor once the field is laid out."""
        self._follow.start()
        self._settle.start()

    def _grown(self) -> None:
        """A long text is laid out bit by bit: the page may grow only after the cursor moved."""
        if self._settle.isActive():
            self._follow.start()

    def _have_led(self) -> None:
        self._led = False

    def _show(self) -> None:
        field = self._field
        if field.hasFocus() or self._find_bar.isVisible() or self._led:
            rect = field.cursorRect()
            self._pages.show_rect(QRect(field.viewport().mapTo(self._sheet, rect.topLeft()), rect.size()))
            self.shown.emit()

    def line(self, page: QWidget) -> QRect:
        """Return the line that is written, over the width of the sheet, as it lies in a page; empty out of sight."""
        rect, sheet = self._field.cursorRect(), self._sheet.rect()
        top = self._field.viewport().mapTo(self._sheet, rect.topLeft()).y()
        line = QRect(self._sheet.mapTo(page, QPoint(0, top)), QSize(sheet.width(), rect.height()))
        seen = self._pages.viewport()
        return line.intersected(QRect(seen.mapTo(page, QPoint()), seen.size()))
