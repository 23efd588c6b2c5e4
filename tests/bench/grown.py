"""A desk as one grows, two photographs an article: its whole check, and a backup beside a copy of the same bytes.

And the whole check of a desk of words alone, the worst there is.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from desk.database import copies, store
from desk.integrity import database
from desk.pictures import stored_pictures
from desk.pictures.prepared_picture import Prepared
from desk.safety import backups
from desk.safety.facts import Reason
from tests.bench import corpus
from tests.bench.figure import BUILD, Row, Sizes, against, median_of, shown

_PHOTOGRAPHS, _BYTES = 2, 300_000  # of an article; of a photograph as the desk keeps it
_SMALL = 30_000  # of what lists and screens show of it
_GIGABYTE = 1e9


def rows(sizes: Sizes) -> Iterator[Row]:
    """Measure a desk of words, and one of text and photographs, closed, in a folder of its own."""
    words = corpus.desk(sizes.middle)
    yield _check(words, f"{sizes.middle:,} articles of words alone")
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        desk = Path(folder) / "desk.sqlite"
        shutil.copy(corpus.desk(sizes.small), desk)
        _photograph(desk, sizes.small)
        size = desk.stat().st_size
        told = f"{sizes.small:,} articles, {_PHOTOGRAPHS * sizes.small:,} photographs, {size / 1e6:.0f} MB"
        yield _check(desk, told)
        copied = median_of(lambda: _copied(desk, Path(folder) / "x.part"), 3, warm=1)
        made = median_of(lambda: backups.make(desk, Reason.HAND), 3, warm=0)
        yield against(f"backup with its check, {told}", made, copied, 2, "copy + fsync of the same bytes")
        bare = median_of(lambda: copies.copy_whole(desk, Path(folder) / "y.sqlite"), 3, warm=0)
        yield Row(f"of it the copy as of one moment, {told}", f"{bare:.0f} ms", "", f"{bare / copied:.2f} ×")


def _check(desk: Path, told: str) -> Row:
    took = median_of(lambda: _checked(desk), 3, warm=1) / 1000
    a_gigabyte = took * _GIGABYTE / desk.stat().st_size
    figure = f"{shown(took)} s = {shown(a_gigabyte)} s a GB"
    return Row(f"the whole check, {told}", figure, "", "", "≤ 10 s a GB", a_gigabyte <= 10)


def _photograph(desk: Path, articles: int) -> None:
    chance = random.Random(7)
    store.open_file(desk)
    try:
        for number in range(articles * _PHOTOGRAPHS):
            data, small = chance.randbytes(_BYTES), chance.randbytes(_SMALL)
            sha256 = hashlib.sha256(data).hexdigest()
            made = Prepared(
                data=data,
                mime="image/jpeg",
                width=1600,
                height=1067,
                name=f"anh-{number}.jpg",
                sha256=sha256,
                rendition=small,
            )
            stored_pictures.add_prepared(corpus.ADMIN, made)
    finally:
        store.close_file()


def _checked(desk: Path) -> None:
    found = database.check_file(desk)
    assert not found, found[:3]


def _copied(desk: Path, part: Path) -> None:
    shutil.copyfile(desk, part)
    copies.flush(part)
