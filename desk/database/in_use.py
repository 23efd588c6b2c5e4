"""Whether a desk may be open in another program, by the files beside it: no engine is loaded to ask."""

from __future__ import annotations

from pathlib import Path


def may_be_open(path: Path) -> bool:
    """Say whether a desk's file is open somewhere, or was when its program died; only opening it says which."""
    return path.with_name(path.name + "-wal").exists()
