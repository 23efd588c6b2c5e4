"""The tour: a fresh desk, an issue from the first article to its release offscreen, a picture of every page."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desk import clock
from desk.department import passwords
from desk.errors import DeskError
from desk.paths import RESOURCES
from desk.sample.articles import Walk
from ui.look import style
from ui.look.style import Scheme
from ui.session.desk_client import DeskClient
from ui.tour import calendar, first_days, issue, registers, review, safety
from ui.tour.guide import Guide
from ui.window import application


def platform() -> str:
    """Return the name of Qt's platform that paints on no screen, as large as an office's: its own has 800 pixels.

    The file is named from here: Qt would part a Windows path at its colon. On another drive one goes there first.
    """
    screen = RESOURCES / "tour" / "screen.json"
    try:
        named = os.path.relpath(screen)
    except ValueError:
        os.chdir(screen.parent)
        named = screen.name
    return f"offscreen:configfile={named.replace(os.sep, '/')}"


def walk(out: Path) -> list[str]:
    """Do everything, in order; return what was refused or went wrong on the way."""
    out = out.resolve()
    if out.exists():
        shutil.rmtree(out)
    out.mkdir(parents=True)
    os.environ["QT_QPA_PLATFORM"] = platform()
    running = QApplication.instance() or application.make_application()
    application.dress(out)
    style.look().wear(Scheme.LIGHT)
    passwords.COST = 2**14  # a sample's passwords guard nothing
    guide = Guide(out, Walk(), DeskClient())
    clock.set_clock(guide.clock)
    problems: list[str] = []
    guide.client.refused.connect(lambda error: problems.append(repr(error)))
    try:
        first_days.found(guide)
        guide.clock.rest(datetime(2019, 4, 16, 8, 15, tzinfo=clock.HANOI))
        first_days.write(guide)
        first_days.judge(guide)
        review.walk(guide)
        calendar.walk(guide)
        registers.walk(guide)
        guide.clock.rest(datetime(2019, 4, 22, 15, 30, tzinfo=clock.HANOI))
        issue.walk(guide)
        first_days.look_round(guide)
        safety.walk(guide)
    finally:
        guide.client.close()
        clock.set_clock(None)
        running.processEvents()
    return problems


def run(out: Path) -> int:
    """Walk the tour into `out`; 0 when nothing was refused on the way, else 1."""
    try:
        problems = walk(out)
    except DeskError as error:
        problems = [repr(error)]
    for problem in problems:
        sys.stderr.write(f"Vướng: {problem}\n")
    sys.stderr.write(f"Ảnh chụp và bản in ở {out}\n")
    return 1 if problems else 0
