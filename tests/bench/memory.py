"""What the window keeps of the articles that were edited in it, one after the other."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtTest import QTest

from tests.bench import seated
from tests.bench.figure import Row, Sizes, under
from ui.window.window import Window

_WARM, _EDITED = 10, 300


def rows(sizes: Sizes) -> Iterator[Row]:
    """Open, type in, save and leave articles; the first few only load what the program needs."""
    with seated.window(sizes.small) as window:
        edited = min(_EDITED, sizes.small - _WARM - 1)
        _edit(window, range(1, _WARM + 1))
        before = resident()
        _edit(window, range(_WARM + 1, _WARM + edited + 1))
        yield under(f"{edited} articles edited: the window grows by", resident() - before, 20, "", "MB")


def _edit(window: Window, articles: range) -> None:
    pages = window.pages
    for article in articles:
        pages.edit_wanted.emit(article)
        seated.until(lambda wanted=article: pages.is_writing() and pages.editor.article_id() == wanted)  # type: ignore[misc]
        QTest.keyClicks(pages.editor.form.body, "them mot cau. ")
        pages.editor.save.trigger()
        seated.settle(lambda: not pages.editor.dirty(), 5)
        pages.show("today")


def resident() -> float:
    """Return the memory of this process in MB."""
    gc.collect()
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))
