"""Where things lie: the program's resources and the desk's folder; the only place that knows `sys.frozen`."""

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
    """Return the desk's folder: the one given, else the user's when packaged, else `data/` of the checkout."""
    if given:
        return Path(given).expanduser().resolve()
    return _own_folder() if FROZEN else ROOT / "data"


def sample_folder() -> Path:
    """Return the folder of the sample desk: the user's when packaged, else in `build/` of the checkout."""
    return _own_folder() / "mau" if FROZEN else ROOT / "build" / "mau"


def _own_folder() -> Path:
    home = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_DATA_HOME")
    return (Path(home) if home else Path.home() / ".local" / "share") / "BanBienTap"
