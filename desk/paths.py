"""Where things lie, and that the desk's own are for their owner alone; the only place that knows `sys.frozen`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

FROZEN = bool(getattr(sys, "frozen", False))
ROOT = Path(getattr(sys, "_MEIPASS", "")) if FROZEN else Path(__file__).resolve().parents[1]
RESOURCES = ROOT / "resources"
SAMPLE = ROOT / "data" / "sample"
DESK_FILE = "desk.sqlite"


def data_folder(given: str | None = None) -> Path:
    """Return the desk's folder: the one given, else the user's when packaged, else `data/` of the checkout."""
    if given:
        return Path(given).expanduser().resolve()
    if FROZEN:
        home = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_DATA_HOME")
        return (Path(home) if home else Path.home() / ".local" / "share") / "Ban bien tap"
    return ROOT / "data"


def private_folder(folder: Path) -> Path:
    """Make a folder that its owner alone may read, if the system knows owners; one that is there stays so."""
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def private_file(path: Path) -> Path:
    """Make an empty file that its owner alone may read and write, before anything is written into it.

    One that is there is not even opened: on POSIX that would end a lock that this process holds on it.
    """
    if not path.exists():
        path.touch(mode=0o600)
    return path
