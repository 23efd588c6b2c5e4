"""Random acts in the window, for as long as is wished: what of memory and of open files it keeps.

`python -m tests.bench soak --minutes 60`; the growth counts from the end of the first ten minutes, of a shorter run
from its first third.
"""

from __future__ import annotations

import ctypes
import gc
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import apsw
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tests.bench import corpus, seated
from tests.bench.figure import Row, Sizes, under
from tests.bench.memory import resident
from ui.calendar.days_in_view import View
from ui.window.commands import SHOWN, Do
from ui.window.window import Window

_MINUTES = 60.0
_WARM = 10.0  # minutes in which what the program needs is loaded
_WORDS = ("hội nghị", "chi bo", "đồng chí", "nghi quyet", "giao ban", "không có bài này")
_DIALOGS = (Do.KEYS, Do.ABOUT, Do.BACKUPS, Do.REVISIONS, Do.PASSWORD)


def rows(sizes: Sizes) -> Iterator[Row]:
    """Let a hand do anything, and look each minute at what the process holds."""
    minutes = sizes.minutes or _MINUTES
    path = corpus.copy(sizes.small, "soak")
    _make_wait(path)
    try:
        with seated.window_of(path, corpus.CHIEF) as window:
            hand = _Hand(window, sizes.small)
            begun, seen = time.monotonic(), list[tuple[float, float, int]]()
            while (at := (time.monotonic() - begun) / 60) < minutes:
                hand.act()
                if not seen or at - seen[-1][0] >= 1:
                    seen.append((at, _kept(), _handles()))
                    print(f"soak: {at:.0f} min, {seen[-1][1]:.1f} MB, {seen[-1][2]} files", file=sys.stderr)
            seen.append((minutes, _kept(), _handles()))
        warm = next(one for one in seen if one[0] >= min(_WARM, minutes / 3))
        told = f"{minutes:g} minutes, {sum(hand.done.values()):,} acts"
        yield under(f"{told}: the window grows after {warm[0]:.0f} by", seen[-1][1] - warm[1], 20, "", "MB")
        least, most = min(one[1] for one in seen), max(one[1] for one in seen)
        yield Row("of it the least and the most", f"{least:.0f} / {most:.0f} MB")
        kept = seen[-1][2] - warm[2]
        yield Row("file handles kept", f"{kept}", "", "", "0", kept <= 0)
        yield Row("acts", ", ".join(f"{name} {count}" for name, count in sorted(hand.done.items())))
    finally:
        shutil.rmtree(path.parent, ignore_errors=True)


def _kept() -> float:
    """Return what the process holds, in MB; what its allocator only keeps for later is given back first."""
    if sys.platform == "linux":
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    return resident()


class _Hand:
    """Does one thing after the other, the same in every run."""

    def __init__(self, window: Window, articles: int) -> None:
        self._window, self._articles, self._random = window, articles, Random(1)
        self.done: Counter[str] = Counter()
        self._acts: tuple[tuple[str, int, Callable[[], None]], ...] = (
            ("page", 6, self._page),
            ("edited", 3, self._edit),
            ("approved", 3, self._approve),
            ("looked through", 4, self._look_through),
            ("searched", 3, self._search),
            ("calendar", 3, self._calendar),
            ("dialog", 3, self._dialog),
            ("undone", 1, lambda: window.commands[Do.UNDO].trigger()),
            ("look", 1, lambda: window.commands[self._random.choice((Do.LIGHT, Do.DARK))].trigger()),
        )
        self._guard = QTimer(interval=150)
        self._guard.timeout.connect(_close_dialog)
        self._guard.start()

    def act(self) -> None:
        """Do something, and wait until the window has done its part."""
        (which,) = self._random.choices(self._acts, [weight for _, weight, _ in self._acts])
        which[2]()
        self.done[which[0]] += 1
        seated.settle(self._window.session.client.idle, 10)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as a program's own loop does

    def _page(self) -> None:
        self._window.commands[self._random.choice(SHOWN)].trigger()

    def _edit(self) -> None:
        pages, article = self._window.pages, self._random.randint(1, self._articles)
        pages.edit_wanted.emit(article)
        seated.until(lambda: pages.is_writing() and pages.editor.article_id() == article, 5)
        if pages.is_writing():
            QTest.keyClicks(pages.editor.form.body, "them mot cau. " * self._random.randint(1, 4))
            pages.editor.save.trigger()
            seated.settle(lambda: not pages.editor.dirty(), 3)
        pages.show("today")

    def _approve(self) -> None:
        pages = self._window.pages
        pages.go("review")
        seated.settle(self._window.session.client.idle, 10)
        QTest.keyClick(pages.review.list.view, Qt.Key.Key_D)

    def _look_through(self) -> None:
        pages = self._window.pages
        name = self._random.choice(("articles", "review"))
        pages.go(name)
        seated.settle(self._window.session.client.idle, 10)
        view = getattr(pages, name).list.view
        for _ in range(self._random.randint(1, 8)):
            QTest.keyClick(view, self._random.choice((Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Up)))
            seated.settle(self._window.session.client.idle, 3)

    def _search(self) -> None:
        pages = self._window.pages
        pages.go("articles")
        pages.articles.search.setText(self._random.choice(_WORDS))
        QTest.qWait(400)
        seated.settle(self._window.session.client.idle, 10)
        pages.articles.search.clear()

    def _calendar(self) -> None:
        calendar = self._window.pages.calendar
        self._window.pages.go("calendar")
        calendar.show_view(self._random.choice(list(View)))
        QTest.keyClick(calendar, self._random.choice((Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)))

    def _dialog(self) -> None:
        self._window.commands[self._random.choice(_DIALOGS)].trigger()
        QTest.qWait(400)


def _close_dialog() -> None:
    found = QApplication.activeModalWidget()
    if isinstance(found, QDialog):
        found.reject()


def _make_wait(path: Path) -> None:
    file = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    file.execute("UPDATE article SET stage = 'for_approval'")
    file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file.close()


def _handles() -> int:
    gc.collect()
    return sum(1 for _ in Path("/proc/self/fd").iterdir())
