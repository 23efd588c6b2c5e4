"""Backups: made with their check beside a plain copy of the same bytes, and a desk restored from one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from desk.database import copies
from desk.safety import backups, restore
from desk.safety.facts import Reason
from tests.bench import corpus
from tests.bench.figure import BUILD, Row, Sizes, against, clocked, median_of, under


def rows(sizes: Sizes) -> Iterator[Row]:
    """Measure desks of two sizes, closed, in a folder of their own."""
    for many, times in ((sizes.middle, 3), (sizes.large, 1)):
        with tempfile.TemporaryDirectory(dir=BUILD) as folder:
            yield from _rows(Path(folder), many, times)


def _rows(folder: Path, many: int, times: int) -> Iterator[Row]:
    desk = folder / "desk.sqlite"
    shutil.copy(corpus.desk(many), desk)
    told = f"{many:,} articles, {desk.stat().st_size / 1e6:.0f} MB"
    copied = median_of(lambda: _copied(desk, folder / "x.part"), times, warm=1)
    made = median_of(lambda: backups.make(desk, Reason.HAND), times, warm=0)
    beside = "copy + fsync of the same bytes"
    yield against(f"backup with its check, {told}", made, copied, 2, beside)
    bare = median_of(lambda: copies.copy_whole(desk, folder / "y.sqlite"), times, warm=0)
    yield Row(f"of it the copy as of one moment, {told}", f"{bare:.0f} ms", "", f"{bare / copied:.2f} ×")
    newest = backups.newest(desk)
    assert newest is not None
    proven = median_of(lambda: backups.prove(newest), times, warm=0)
    yield Row(f"a backup compared with its SHA-256, {told}", f"{proven:.0f} ms")
    desk.unlink()
    took = clocked(lambda: restore.restore(newest.path, desk))
    yield under(f"restore without a working file, {told}", took / 1000, 10, unit="s")


def _copied(desk: Path, part: Path) -> None:
    shutil.copyfile(desk, part)
    copies.flush(part)
