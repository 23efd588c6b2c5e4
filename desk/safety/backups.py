"""Backups: made of the desk as of one moment, opened and checked before they have their name, listed, thinned out."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from desk import clock
from desk.acts import journal
from desk.cancel import never
from desk.database import connection, copies, engine, migrations, store
from desk.database.copies import FileFacts
from desk.errors import Cancelled, DeskError, FileTrouble, Trouble
from desk.integrity import database
from desk.os_errors import file_trouble, rename
from desk.safety import keeping
from desk.safety.facts import FOLDER, Backup, Facts, Names, Reason, note_of, part_of, read_facts, written
from desk.safety.keeping import Dated

log = logging.getLogger(__name__)
_WAIT = 60.0  # seconds for another program that makes a backup of the same desk
_FAULTS = 20  # so many are kept beside a backup
_CHUNK = 1 << 20
_OLD = 3600.0  # seconds after which nobody copies it any more: others may write into the second place


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made; `second` says why it did not come to the second place as well."""

    backup: Backup
    second: DeskError | None = None


class Proof(Enum):
    """Whether a backup is what was made, compared byte for byte."""

    PROVEN = auto()
    FAULTY = auto()  # it is, and had faults already when it was made
    TAMPERED = auto()
    UNKNOWN = auto()  # nothing beside it says what it should be


def make(
    desk: Path,
    why: Reason,
    *,
    folder: Path | None = None,
    second: str = "",
    stop: Callable[[], bool] = never,
) -> Made:
    """Make a backup of a desk, open somewhere or not, and copy it to the second place; for a process of its own.

    It goes into `folder`, None for the first place, which alone is thinned out. Nothing half-made ever has a good
    name. FileTrouble says what refused, Cancelled that it was stopped.
    """
    names = Names.of(desk, folder)
    with _os_errors(names.folder):
        names.folder.mkdir(parents=True, exist_ok=True)
    with store.held(names.folder / desk.stem, _WAIT):
        with _os_errors(names.folder):
            _remove(names.leftovers())
        path = _made(desk, names, why, stop)
        backup = names.read(path)
        if folder is None:
            thin_out(names, backup)
    log.info("backup %s (%s)", path.name, why.value)
    failed = None
    if second:
        try:
            copy_to(backup, Names.of(desk, Path(second)), stop=stop)
        except Cancelled:
            raise
        except DeskError as error:  # the first place has it: a full or absent disk is said, no more
            log.warning("the second place failed: %r", error)
            failed = error
    return Made(backup, failed)


def before_upgrade(desk: Path) -> None:
    """Make a backup of an older desk that is about to be brought up to date; what it raises stops that."""
    make(desk, Reason.UPGRADE)


def listed(desk: Path, second: str = "") -> list[Backup]:
    """Return the backups in both places, newest first; what cannot be read is left out. No desk need be there."""
    places = [(Names.of(desk), False)]
    if second and Path(second) != first_place(desk):
        places.append((Names.of(desk, Path(second)), True))
    found: list[Backup] = []
    for names, elsewhere in places:
        with contextlib.suppress(OSError):
            for path in names.there():
                with contextlib.suppress(OSError):
                    found.append(names.read(path, second=elsewhere))
    return sorted(found, key=lambda one: (one.made, one.name, not one.second), reverse=True)


def newest(desk: Path) -> Backup | None:
    """Return the newest backup of the first place that can be relied on."""
    return next((one for one in listed(desk) if one.good), None)


def changed_since(backup: Backup | None, now: FileFacts) -> bool:
    """Say whether something was done or typed that a backup does not have."""
    if backup is None or backup.facts is None:
        return now.entry.number > 0
    before = backup.facts.of
    return (before.entry.hash, before.drafts) != (now.entry.hash, now.drafts)


def prove(backup: Backup, *, stop: Callable[[], bool] = never) -> Proof:
    """Compare a backup with what is kept beside it; FileTrouble when it cannot be read."""
    if backup.facts is None:
        return Proof.UNKNOWN
    if digest(backup.path, stop=stop) != backup.facts.sha256:
        return Proof.TAMPERED
    return Proof.FAULTY if backup.facts.faults else Proof.PROVEN


def read(path: Path) -> Backup:
    """Return what is known of a backup, wherever it lies, whatever its name; FileTrouble if it is not there."""
    with _os_errors(path):
        size = path.stat().st_size
    facts = read_facts(path)
    return Backup(path, facts.made if facts else clock.now(), size, facts=facts)


def keep_facts(path: Path, facts: Facts) -> None:
    """Keep facts beside a backup, whole or not at all; FileTrouble when that cannot be."""
    note = note_of(path)
    part = part_of(note)
    with _os_errors(note):
        try:
            part.write_text(written(facts), encoding="utf-8")
            copies.flush(part)
            rename(part, note)
            copies.flush_folder(note.parent)  # a disk keeps names in any order: the facts first
        finally:
            part.unlink(missing_ok=True)


