"""Kill -9 at random moments: no acknowledged save is lost, the desk is sound, at most two seconds of typing go.

Half of the kills meet a desk that saves without pause, half a person who types in the real editor.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random

import apsw

from desk.articles import drafts
from desk.database import store
from desk.integrity import database
from desk.text.blocks import body_text
from tests.bench import corpus
from tests.bench.figure import BUILD, ROOT, Row, Sizes
from tests.bench.kill_child import WHO

HERE = Path(__file__).parent
TYPING = 2.0  # seconds of it that may be lost
AT_ONCE = 3  # typists mostly wait


@dataclass(frozen=True)
class Told:
    """What a child said before it died, and when it was killed."""

    lines: tuple[tuple[str, ...], ...]
    killed: float

    def of(self, kind: str) -> list[tuple[str, ...]]:
        """Return the acknowledgements of one kind."""
        return [line[1:] for line in self.lines if line[0] == kind]


@dataclass(frozen=True)
class Killed:
    """What one kill did: acknowledged commits (of a typist: letters), those lost, and what the check-up found."""

    acknowledged: int
    lost: tuple[str, ...]
    found: tuple[str, ...]
    typing: float = 0.0  # seconds of typing that were lost


def rows(sizes: Sizes) -> Iterator[Row]:
    """Kill savers, then typists."""
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        saved = savers(_founded(Path(folder)), sizes.kills // 2)
        yield _row("kill −9 while saving", saved, "acknowledged commits")
        typed = typists(_founded(Path(folder)), Path(folder), sizes.kills - len(saved))
    yield _row("kill −9 while typing in the editor", typed, "letters typed")
    worst = max(one.typing for one in typed)
    name = "typing lost at a kill, at most"
    yield Row(name, f"{worst:.2f} s", "", "", f"≤ {TYPING:g} s", worst <= TYPING)


def savers(path: Path, times: int, seed: int = 1) -> list[Killed]:
    """Kill a saving desk again and again, always the same file, and look at it after each."""
    random = Random(seed)
    found = []
    for turn in range(times):
        told = killed(HERE / "kill_child.py", path, seed * 1000 + turn, random.uniform(0.002, 0.25))
        found.append(_judged(path, told))
    return found


def typists(path: Path, folder: Path, times: int) -> list[Killed]:
    """Kill editors, some at once, each on a file of its own."""

    def one(turn: int) -> tuple[Path, Told]:
        own = folder / f"typist-{turn}" / "desk.sqlite"
        own.parent.mkdir()
        shutil.copyfile(path, own)
        return own, killed(HERE / "kill_typist.py", own, turn, Random(turn).uniform(0.5, 6.0))

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return [_judged(own, told) for own, told in pool.map(one, range(times))]


def killed(script: Path, path: Path, seed: int, after: float) -> Told:
    """Start a child, let it work, kill it without warning, and return what it had acknowledged."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.Popen(
        [sys.executable, str(script), str(path), str(seed)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    assert child.stdout is not None
    first = child.stdout.readline()
    time.sleep(after)
    moment = time.monotonic()
    child.kill()  # SIGKILL; on Windows TerminateProcess
    rest = child.stdout.read()
    child.wait()
    child.stdout.close()
    whole = (first + rest).rpartition("\n")[0]  # the last line may be cut
    return Told(tuple(tuple(line.split()) for line in whole.splitlines()), moment)


def _judged(path: Path, told: Told) -> Killed:
    if not told.of("begun"):
        return Killed(0, ("the child did not begin",), ())
    store.open_file(path)
    try:
        found = tuple(str(one) for one in database.check())
        waiting = {row.uid: body_text(row.text) for row in drafts.waiting(WHO)}
    finally:
        store.close_file()
    lost = [*_saves_lost(path, told), *_drafts_lost(path, told, waiting)]
    count = sum(len(told.of(kind)) for kind in ("save", "draft", "typed"))
    return Killed(count, tuple(lost), found, _typing_lost(told, waiting))


def _saves_lost(path: Path, told: Told) -> Iterator[str]:
    file = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    for article_id, number, digest in told.of("save"):
        sql = "SELECT sha256 FROM revision WHERE article_id = ? AND number = ?"
        kept = file.execute(sql, (int(article_id), int(number))).fetchone()
        if kept is None or kept[0] != digest:
            yield f"save {article_id}/{number}"
    file.close()


def _drafts_lost(path: Path, told: Told, waiting: dict[str, str]) -> Iterator[str]:
    """A draft that is gone must have become its article."""
    file = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    letters = {uid: int(count) for uid, count in told.of("draft")}  # the last one of each
    for uid, count in letters.items():
        saved = file.execute("SELECT 1 FROM article WHERE uid = ?", (uid,)).fetchone()
        if saved is None and len(waiting.get(uid, "")) < count:
            yield f"draft {uid}"
    file.close()


def _typing_lost(told: Told, waiting: dict[str, str]) -> float:
    """Return how long before the kill the first letter was typed that no draft has."""
    uid = told.of("begun")[0]
    kept = len(waiting.get(uid[0], "")) if uid else 0
    gone = [float(moment) for letters, moment in told.of("typed") if int(letters) > kept]
    return told.killed - gone[0] if gone else 0.0


def _founded(folder: Path) -> Path:
    path = folder / f"founded-{len(list(folder.iterdir()))}" / "desk.sqlite"
    path.parent.mkdir()
    corpus.found(path)
    return path


def _row(name: str, them: list[Killed], what: str) -> Row:
    lost = [one for killed in them for one in killed.lost]
    found = [one for killed in them for one in killed.found]
    count = sum(killed.acknowledged for killed in them)
    told = f"{len(them)} kills, {count:,} {what}: {len(lost)} commits lost, {len(found)} findings"
    return Row(name, told, " ".join((lost + found)[:3]), "", "0 lost, 0 findings", not lost and not found)
