"""Where things lie: the program's resources and the desk's folder; the only place that knows `sys.frozen`."""

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
