"""Kill -9 at random moments: no acknowledged save is lost, the desk is sound, at most two seconds of typing go.

A fifth of the kills meets a desk that saves without pause, a fifth a person who types in the real editor, the others
one that makes backups, comes back from them and exports: no backup or export of a good name is half of one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random
from threading import Lock

import apsw

from desk.articles import drafts
from desk.database import store
from desk.integrity import database, printed
from desk.safety import backups, restore
from desk.safety.backups import Proof
from desk.text.blocks import body_text
from tests.bench import corpus
from tests.bench.figure import BUILD, ROOT, Row, Sizes, turns
from tests.bench.kill_child import WHO
from tests.making import Cast, filled

HERE = Path(__file__).parent
TYPING = 2.0  # seconds of it that may be lost
AT_ONCE = 3  # typists mostly wait
LANES = 2
_ONE, _LOT = Lock(), Lock()


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
        fifth, minutes = sizes.kills // 5, sizes.minutes / 5
        saved = savers(founded(Path(folder)), turns(fifth, minutes))
        yield row_of("kill −9 while saving", saved, "acknowledged commits")
        keeping = turns(sizes.kills - 2 * fifth, minutes * 3)
        kept = keepers(founded(Path(folder)), Path(folder), keeping)
        yield row_of("kill −9 in backups, restores, exports", kept, "acknowledged acts")
        typed = typists(founded(Path(folder)), Path(folder), turns(fifth, minutes))
    yield row_of("kill −9 while typing in the editor", typed, "letters typed")
    worst = max(one.typing for one in typed)
    name = "typing lost at a kill, at most"
    yield Row(name, f"{worst:.2f} s", "", "", f"≤ {TYPING:g} s", worst <= TYPING)


def savers(path: Path, times: Iterable[int], seed: int = 1) -> list[Killed]:
    """Kill a saving desk again and again, always the same file, and look at it after each."""
    random = Random(seed)
    found = []
    for turn in times:
        told = killed(HERE / "kill_child.py", path, seed * 1000 + turn, random.uniform(0.002, 0.25))
        found.append(judged(path, told))
    return found


def keepers(path: Path, folder: Path, times: Iterable[int]) -> list[Killed]:
    """Kill careful desks, some at once, each always the same file; look at it, its backups and exports after each."""
    fill_issue(path)

    def one(lane: int) -> list[Killed]:
        own, found = folder / f"keeper-{lane}" / "desk.sqlite", []
        own.parent.mkdir()
        shutil.copyfile(path, own)
        for turn in each_of(lot):
            told = killed(HERE / "kill_keeper.py", own, turn, Random(turn).uniform(0.002, 1.5))
            found.append(judged_with_folders(own, told))
        return found

    lot = iter(times)
    with ThreadPoolExecutor(LANES) as pool:
        return [killed for lane in pool.map(one, range(LANES)) for killed in lane]


def typists(path: Path, folder: Path, times: Iterable[int]) -> list[Killed]:
    """Kill editors, some at once, each on a file of its own."""

    def one(turn: int) -> Killed:
        own = folder / f"typist-{turn}" / "desk.sqlite"
        own.parent.mkdir()
        shutil.copyfile(path, own)
        told = killed(HERE / "kill_typist.py", own, turn, Random(turn).uniform(0.5, 6.0))
        with _ONE:  # a process has one desk open
            return judged(own, told)

    def lane(_: int) -> list[Killed]:
        return [one(turn) for turn in each_of(lot)]

    lot = iter(times)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return [killed for many in pool.map(lane, range(AT_ONCE)) for killed in many]


def each_of(lot: Iterator[int]) -> Iterator[int]:
    """Yield what is left of a lot that several threads draw from."""
    while True:
        with _LOT:
            turn = next(lot, None)
        if turn is None:
            return
        yield turn


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


def judged(path: Path, told: Told) -> Killed:
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


def judged_with_folders(path: Path, told: Told) -> Killed:
    """Judge a careful desk: its file, and that what stands in its folders under a good name is whole."""
    with _ONE:  # a process has one desk open
        return _judged_with_folders(path, told)


def _judged_with_folders(path: Path, told: Told) -> Killed:
    begun = told.of("begun")
    if not path.exists():  # killed between two renames of a restore: the program offers the backups then
        newest = backups.newest(path)
        assert newest is not None
        restore.restore(newest.path, path)
    plain = judged(path, told)
    lost = list(plain.lost) if begun else []
    for backup in backups.listed(path):
        if backups.prove(backup) is not Proof.PROVEN:
            lost.append(f"half a backup {backup.name}")
    there = {backup.name for backup in backups.listed(path)}
    last = told.of("backup")[-1:]
    lost += [f"backup {name}" for (name,) in last if name not in there]
    folders = [one for one in (path.parent / "ra").glob("ban-tin*") if one.is_dir()]
    lost += [f"half an export {one.name}" for one in folders if not _is_whole(one)]
    lost += [f"export {name}" for (name,) in told.of("export") if not (path.parent / "ra" / name).is_dir()]
    count = plain.acknowledged + sum(len(told.of(kind)) for kind in ("backup", "restored", "export"))
    for one in folders:
        shutil.rmtree(one)
    return Killed(count, tuple(lost), plain.found)


def _is_whole(folder: Path) -> bool:
    looked = printed.look(folder)
    return all(one.state is printed.FileState.SAME for one in looked.files)


def fill_issue(path: Path) -> None:
    """Give a founded desk an issue with two approved articles, to be exported."""
    store.open_file(path)
    try:
        filled(
            Cast(path, corpus.ADMIN, corpus.WRITER, corpus.EDITOR, corpus.CHIEF, corpus.SECRETARY),
            "Một",
            "Hai",
        )
    finally:
        store.close_file()


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


def founded(folder: Path) -> Path:
    path = folder / f"founded-{len(list(folder.iterdir()))}" / "desk.sqlite"
    path.parent.mkdir()
    corpus.found(path)
    return path


def row_of(name: str, them: list[Killed], what: str) -> Row:
    lost = [one for killed in them for one in killed.lost]
    found = [one for killed in them for one in killed.found]
    count = sum(killed.acknowledged for killed in them)
    told = f"{len(them)} kills, {count:,} {what}: {len(lost)} commits lost, {len(found)} findings"
    return Row(name, told, " ".join((lost + found)[:3]), "", "0 lost, 0 findings", not lost and not found)
