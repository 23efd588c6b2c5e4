"""Start: from the process to the first page filled and painted, beside an empty window started the same way.

Two figures, for a person meets two windows: the sign-in, which stands while they type their password, and the page.
The second is measured as if the door stood open: everything the sign-in loads in the meantime is in it too.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path
from time import monotonic

from desk import clock
from desk.calendar import meetings
from desk.calendar.storage import Fields
from desk.database import store
from desk.dates.series import When
from tests.bench import corpus
from tests.bench.figure import ROOT, Row, Sizes, against, same

HERE = Path(__file__).parent
LATE = (
    "typst",
    "docx",
    "PIL",
    "nh3",
    "lxml",
    "numpy",
    "dateutil",
    "peewee",
)  # nothing of these before the first page


def rows(sizes: Sizes) -> Iterator[Row]:
    """Start both turn by turn; then ours on a small and a large desk."""
    middle = corpus.desk(sizes.middle)
    ours, empty, modules = _starts(sizes, [_ours(middle), [str(HERE / "start_empty.py")]])
    yield against(
        f"start → first page filled and painted, {sizes.middle:,} articles",
        ours,
        empty,
        1.75,
        "empty QMainWindow",
    )
    met, empty, _ = _starts(sizes, [_ours(_with_meeting(sizes.middle)), [str(HERE / "start_empty.py")]])
    yield against("the same where the calendar has a meeting", met, empty, 1.75, "empty QMainWindow")
    door, empty, _ = _starts(sizes, [_door(middle), [str(HERE / "start_empty.py")]])
    yield against(
        f"start → sign-in painted, {sizes.middle:,} articles", door, empty, 1.75, "empty QMainWindow"
    )
    early = [name for name in LATE if name in modules]
    yield Row("heavy modules imported at start", ", ".join(early) or "none", "", "", "none", ok=not early)
    files = [corpus.desk(sizes.small), corpus.desk(sizes.large)]
    small, large, _ = _starts(sizes, [_ours(file) for file in files])
    yield same("start, by size of the desk", [small, large], [f"{sizes.small:,}", f"{sizes.large:,}"], 1.25)


def _with_meeting(count: int) -> Path:
    """Return a desk of so many articles whose calendar has a meeting today."""
    file = corpus.copy(count, "start-meeting")
    store.open_file(file)
    begins = datetime.combine(clock.today(), time(8))
    told = Fields(title="Giao ban", kind="briefing", place="Phòng họp tầng 2")
    meetings.make(corpus.SECRETARY, told, When(begins, begins + timedelta(hours=2)))
    store.close_file()
    return file


def _ours(file: Path) -> list[str]:
    return [str(HERE / "start_ours.py"), str(file.parent), str(corpus.ADMIN)]


def _door(file: Path) -> list[str]:
    return [str(HERE / "start_door.py"), str(file.parent)]


def _starts(sizes: Sizes, commands: list[list[str]]) -> tuple[float, float, set[str]]:
    took: list[list[float]] = [[] for _ in commands]
    modules: set[str] = set()
    for turn in range(sizes.starts + 1):
        for command, times in zip(commands, took, strict=True):
            wall, seen = _start(command)
            modules |= seen
            if turn:  # the first warms the files
                times.append(wall)
    first, second = (statistics.median(times) for times in took)
    return first, second, modules


def _start(command: list[str]) -> tuple[float, set[str]]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as at a user's: compiled once, then read
    begun = monotonic()
    done = subprocess.run(
        [sys.executable, *command], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    )
    painted, _, *modules = done.stdout.split()
    return (float(painted) - begun) * 1000, set(modules)
