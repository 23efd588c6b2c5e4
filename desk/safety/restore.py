"""A desk restored from a backup, and a look into a backup: without any working file.

What lies where the desk shall be is moved aside, never overwritten; the backup is proven before anything is moved.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desk import clock
from desk.acts import gate, journal
from desk.acts.backup_details import BackupRestored
from desk.acts.journal import JournalEntry, JournalQuery
from desk.acts.rules import Act, IssueState
from desk.cancel import never
from desk.database import connection, copies, migrations, store
from desk.database.article_tables import Article
from desk.database.connection import rows
from desk.database.copies import FileFacts
from desk.database.issue_tables import Issue
from desk.department import people
from desk.errors import BackupFault, BadBackup, Cancelled, DeskError, FileTrouble, Trouble
from desk.os_errors import file_trouble, rename
from desk.safety import backups
from desk.safety.backups import Proof
from desk.safety.facts import Backup, Reason, part_of
from desk.temporary_folders import HeldFolder

log = logging.getLogger(__name__)
_ACTS, _TITLES = 50, 50
_BESIDE = ("", "-wal", "-shm")  # a desk's file and what the engine keeps beside it


@dataclass(frozen=True, slots=True)
class IssueInside:
    """An issue that stands in a backup."""

    name: str
    theme: str
    state: IssueState


@dataclass(frozen=True, slots=True)
class Inside:
    """What is in a backup: the last acts, the issues, the titles changed last; the newest first."""

    acts: tuple[JournalEntry, ...]
    issues: tuple[IssueInside, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: where the file that lay there is now (None: there was none), of when the desk is."""

    aside: Path | None
    of: FileFacts


def look_inside(path: Path) -> Inside:
    """Read what is in a backup, without changing it; for a process of its own, or while no desk is open."""
    with _readable(path) as readable, store.beside():
        store.open_file(readable, readonly=True)
        with connection.trouble(path):
            return _inside()


def standing(backup: Backup, desk: Path) -> BackupFault | None:
    """Say what stands against restoring a backup in place of a desk, by their facts alone; None when nothing does.

    NOT_KNOWN is a question for a person. A newer file is FileTrouble.
    """
    uid = _facts(backup).desk
    there = _uid_of(desk)
    if there is not None:
        return None if there in ("", uid) else BackupFault.OTHER_DESK
    known = {one.facts.of.desk for one in backups.listed(desk) if one.facts is not None}
    return None if not known or uid in known else BackupFault.NOT_KNOWN


def restore(
    path: Path,
    desk: Path,
    *,
    by: str = "",
    other: bool = False,
    second: str = "",
    stop: Callable[[], bool] = never,
) -> Restored:
    """Restore a desk from a backup; the act is journaled in it, as done by the person `by` where the desk knows them.

    `other`: a person said that it may be another desk's; that counts only where no working desk lies. BadBackup and
    FileTrouble say why it is refused: tampered, another desk's, newer, or open in another program (LOCKED).
    """
    backup = backups.read(path)
    _must_be_sound(backup, stop)
    with _os_errors(desk.parent):
        desk.parent.mkdir(parents=True, exist_ok=True)
    with store.held(desk):
        fault = standing(backup, desk)
        if fault is not None and not (other and fault is BackupFault.NOT_KNOWN):
            raise BadBackup(fault, backup.name)
        part = part_of(desk.with_name(f"{desk.name}.phuc-hoi"))
        with _os_errors(desk):
            try:
                backups.copy_bytes(path, part, stop=stop)
                if backup.facts is not None and backups.digest(part) != backup.facts.sha256:
                    raise BadBackup(BackupFault.TAMPERED, backup.name)
                _secure(desk, second, stop)  # which may thin out the backup: it is copied by now
                aside = _move_aside(desk)
                rename(part, desk)
                copies.flush_folder(desk.parent)
            finally:
                part.unlink(missing_ok=True)
    _journal(desk, backup, by)
    return Restored(aside, _facts(backup))


# -- its steps ---------------------------------------------------------------------------------------------


