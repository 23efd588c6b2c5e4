"""Backups: whole or not there, checked before they have a name, in two places, thinned out."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest

from desk import clock, os_errors
from desk.articles import drafts, listing
from desk.articles.listing import ListQuery
from desk.database import connection, copies, migrations, store
from desk.errors import Cancelled, FileTrouble, Trouble
from desk.integrity import database
from desk.safety import backups
from desk.safety.backups import Made, Proof, changed_since, listed, make, newest, prove
from desk.safety.facts import FOLDER, Backup, Names, Reason, note_of
from tests.engine import damage_pages, tamper
from tests.making import Cast, article, words

FILES = Path(__file__).parents[2] / "files"
OLD = set(FILES.glob("desk-v*.sqlite")) - {FILES / f"desk-v{migrations.CURRENT}.sqlite"}
AT = datetime(2026, 11, 30, 3, 47, 5, tzinfo=UTC)


def _at(moment: datetime) -> None:
    clock.set_clock(lambda: moment)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.suffix != ".lock")


def _refuse(number: int) -> Callable[..., None]:
    def refused(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return refused


def test_a_backup_of_a_desk_at_work_is_whole_and_says_what_it_is(cast: Cast) -> None:
    made = article(cast)
    _at(AT)
    backup = make(cast.path, Reason.HAND).backup
    assert backup.path == cast.path.parent / FOLDER / "desk-2026-11-30T10-47-05.sqlite"
    stored = json.loads(note_of(backup.path).read_text(encoding="utf-8"))
    assert stored["why"] == "hand"
    assert stored["entry"]["act"] == "create"
    assert stored["entry"]["person"] == "Lê Thị Viết"
    assert (stored["articles"], stored["issue"], stored["faults"]) == (1, "", [])
    assert stored["size"] == backup.path.stat().st_size
    assert prove(backup) is Proof.PROVEN
    assert listing.row(cast.writer, made).title == words().title  # the desk is open as it was
    store.close_file()
    store.open_file(backup.path)
    assert listing.row(cast.writer, made).title == words().title
    assert database.check() == []


def test_a_closed_desk_is_backed_up_too_and_stays_closed(desk_file: Path) -> None:
    backup = make(desk_file, Reason.HAND).backup
    assert backup.good
    assert connection.place() is None
    assert _names(desk_file.parent) == ["desk.sqlite", FOLDER]


def test_nothing_is_left_beside_a_backup(cast: Cast) -> None:
    _at(AT)
    backup = make(cast.path, Reason.HAND).backup
    assert _names(backup.path.parent) == [backup.name, note_of(backup.path).name]


def test_a_name_that_is_taken_is_left_alone(cast: Cast) -> None:
    _at(AT)
    taken = cast.path.parent / FOLDER / "desk-2026-11-30T10-47-05.sqlite"
    taken.parent.mkdir()
    taken.write_text("của ai đó", encoding="utf-8")
    assert make(cast.path, Reason.HAND).backup.name == "desk-2026-11-30T10-47-05-2.sqlite"
    assert taken.read_text(encoding="utf-8") == "của ai đó"


def test_a_file_where_the_folder_should_be_is_said(cast: Cast) -> None:
    (cast.path.parent / FOLDER).touch()
    with pytest.raises(FileTrouble) as refused:
        make(cast.path, Reason.HAND)
    assert refused.value.kind is Trouble.NO_FOLDER


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, Trouble.FULL), (errno.EROFS, Trouble.READONLY), (errno.ENOENT, Trouble.ABSENT)],
)
@pytest.mark.parametrize("step", ["copy_into", "flush"])
def test_a_place_that_refuses_leaves_nothing(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, number: int, kind: Trouble, step: str
) -> None:
    _at(AT)
    if step == "copy_into":  # after some of it was written
        whole = copies.copy_into

        def breaks(source: Path, part: Path, **how: Callable[[], bool]) -> None:
            whole(source, part, **how)
            with connection.trouble(part):
                _refuse(number)()

        monkeypatch.setattr(copies, "copy_into", breaks)
    else:
        monkeypatch.setattr(copies, "flush", _refuse(number))
    with pytest.raises(FileTrouble) as refused:
        make(cast.path, Reason.HAND)
    assert refused.value.kind is kind
    assert FOLDER in refused.value.path
    assert _names(cast.path.parent / FOLDER) == []


def test_killed_while_it_is_made_it_leaves_no_half_file_under_a_good_name(desk_file: Path) -> None:
    script = (
        "import sys, os; from pathlib import Path\n"
        "from desk.safety import backups; from desk.safety.facts import Reason; from desk.database import copies\n"
        "steps = {'copied': (copies, 'copy_into', True), 'noted': (backups, 'keep_facts', True),"
        " 'named': (backups, 'rename', False)}\n"
        "room, name, after = steps[sys.argv[2]]\n"
        "real = getattr(room, name)\n"
        "def killed(*given, **how):\n"
        "    if after: real(*given, **how)\n"
        "    if after or given[1].suffix == '.sqlite': os._exit(9)\n"
        "    real(*given, **how)\n"
        "setattr(room, name, killed)\n"
        "backups.make(Path(sys.argv[1]), Reason.HAND)"
    )
    folder = desk_file.parent / FOLDER
    for step in ("copied", "noted", "named"):
        done = subprocess.run([sys.executable, "-c", script, str(desk_file), step], check=False)
        assert done.returncode == 9
        assert listed(desk_file) == []
        assert _names(folder) != []
    backup = make(desk_file, Reason.HAND).backup
    assert _names(folder) == [backup.name, note_of(backup.path).name]  # what was left is gone


def test_stopped_it_leaves_nothing(cast: Cast) -> None:
    with pytest.raises(Cancelled):
        make(cast.path, Reason.CLOSE, stop=lambda: True)
    assert _names(cast.path.parent / FOLDER) == []
    assert listing.listing(cast.writer, ListQuery()).rows == ()


@pytest.mark.parametrize("asked", range(1, 9))
def test_stopped_at_any_step_it_leaves_nothing(cast: Cast, asked: int) -> None:
    times = iter(range(1000))
    try:
        make(cast.path, Reason.CLOSE, stop=lambda: next(times) >= asked)
    except Cancelled:
        assert _names(cast.path.parent / FOLDER) == []
    else:
        assert len(listed(cast.path)) == 1


def test_a_faulty_desk_is_backed_up_and_it_is_said(desk_file: Path) -> None:
    store.open_file(desk_file)
    store.close_file()
    tamper(desk_file, "UPDATE journal SET note = 'khác' WHERE id = 2")
    backup = make(desk_file, Reason.HAND).backup
    assert backup.facts is not None
    assert "JOURNAL" in backup.facts.faults[0]
    assert not backup.good
    assert prove(backup) is Proof.FAULTY
    assert newest(desk_file) is None


def test_a_damaged_desk_makes_none(desk_file: Path) -> None:
    damage_pages(desk_file)
    with pytest.raises(FileTrouble) as refused:
        make(desk_file, Reason.HAND)
    assert refused.value == FileTrouble(Trouble.CORRUPT, str(desk_file))
    assert _names(desk_file.parent / FOLDER) == []


def test_a_backup_that_was_changed_is_known(cast: Cast) -> None:
    backup = make(cast.path, Reason.HAND).backup
    with backup.path.open("r+b") as file:
        file.seek(5000)
        file.write(b"x")
    assert prove(Names.of(cast.path).read(backup.path)) is Proof.TAMPERED
    note_of(backup.path).unlink()
    assert prove(Names.of(cast.path).read(backup.path)) is Proof.UNKNOWN


def test_two_programs_at_once_make_two(desk_file: Path) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as beside:
        made = [one.result() for one in [beside.submit(make, desk_file, Reason.HAND) for _ in range(2)]]
    assert len({one.backup.name for one in made}) == 2
    assert [prove(one) for one in listed(desk_file)] == [Proof.PROVEN, Proof.PROVEN]


def test_what_changed_since_is_what_was_done_or_typed(cast: Cast) -> None:
    assert changed_since(None, copies.open_facts())
    backup = make(cast.path, Reason.HAND).backup
    assert not changed_since(backup, copies.open_facts())
    drafts.keep(cast.writer, "a", None, 0, None, words())
    assert changed_since(backup, copies.open_facts())
    drafts.forget(cast.writer, "a")
    assert not changed_since(backup, copies.open_facts())
    article(cast)
    assert changed_since(backup, copies.open_facts())


def test_the_folder_is_thinned_out_and_the_one_just_made_stays(cast: Cast) -> None:
    folder = cast.path.parent / FOLDER
    for day in range(40):
        _at(AT + timedelta(days=day))
        make(cast.path, Reason.CLOSE)
    there = {one.made.date() for one in listed(cast.path)}
    assert len(there) < 25
    assert AT.date() in there  # the last of November
    aside = cast.path.with_name("desk-truoc-khi-phuc-hoi-2027-01-30T10-47-05.sqlite")
    aside.touch()
    _at(AT - timedelta(days=900))  # the clock was set back
    oldest = make(cast.path, Reason.HAND).backup
    assert oldest.path.exists()
    assert aside.exists()
    assert len(_names(folder)) == 2 * (len(there) + 1)


# -- the second place ----------------------------------------------------------------------------------------


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A disk that the office has chosen as the second place."""
    (tmp_path / "Ổ USB").mkdir()
    return tmp_path / "Ổ USB"


