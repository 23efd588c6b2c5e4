"""The sample desk to try the program with: founded once, its articles on their way, its meetings in the calendar."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from desk import clock
from desk.acts.rules import Role
from desk.database import store
from desk.department import passwords, recovery, settings
from desk.paths import DESK_FILE
from desk.sample import articles, calendar, registers
from desk.sample.articles import Sample, Walk
from desk.sample.door import PASSWORD

_COST = 2**14  # of its passwords
_MEETINGS = datetime(2019, 4, 16, 8, 15, tzinfo=clock.HANOI)


def ready(folder: Path) -> None:
    """Make the sample desk, unless it is there; one whose making was cut short is made anew."""
    path, half = folder / DESK_FILE, folder / "dang-lam" / DESK_FILE
    if path.exists():
        return
    half.parent.mkdir(parents=True, exist_ok=True)
    half.unlink(missing_ok=True)
    cost, passwords.COST = passwords.COST, _COST
    walk = Walk()
    clock.set_clock(walk)
    try:
        store.create(half)
        store.open_file(half)
        found(articles.read())
        walk.rest(_MEETINGS)
        calendar.fill()
        registers.fill()
    finally:
        store.close_file()
        clock.set_clock(None)
        passwords.COST = cost
    half.replace(path)
    shutil.rmtree(half.parent, ignore_errors=True)


def found(sample: Sample) -> int:
    """Found the desk in the file that is open and fill it; return its administrator."""
    admin = next(one for one in sample.people if Role.ADMIN.name in one["roles"])
    others = tuple(one for one in sample.people if one is not admin)
    who = settings.found(
        sample.names,
        sample.sections,
        admin["name"],
        admin["title"],
        admin["unit"],
        PASSWORD,
        recovery.fresh(),
    )
    articles.fill(replace(sample, people=others), who)
    return who
