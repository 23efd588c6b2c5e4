"""The restore that the program tries by itself every month: into a temporary folder, and checked there."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desk import clock
from desk.acts import gate, journal
from desk.acts.backup_details import RestoreTried
from desk.acts.gate import Changes
from desk.acts.journal import JournalQuery
from desk.acts.rules import Act
from desk.cancel import never
from desk.database import store
from desk.errors import Cancelled, DeskError, FileTrouble, Trouble
from desk.safety import backups
from desk.safety.backups import Proof
from desk.safety.facts import Backup, Trial
from desk.temporary_folders import HeldFolder


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a restore that was tried."""

    backup: Backup
    trial: Trial


def last_tried() -> datetime | None:
    """Return when a restore was tried last, by the journal of the open desk."""
    found = journal.entries(JournalQuery(act=Act.TRY_RESTORE), limit=1)
    return found[0].at if found else None


def try_restore(desk: Path, *, stop: Callable[[], bool] = never) -> Tried | None:
    """Restore the newest backup into a temporary folder, open it there to work on it, and check it.

    What was found is kept beside the backup; None where there is no backup. For a process of its own.
    """
    backup = backups.newest(desk)
    if backup is None or backup.facts is None:
        return None
    found: tuple[str, ...]
    try:
        found = _faults(backup, desk.name, stop)
    except Cancelled:
        raise
    except FileTrouble as error:
        if error.kind is Trouble.FULL:
            raise  # of the temporary folder: it says nothing of the backup
        found = (f"{error.kind.name} {Path(error.path).name}",)
    trial = Trial(clock.now(), found)
    facts = dataclasses.replace(backup.facts, tried=trial)
    backups.keep_facts(backup.path, facts)
    return Tried(dataclasses.replace(backup, facts=facts), trial)


def write_down(tried: Tried) -> Changes:
    """Journal in the open desk, as an act of the program, what came of it."""
    with gate.of_the_program(Act.TRY_RESTORE) as doing:
        name, made = tried.backup.name, clock.stamp(tried.backup.made)
        doing.title, doing.detail = name, RestoreTried(name, made, len(tried.trial.faults))
    return Changes(act=Act.TRY_RESTORE)


def _faults(backup: Backup, name: str, stop: Callable[[], bool]) -> tuple[str, ...]:
    if backups.prove(backup, stop=stop) is Proof.TAMPERED:
        return ("TAMPERED",)
    assert backup.facts is not None
    with HeldFolder() as folder:
        place = Path(folder) / name
        backups.copy_proven(backup.path, place, backup.facts, stop=stop)
        try:
            with store.beside():
                store.open_file(place, secure=lambda _: None)
        except DeskError as error:
            if isinstance(error, FileTrouble):
                return (f"{error.kind.name} {name}",)
            raise
        return backups.faults(place, stop=stop)
