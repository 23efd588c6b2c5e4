"""The documents kept with a meeting: chosen or dropped, opened as a copy, taken away."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desk import clock
from desk.calendar import attachments
from desk.calendar.attachments import AttachmentRow
from desk.calendar.meeting_details import MeetingDetails
from desk.os_errors import file_trouble
from ui.calendar import operations
from ui.controls.file_dialogs import choose_files
from ui.session.session import Session
from ui.words import wording

_COPIES = "ban-bien-tap-"
_KEPT = timedelta(days=1)  # that a copy stays after it was opened
_READ_ONLY, _WRITABLE = 0o444, 0o600


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
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation))
        _sweep(folder)
        # A folder for each opening: Windows does not let a copy be replaced that is read-only, or still open.
        path = folder / f"{_COPIES}{uuid.uuid4().hex}" / name
        try:
            path.parent.mkdir(mode=0o700)
            path.write_bytes(data)
            path.chmod(_READ_ONLY)  # whoever opens it sees that it is a copy
        except OSError as error:
            self._session.say(wording.error(file_trouble(error, path)), "error")
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def detach(self, row: AttachmentRow) -> None:
        """Take a document away."""
        operations.detach(self._session, row.id).run(self._session, self)


def _sweep(folder: Path) -> None:
    """Take away the copies that were opened long ago; one that is still open somewhere stays until the next time."""
    for copies in folder.glob(f"{_COPIES}*"):
        with suppress(OSError):  # of another person, or in use
            if clock.now() - datetime.fromtimestamp(copies.stat().st_mtime, UTC) < _KEPT:
                continue
            for copy in copies.iterdir():
                copy.chmod(_WRITABLE)  # Windows removes nothing that is read-only
                copy.unlink()
            copies.rmdir()
