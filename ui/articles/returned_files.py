"""Files that came back: opened in a thread, known again by the desk, read in another process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk.circulation import by_code, outgoing, receiving
from desk.circulation.receiving import Base, ReturnedFile
from desk.circulation.recognise import stamp_in
from desk.errors import BadIntake, IntakeFault
from desk.os_errors import file_size, file_trouble
from desk.text.stamp import Stamp

_MOST = 100 * 2**20  # bytes


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file's bytes and what it says of itself."""

    name: str
    data: bytes
    stamp: Stamp | None


def opened(path: Path) -> OpenedFile:
    """Read a file; FileTrouble says why it cannot be. Touches no widget: for a thread."""
    try:
        if file_size(path) > _MOST:
            raise BadIntake(IntakeFault.TOO_HEAVY, path.name)
        data = path.read_bytes()
    except OSError as error:
        raise file_trouble(error, path) from error
    return OpenedFile(path.name, data, stamp_in(data, path.name))


def stamped(paths: Sequence[Path]) -> dict[Path, Stamp]:
    """Return the files that say of which article they are; what cannot be read is somebody else's to say."""
    found = {}
    for path in paths:
        try:
            if path.suffix.lower() in (".docx", ".docm") and path.stat().st_size <= _MOST:
                stamp = stamp_in(path.read_bytes(), path.name)
                if stamp is not None:
                    found[path] = stamp
        except OSError:
            continue
    return found


def ours(found: Mapping[Path, Stamp]) -> list[Path]:
    """Return those of the files that are of articles of this desk; asked of the desk."""
    desk = outgoing.desk()
    return [
        path
        for path, stamp in found.items()
        if stamp.is_of(desk) or (not stamp.article and by_code.starting(stamp.sha256) is not None)
    ]


def base(who: int, file: OpenedFile, article_id: int) -> Base:
    """Find what a file was made of; asked of the desk."""
    return receiving.base(who, file.stamp, file.name, article_id)


def read(found: Base, file: OpenedFile) -> ReturnedFile:
    """Hold a file against what it was made of; for a process of its own."""
    return receiving.read(found, file.data, file.name)
