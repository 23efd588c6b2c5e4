"""A folder that is written beside its place, and stands there under its name only when it is whole."""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum, auto
from hashlib import sha256
from pathlib import Path
from typing import Any

from desk.errors import Cancelled, FileTrouble, Trouble
from desk.export import write_files
from desk.export.leftovers import FRESH
from desk.os_errors import file_trouble, rename

Stop = Callable[[], bool]
_FORBIDDEN = '<>:"/\\|?*'  # in the names of Windows


class Part(Enum):
    """What is being written."""

    READ = auto()
    PICTURES = auto()
    ARTICLES = auto()
    ISSUES = auto()
    MEETINGS = auto()
    DATA = auto()
    PAGES = auto()
    PROOF = auto()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a work is: what is being done, and how much of it."""

    what: Part
    done: int = 0
    total: int = 0


Report = Callable[[Progress], None]


def silent(_: Progress) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file of the folder: its path in it, with "/", and what it holds."""

    path: str
    sha256: str
    size: int


class NewFolder:
    """The folder while it is made."""

    def __init__(self, place: Path, stop: Stop) -> None:
        self._place, self._stop = place, stop
        self.files: list[FileEntry] = []

    def put(self, path: str, data: bytes) -> FileEntry:
        """Write a file; FileTrouble names it, Cancelled when nobody wants the folder any more."""
        self._ask()
        file = self._place / path
        with _named(file):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        self.files.append(FileEntry(path, sha256(data).hexdigest(), len(data)))
        return self.files[-1]

    def put_text(self, path: str, text: str) -> FileEntry:
        """Write a file of letters, UTF-8."""
        return self.put(path, text.encode("utf-8", "replace"))

    def put_json(self, path: str, data: Any) -> FileEntry:
        """Write a file of JSON that a person can read too."""
        return self.put_text(path, json.dumps(data, ensure_ascii=False, indent=1) + "\n")

    def put_lines(self, path: str, lines: Iterable[bytes]) -> FileEntry:
        """Write a file line by line: of what may be more than fits into memory."""
        file, digest, size = self._place / path, sha256(), 0
        with _named(file):
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("wb") as out:
                for line in lines:
                    self._ask()
                    whole = line + b"\n"
                    out.write(whole)
                    digest.update(whole)
                    size += len(whole)
        self.files.append(FileEntry(path, digest.hexdigest(), size))
        return self.files[-1]

    def read(self, path: str) -> bytes:
        """Return what was written under a name."""
        with _named(self._place / path):
            return (self._place / path).read_bytes()

    def has(self, path: str) -> bool:
        """Say whether a file of this name was written."""
        return (self._place / path).exists()

    def _ask(self) -> None:
        if self._stop():
            raise Cancelled


@contextmanager
def new_folder(parent: Path, name: str, stop: Stop) -> Iterator[tuple[NewFolder, Callable[[], Path]]]:
    """Make a folder that is not there yet; what is given beside it ends the making and returns its place.

    A taken name gets " (2)", " (3)" … What is not ended, for whatever reason, leaves nothing.
    """
    write_files.look(parent)
    missing = not parent.exists()
    fresh = parent / f"{FRESH}{secrets.token_hex(6)}"
    with _named(parent):
        fresh.mkdir(parents=True)

    def end() -> Path:
        _flush(fresh)
        for turn in range(1, 1000):
            place = parent / (name if turn == 1 else f"{name} ({turn})")
            if not place.exists():
                with _named(place):
                    rename(fresh, place)
                return place
        raise FileTrouble(Trouble.DENIED, str(parent / name))

    try:
        yield NewFolder(fresh, stop), end
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        if missing:
            with suppress(OSError):
                parent.rmdir()


def _flush(folder: Path) -> None:
    """Have the disk write everything before the folder gets its name."""
    if os.name == "nt":
        return
    with suppress(OSError):
        os.sync()


def plain(name: str) -> str:
    """Return a stranger's file name as every system takes it."""
    kept = "".join("_" if sign in _FORBIDDEN or not sign.isprintable() else sign for sign in name)
    stem, dot, ending = kept.strip(" .")[:120].rpartition(".")
    return f"{stem or ending}{dot}{ending}" if stem else (ending or "tep")


@contextmanager
def _named(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise file_trouble(error, place) from error
