"""A desk whose machine loses its power. `cut_child.py FILE SEED`

What was written and not yet flushed is partly lost: SQLite's writes go through a VFS that knows what was there
before, renames through a function that does (bytes written beside SQLite count as kept). At a moment that the seed
chooses, each such write is kept, lost, or torn at a sector, of the renames not yet flushed the last ones are taken
back, and the process ends.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import apsw

from desk import os_errors
from desk.database import copies
from desk.export import write_files
from tests.bench import kill_child, kill_keeper

_SECTOR = 512
_MOST = 900  # writes until the cut, at most


@dataclass(frozen=True)
class _Write:
    """Bytes put into a file: what was there, and how long the file was."""

    path: str
    at: int
    old: bytes
    new: int
    size: int


class Power:
    """Counts writes, knows which are not yet safe, and goes."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._left = self._random.randint(1, self._random.choice((40, 300, _MOST)))
        self._writes: list[_Write] = []
        self._renames: list[tuple[str, str]] = []

    def writes(self, path: str, at: int, length: int) -> None:
        """Note that bytes are about to be written."""
        self._tick()
        size = Path(path).stat().st_size if Path(path).exists() else 0
        with Path(path).open("rb") as file:
            file.seek(at)
            self._writes.append(_Write(path, at, file.read(length), length, size))

    def flushed(self, path: str) -> None:
        """Note that a file is safe."""
        self._tick()
        self._writes = [one for one in self._writes if one.path != path]

    def renamed(self, from_: Path, to: Path) -> None:
        """Note that a file has another name."""
        self._tick()
        self._renames.append((str(from_), str(to)))
        self.gone(str(to))  # what was there under that name
        self._writes = [
            _Write(str(to), one.at, one.old, one.new, one.size) if one.path == str(from_) else one
            for one in self._writes
        ]

    def gone(self, path: str) -> None:
        """Note that a file is there no more: one that comes under its name is another."""
        self._writes = [one for one in self._writes if one.path != path]

    def folder_flushed(self, folder: str) -> None:
        """Note that the names in a folder are safe."""
        self._tick()
        self._renames = [one for one in self._renames if str(Path(one[1]).parent) != folder]

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._go()

    def _go(self) -> None:
        for one in reversed(self._writes):
            lot = self._random.random()
            if lot < 0.4 or not Path(one.path).exists():
                continue
            with Path(one.path).open("r+b") as file:
                kept = 0 if lot < 0.8 else self._random.randrange(0, one.new, _SECTOR)
                file.seek(one.at + kept)
                file.write(one.old[kept:])
                if one.at + one.new > one.size and not kept:
                    file.truncate(max(one.size, 0))
        lost = self._random.randint(0, len(self._renames))
        for from_, to in reversed(self._renames[len(self._renames) - lost :]):
            if Path(to).exists() and not Path(from_).exists():
                Path(to).rename(from_)
        os._exit(9)


class _File(apsw.VFSFile):
    def __init__(self, base: str, name: Any, flags: list[int], power: Power) -> None:
        self._path = os.path.realpath(name.filename() if isinstance(name, apsw.URIFilename) else str(name))
        self._power = power
        super().__init__(base, name, flags)

    def xLock(self, level: int) -> None:
        try:
            super().xLock(level)
        except apsw.IOError as error:  # of a reader that closes: SQLite itself does not mind
            raise apsw.BusyError from error

    def xWrite(self, data: bytes, offset: int) -> None:
        self._power.writes(self._path, offset, len(data))
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._power.flushed(self._path)


class _Vfs(apsw.VFS):
    def __init__(self, power: Power) -> None:
        self._power, self._base = power, apsw.vfs_names()[0]
        super().__init__("cut", self._base, makedefault=True)

    def xDelete(self, name: str, sync: bool) -> None:
        super().xDelete(name, sync)
        self._power.gone(os.path.realpath(name))

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        if name is None:
            return apsw.VFSFile(self._base, name, flags)
        return _File(self._base, name, flags, self._power)


def main(path: Path, seed: int) -> None:
    """Work until the power goes."""
    power = Power(seed)
    vfs = _Vfs(power)
    _watch(power)
    try:
        (kill_child if seed % 2 else kill_keeper).main(path, seed)
    finally:
        del vfs


def _watch(power: Power) -> None:
    """Let the power know of what is written beside SQLite."""
    flush, folder, rename = copies.flush, copies.flush_folder, os_errors.rename

    def flushed(path: Path) -> None:
        flush(path)
        power.flushed(os.path.realpath(path))

    def folder_flushed(path: Path) -> None:
        folder(path)
        power.folder_flushed(str(path))

    def renamed(from_: Path, to: Path) -> None:
        rename(from_, to)
        power.renamed(from_, to)

    unlink = Path.unlink

    def unlinked(path: Path, missing_ok: bool = False) -> None:
        unlink(path, missing_ok)
        power.gone(os.path.realpath(path))

    Path.unlink = unlinked  # type: ignore[method-assign, assignment]  # in this process alone
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith("desk."):
            _put(module, "flush", flush, flushed)
            _put(module, "flush_folder", folder, folder_flushed)
            _put(module, "rename", rename, renamed)
    _put(write_files, "_sync_folder", write_files._sync_folder, folder_flushed)


def _put(module: Any, name: str, old: Callable[..., None], new: Callable[..., None]) -> None:
    if getattr(module, name, None) is old:
        setattr(module, name, new)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
