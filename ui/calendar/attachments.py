"""The documents kept with a meeting: chosen or dropped, opened as a copy, taken away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk.calendar import attachments
from desk.calendar.attachments import AttachmentRow
from desk.calendar.meeting_details import MeetingDetails
from desk.errors import DeskError
from ui.calendar import operations
from ui.controls.file_dialogs import choose_files
from ui.controls.opened_copy import open_path, write_copy
from ui.session.session import Session


class MeetingFiles(QObject):
    """Acts on the documents of the meeting that is chosen, which `chosen` returns."""

    def __init__(self, session: Session, page: QWidget, chosen: Callable[[], MeetingDetails | None]) -> None:
        super().__init__(page)
        self._session, self._page, self._chosen = session, page, chosen

    def choose(self) -> None:
        """Choose documents to keep with the meeting."""
        for path in choose_files(self._page, self.tr("Đính kèm tài liệu"), "attach/folder"):
            self.attach(path)

    def attach(self, path: Path) -> None:
        """Keep a file with the meeting."""
        chosen = self._chosen()
        if chosen is not None:
            operations.attach(self._session, chosen.row.meeting_id, path).run(self._session, self)

    def open(self, row: AttachmentRow) -> None:
        """Open a document: a copy of it, for what is in the desk never changes."""
        self._session.client.ask(self, lambda: attachments.content(row.id), self._open_copy)

    def _open_copy(self, document: tuple[str, bytes]) -> None:
        name, data = document
        self._session.client.away(self, lambda: write_copy(name, data), self._opened, refused=self._regret)

    def _opened(self, path: Path) -> None:
        open_path(path)

    def _regret(self, error: DeskError) -> None:
        self._session.regret(error)

    def detach(self, row: AttachmentRow) -> None:
        """Take a document away."""
        operations.detach(self._session, row.id).run(self._session, self)