def copy_to(backup: Backup, names: Names, *, stop: Callable[[], bool] = never) -> Path:
    """Copy a backup to another place, read it again there, and give it its name; FileTrouble says what refused."""
    assert backup.facts is not None
    target = names.folder / backup.name
    with _os_errors(names.folder):
        if not names.folder.is_dir():
            raise FileTrouble(Trouble.ABSENT, str(names.folder))
        if names.folder == backup.path.parent:
            return backup.path
        mine = [one for one in _of_desk(names, backup.facts.of.desk) if one.name == backup.name]
        if mine and mine[0].good:
            return target
        _remove([one for one in names.leftovers() if time.time() - one.stat().st_mtime > _OLD])
        if target.exists():  # another desk's, on a disk that several share
            target = names.free(backup.made)
    copy_proven(backup.path, target, backup.facts, stop=stop)
    with _os_errors(names.folder):
        _thin(_of_desk(names, backup.facts.of.desk), target)
    return target


def copy_proven(source: Path, target: Path, facts: Facts, *, stop: Callable[[], bool] = never) -> None:
    """Copy a backup and its facts under a new name; the copy is flushed and read again before it has it."""
    part = part_of(target)
    with _os_errors(target):
        try:
            copy_bytes(source, part, stop=stop)
            if digest(part, stop=stop) != facts.sha256:
                raise FileTrouble(Trouble.IO, str(target))
            keep_facts(target, facts)
            rename(part, target)
            copies.flush_folder(target.parent)
        finally:
            _remove([part])


def copy_bytes(source: Path, part: Path, *, stop: Callable[[], bool] = never) -> None:
    """Copy a file's bytes and have the disk write them; OSError when it refuses."""
    with source.open("rb") as from_, part.open("wb") as to:
        while data := from_.read(_CHUNK):
            if stop():
                raise Cancelled
            to.write(data)
    copies.flush(part)


def digest(path: Path, *, stop: Callable[[], bool] = never) -> str:
    """Return the SHA-256 of a file's bytes; FileTrouble when it cannot be read."""
    made = hashlib.sha256()
    with _os_errors(path), path.open("rb") as file:
        while data := file.read(_CHUNK):
            if stop():
                raise Cancelled
            made.update(data)
    return made.hexdigest()


def faults(path: Path, *, stop: Callable[[], bool] = never) -> tuple[str, ...]:
    """Check what is in a desk's file that nobody else has open; () when it is sound.

    A file of this program's schema is checked as a file, in its journal and its texts, an older one as a file, in its
    keys and its journal.
    """
    version = copies.facts(path).schema
    with store.beside(), connection.stoppable(stop):
        if version == migrations.CURRENT:
            found = [
                f"{one.finding.name} {one.where} {one.detail}".strip() for one in database.check_copy(path)
            ]
        else:
            store.open_file(path, readonly=True)
            broken = [f"FOREIGN_KEY {one.table} {one.row}" for one in engine.broken_references()]
            chain = [f"JOURNAL {one.entry} {one.fault.name}" for one in journal.check()]
            found = [*(f"FILE {line}" for line in engine.damage()), *broken, *chain]
    return tuple(found[:_FAULTS])


def thin_out(names: Names, just_made: Backup) -> None:
    """Remove the backups that the rule of keeping does not want; what cannot be removed stays."""
    _thin([names.read(path) for path in names.there()], just_made.path)


# -- its steps ---------------------------------------------------------------------------------------------


def _made(desk: Path, names: Names, why: Reason, stop: Callable[[], bool]) -> Path:
    made = clock.now()
    path = names.free(made)
    part = part_of(path)
    try:
        copies.copy_into(desk, part, stop=stop)
        with _os_errors(path), ThreadPoolExecutor(1) as beside:
            written_out = beside.submit(_flushed, part, stop)
            found = faults(part, stop=stop)
            facts = Facts(written_out.result(), part.stat().st_size, made, why, copies.facts(part), found)
            if stop():
                raise Cancelled
            keep_facts(path, facts)
            rename(part, path)
            copies.flush_folder(path.parent)
    finally:
        _remove([part, *(part.with_name(part.name + end) for end in ("-wal", "-shm", "-journal", ".lock"))])
    return path


def _flushed(part: Path, stop: Callable[[], bool]) -> str:
    """Have the disk write a file, and return the SHA-256 of its bytes."""
    copies.flush(part)
    return digest(part, stop=stop)


def _of_desk(names: Names, uid: str) -> list[Backup]:
    found = [names.read(path, second=True) for path in names.there()]
    return [one for one in found if one.facts is not None and one.facts.of.desk == uid]


def _thin(backups: list[Backup], just_made: Path) -> None:
    dated = [Dated(one.path, one.made, one.good) for one in backups if one.facts is not None]
    stay = keeping.kept(dated)
    gone = [one.what for one in dated if one.what not in stay and one.what != just_made]
    _remove([*gone, *(note_of(path) for path in gone)])


def _remove(paths: list[Path]) -> None:
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:  # a scanner has it open: next time
            log.warning("cannot remove %s: %s", path, error)


@contextlib.contextmanager
def _os_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise file_trouble(error, Path(error.filename) if error.filename else path) from error


def first_place(desk: Path) -> Path:
    """Return the folder of a desk's backups beside it."""
    return desk.parent / FOLDER
