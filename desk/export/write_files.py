"""Writing files: what was made goes onto the disk, each file whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from desk.cancel import never
from desk.errors import Cancelled, FileTrouble, Trouble
from desk.export.leftovers import ASIDE, FRESH, sweep
from desk.os_errors import file_trouble, kind_of, rename


def look(folder: Path) -> None:
    """Try, before anything is made, whether files can be written into a folder; nothing of it is left behind.

    FileTrouble names the folder: there is none (ABSENT, NO_FOLDER), or it takes nothing (DENIED, READONLY, FULL).
    """
    missing = _missing(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
        _made_folder(folder, FRESH).rmdir()
    except OSError as error:
        kind = kind_of(
            error
        )  # what lies above is there: a system that finds nothing there lets nobody make it
        raise FileTrouble(Trouble.DENIED if kind is Trouble.ABSENT else kind, str(folder)) from error
    finally:
        _unmake(missing)


def take_away(folder: Path) -> None:
    """Remove a folder that an export wrote and that nobody wants any more; FileTrouble names what resists."""
    with _named(folder):
        shutil.rmtree(folder)


def write_file(data: bytes, path: Path, *, folders: bool = False) -> Path:
    """Write one file, whole or not at all, in place of an older one; FileTrouble names it when it is refused.

    A folder that is not there is refused too, or made with `folders`.
    """
    if folders:
        with _named(path.parent):
            path.parent.mkdir(parents=True, exist_ok=True)
    with _named(path):
        made = _written(path, data)
        try:
            rename(made, path)
        finally:
            made.unlink(missing_ok=True)
    return path


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: `undo` takes it away again, `keep` lets go of what that would need."""

    paths: tuple[Path, ...]
    undo: Callable[[], None]
    keep: Callable[[], None] = lambda: None


def write_over(files: Mapping[str, bytes], folder: Path, *, stop: Callable[[], bool] = never) -> Written:
    """Write the files by their paths into a folder, in place of older files and folders of their names.

    Everything is first written beside its place and flushed, then renamed, so that a reader never meets half a file;
    what stood there is put aside until `Written.keep` or `undo`. `stop` is asked before every file: Cancelled leaves
    the folder as it was. FileTrouble names the file that could not be written.
    """
    names = tuple(dict.fromkeys(path.split("/")[0] for path in files))
    missing = _missing(folder)
    made: list[Path] = []
    fresh: Path | None = None
    aside: Path | None = None
    try:
        fresh = _fresh_folder(folder)
        _fill(fresh, files, folder, stop)
        aside = _fresh_folder(folder, ASIDE)
        for name in names:
            _put_in_place(fresh / name, folder / name, aside / name)
            made.append(folder / name)
        _sync_folder(folder)
    except BaseException:
        _remove_fresh(fresh)  # else the folder that it stands in could not go
        _put_back(made, aside, missing)
        raise
    _remove_fresh(fresh)
    return Written(tuple(made), partial(_put_back, made, aside, missing), partial(_remove_fresh, aside))


def _put_in_place(fresh: Path, place: Path, aside: Path) -> None:
    """Put a file or folder in its place; what stood there goes aside, a file only as it is replaced."""
    with _named(place):
        if fresh.is_file() and place.is_dir():
            raise FileTrouble(Trouble.DENIED, str(place))
        if place.is_dir():
            rename(place, aside)
        elif place.exists():
            shutil.copy2(place, aside)
        try:
            rename(fresh, place)
        except BaseException:  # Ctrl+C too: who undoes the whole does not know of this one yet
            if aside.is_dir():
                rename(aside, place)
            raise


def _put_back(made: Sequence[Path], aside: Path | None, missing: list[Path]) -> None:
    """Take away what was made and put back what had stood there and was put aside."""
    for place in made:
        with _named(place):
            if place.is_dir():
                shutil.rmtree(place)
            if aside is not None and (aside / place.name).exists():
                rename(aside / place.name, place)
            elif place.exists():
                place.unlink()
    _remove_fresh(aside)
    _unmake(missing)