def _must_be_sound(backup: Backup, stop: Callable[[], bool]) -> None:
    """Refuse what is not what was made; where nothing says what it should be, what is in it must be sound."""
    of = _facts(backup)
    if of.schema > migrations.CURRENT:
        raise FileTrouble(Trouble.NEWER, str(backup.path))
    proof = backups.prove(backup, stop=stop)
    if proof is Proof.TAMPERED:
        raise BadBackup(BackupFault.TAMPERED, backup.name)
    if proof is Proof.UNKNOWN and backups.faults(backup.path, stop=stop):
        raise BadBackup(BackupFault.UNSOUND, backup.name)


def _secure(desk: Path, second: str, stop: Callable[[], bool]) -> None:
    """Make a backup of what lies there, if it is still a desk: where it is not, it is only moved aside."""
    try:
        if desk.exists():
            backups.make(desk, Reason.RESTORE, second=second, stop=stop)
    except Cancelled:
        raise
    except DeskError as error:
        log.warning("no backup before the restore: %r", error)


def _facts(backup: Backup) -> FileFacts:
    return backup.facts.of if backup.facts is not None else copies.facts(backup.path)


def _uid_of(desk: Path) -> str | None:
    """Return whose desk lies there; None where none does that could be read."""
    try:
        return copies.facts(desk).desk
    except FileTrouble as error:
        if error.kind is Trouble.NEWER:
            raise
        return None


def _move_aside(desk: Path) -> Path | None:
    """Move what lies there, its log with it, to a name that is free; None when there is nothing."""
    if not any(desk.with_name(desk.name + end).exists() for end in _BESIDE):
        return None
    first = f"{desk.stem}-truoc-khi-phuc-hoi-{clock.local(clock.now()):%Y-%m-%dT%H-%M-%S}"
    aside, number = desk.with_name(f"{first}.sqlite"), 1
    while any(aside.with_name(aside.name + end).exists() for end in _BESIDE):
        number += 1
        aside = desk.with_name(f"{first}-{number}.sqlite")
    for end in _BESIDE:
        from_ = desk.with_name(desk.name + end)
        if from_.exists():
            rename(from_, aside.with_name(aside.name + end))
    return aside


def _journal(desk: Path, backup: Backup, by: str) -> None:
    detail = BackupRestored(backup.name, clock.stamp(backup.made))
    with store.beside():
        store.open_file(desk, secure=lambda _: None)  # it lies in the backup as it was
        with connection.trouble(desk):
            try:
                who = people.by_name(by).id
                with gate.deciding(who, Act.RESTORE_DESK) as doing:
                    doing.detail, doing.title = detail, backup.name
            except DeskError:  # nobody of this desk, or they may not do it: somebody at the machine did
                with gate.of_the_program(Act.RESTORE_DESK) as doing:
                    doing.detail, doing.title, doing.note = detail, backup.name, by


@contextmanager
def _readable(path: Path) -> Iterator[Path]:
    """Give a file that this program can read: of an older schema, a copy that was brought up to date."""
    if copies.facts(path).schema == migrations.CURRENT:
        yield path
        return
    with HeldFolder() as folder:
        copy = Path(folder) / path.name
        with _os_errors(copy):
            shutil.copyfile(path, copy)
        with store.beside():
            store.open_file(copy, secure=lambda _: None)
        yield copy


def _inside() -> Inside:
    newest = Article.select(Article.title).order_by(Article.touched.desc()).limit(_TITLES)
    issues = Issue.select(Issue.number, Issue.year, Issue.theme, Issue.state)
    return Inside(
        acts=tuple(journal.entries(JournalQuery(), limit=_ACTS)),
        issues=tuple(
            IssueInside(f"{number}/{year}", theme, IssueState(state))
            for number, year, theme, state in rows(
                issues.order_by(Issue.year.desc(), Issue.month.desc(), Issue.id.desc())
            )
        ),
        titles=tuple(title for (title,) in rows(newest)),
    )


@contextmanager
def _os_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise file_trouble(error, Path(error.filename) if error.filename else path) from error
