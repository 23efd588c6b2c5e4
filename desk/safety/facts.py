"""What is known of a backup without opening it: its name, and the facts kept in a small file beside it."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

from desk import clock
from desk.database.copies import FileFacts, LastEntry

FOLDER = "sao-luu"  # beside the desk's file
_ENDING, _NOTE, _PART = ".sqlite", ".json", ".part"
_MOMENT = "%Y-%m-%dT%H-%M-%S"
_NAMED = re.compile(r"(?P<stem>.+)-(?P<moment>\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)(?:-(?P<again>\d+))?")
_HALF = re.compile(r"(\.sqlite|\.json)\.part(-wal|-shm|-journal|\.lock)?$")


class Reason(Enum):
    """Why a backup was made."""

    CLOSE = "close"
    INTERVAL = "interval"
    RELEASE = "release"
    UPGRADE = "upgrade"
    RESTORE = "restore"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Trial:
    """A restore into a temporary folder, to see that it can be done: when, and what was found wrong."""

    at: datetime
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What is kept beside a backup; `faults` were in the desk already when it was made."""

    sha256: str
    size: int
    made: datetime
    why: Reason
    of: FileFacts
    faults: tuple[str, ...] = ()
    tried: Trial | None = None


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that lies in one of the places; `facts` is None where nothing readable is kept beside it."""

    path: Path
    made: datetime
    size: int  # of the file now
    second: bool = False  # it lies in the second place
    facts: Facts | None = None

    @property
    def name(self) -> str:
        """Return the file's name."""
        return self.path.name

    @property
    def good(self) -> bool:
        """Say whether it was sound when it was made, and has the size that it had then."""
        return self.facts is not None and not self.facts.faults and self.facts.size == self.size


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a desk's backups in a folder."""

    stem: str
    folder: Path = field(default_factory=Path)

    @classmethod
    def of(cls, desk: Path, folder: Path | None = None) -> Names:
        """Return the names for a desk's file; None is the first place, beside it."""
        return cls(desk.stem, folder or desk.parent / FOLDER)

    def free(self, made: datetime) -> Path:
        """Return the name of a backup made at a moment; none that exists."""
        first = f"{self.stem}-{clock.local(made):{_MOMENT}}"
        path, number = self.folder / f"{first}{_ENDING}", 1
        while path.exists() or note_of(path).exists():
            number += 1
            path = self.folder / f"{first}-{number}{_ENDING}"
        return path

    def there(self) -> list[Path]:
        """Return the files that are named as backups, newest first."""
        named = [path for path in self.folder.glob(f"*{_ENDING}") if self._moment(path) is not None]
        return sorted(named, key=lambda path: _order(path.stem), reverse=True)

    def read(self, path: Path, *, second: bool = False) -> Backup:
        """Return what is known of a backup; OSError when it went meanwhile."""
        facts, named = read_facts(path), self._moment(path)
        size = path.stat().st_size
        made = facts.made if facts else named or clock.now()
        return Backup(path, made, size, second, facts)

    def leftovers(self) -> list[Path]:
        """Return what was not finished: files without a good name, and notes of what is not there."""
        halves = [path for path in self.folder.glob(f"{self.stem}-*") if _HALF.search(path.name)]
        orphans = [
            note
            for note in self.folder.glob(f"{self.stem}-*{_ENDING}{_NOTE}")
            if not note.with_suffix("").exists() and _NAMED.fullmatch(note.with_suffix("").stem)
        ]
        return [*halves, *orphans]

    def _moment(self, path: Path) -> datetime | None:
        match = _NAMED.fullmatch(path.stem)
        if match is None or match["stem"] != self.stem:
            return None
        try:
            return datetime.strptime(match["moment"], _MOMENT).replace(tzinfo=clock.HANOI)
        except ValueError:
            return None


def _order(stem: str) -> tuple[str, int]:
    match = _NAMED.fullmatch(stem)
    assert match is not None
    return match["moment"], int(match["again"] or 1)


def note_of(path: Path) -> Path:
    """Return the file beside a backup that keeps its facts."""
    return path.with_name(path.name + _NOTE)


def part_of(path: Path) -> Path:
    """Return the name that a file has until it is whole."""
    return path.with_name(path.name + _PART)


def read_facts(path: Path) -> Facts | None:
    """Read what is kept beside a backup; None where there is nothing that could be read."""
    try:
        return _loaded(json.loads(note_of(path).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def written(facts: Facts) -> str:
    """Return facts as they are kept."""
    of = facts.of
    stored: dict[str, Any] = {
        "v": 1,
        "sha256": facts.sha256,
        "size": facts.size,
        "desk": of.desk,
        "schema": of.schema,
        "made": clock.stamp(facts.made),
        "why": facts.why.value,
        "entry": asdict(of.entry),
        "articles": of.articles,
        "issue": of.issue,
        "drafts": of.drafts,
        "faults": list(facts.faults),
    }
    if facts.tried is not None:
        stored["tried"] = {"at": clock.stamp(facts.tried.at), "faults": list(facts.tried.faults)}
    return json.dumps(stored, ensure_ascii=False, indent=1)


def _loaded(stored: dict[str, Any]) -> Facts:
    entry = {name: stored["entry"][name] for name in LastEntry.__match_args__}
    tried = stored.get("tried")
    return Facts(
        sha256=str(stored["sha256"]),
        size=int(stored["size"]),
        made=_moment(stored["made"]),
        why=Reason(stored["why"]),
        of=FileFacts(
            schema=int(stored["schema"]),
            desk=str(stored["desk"]),
            entry=LastEntry(**entry),
            articles=int(stored["articles"]),
            issue=str(stored["issue"]),
            drafts=str(stored["drafts"]),
        ),
        faults=tuple(str(one) for one in stored["faults"]),
        tried=None if tried is None else Trial(_moment(tried["at"]), tuple(map(str, tried["faults"]))),
    )


def _moment(stored: str) -> datetime:
    moment = clock.read_stamp(stored)
    return moment if moment.tzinfo else moment.replace(tzinfo=clock.HANOI)
