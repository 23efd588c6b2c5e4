"""Power cuts at random moments, in saves, drafts, acts, backups, restores and exports (`cut_child`)."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.bench.figure import BUILD, ROOT, Row, Sizes, turns
from tests.bench.kill import (
    HERE,
    LANES,
    Killed,
    Told,
    each_of,
    fill_issue,
    founded,
    judged_with_folders,
    row_of,
)

_PATIENCE = 60  # seconds


def rows(sizes: Sizes) -> Iterator[Row]:
    """Cut the power again and again, always over the same files."""
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        desks = [founded(Path(folder)) for _ in range(LANES)]
        for desk in desks:
            fill_issue(desk)
        lot = turns(sizes.cuts, sizes.minutes)

        def lane(desk: Path) -> list[Killed]:
            return [judged_with_folders(desk, _cut(desk, turn)) for turn in each_of(lot)]

        with ThreadPoolExecutor(LANES) as pool:
            found = [one for many in pool.map(lane, desks) for one in many]
        yield row_of("power cuts in saves, backups, restores, exports", found, "acknowledged acts")


def _cut(desk: Path, turn: int) -> Told:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [sys.executable, str(HERE / "cut_child.py"), str(desk), str(turn)]
    done = subprocess.run(command, env=environment, capture_output=True, timeout=_PATIENCE, check=False)
    if done.returncode != 9:
        raise RuntimeError(done.stderr.decode("utf-8", "replace")[-2000:])
    with contextlib.suppress(FileNotFoundError):  # it is memory: a machine that comes up has none
        desk.with_name(desk.name + "-shm").unlink()
    whole = done.stdout.decode("utf-8").rpartition("\n")[0]
    return Told(tuple(tuple(line.split()) for line in whole.splitlines()), 0.0)
