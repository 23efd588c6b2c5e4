"""Start: from the process to the sign-in painted, and from Enter on the password to Hôm nay filled and painted.

The first stands beside an empty window of the same toolkit, started the same way, turn by turn. The second is what a
person waits for; the password's own hashing, which is slow on purpose, is taken out.
"""

from __future__ import annotations

import os
import random
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
from desk.database import connection, store
from desk.dates.recurrence import read_rule
from desk.dates.series import When
from tests.bench import corpus
from tests.bench.figure import ROOT, Row, Sizes, against, same, under

HERE = Path(__file__).parent
# Nothing of these before the sign-in is painted.
LATE = ("typst", "docx", "PIL", "nh3", "lxml", "numpy", "dateutil", "peewee", "apsw")
_MEETINGS = 300


def rows(sizes: Sizes) -> Iterator[Row]:
    """Start both turn by turn; then ours on a small and a large desk."""
    file = _with_meetings(sizes.middle)
    sign_in, empty, modules = _starts(sizes, [_sign_in(file), [str(HERE / "start_empty.py")]])
    told = f"start → sign-in painted, {sizes.middle:,} articles, {_MEETINGS} meetings"
    yield against(told, sign_in, empty, 1.75, "empty QMainWindow")
    early = [name for name in LATE if name in modules]
    yield Row("of heavy libraries loaded by then", ", ".join(early) or "none", "", "", "none", ok=not early)
    beyond, hashing = _entered(sizes, file)
    beside = f"hashing {hashing:.0f} ms apart"
    yield under("Enter → Hôm nay filled and painted, first in its process", beyond, 150, beside)
    files = [corpus.desk(sizes.small), corpus.desk(sizes.large)]
    small, large, _ = _starts(sizes, [_sign_in(file) for file in files])
    yield same("start, by size of the desk", [small, large], [f"{sizes.small:,}", f"{sizes.large:,}"], 1.25)


def _with_meetings(count: int) -> Path:
    """Return a desk of so many articles with a calendar: a tenth series, the rest single, some of them today."""
    file = corpus.copy(count, "start-meetings")
    store.open_file(file)
    chance, today = random.Random(3), clock.today()
    with connection.writing():
        for number in range(_MEETINGS):
            day = today - timedelta(days=chance.randrange(360) if number % 100 else 0)
            begins = datetime.combine(day, time(8)) + timedelta(minutes=30 * chance.randrange(16))
            told = Fields(title=f"Giao ban {number}", kind="briefing", place="Phòng họp tầng 2")
            rule = read_rule("FREQ=WEEKLY") if number % 10 == 0 else None
            meetings.make(corpus.SECRETARY, told, When(begins, begins + timedelta(hours=2)), rule)
    store.close_file()
    return file


def _sign_in(file: Path) -> list[str]:
    return [str(HERE / "start_sign_in.py"), str(file.parent)]


def _starts(sizes: Sizes, commands: list[list[str]]) -> tuple[float, float, set[str]]:
    took: list[list[float]] = [[] for _ in commands]
    modules: set[str] = set()
    for turn in range(sizes.starts + 1):
        for command, times in zip(commands, took, strict=True):
            begun = monotonic()
            painted, _, *seen = _run(command)
            modules |= set(seen)
            if turn:  # the first warms the files
                times.append((float(painted) - begun) * 1000)
    first, second = (statistics.median(times) for times in took)
    return first, second, modules


def _entered(sizes: Sizes, file: Path) -> tuple[float, float]:
    """Return the medians of what is waited for beyond the hashing, and of the hashing."""
    command = [str(HERE / "start_enter.py"), str(file.parent), str(corpus.CHIEF)]
    _run(command)
    pairs = [tuple(map(float, _run(command))) for _ in range(sizes.starts)]
    return statistics.median(a - b for a, b in pairs), statistics.median(b for _, b in pairs)


def _run(command: list[str]) -> list[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as at a user's: compiled once, then read
    done = subprocess.run(
        [sys.executable, *command], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout.split()
