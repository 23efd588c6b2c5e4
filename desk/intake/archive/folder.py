"""The files of a real folder, found at once and read when they are needed."""

from __future__ import annotations

from pathlib import Path

from desk.errors import BadIntake, IntakeFault
from desk.intake import limits
from desk.intake.archive.names import plain_name
from desk.intake.archive.zip import natural_path
from desk.intake.members import Member, Unpacked, Unread, is_junk_name
from desk.os_errors import file_trouble


def members_in(folder: Path) -> Unpacked:
    """Return the files of a folder and of the folders in it, in the order of their names.

    Nothing that lies elsewhere is followed. BadIntake TOO_HEAVY: more than 2,000 files; FileTrouble: it cannot be
    read.
    """
    try:
        home = folder.resolve(strict=True)
        found: list[Member] = []
        unread: list[Unread] = []
        waiting = [(home, 0)]
        while waiting:
            here, depth = waiting.pop()
            for path in here.iterdir():
                name = plain_name(path.relative_to(home).as_posix())
                if is_junk_name(name):
                    continue
                if path.is_symlink() and not _stays(path, home):
                    unread.append(Unread(name, IntakeFault.UNKNOWN_KIND))
                elif path.is_dir():
                    if not path.is_symlink() and depth < limits.FOLDER_DEPTH:
                        waiting.append((path, depth + 1))
                elif path.is_file():
                    _take(path, name, found, unread)
                if len(found) + len(unread) > limits.PARTS:
                    raise BadIntake(IntakeFault.TOO_HEAVY, folder.name)
    except OSError as error:
        raise file_trouble(error, folder) from error
    return Unpacked(tuple(sorted(found, key=lambda one: natural_path(one.name))), tuple(unread))


def _take(path: Path, name: str, found: list[Member], unread: list[Unread]) -> None:
    size = path.stat().st_size
    if size > limits.FILE_BYTES:
        unread.append(Unread(name, IntakeFault.TOO_HEAVY))
    elif size:
        found.append(Member(name, path=path))


def _stays(path: Path, home: Path) -> bool:
    return path.resolve().is_relative_to(home)
