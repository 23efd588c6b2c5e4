"""Where things lie, and that the desk's own are for their owner alone; the only place that knows `sys.frozen`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

FROZEN = bool(getattr(sys, "frozen", False))
ROOT = Path(getattr(sys, "_MEIPASS", "")) if FROZEN else Path(__file__).resolve().parents[1]
PROGRAM = "banbientap-console" if FROZEN else "main.py"  # as it is called where one types
RESOURCES = ROOT / "resources"
SAMPLE = ROOT / "data" / "sample"
DESK_FILE = "desk.sqlite"


def data_folder(given: str | None = None) -> Path:
    """Return the desk's folder: the one given, else what was chosen when packaged, else `data/` of the checkout."""
    if given:
        return Path(given).expanduser().resolve()
    return _chosen_folder() if FROZEN else ROOT / "data"


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


def sample_folder() -> Path:
    """Return the folder of the sample desk: the user's when packaged, else in `build/` of the checkout."""
    return own_folder() / "mau" if FROZEN else ROOT / "build" / "mau"


def own_folder() -> Path:
    """Return where a packaged program keeps what is this user's alone."""
    home = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_DATA_HOME")
    return (Path(home) if home else Path.home() / ".local" / "share") / "BanBienTap"


def shared_folder() -> Path | None:
    """Return where a desk lies that everybody on this machine uses; only Windows has such a place."""
    home = os.environ.get("PROGRAMDATA")
    return Path(home) / "BanBienTap" if home else None


def note() -> Path:
    """Return the file in which it is written where this user keeps the desk, when it is not their own folder."""
    return own_folder() / "noi-de-ban.txt"


def undecided(folder: Path) -> bool:
    """Say whether this folder is only proposed: packaged, nothing chosen yet, and no desk there."""
    return FROZEN and folder == own_folder() and not (note().exists() or (folder / DESK_FILE).exists())


def _chosen_folder() -> Path:
    """Return the folder that was chosen; else one's own, unless only that of all users has a desk."""
    try:
        chosen = note().read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        chosen = ""
    if chosen:
        return Path(chosen)
    own, shared = own_folder(), shared_folder()
    if shared is not None and (shared / DESK_FILE).exists() and not (own / DESK_FILE).exists():
        return shared
    return own
