"""The restore that the program tries by itself."""

from __future__ import annotations

import errno
import os
from datetime import timedelta
from pathlib import Path

import pytest

from desk import clock
from desk.acts import journal
from desk.acts.backup_details import RestoreTried
from desk.acts.journal import JournalQuery
from desk.acts.rules import Act
from desk.errors import Cancelled, FileTrouble
from desk.integrity import database
from desk.safety import backups, trial
from desk.safety.backups import listed, make
from desk.safety.facts import Reason
from tests.making import Cast, article


def test_the_newest_backup_is_tried_and_what_came_of_it_is_kept(cast: Cast) -> None:
    article(cast)
    make(cast.path, Reason.INTERVAL)
    tried = trial.try_restore(cast.path)
    assert tried is not None
    assert tried.trial.faults == ()
    (backup,) = listed(cast.path)
    assert backup.facts is not None
    assert backup.facts.tried is not None
    assert abs(backup.facts.tried.at - tried.trial.at) < timedelta(seconds=1)
    assert backups.prove(backup) is backups.Proof.PROVEN
    assert trial.last_tried() is None
    trial.write_down(tried)
    assert trial.last_tried() is not None
    (entry,) = journal.entries(JournalQuery(act=Act.TRY_RESTORE))
    assert (entry.person, entry.person_id, entry.title) == ("Chương trình", 0, backup.name)
    assert entry.read(RestoreTried) == RestoreTried(backup.name, clock.stamp(backup.made), 0)
    assert database.check() == []


def test_without_a_backup_there_is_nothing_to_try(cast: Cast) -> None:
    assert trial.try_restore(cast.path) is None


def test_a_backup_that_does_not_come_back_is_said(cast: Cast) -> None:
    backup = make(cast.path, Reason.INTERVAL).backup
    with backup.path.open("r+b") as file:
        file.seek(9000)
        file.write(b"hong")
    tried = trial.try_restore(cast.path)
    assert tried is not None
    assert tried.trial.faults == ("TAMPERED",)
    trial.write_down(tried)
    (entry,) = journal.entries(JournalQuery(act=Act.TRY_RESTORE))
    assert entry.detail["backup_faults"] == 1


def test_a_full_temporary_folder_says_nothing_of_the_backup(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(cast.path, Reason.INTERVAL)

    def full(source: Path, part: Path, **_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(backups, "copy_bytes", full)
    with pytest.raises(FileTrouble):
        trial.try_restore(cast.path)
    assert listed(cast.path)[0].facts == backups.read(listed(cast.path)[0].path).facts


def test_it_can_be_stopped(cast: Cast) -> None:
    make(cast.path, Reason.INTERVAL)
    with pytest.raises(Cancelled):
        trial.try_restore(cast.path, stop=lambda: True)
