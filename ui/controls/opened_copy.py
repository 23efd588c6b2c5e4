"""A copy of a file that the desk keeps, opened with the system's program: what is in the desk never changes."""

from __future__ import annotations

import uuid
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from desk import clock
from desk.os_errors import file_trouble

_COPIES = "ban-bien-tap-"
_KEPT = timedelta(days=1)  # that a copy stays after it was opened
_READ_ONLY, _WRITABLE = 0o444, 0o600


def write_copy(name: str, data: bytes) -> Path:
    """Write a copy that nobody else can read and nobody changes; FileTrouble when there is no room for it.

    Copies that were opened more than a day ago are taken away. Touches no widget: for a thread.
    """
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation))
    _sweep(folder)
    # A folder for each opening: Windows does not let a copy be replaced that is read-only, or still open.
    path = folder / f"{_COPIES}{uuid.uuid4().hex}" / name
    try:
        path.parent.mkdir(mode=0o700)
        path.write_bytes(data)
        path.chmod(_READ_ONLY)  # whoever opens it sees that it is a copy
    except OSError as error:
        raise file_trouble(error, path) from error
    return path


def open_path(path: Path) -> bool:
    """Open a file or a folder with the system's program; say whether there was one."""
    return bool(QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))


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
