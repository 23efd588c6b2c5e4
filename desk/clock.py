"""The desk's clock: UTC, replaceable so that tests can set it back or forward."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

HANOI = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")  # no daylight saving since 1975


def _system() -> datetime:
    return datetime.now(UTC)


_clock: Callable[[], datetime] = _system


def now() -> datetime:
    """Return the time in UTC, to the microsecond."""
    return _clock()


def today() -> date:
    """Return the date on the office's wall (UTC+7)."""
    return now().astimezone(HANOI).date()


def local(moment: datetime) -> datetime:
    """Return a stored UTC moment as wall time in Asia/Ho_Chi_Minh."""
    return moment.astimezone(HANOI)


def set_clock(clock: Callable[[], datetime] | None) -> None:
    """Replace the clock (tests, the tour), or put the system's back with None."""
    global _clock
    _clock = clock or _system


def stamp(moment: datetime) -> str:
    """Write a moment as the file stores it: ISO 8601, UTC."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def read_stamp(stored: str) -> datetime:
    """Read a stored moment."""
    return datetime.fromisoformat(stored)
