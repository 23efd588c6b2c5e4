"""Files dropped anywhere on the window: what is an article is taken in, calendars go to the calendar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QTimer
from PySide6.QtGui import (
    QAction,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

from ui.intake.chosen_files import are_pictures, files_of, is_calendar
from ui.session.session import Session
from ui.window.pages import Pages

if TYPE_CHECKING:  # with `Qt`, which a start does without
    from ui.window.drop_overlay import DropOverlay


class FileDoor(QObject):
    """Watches what is dragged over the window, before the part of it that lies below the mouse hears of it.

    Pictures over a text that takes them are left to it.
    """

    def __init__(self, window: QMainWindow, session: Session, imports: QAction, pages: Pages) -> None:
        super().__init__(window)
        self._window, self._session, self._imports, self._pages = window, session, imports, pages
        self._left_to_text = False
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        pages.files_wanted.connect(self.take_soon)
        self._watched: QObject | None = None

    def take(self, files: list[Path]) -> None:
        """Take files in: a calendar into the calendar, all others as articles."""
        calendars = [path for path in files if is_calendar(path)]
        others = [path for path in files if path not in calendars]
        if others:
            self._pages.acts.circulation.sort_out(others, lambda rest: self._pages.importer.take(rest))
            if calendars:
                self._session.say(self.tr("Tệp lịch chưa được nhập. Hãy thả riêng tệp lịch."), "warning")
        elif calendars:
            self._pages.go("calendar")
            if not self._pages.is_writing():
                self._pages.calendar.in_and_out.files.take(calendars)

    def take_soon(self, files: list[Path]) -> None:
        """Take in what a page, a dialog or a second start was given, once that is done with it."""
        if self._imports.isEnabled():
            QTimer.singleShot(0, self, lambda: self.take(files))

    def paste(self) -> None:
        """Take in the files that were copied, where no text takes what is pasted; on the calendar a notice's text."""
        files = files_of(QGuiApplication.clipboard().mimeData())
        words = QGuiApplication.clipboard().text()
        if files:
            self.take(files)
        elif words.strip() and self._pages.page() is self._pages.made.get("calendar"):
            self._pages.calendar.in_and_out.paste_announcement(words)
        else:
            self._session.say(self.tr("Chưa có tệp nào được sao chép để nhập."), "warning")

    def overlay(self) -> DropOverlay:
        """Return what lies over the window; it is made for the first drag."""
        from ui.window.drop_overlay import DropOverlay  # with `Qt`, which a start does without

        return self._window.findChild(DropOverlay) or DropOverlay(self._window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dragged over the window and dropped on it."""
        kind = event.type()
        if kind == QEvent.Type.Show and watched is self._window:
            self._watch()
        elif watched is not self._watched:
            return False
        elif kind == QEvent.Type.DragLeave:
            self.overlay().hide()
            if "importer" in vars(self._pages):
                self._pages.importer.stand_down()
        elif isinstance(event, QDropEvent) and kind in (
            QEvent.Type.DragEnter,
            QEvent.Type.DragMove,
            QEvent.Type.Drop,
        ):
            return self._dragged(event)
        return False

    def _watch(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._watched:
            self._watched = handle
            handle.installEventFilter(self)

    def _dragged(self, event: QDropEvent) -> bool:
        mime = event.mimeData()
        files = files_of(mime)
        if not files or not self._imports.isEnabled() or QApplication.activeModalWidget() is not None:
            return False
        from PySide6.QtCore import Qt  # a start does without

        if self._is_for_text(mime, event.position().toPoint()):
            self._left_to_text = True
            self.overlay().hide()
            return False
        if self._left_to_text:  # the text must forget the drag
            self._left_to_text = False
            QApplication.sendEvent(self._watched or self._window, QDragLeaveEvent())
        event.setDropAction(Qt.DropAction.CopyAction)  # Explorer proposes to move them
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.overlay().hide()
            self._window.activateWindow()
            QTimer.singleShot(0, self, lambda: self.take(files))  # who dragged them here is let go first
        else:
            self.overlay().cover(self._window)
            if event.type() == QEvent.Type.DragEnter and not all(map(is_calendar, files)):
                self._pages.importer.stand_by()  # they are read as soon as they are let go
        return True

    def _is_for_text(self, mime: QMimeData, place: QPoint) -> bool:
        """Say whether these are pictures over a text that takes them."""
        below = self._window.childAt(place)
        while below is not None and not isinstance(below, QTextEdit):
            below = below.parentWidget()
        return (
            isinstance(below, QTextEdit)
            and not below.isReadOnly()
            and below.acceptRichText()
            and are_pictures(files_of(mime))
        )
