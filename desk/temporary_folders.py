"""Folders in the system's temporary folder that are held while they are used: what a killed program left can go.

A held folder has a file in it that its program keeps open and locked: the system lets go of it however the program
ends. Whoever starts next asks for the lock.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import IO

PREFIX = "ban-tin-"
HOUR = 3600.0  # seconds in which a folder is surely held that was made to be
_HOLD = ".dang-dung"
_NAMED = re.compile(
    rf"{PREFIX}[a-z0-9_]{{8}}"
)  # as `tempfile` names them: an exported folder is named otherwise
_OURS = "style.typ"  # what is in those of versions that did not hold theirs


class HeldFolder(tempfile.TemporaryDirectory[str]):
    """A temporary folder of this program; OSError if the system has no room for it."""

    def __init__(self) -> None:
        super().__init__(prefix=PREFIX, ignore_cleanup_errors=True)
        self._hold = (Path(self.name) / _HOLD).open("wb")
        _locked(self._hold)

    def cleanup(self) -> None:
        """Let go of it and delete it."""
        self._hold.close()  # Windows deletes nothing that is open
        super().cleanup()


def sweep(parent: Path | None = None) -> int:
    """Delete what killed programs have left in the system's temporary folder; return how many folders went.

    What is held by a living program, or is no folder of ours, stays.
    """
    gone = 0
    for folder in (parent or Path(tempfile.gettempdir())).glob(f"{PREFIX}*"):
        if _NAMED.fullmatch(folder.name) and folder.is_dir() and _left(folder):
            shutil.rmtree(folder, ignore_errors=True)
            gone += not folder.exists()
    return gone


def _left(folder: Path) -> bool:
    hold = folder / _HOLD
    try:
        if hold.exists():
            if sys.platform == "win32":
                hold.unlink()  # refused as long as somebody has it open
                return True
            with hold.open("rb+") as file:
                return _locked(file)
        return time.time() - folder.stat().st_mtime > HOUR and ((folder / _OURS).exists() or _empty(folder))
    except OSError:  # somebody else's, or it went this moment
        return False


def _empty(folder: Path) -> bool:
    return next(folder.iterdir(), None) is None


def _locked(file: IO[bytes]) -> bool:
    """Lock a file until it is closed; False if another program has. On Windows its being open is the lock."""
    if sys.platform != "win32":
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
    return True