def write_new_folder(
    files: Mapping[str, bytes], parent: Path, name: str, *, stop: Callable[[], bool] = never
) -> Path:
    """Write the files by their paths as a folder that was not there before, and return it.

    What an earlier day or an open program holds is never touched: a taken name gets "_lan-2", "_lan-3" …
    Stopped or refused, it leaves nothing, not even a parent that was not there before.
    """
    missing = _missing(parent)
    try:
        return _new_folder(files, parent, name, stop)
    except BaseException:
        _unmake(missing)
        raise


def _new_folder(files: Mapping[str, bytes], parent: Path, name: str, stop: Callable[[], bool]) -> Path:
    fresh = _fresh_folder(parent)
    try:
        _fill(fresh, files, parent / name, stop)
        for turn in range(1, 1000):
            place = parent / (name if turn == 1 else f"{name}_lan-{turn}")
            if place.exists():
                continue
            with _named(place):
                rename(fresh, place)
            _sync_folder(parent)
            return place
        raise FileTrouble(Trouble.DENIED, str(parent / name))
    finally:
        _remove_fresh(fresh)


def _fresh_folder(parent: Path, prefix: str = FRESH) -> Path:
    """Make a folder for what is being written; everybody may read it, which `tempfile`'s are not made for."""
    with _named(parent):
        parent.mkdir(parents=True, exist_ok=True)
        fresh = _made_folder(parent, prefix)
        fresh.chmod(0o755)
        return fresh


def _made_folder(parent: Path, prefix: str) -> Path:
    """Make a folder of a new name: from Python 3.12.4 on Windows lets nobody else into what `mkdtemp` makes."""
    made = parent / f"{prefix}{secrets.token_hex(6)}"
    made.mkdir()
    return made


def _remove_fresh(folder: Path | None) -> None:
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)


def _fill(fresh: Path, files: Mapping[str, bytes], place: Path, stop: Callable[[], bool]) -> None:
    """Write the files by their paths into a fresh folder that will stand, or give its files, at `place`."""
    for path, data in files.items():
        _check(stop)
        *folders, last = path.split("/")
        inner = fresh
        for part in folders:
            inner = _inside(inner, part)
        file = _inside(inner, last)
        with _named(place / path):
            inner.mkdir(parents=True, exist_ok=True)
            rename(_written(file, data), file)
    _check(stop)


def _missing(folder: Path) -> list[Path]:
    """Return the folders on the way to this one that are not there yet, the innermost first."""
    missing: list[Path] = []
    for one in (folder, *folder.parents):
        with _named(folder):
            if one.is_dir():
                return missing
            if one.exists():
                raise FileTrouble(Trouble.NO_FOLDER, str(one))
        missing.append(one)
    raise FileTrouble(Trouble.ABSENT, str(folder))


def _unmake(folders: list[Path]) -> None:
    """Remove folders that were made for nothing; one that holds something stays."""
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


def _check(stop: Callable[[], bool]) -> None:
    if stop():
        raise Cancelled


def _inside(folder: Path, name: str) -> Path:
    """Return the file's place; a name that leads out of the folder is our own bug, and refused."""
    path = PurePosixPath(name)
    if path.is_absolute() or len(path.parts) != 1 or ".." in path.parts or "\\" in name or ":" in name:
        raise ValueError(f"not a plain file name: {name!r}")
    return folder / name


def _written(place: Path, data: bytes) -> Path:
    """Write the data to a temporary file beside its place, safe on the disk, and return its path."""
    if place.is_dir():
        raise FileTrouble(Trouble.DENIED, str(place))
    handle, name = tempfile.mkstemp(prefix=FRESH, dir=place.parent)
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        made.chmod(0o644)  # mkstemp's files are for their owner alone; these are to be read by others
    except BaseException:
        with suppress(OSError):
            made.unlink(missing_ok=True)
        raise
    return made


def _sync_folder(folder: Path) -> None:
    """Make the renames last through a power cut where the system lets a folder be flushed (not Windows)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _named(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise file_trouble(error, place) from error
