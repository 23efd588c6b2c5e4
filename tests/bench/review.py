"""The review desk: its queue with 500 waiting, and from "duyệt" to the next article on the paper."""

from __future__ import annotations

import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import apsw
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.database import connection
from desk.department import people
from desk.review import comments, discussion
from tests.bench import corpus, seated
from tests.bench.figure import Row, Sizes, under
from ui.window import app
from ui.window.window import Window

_TURNS = 12
_PATIENCE = 20.0  # seconds


def rows(sizes: Sizes) -> Iterator[Row]:
    """Open the queue again and again, then approve article after article by key."""
    path = corpus.copy(sizes.middle, "review")
    _make_wait(path, sizes.waiting)
    seated.application(path.parent)
    QApplication.setDoubleClickInterval(1)
    program = app.App(path.parent)
    program.client.open_file(path)
    try:
        window = program.show_window(program.client.wait(partial(people.person, corpus.CHIEF)))
        window.resize(1366, 768)
        seated.settle(program.client.idle)
        opened = [_opened(window, program) for _ in range(_TURNS)]
        name = f"queue opened, {sizes.waiting} waiting of {sizes.middle:,}: list and first article painted"
        yield under(name, statistics.median(opened[2:]), 100)
        approved = [_approved(window, program) for _ in range(_TURNS)]
        yield under("key press “duyệt” → next article on the paper", statistics.median(approved[2:]), 80)
        asked = _statements(window, program)
        yield Row("statements of an approval with all it refreshes", f"{asked}", "", "", "≤ 30", asked <= 30)
        talked = _talked_of(window, program)
        yield under("a discussion of 300 comments shown", talked, 100)
        window._closing = True
        window.close()
    finally:
        program.close()
        shutil.rmtree(path.parent, ignore_errors=True)


def _make_wait(path: Path, count: int) -> None:
    file = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    file.execute("UPDATE article SET stage = 'for_approval' WHERE id <= ?", (count,))
    file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file.close()


def _until(done: Callable[[], bool]) -> float:
    """Return the milliseconds until something is so and painted."""
    begun = time.perf_counter()
    seated.until(done, _PATIENCE)
    if not done():
        raise TimeoutError
    QApplication.processEvents()
    return (time.perf_counter() - begun) * 1000


def _opened(window: Window, program: app.App) -> float:
    window.pages.go("articles")
    seated.settle(program.client.idle)
    if "review" in window.pages.made:
        window.pages.review.list.model.replace((), False)
        window.pages.review._laid = None
    begun = time.perf_counter()
    window.pages.go("review")
    page = window.pages.review
    _until(lambda: page.list.model.rowCount() > 0 and page._laid is not None)
    page.list.view.viewport().repaint()
    return (time.perf_counter() - begun) * 1000


def _approved(window: Window, program: app.App) -> float:
    seated.settle(program.client.idle)
    page = window.pages.review
    laid = page._laid
    assert laid is not None
    number = laid.opened.row.id
    window.activateWindow()
    QTest.qWaitForWindowActive(window, 2000)
    begun = time.perf_counter()
    QTest.keyClick(page.list.view, Qt.Key.Key_D)
    _until(lambda: page._laid is not None and page._laid.opened.row.id != number)
    page.paper.viewport().repaint()
    return (time.perf_counter() - begun) * 1000


def _statements(window: Window, program: app.App) -> int:
    """Return how many statements one more approval sends to the database."""
    seen: list[str] = []

    def note(_: object, sql: str, __: object) -> bool:
        seen.append(sql)
        return True

    def trace(on: bool) -> None:
        connection.current().exec_trace = note if on else None

    program.client.wait(lambda: trace(True))
    _approved(window, program)
    seated.settle(program.client.idle)
    program.client.wait(lambda: trace(False))
    return len(seen)


def _talked_of(window: Window, program: app.App) -> float:
    page = window.pages.review
    laid = page._laid
    assert laid is not None
    row, block = laid.opened.row, laid.opened.text.blocks[0].id

    def talk() -> None:
        for at in range(300):
            comments.comment(
                corpus.EDITOR, row.id, comments.Stretch(block, at % 90, at % 90 + 9), f"Ý thứ {at}"
            )

    program.client.wait(talk)
    page.side.tabs.setCurrentWidget(page.side.discussion)
    begun = time.perf_counter()
    page.side.discussion.show_article(
        row, page.paper, program.client.wait(partial(discussion.of_article, corpus.CHIEF, row.id))
    )
    _until(lambda: len(page.side.discussion.threads.cards) > 0)
    page.side.discussion.repaint()
    return (time.perf_counter() - begun) * 1000
