"""Nhập bài in its window: a large Word file in the preview, two hundred files in the list, the reader's memory."""

from __future__ import annotations

import resource
import shutil
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from desk.intake.apart import ReadingProcess
from tests.bench import corpus, seated
from tests.bench.figure import Row, Sizes
from tests.bench.intake import long_text
from tests.bench.press import heartbeat
from tests.desk.intake.answers import FILES
from ui.intake.importer import Importer
from ui.window.window import Window

_FILES = 200


def rows(sizes: Sizes) -> Iterator[Row]:
    """Bring one large file, then many small ones, into the dialog."""
    with TemporaryDirectory() as folder, seated.window(sizes.small, corpus.ADMIN) as window:
        large = Path(folder) / "bài dài.docx"
        large.write_bytes(long_text())
        many = Path(folder) / "nhiều bài"
        many.mkdir()
        small = sorted((FILES / "word").glob("*.docx"))
        for at in range(_FILES):
            shutil.copy(small[at % len(small)], many / f"{at:03} {small[at % len(small)].name}")
        yield from _one(window, large)
        yield from _many(window, many)
        yield _memory(large)


def _one(window: Window, path: Path) -> Iterator[Row]:
    for again in (False, True):
        importer = Importer(window.session, window)
        stalls: list[float] = []
        begun = time.perf_counter()
        _beat(window, stalls, importer, path, partial(_shows, importer))
        shown = (time.perf_counter() - begun) * 1000
        _close(importer)
        if not again:
            yield Row("20 pages with ten photographs: the first preview in a process", f"{shown:.0f} ms")
            continue
        yield Row(
            "the same, its text and pictures in the preview",
            f"{shown:.0f} ms",
            goal="≤ 1500 ms",
            ok=shown <= 1500,
        )
        yield Row(
            "window's longest stall meanwhile", f"{max(stalls):.0f} ms", goal="≤ 50 ms", ok=max(stalls) <= 50
        )


def _many(window: Window, folder: Path) -> Iterator[Row]:
    importer = Importer(window.session, window)
    stalls: list[float] = []
    begun = time.perf_counter()
    _beat(window, stalls, importer, folder, lambda: not importer.reading.is_reading())
    seconds = time.perf_counter() - begun
    _close(importer)
    yield Row(f"{_FILES} Word files of a folder in the list", f"{seconds:.1f} s")
    yield Row(
        "window's longest stall meanwhile", f"{max(stalls):.0f} ms", goal="≤ 50 ms", ok=max(stalls) <= 50
    )


def _memory(path: Path) -> Row:
    with ReadingProcess() as reader:
        reader.read(path)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return Row(
        "peak memory of the reading process (the largest child of this run)",
        f"{peak:.0f} MB",
        goal="≤ 400 MB",
        ok=peak <= 400,
    )


def _beat(
    window: Window, stalls: list[float], importer: Importer, path: Path, done: Callable[[], bool]
) -> None:
    def begin(over: Callable[[], None]) -> None:
        importer.take([path])
        seated.until(done, 120)
        over()

    stalls.extend(heartbeat(window, begin))


def _shows(importer: Importer) -> bool:
    dialog = importer.dialog
    if dialog is None or importer.reading.is_reading():
        return False
    entry = dialog.sources.current()
    return entry is not None and importer.pictures.is_shown(entry)


def _close(importer: Importer) -> None:
    assert importer.dialog is not None
    importer.dialog.reject()