def _second(cast: Cast, stick: Path) -> Made:
    return make(cast.path, Reason.CLOSE, second=str(stick))


def test_a_backup_comes_to_the_second_place_too(cast: Cast, stick: Path) -> None:
    made = _second(cast, stick)
    assert made.second is None
    both = listed(cast.path, str(stick))
    assert [(one.name, one.second) for one in both] == [(made.backup.name, False), (made.backup.name, True)]
    assert [prove(one) for one in both] == [Proof.PROVEN, Proof.PROVEN]


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, Trouble.FULL), (errno.EROFS, Trouble.READONLY), (errno.EIO, Trouble.IO)],
)
def test_what_the_second_place_refuses_never_disturbs_the_first(
    cast: Cast, stick: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: Trouble
) -> None:
    monkeypatch.setattr(backups, "copy_bytes", _refuse(number))
    made = _second(cast, stick)
    assert isinstance(made.second, FileTrouble)
    assert made.second.kind is kind
    assert str(stick) in made.second.path
    assert _names(stick) == []
    assert prove(made.backup) is Proof.PROVEN


def test_a_second_place_that_is_unplugged_is_not_made_anew(cast: Cast, stick: Path) -> None:
    stick.rmdir()
    made = _second(cast, stick)
    assert made.second == FileTrouble(Trouble.ABSENT, str(stick))
    assert not stick.exists()
    assert [one.second for one in listed(cast.path, str(stick))] == [False]


