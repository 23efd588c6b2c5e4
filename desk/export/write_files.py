"""Export: finished files onto the disk, each one whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from desk.cancel import never
from desk.edition.edition import Edition
from desk.edition.file_names import Format, target
from desk.errors import Cancelled, FileTrouble, Trouble
from desk.os_errors import file_trouble, kind_of

_TEMPORARY = ".ban-tin-"


def look(folder: Path) -> None:
    """Try, before anything is made, whether files can be written into a folder; nothing of it is left behind.

    FileTrouble names the folder: there is none (ABSENT, NO_FOLDER), or it takes nothing (DENIED, READONLY, FULL).
    """
    missing = _missing(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        Path(tempfile.mkdtemp(prefix=_TEMPORARY, dir=folder)).rmdir()
    except OSError as error:
        kind = kind_of(
            error
        )  # what lies above is there: a system that finds nothing there lets nobody make it
        raise FileTrouble(Trouble.DENIED if kind is Trouble.ABSENT else kind, str(folder)) from error
    finally:
        _unmake(missing)


def take_away(folder: Path) -> None:
    """Remove a folder that an export wrote and that nobody wants any more; FileTrouble names what resists."""
    with _told(folder):
        shutil.rmtree(folder)


def write_files(
    files: Mapping[str, bytes], folder: Path, *, stop: Callable[[], bool] = never
) -> tuple[Path, ...]:
    """Write the files into the folder and return their paths.

    Everything is first written beside its place and flushed, then renamed, so that a reader never meets half
    a file. `stop` is asked before every file: Cancelled leaves the folder as it was. FileTrouble names the
    file that could not be written.
    """
    pending: list[tuple[Path, Path]] = []
    try:
        with _told(folder):
            folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            _check(stop)
            place = _inside(folder, name)
            with _told(place):
                pending.append((_written(place, data), place))
        _check(stop)
        for made, place in pending:
            with _told(place):
                made.replace(place)
        _sync_folder(folder)
    finally:
        for made, _ in pending:
            with suppress(OSError):
                made.unlink(missing_ok=True)
    return tuple(place for _, place in pending)


def write_folder(files: Mapping[str, bytes], folder: Path, *, stop: Callable[[], bool] = never) -> Path:
    """Write the files as a folder that replaces an older one of that name as a whole."""
    parent = folder.parent
    with _told(parent):
        parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=_TEMPORARY, dir=parent))
    old = fresh.with_name(f"{fresh.name}-cu")
    try:
        write_files(files, fresh, stop=stop)
        _check(stop)
        with _told(folder):
            fresh.chmod(0o755)
            if folder.exists():
                folder.replace(old)
            try:
                fresh.replace(folder)
            except OSError:
                if old.exists():
                    old.replace(folder)
                raise
        _sync_folder(parent)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
    return folder


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


def export(
    edition: Edition,
    made: Mapping[Format, bytes | Mapping[str, bytes]],
    folder: Path,
    *,
    stop: Callable[[], bool] = never,
) -> tuple[Path, ...]:
    """Write what was made of the edition under its proper names; return the files and folders written."""
    singles = {target(edition, kind): data for kind, data in made.items() if isinstance(data, bytes)}
    written = list(write_files(singles, folder, stop=stop))
    for kind, data in made.items():
        if not isinstance(data, bytes):
            written.append(write_folder(data, folder / target(edition, kind), stop=stop))
    return tuple(written)


def _new_folder(files: Mapping[str, bytes], parent: Path, name: str, stop: Callable[[], bool]) -> Path:
    with _told(parent):
        parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=_TEMPORARY, dir=parent))
    try:
        for path, data in files.items():
            _check(stop)
            *folders, last = path.split("/")
            place = fresh
            for part in folders:
                place = _inside(place, part)
            with _told(parent / name / path):
                place.mkdir(parents=True, exist_ok=True)
                made = _written(_inside(place, last), data)
                made.replace(place / last)
        _check(stop)
        fresh.chmod(0o755)
        for turn in range(1, 1000):
            target = parent / (name if turn == 1 else f"{name}_lan-{turn}")
            if target.exists():
                continue
            with _told(target):
                fresh.replace(target)
            _sync_folder(parent)
            return target
        raise FileTrouble(Trouble.DENIED, str(parent / name))
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _missing(folder: Path) -> list[Path]:
    """Return the folders on the way to this one that are not there yet, the innermost first."""
    missing: list[Path] = []
    for one in (folder, *folder.parents):
        with _told(folder):
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
    handle, name = tempfile.mkstemp(prefix=_TEMPORARY, dir=place.parent)
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
def _told(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise file_trouble(error, place) from error
