"""The list of articles scrolled from end to end, three rows a frame, more rows fetched on the way."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtWidgets import QApplication

from tests.bench import seated
from tests.bench.figure import Row, Sizes, percentile
from ui.articles.list_view import ROW_HEIGHT, ArticleList
from ui.window.window import Window

STEP = 3 * ROW_HEIGHT


def rows(sizes: Sizes) -> Iterator[Row]:
    """Scroll through the whole desk; every turn of the event loop is a frame, fetching included."""
    with seated.window(sizes.middle) as window:
        window.pages.go("articles")
        seated.settle(window.session.client.idle)
        frames = _scrolled(window, window.pages.articles.list)
        count = window.pages.articles.list.model.rowCount()
    worst, p99, p50 = max(frames), percentile(frames, 0.99), percentile(frames, 0.5)
    yield Row(
        f"list of {count:,} articles scrolled, 3 rows a frame ({len(frames):,} frames)",
        f"p50 {p50:.1f}, p99 {p99:.1f}, max {worst:.1f} ms",
        "",
        "",
        "max ≤ 16 ms",
        worst <= 16,
    )


def _scrolled(window: Window, shown: ArticleList) -> list[float]:
    bar = shown.view.verticalScrollBar()
    paints = seated.Paints(shown.view.viewport())
    frames: list[float] = []
    calm = 0
    while calm < 50:
        before = paints.count
        start = time.perf_counter()
        bar.setValue(bar.value() + STEP)
        QApplication.processEvents()
        took = (time.perf_counter() - start) * 1000
        if paints.count > before or took > 1:
            frames.append(took)
            calm = 0
        elif window.session.client.idle():  # at the end, unless an answer is just coming in
            calm += 1
            time.sleep(0.001)
    return frames
