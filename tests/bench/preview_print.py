"""One article from Ctrl+P to its first page on the screen; and how still the window stands meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtPrintSupport import QPrintPreviewWidget
from PySide6.QtWidgets import QGraphicsView

from tests.bench import corpus, seated
from tests.bench.figure import Row, Sizes, under
from tests.bench.press import heartbeat
from ui.articles.circulation import Out
from ui.controls.print_preview import PrintPreview
from ui.window.window import Window

_REST = 8000  # milliseconds
_TURNS = 4  # articles, one after the other: no page is remembered


def rows(sizes: Sizes) -> Iterator[Row]:
    """Print four articles, the first of them with nothing loaded."""
    with seated.window(sizes.small, corpus.ADMIN) as window:
        window.pages.go("articles")
        seated.settle(window.session.client.idle)
        _rest(window)
        for turn in range(_TURNS):
            window.pages.articles.list.choose(turn + 1)
            seated.settle(window.session.client.idle)
            seen, stalls, computed = _print(window)
            which = "the first" if not turn else f"number {turn + 1}"
            yield under(f"one article printed, {which}: from Ctrl+P to its first page seen", seen, 300)
            yield under("window's longest stall meanwhile", max(stalls), 50)
            yield under("of which the window computes, in its longest turn", max(computed), 50)


def _rest(window: Window) -> None:
    """Let the window make its other pages, as it does while nobody works."""
    loop = QEventLoop(window)
    QTimer.singleShot(_REST, loop.quit)
    loop.exec()


def _print(window: Window) -> tuple[float, list[float], list[float]]:
    """Return when the first page was seen, the beats, and what the window computed in each."""
    seen: list[float] = []
    painted: list[seated.Paints] = []
    computed = [0.0]
    had = [0.0]

    def turned() -> None:
        now = time.thread_time()
        computed.append((now - had[0]) * 1000)
        had[0] = now

    tick = QTimer(window, interval=1)
    tick.timeout.connect(turned)

    def begin(over: Callable[[], None]) -> None:
        look = QTimer(tick, interval=2)
        begun = time.perf_counter()

        def see() -> None:
            found = _preview(window)
            if found is not None and not painted:
                painted.append(seated.Paints(found[1].viewport()))
            if painted and painted[0].count:  # the page itself was drawn
                seen.append((time.perf_counter() - begun) * 1000)
                QTimer.singleShot(400, over)  # what is left to draw
                look.stop()

        look.timeout.connect(see)
        look.start()
        had[0] = time.thread_time()
        tick.start()
        window.pages.acts.circulation.actions[Out.PRINT].trigger()

    stalls = heartbeat(window, begin)
    tick.stop()
    tick.deleteLater()
    shown = _preview(window)
    assert shown is not None
    shown[0].close()
    seated.settle(window.session.client.idle)
    return seen[0], stalls, computed


def _preview(window: Window) -> tuple[PrintPreview, QGraphicsView] | None:
    """Return the preview that is shown, and where its pages stand."""
    for preview in window.findChildren(PrintPreview):
        inside, view = preview.findChild(QPrintPreviewWidget), preview.findChild(QGraphicsView)
        if preview.isVisible() and inside is not None and inside.pageCount() and view is not None:
            return preview, view
    return None
