"""The second place for backups, which the office chose on this machine: where it is, and when it last had one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from desk import clock
from desk.safety import keeping
from ui.look import local_settings

_FOLDER, _SINCE = "backup/second", "backup/second-since"


def folder() -> str:
    """Return the folder; "" while none is chosen."""
    return local_settings.read(_FOLDER)


def choose(path: str) -> None:
    """Choose a folder, or none with ""; its time is counted from now."""
    local_settings.write(_FOLDER, path)
    succeeded()


def succeeded() -> None:
    """Remember that a backup came there."""
    local_settings.write(_SINCE, clock.stamp(clock.now()))


def since() -> datetime | None:
    """Return when a backup last came there, or since when the folder is chosen; None while none is."""
    try:
        return clock.read_stamp(local_settings.read(_SINCE)) if folder() else None
    except ValueError:
        return None


def on_the_drive_of(desk: Path, place: str) -> bool:
    """Say whether a folder lies on the drive of the desk, with which it would be lost; a share may be slow to say."""
    try:
        return bool(place) and Path(place).stat().st_dev == desk.parent.stat().st_dev
    except OSError:
        return False  # one of the two is not there


def is_late() -> bool:
    """Say whether no backup has come there for too long."""
    return keeping.late(clock.now(), since())
