"""A desk restored from its backup: proven first, what lay there moved aside, journaled; refused where it must be."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from desk.acts import journal
from desk.acts.backup_details import BackupRestored
from desk.acts.journal import JournalQuery
from desk.acts.rules import Act, IssueState
from desk.articles import listing
from desk.articles.listing import ListQuery
from desk.database import copies, migrations, store
from desk.errors import BackupFault, BadBackup, Cancelled, FileTrouble, Trouble
from desk.integrity import database
from desk.safety import backups, restore
from desk.safety.backups import listed, make
from desk.safety.facts import Backup, Reason, note_of, read_facts
from tests.engine import damage_pages, make_newer, tamper
from tests.making import Cast, article, filled, words

FILES = Path(__file__).parents[2] / "files"
OLD = sorted(FILES.glob("desk-v*.sqlite"))


@pytest.fixture
def backup(cast: Cast) -> Backup:
    """A backup of a desk with one article; then a second article came, and the desk was closed."""
    article(cast, words("Trước"))
    made = make(cast.path, Reason.HAND).backup
    article(cast, words("Sau"))
    store.close_file()
    return made


def _titles(desk: Path) -> list[str]:
    store.open_file(desk)
    try:
        assert database.check() == []
        return [row.title for row in listing.listing(1, ListQuery()).rows]
    finally:
        store.close_file()


def _asides(desk: Path) -> list[Path]:
    return sorted(desk.parent.glob("desk-truoc-khi-phuc-hoi-*"))


def test_the_desk_is_as_it_was_and_what_lay_there_is_aside(cast: Cast, backup: Backup) -> None:
    done = restore.restore(backup.path, cast.path)
    assert _titles(cast.path) == ["Trước"]
    assert done.aside is not None
    assert _titles(done.aside) == ["Sau", "Trước"]
    assert done.of.articles == 1
    assert listed(cast.path)[-1].facts == backup.facts  # it is still there, as it was
    assert [one.facts.why for one in listed(cast.path) if one.facts] == [Reason.RESTORE, Reason.HAND]


def test_it_stands_in_the_journal_who_did_it(cast: Cast, backup: Backup) -> None:
    for by, name in (
        ("Quản Trị", "Quản Trị"),
        ("Lê Thị Viết", "Chương trình"),
        ("Người Lạ", "Chương trình"),
    ):
        restore.restore(backup.path, cast.path, by=by)
        store.open_file(cast.path)
        (entry,) = journal.entries(JournalQuery(act=Act.RESTORE_DESK))
        assert entry.person == name
        detail = entry.read(BackupRestored)
        assert detail is not None
        assert detail.name == backup.name
        assert database.check() == []
        store.close_file()


def test_without_a_working_file(cast: Cast, backup: Backup) -> None:
    for path in cast.path.parent.glob("desk.sqlite*"):
        path.unlink()
    assert restore.restore(backup.path, cast.path).aside is None
    assert _titles(cast.path) == ["Trước"]


def test_a_damaged_file_goes_aside_with_its_log(cast: Cast, backup: Backup) -> None:
    damaged = b"x" * 9000
    cast.path.write_bytes(damaged)
    cast.path.with_name("desk.sqlite-wal").write_bytes(b"log")
    done = restore.restore(backup.path, cast.path)
    assert _titles(cast.path) == ["Trước"]
    assert done.aside is not None
    assert done.aside.read_bytes() == damaged
    assert done.aside.with_name(done.aside.name + "-wal").exists()


def test_a_file_with_damaged_pages_goes_aside(cast: Cast, backup: Backup) -> None:
    damage_pages(cast.path)
    restore.restore(backup.path, cast.path)
    assert _titles(cast.path) == ["Trước"]
    assert len(_asides(cast.path)) == 1


def test_nothing_aside_is_ever_overwritten(cast: Cast, backup: Backup) -> None:
    for _ in range(3):
        restore.restore(backup.path, cast.path)
    assert len(_asides(cast.path)) == 3


def test_a_tampered_backup_is_refused(cast: Cast, backup: Backup) -> None:
    with backup.path.open("r+b") as file:
        file.seek(8000)
        file.write(b"x")
    before = cast.path.read_bytes()
    with pytest.raises(BadBackup) as refused:
        restore.restore(backup.path, cast.path)
    assert refused.value == BadBackup(BackupFault.TAMPERED, backup.name)
    assert cast.path.read_bytes() == before
    assert _asides(cast.path) == []


def test_a_backup_whose_facts_are_lost_must_be_sound(cast: Cast, backup: Backup) -> None:
    note_of(backup.path).unlink()
    restore.restore(backup.path, cast.path)
    assert _titles(cast.path) == ["Trước"]
    tamper(backup.path, "UPDATE journal SET note = 'khác' WHERE id = 2")
    with pytest.raises(BadBackup) as refused:
        restore.restore(backup.path, cast.path)
    assert refused.value.fault is BackupFault.UNSOUND


def _another(tmp_path: Path) -> Path:
    """Return a backup of another desk than that of the cast."""
    path = tmp_path / "bàn khác" / "desk.sqlite"
    path.parent.mkdir()
    shutil.copy(OLD[-1], path)
    return make(path, Reason.HAND).backup.path


def test_another_desks_backup_never_takes_the_place_of_a_working_desk(cast: Cast, tmp_path: Path) -> None:
    store.close_file()
    other = _another(tmp_path)
    for agreed in (False, True):
        with pytest.raises(BadBackup) as refused:
            restore.restore(other, cast.path, other=agreed)
        assert refused.value.fault is BackupFault.OTHER_DESK


def test_where_no_desk_lies_another_desks_backup_wants_a_word(
    cast: Cast, backup: Backup, tmp_path: Path
) -> None:
    other = _another(tmp_path)
    for path in cast.path.parent.glob("desk.sqlite*"):
        path.unlink()
    assert restore.standing(backups.read(other), cast.path) is BackupFault.NOT_KNOWN
    assert restore.standing(backup, cast.path) is None
    with pytest.raises(BadBackup) as refused:
        restore.restore(other, cast.path)
    assert refused.value.fault is BackupFault.NOT_KNOWN
    restore.restore(other, cast.path, other=True)
    assert len(_titles(cast.path)) == 3


def test_on_an_empty_machine_any_backup_may_come_back(tmp_path: Path) -> None:
    desk = tmp_path / "máy mới" / "desk.sqlite"
    restore.restore(_another(tmp_path), desk)
    assert len(_titles(desk)) == 3


def test_a_desk_that_nobody_founded_stands_in_no_ones_way(tmp_path: Path) -> None:
    desk = tmp_path / "máy mới" / "desk.sqlite"
    store.create(desk)
    restore.restore(_another(tmp_path), desk)
    assert len(_titles(desk)) == 3


def test_a_newer_backup_is_refused(cast: Cast, backup: Backup) -> None:
    note = note_of(backup.path)
    text = note.read_text(encoding="utf-8")
    note.write_text(text.replace(f'"schema": {migrations.CURRENT}', '"schema": 99'), encoding="utf-8")
    with pytest.raises(FileTrouble) as refused:
        restore.restore(backup.path, cast.path)
    assert refused.value.kind is Trouble.NEWER
    note.unlink()
    make_newer(backup.path)
    with pytest.raises(FileTrouble) as refused:
        restore.restore(backup.path, cast.path)
    assert refused.value.kind is Trouble.NEWER


def test_a_desk_that_another_program_has_open_is_refused(cast: Cast, backup: Backup) -> None:
    store.open_file(cast.path)
    with pytest.raises(FileTrouble) as refused:
        restore.restore(backup.path, cast.path)
    assert refused.value.kind is Trouble.LOCKED
    assert _asides(cast.path) == []


@pytest.mark.parametrize("step", ["copy_bytes", "digest"])
def test_where_the_disk_refuses_the_desk_stays_where_it_is(
    cast: Cast, backup: Backup, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    real = getattr(backups, step)

    def refused(path: Path, *given: Path, **how: object) -> object:
        if step == "copy_bytes" or path != backup.path:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(path, *given, **how)

    monkeypatch.setattr(backups, step, refused)
    before = cast.path.read_bytes()
    with pytest.raises(FileTrouble) as full:
        restore.restore(backup.path, cast.path)
    assert full.value.kind is Trouble.FULL
    assert cast.path.read_bytes() == before
    assert [path.name for path in cast.path.parent.glob("*.part")] == []


def test_it_can_be_stopped_before_anything_is_moved(cast: Cast, backup: Backup) -> None:
    with pytest.raises(Cancelled):
        restore.restore(backup.path, cast.path, stop=lambda: True)
    assert _titles(cast.path) == ["Sau", "Trước"]


def test_the_backup_comes_back_even_when_it_is_thinned_out_meanwhile(
    cast: Cast, backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    def thinned(*_: object) -> None:
        backup.path.unlink()

    monkeypatch.setattr(backups, "thin_out", thinned)
    restore.restore(backup.path, cast.path)
    assert _titles(cast.path) == ["Trước"]


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_a_backup_of_every_released_schema_comes_back(old: Path, tmp_path: Path) -> None:
    there, desk = tmp_path / "cũ" / "desk.sqlite", tmp_path / "mới" / "desk.sqlite"
    there.parent.mkdir()
    shutil.copy(old, there)
    backup = make(there, Reason.HAND).backup
    assert len(restore.look_inside(backup.path).titles) == copies.facts(old).articles
    facts = read_facts(backup.path)
    assert facts is not None
    assert backups.digest(backup.path) == facts.sha256  # a look changes nothing
    restore.restore(backup.path, desk)
    assert len(_titles(desk)) == 3


def test_a_look_inside_says_what_was_done_last_and_what_is_there(cast: Cast) -> None:
    filled(cast, "Bài một", "Bài hai")
    backup = make(cast.path, Reason.HAND).backup
    article(cast, words("Sau đó"))
    found = restore.look_inside(backup.path)
    assert found.acts[0].act is Act.PLACE
    assert [(one.name, one.state) for one in found.issues] == [("4/2019", IssueState.OPEN)]
    assert found.titles == ("Bài hai", "Bài một")
    assert copies.open_facts().articles == 3  # the desk at work is open as it was
