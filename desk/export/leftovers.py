"""What killed exports have left beside the files they were writing: found by its name and its age, and swept away."""

from __future__ import annotations

import re
import shutil
import time
from contextlib import suppress
from pathlib import Path

FRESH = ".ban-tin-"  # what is being written
ASIDE = ".ban-tin-cu-"  # what stood there before
_OLD = 3600.0  # seconds; no export writes as long
_NAMED = re.compile(r"\.ban-tin-(cu-)?[a-z0-9_]{8,12}")


def sweep(folder: Path) -> None:
    """Delete what killed exports have left in a folder; what they had put aside goes back where nothing stands now.

    What resists is left for the next time.
    """
    with suppress(OSError):
        for left in list(folder.glob(f"{FRESH}*")):
            if _NAMED.fullmatch(left.name) and time.time() - left.stat().st_mtime > _OLD:
                _remove(left, folder)


def _remove(left: Path, folder: Path) -> None:
    with suppress(OSError):
        if not left.is_dir():
            left.unlink()
            return
        if left.name.startswith(ASIDE):
            for older in list(left.iterdir()):
                if not (folder / older.name).exists():
                    older.replace(folder / older.name)
        shutil.rmtree(left)
