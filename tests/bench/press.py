"""A forty-page issue made into PDF and Word, beside LibreOffice; and how still the window stands meanwhile."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from desk.press.word import document as word_document
from tests.bench import seated
from tests.bench.figure import BUILD, ROOT, Row, Sizes, against, clocked, under
from tests.desk.press.booklets import booklet, pages
from tests.desk.press.editions import full_issue, long_issue

_ROUNDS = 5
_FRESH = """
import sys, time
from desk.press.word.document import word
from tests.desk.press.booklets import booklet
from tests.desk.press.editions import long_issue
edition = long_issue()
make = {"pdf": booklet, "docx": word}[sys.argv[1]]
wall, cpu = time.perf_counter(), time.process_time()
make(edition)
print(time.perf_counter() - wall, time.process_time() - cpu)
"""


def rows(sizes: Sizes) -> Iterator[Row]:
    """Make both files; convert one with LibreOffice; then make them again behind a living window."""
    edition = long_issue()
    total = pages(edition).total
    document = word_document.word(edition)
    soffice = _libreoffice(document)
    beside = f"{soffice:,.0f} ms: soffice DOCX → PDF"
    others = [long_issue(seed=seed) for seed in range(1, 6)]  # Typst remembers what it has set before
    pdf = statistics.median(clocked(partial(booklet, other)) for other in others)
    yield under(f"PDF of {total} pages", pdf, 500, beside)
    docx = statistics.median(_processor(partial(word_document.word, other)) for other in others)
    yield under("Word file of the same issue, CPU", docx, 500, beside)
    yield under("PDF, the first of a fresh process", _fresh("pdf", 3)[0], 500, beside)
    yield under("Word file, the first of a fresh process, CPU", _fresh("docx", 3)[1], 500, beside)
    yield from _full()
    with seated.window(sizes.middle) as window:
        calm = heartbeat(window, lambda done: QTimer.singleShot(1500, done))
        client = window.session.client

        def both(done: Callable[[], None]) -> None:
            left = {"pdf", "docx"}

            def came(kind: str, _made: bytes) -> None:
                left.discard(kind)
                if not left:
                    done()

            client.away(window, partial(booklet, edition), partial(came, "pdf"))
            client.abroad(window, partial(word_document.word, edition), partial(came, "docx"))

        for turn in ("first export, the process is started", "later export"):
            stalls = heartbeat(window, both)
            yield under(
                f"window's longest stall while PDF and Word are made ({turn})",
                max(stalls),
                16,
                f"{max(calm):.1f} ms: nothing under way; p99 {sorted(stalls)[int(len(stalls) * 0.99)]:.1f} ms",
            )


def _full() -> Iterator[Row]:
    """Make the issue of 60 articles, 30 pictures and 64 pages in fresh processes, by turns with LibreOffice."""
    runs = []
    with _converter(word_document.word(full_issue())) as convert:
        for _ in range(_ROUNDS):
            run = {"soffice": clocked(convert) if convert else float("nan")}
            for part in ("files", "proof", "stood", "older"):
                command = [sys.executable, "-m", "tests.bench.press_full", part]
                done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
                run |= json.loads(done.stdout)
            runs.append(run)
    found = {name: statistics.median(run[name] for run in runs) for name in runs[0]}

    def beside(name: str, of: str) -> Row:
        shares = sorted(run[of] / run["soffice"] for run in runs)
        told = f"soffice; {_ROUNDS} rounds {shares[0]:.2f}–{shares[-1]:.2f} ×"
        return against(name, found[of], found["soffice"], 0.2, told)

    issue = f"60 articles, 30 pictures, {found['pages']:.0f} pages"
    yield under(f"{issue}: PDF for the screen, the first of a process", found["pdf"], 1500)
    yield under("the same for the printer (PDF/A, 300 dpi)", found["print"], 1500)
    yield under("the same in the office, imposed", found["office"], 1700)
    yield under("imposing beyond the booklet", found["imposed"], 200)
    yield under(
        "its proof after one edit, with a spread of pictures",
        found["refresh"],
        500,
        f"slowest {found['slowest']:.0f} ms",
    )
    yield under("its Word file", found["docx"], 1500)
    yield beside("its PDF, the first, against LibreOffice's of its Word file", "pdf")
    yield beside("the same of a process that stood by, as the window's does", "stood by")
    yield beside("the same, not the first of its process", "again")
    yield beside("the first, of pictures that the desk has not kept small as well", "older")
    yield under("peak memory, all files one after the other", found["memory"], 400, unit="MB")
    yield under("peak memory, a proof after nine edits", found["proof memory"], 400, unit="MB")


def heartbeat(owner: QObject, begin: Callable[[Callable[[], None]], None]) -> list[float]:
    """Let a timer beat every millisecond while something is under way; return the time from beat to beat."""
    beats: list[float] = []
    over: list[bool] = []
    timer = QTimer(owner)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(1)
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    timer.start()
    seated.settle(lambda: len(beats) > 50)
    beats[:] = [time.perf_counter()]
    begin(partial(over.append, True))
    _wait(over)
    timer.stop()
    timer.deleteLater()
    return [(after - before) * 1000 for before, after in pairwise(beats)]


def _wait(over: list[bool]) -> None:
    loop = QEventLoop()
    look = QTimer()
    look.setInterval(20)

    def see() -> None:
        if over:
            loop.quit()

    look.timeout.connect(see)
    look.start()
    loop.exec()
    look.stop()


def _processor(work: Callable[[], Any]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def _fresh(kind: str, times: int) -> tuple[float, float]:
    """Return wall and CPU milliseconds of the first file that a new process makes."""
    found = []
    for _ in range(times):
        command = [sys.executable, "-c", _FRESH, kind]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        wall, cpu = (float(value) * 1000 for value in done.stdout.split())
        found.append((wall, cpu))
    return statistics.median(f[0] for f in found), statistics.median(f[1] for f in found)


def _libreoffice(document: bytes) -> float:
    """Return the milliseconds that LibreOffice takes for the same document, once its profile exists."""
    with _converter(document) as convert:
        return statistics.median(clocked(convert) for _ in range(3)) if convert else float("nan")


@contextmanager
def _converter(document: bytes) -> Iterator[Callable[[], object] | None]:
    """Yield what has LibreOffice make a PDF of a document, its profile being there; None where there is none."""
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        file = Path(folder) / "issue.docx"
        file.write_bytes(document)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(file)]
        convert = partial(subprocess.run, command, capture_output=True, check=True)
        try:
            convert()
        except (OSError, subprocess.CalledProcessError):
            yield None
        else:
            yield convert
