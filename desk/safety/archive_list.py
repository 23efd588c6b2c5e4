"""The list of an archive, kho.json: what it holds, each file with its SHA-256; by it the archive proves itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from desk.errors import ArchiveFault, BadArchive
from desk.os_errors import file_trouble
from desk.safety.new_folder import FileEntry

NAME = "kho.json"
SUM = "kho.json.sha256"
FORMAT = 1
_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ListedTable:
    """A table of the archive: the file of its lines, how many there are, its columns."""

    name: str
    file: str
    rows: int
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArchiveList:
    """What an archive holds; `scope` is a year or "" of everything."""

    scope: str
    schema: int
    made_at: str
    journal: tuple[int, str]
    numbers: dict[str, int]
    tables: tuple[ListedTable, ...]
    files: tuple[FileEntry, ...]
    format: int = FORMAT


def write(listed: ArchiveList) -> tuple[bytes, bytes]:
    """Return the list as it is stored, and the line that `sha256sum -c` proves it by."""
    data = json.dumps(asdict(listed), ensure_ascii=False, indent=1, sort_keys=True).encode("utf-8")
    return data, f"{sha256(data).hexdigest()}  {NAME}\n".encode()


def read(folder: Path) -> ArchiveList:
    """Read the list of an archive; BadArchive where there is none, or where it was changed."""
    data, summed = _bytes(folder, NAME), _bytes(folder, SUM)
    if summed.split()[:1] != [sha256(data).hexdigest().encode()]:
        raise BadArchive(ArchiveFault.CHANGED, NAME)
    try:
        told: dict[str, Any] = json.loads(data)
        entry, digest = told["journal"]
        return ArchiveList(
            scope=str(told["scope"]),
            schema=int(told["schema"]),
            made_at=str(told["made_at"]),
            journal=(int(entry), str(digest)),
            numbers={str(name): int(number) for name, number in told["numbers"].items()},
            tables=tuple(
                ListedTable(one["name"], one["file"], int(one["rows"]), tuple(one["columns"]))
                for one in told["tables"]
            ),
            files=tuple(
                FileEntry(_safe(one["path"]), one["sha256"], int(one["size"])) for one in told["files"]
            ),
            format=int(told["format"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise BadArchive(ArchiveFault.NONE, folder.name) from error


def prove(folder: Path, files: Sequence[FileEntry]) -> Iterator[int]:
    """Read every file of an archive, and yield how many are proven; BadArchive names the first that is not."""
    for at, entry in enumerate(files, 1):
        digest = sha256()
        try:
            with (folder / entry.path).open("rb") as file:
                while piece := file.read(_CHUNK):
                    digest.update(piece)
        except FileNotFoundError as error:
            raise BadArchive(ArchiveFault.GONE, entry.path) from error
        except OSError as error:
            raise file_trouble(error, folder / entry.path) from error
        if digest.hexdigest() != entry.sha256:
            raise BadArchive(ArchiveFault.CHANGED, entry.path)
        yield at


def _bytes(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BadArchive(ArchiveFault.NONE, folder.name) from error
    except OSError as error:
        raise file_trouble(error, folder / name) from error


def _safe(path: str) -> str:
    """Return a path that stays in the archive; ValueError for any other."""
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\\" in path or ":" in parts[0]:
        raise ValueError(path)
    return path
