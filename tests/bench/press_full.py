"""The full issue of the figures, each part in a process of its own: see the names at the end of this file."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from desk.edition.edition import Edition
from desk.edition.outputs import PLAIN, Output
from desk.export.make import make, ready
from tests.desk.press.editions import BODY, full_issue, paragraph

_SPREAD = (30, 31)
_SCREEN = 110.0  # ppi: a page about 640 pixels wide


def measure() -> dict[str, float]:
    """Return milliseconds (memory in MB): every first thing is the first of this process."""
    edition = full_issue()
    found = {}
    found["pdf"], pdf = _timed(partial(make, edition, Output.SCREEN, PLAIN))
    found["again"], _ = _timed(partial(make, full_issue(3), Output.SCREEN, PLAIN))
    found["print"], _ = _timed(partial(make, full_issue(1), Output.PRINT, PLAIN))
    found["office"], _ = _timed(partial(make, full_issue(2), Output.OFFICE, PLAIN))
    found["imposed"] = _imposed(edition, pdf)
    found["docx"], _ = _timed(partial(make, edition, Output.WORD, PLAIN))
    found["memory"] = _peak()
    return found


def older() -> dict[str, float]:
    """Return what the first file takes where the pictures were taken in before the desk kept them small too."""
    edition = replace(full_issue(), renditions={})
    return {"older": _timed(partial(make, edition, Output.SCREEN, PLAIN))[0]}


def stand_by() -> dict[str, float]:
    """Return what the first file takes in a process that stood by, as it does while somebody chooses the outputs."""
    edition = full_issue()
    ready()
    return {"stood by": _timed(partial(make, edition, Output.SCREEN, PLAIN))[0]}


def prove() -> dict[str, float]:
    """Return what a living proof takes, in a process of its own as beside a window."""
    return _refreshes(full_issue()) | {"proof memory": _peak()}


def _peak() -> float:
    """Return the most memory of this process in MB; getrusage would also count the parent's before exec."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))


def _imposed(edition: Edition, pdf: bytes) -> float:
    """Return what imposing takes beyond the booklet."""
    from desk.edition import masthead
    from desk.press.typeset.imposition import imposed
    from desk.press.typeset.typst import new_typesetter

    with new_typesetter() as typesetter:
        return _timed(partial(imposed, typesetter, pdf, 64, edition, masthead.day_of(edition)))[0]


def _refreshes(edition: Edition) -> dict[str, float]:
    from desk.press.typeset.layout import Proofing

    proofing = Proofing()
    try:
        first, layout = _timed(partial(proofing.lay, edition))

        def refresh(edition: Edition) -> None:
            proofing.lay(edition)
            for number in _SPREAD:
                proofing.page(number, _SCREEN)

        refresh(edition)
        times = [_timed(partial(refresh, _edited(edition, turn)))[0] for turn in range(9)]
    finally:
        proofing.close()
    return {"pages": layout.total, "lay": first, "refresh": statistics.median(times), "slowest": max(times)}


def _edited(edition: Edition, turn: int) -> Edition:
    """Return the edition with some words more in one article, so that everything after it may move."""
    part = edition.sections[turn % 3]
    piece = part.pieces[turn]
    text = replace(piece.text, blocks=(*piece.text.blocks, paragraph(BODY[turn % 4][: 200 + 90 * turn])))
    pieces = (*part.pieces[:turn], replace(piece, text=text), *part.pieces[turn + 1 :])
    at = turn % 3
    return replace(
        edition, sections=(*edition.sections[:at], replace(part, pieces=pieces), *edition.sections[at + 1 :])
    )  # fmt: skip


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    made = work()
    return (time.perf_counter() - start) * 1000, made


if __name__ == "__main__":
    part = {"proof": prove, "stood": stand_by, "older": older, "files": measure}[sys.argv[1]]
    sys.stdout.write(json.dumps(part()))
