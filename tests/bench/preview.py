"""Nhập bài in its window: a large Word file in the preview, two hundred files in the list, the reader's memory."""

from __future__ import annotations

import resource
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QTimer

from desk.intake.apart import ReadingProcess
from desk.text.blocks import Picture
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
    """Show one file: with nothing ready, then as it is dragged here, when the process had a moment to begin."""
    for again in (False, True):
        importer = Importer(window.session, window)
        if again:
            importer.stand_by()
            _rest(window, 2.0)
        stalls, words, whole = _beat(
            window, importer, path, partial(_has_words, importer), partial(_has_pictures, importer)
        )
        name = "the process standing by" if again else "nothing ready"
        yield Row(f"20 pages with ten photographs, {name}: the words stand", f"{words:.0f} ms")
        yield Row(
            f"20 pages with ten photographs, {name}: its text and pictures in the preview",
            f"{whole:.0f} ms",
            goal="≤ 1500 ms",
            ok=whole <= 1500,
        )
        yield from _stall(stalls)
        _rest(window, 2.0)  # its pictures are prepared meanwhile
        _close(importer)


def _many(window: Window, folder: Path) -> Iterator[Row]:
    importer = Importer(window.session, window)
    stalls, _, ms = _beat(window, importer, folder, lambda: True, lambda: not importer.reading.is_reading())
    _close(importer)
    yield Row(f"{_FILES} Word files of a folder in the list", f"{ms / 1000:.1f} s")
    yield from _stall(stalls)


def _stall(stalls: _Stalls) -> Iterator[Row]:
    longest, busy = max(stalls.beats), max(stalls.computed)
    yield Row("window's longest stall meanwhile", f"{longest:.0f} ms", goal="≤ 50 ms", ok=longest <= 50)
    yield Row(
        "of which the window computes, in its longest turn", f"{busy:.0f} ms", goal="≤ 50 ms", ok=busy <= 50
    )


def _memory(path: Path) -> Row:
    with ReadingProcess() as reader:
        reader.read(path)
        peak = _peak(reader)
    return Row(
        "peak memory of the reading process",
        f"{peak:.0f} MB",
        goal="≤ 400 MB",
        ok=peak <= 400,
    )


def _peak(reader: ReadingProcess) -> float:
    """Return the megabytes that it held at most; where the system does not say, those of the largest child."""
    process = reader._process
    status = Path("/proc") / str(process.pid if process else 0) / "status"
    if status.is_file():
        line = next(
            line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM")
        )
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


@dataclass(frozen=True, slots=True)
class _Stalls:
    """How long each turn of the window's loop took; and what of it was its own, others at work or not."""

    beats: list[float]
    computed: list[float]


def _beat(
    window: Window, importer: Importer, path: Path, first: Callable[[], bool], last: Callable[[], bool]
) -> tuple[_Stalls, float, float]:
    """Return the beats, and when the first and the last thing stood.

    It waits as a window waits: who asks without a pause takes a whole core from those who read.
    """
    look, tick = QTimer(window, interval=2), QTimer(window, interval=1)
    computed: list[float] = [0.0]
    had = [time.thread_time()]

    def turned() -> None:
        now = time.thread_time()
        computed.append((now - had[0]) * 1000)
        had[0] = now

    tick.timeout.connect(turned)
    at: list[float] = []

    def begin(over: Callable[[], None]) -> None:
        begun = time.perf_counter()

        def see() -> None:
            while len(at) < 2 and (first, last)[len(at)]():
                at.append((time.perf_counter() - begun) * 1000)
            if len(at) == 2:
                look.stop()
                over()

        look.timeout.connect(see)
        look.start()
        had[0] = time.thread_time()
        tick.start()
        importer.take([path])

    stalls = heartbeat(window, begin)
    look.deleteLater()
    tick.stop()
    tick.deleteLater()
    return _Stalls(stalls, computed), at[0], at[1]


def _rest(window: Window, seconds: float) -> None:
    loop = QEventLoop(window)
    QTimer.singleShot(round(seconds * 1000), loop, loop.quit)
    loop.exec()


def _has_words(importer: Importer) -> bool:
    """Say whether the beginning of the page stands."""
    dialog = importer.dialog
    if dialog is None or dialog.preview.entry is None:  # who asks for its panes makes them
        return False
    return not dialog.preview.result.paper.page.isEmpty()


def _has_pictures(importer: Importer) -> bool:
    """Say whether the whole page stands with every picture."""
    dialog = importer.dialog
    entry = dialog.sources.current() if dialog is not None else None
    if dialog is None or entry is None or importer.reading.is_reading():
        return False
    paper = dialog.preview.result.paper
    pictures = [block for block in paper.shown_text().blocks if isinstance(block, Picture)]
    return paper.is_whole() and bool(pictures) and all(one.picture for one in pictures)


def _close(importer: Importer) -> None:
    assert importer.dialog is not None
    importer.dialog.reject()