def test_a_copy_that_came_over_damaged_is_none(
    cast: Cast, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = backups.copy_bytes

    def damaged(source: Path, part: Path, **how: Callable[[], bool]) -> None:
        real(source, part, **how)
        with part.open("r+b") as file:
            file.write(b"x")

    monkeypatch.setattr(backups, "copy_bytes", damaged)
    assert isinstance(_second(cast, stick).second, FileTrouble)
    assert _names(stick) == []


def test_another_desks_backups_in_the_second_place_are_left_alone(cast: Cast, stick: Path) -> None:
    _at(AT)
    other = stick / "desk-2026-11-30T10-47-05.sqlite"
    other.write_text("của phòng khác", encoding="utf-8")
    note_of(other).write_text("{}", encoding="utf-8")
    assert _second(cast, stick).second is None
    assert other.read_text(encoding="utf-8") == "của phòng khác"
    for day in range(1, 20):
        _at(AT + timedelta(days=day))
        _second(cast, stick)
    assert other.exists()
    assert len([one for one in listed(cast.path, str(stick)) if one.second]) < 20


def test_the_second_place_may_be_the_first(cast: Cast) -> None:
    (cast.path.parent / FOLDER).mkdir()
    made = make(cast.path, Reason.CLOSE, second=str(cast.path.parent / FOLDER))
    assert made.second is None
    assert [one.name for one in listed(cast.path, str(cast.path.parent / FOLDER))] == [made.backup.name]


def test_what_a_killed_copy_left_in_the_second_place_goes_when_it_is_old(cast: Cast, stick: Path) -> None:
    old, fresh = (
        stick / "desk-2026-11-01T10-47-05.sqlite.part",
        stick / "desk-2026-11-02T10-47-05.sqlite.part",
    )
    for path in (old, fresh):
        path.touch()
    os.utime(old, (0, 0))
    _second(cast, stick)
    assert not old.exists()
    assert fresh.exists()


# -- before an upgrade ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("old", sorted(OLD), ids=lambda path: path.stem)
def test_an_older_desk_is_backed_up_before_it_is_brought_up_to_date(old: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk.sqlite"
    shutil.copy(old, desk)
    store.open_file(desk, secure=backups.before_upgrade)
    try:
        assert database.check() == []
        assert not list(tmp_path.glob("desk-v*"))
        (backup,) = listed(desk)
        assert backup.facts is not None
        assert (backup.facts.why, f"desk-v{backup.facts.of.schema}") == (Reason.UPGRADE, old.stem)
        assert prove(backup) is Proof.PROVEN
        with pytest.raises(FileTrouble), store.held(desk):  # the lock is held as ever
            pass
    finally:
        store.close_file()


def test_where_no_backup_can_be_made_the_older_desk_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = tmp_path / "desk.sqlite"
    shutil.copy(FILES / "desk-v6.sqlite", desk)
    before = desk.read_bytes()
    monkeypatch.setattr(copies, "flush", _refuse(errno.ENOSPC))
    with pytest.raises(FileTrouble) as refused:
        store.open_file(desk, secure=backups.before_upgrade)
    assert refused.value.kind is Trouble.FULL
    assert desk.read_bytes() == before
    assert connection.place() is None


def test_a_folder_of_ones_own_is_not_thinned_out(cast: Cast, tmp_path: Path) -> None:
    made: list[Backup] = []
    for minute in range(20):
        _at(AT + timedelta(minutes=minute))
        made.append(make(cast.path, Reason.HAND, folder=tmp_path / "riêng").backup)
    assert all(one.path.exists() for one in made)
    assert listed(cast.path) == []


def test_the_facts_are_on_the_disk_before_the_backup_has_its_name(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk may keep two names in any order: with the power cut between them no good name may lack its facts."""
    done: list[str] = []
    rename, flush_folder = os_errors.rename, copies.flush_folder

    def renamed(from_: Path, to: Path) -> None:
        done.append(f"name {to.suffix}")
        rename(from_, to)

    def flushed(folder: Path) -> None:
        done.append("folder")
        flush_folder(folder)

    monkeypatch.setattr(backups, "rename", renamed)
    monkeypatch.setattr(copies, "flush_folder", flushed)
    backup = make(cast.path, Reason.HAND).backup
    wanted = [f"name {note_of(backup.path).suffix}", "folder", f"name {backup.path.suffix}", "folder"]
    assert done[-4:] == wanted or done[:4] == wanted
