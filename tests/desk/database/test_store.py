"""The file: schema and models alike, what is no desk refused, nothing made by mistake."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import apsw
import pytest

from desk.articles import listing
from desk.articles.listing import ListQuery
from desk.database import connection, migrations, store
from desk.database.connection import db
from desk.database.department_tables import Section
from desk.database.schema import TABLES
from desk.department import settings
from desk.errors import FileTrouble, Trouble
from desk.integrity import database
from desk.integrity.database import Finding
from tests.making import Cast, article, words


def _trouble(path: Path, *, readonly: bool = False) -> Trouble:
    with pytest.raises(FileTrouble) as refused:
        store.open_file(path, readonly=readonly)
    return refused.value.kind


def test_tables_and_models_agree(cast: Cast) -> None:
    for table in TABLES:
        name = table._meta.table_name
        stored = {row[1]: bool(row[3]) for row in db.execute_sql(f"PRAGMA table_info({name})").fetchall()}
        fields = {field.column_name: not field.null for field in table._meta.sorted_fields}
        assert fields == stored, name


def test_pragmas(cast: Cast) -> None:
    def pragma(name: str) -> object:
        return db.execute_sql(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert pragma("foreign_keys") == 1
    assert pragma("mmap_size") == 0
    assert pragma("application_id") == store.APPLICATION_ID
    assert pragma("user_version") == migrations.CURRENT


def test_what_is_no_desk_is_refused(tmp_path: Path) -> None:
    assert _trouble(tmp_path / "không có" / "desk.sqlite") is Trouble.ABSENT
    assert not (tmp_path / "không có").exists()
    empty = tmp_path / "rỗng.sqlite"
    empty.touch()
    assert _trouble(empty) is Trouble.NOT_A_DESK
    text = tmp_path / "chữ.sqlite"
    text.write_text("không phải cơ sở dữ liệu" * 100, encoding="utf-8")
    assert _trouble(text) is Trouble.NOT_A_DESK
    other = tmp_path / "khác.sqlite"
    apsw.Connection(str(other)).execute("CREATE TABLE t(x)")
    assert _trouble(other) is Trouble.NOT_A_DESK
    assert _trouble(Path("//server/share/desk.sqlite")) is Trouble.NETWORK


def test_a_newer_file_is_left_alone(desk_file: Path) -> None:
    file = apsw.Connection(str(desk_file))
    file.execute(f"PRAGMA user_version={migrations.CURRENT + 1}")
    file.close()
    before = desk_file.read_bytes()
    assert _trouble(desk_file) is Trouble.NEWER
    assert desk_file.read_bytes() == before


def test_an_existing_file_is_never_overwritten(desk_file: Path) -> None:
    before = desk_file.read_bytes()
    with pytest.raises(FileTrouble):
        store.create(desk_file)
    assert desk_file.read_bytes() == before


def test_a_second_program_is_refused_and_a_reader_is_not(cast: Cast) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from desk.database import store; from desk.articles import listing\n"
        "path = Path(sys.argv[1])\n"
        "store.open_file(path, readonly=True); print(listing.months()); store.close_file()\n"
        "try: store.open_file(path)\n"
        "except Exception as e: print(e.kind.name)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(cast.path)],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.split() == ["[]", "LOCKED"]


def test_a_killed_programs_lock_is_free(desk_file: Path) -> None:
    script = (
        "import sys, os; from pathlib import Path; from desk.database import store\n"
        "store.open_file(Path(sys.argv[1])); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, str(desk_file)], check=False)
    store.open_file(desk_file)
    store.close_file()


def test_damage_is_found(cast: Cast) -> None:
    made = article(cast)
    store.close_file()
    other = apsw.Connection(str(cast.path))
    other.execute("DROP TRIGGER revision_immutable")
    other.execute("UPDATE revision SET text = replace(text, 'hội', 'hôi')")
    other.close()
    store.open_file(cast.path)
    assert [(f.finding, f.where) for f in database.check()] == [(Finding.TEXT_CHANGED, f"{made}/1")]


def test_copies_are_whole(cast: Cast, tmp_path: Path) -> None:
    made = article(cast)
    copy = tmp_path / "bản sao.sqlite"
    store.copy_to(copy)
    store.close_file()
    store.open_file(copy)
    assert listing.row(cast.writer, made).title == words().title
    assert database.check() == []


OLD = sorted(
    (Path(__file__).parents[2] / "files").glob("desk-v*.sqlite"), key=lambda path: (len(path.name), path)
)


def _schema(path: Path) -> set[tuple[str, str]]:
    file = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    made = {(row[0], row[1] or "") for row in file.execute("SELECT name, sql FROM sqlite_master")}
    file.close()
    return made


def test_every_released_schema_has_its_file() -> None:
    assert [path.stem for path in OLD] == [f"desk-v{n}" for n in range(1, migrations.CURRENT + 1)]


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_an_old_file_becomes_like_a_new_one(old: Path, tmp_path: Path) -> None:
    path, fresh = tmp_path / "desk.sqlite", tmp_path / "mới.sqlite"
    shutil.copy(old, path)
    store.create(fresh)
    store.open_file(path)
    assert database.check() == []
    assert len(listing.listing(1, ListQuery()).rows) == 3
    store.close_file()
    assert {s for s in _schema(path) if "sqlite_" not in s[0]} == {
        s for s in _schema(fresh) if "sqlite_" not in s[0]
    }


def test_a_desk_in_a_folder_that_cannot_be_written_can_be_read(
    desk_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    store.open_file(desk_file, readonly=True)
    try:
        assert settings.names().department == "BAN TUYÊN GIÁO TỈNH ỦY"
    finally:
        store.close_file()
    assert [path.name for path in desk_file.parent.iterdir()] == [desk_file.name]


@pytest.mark.parametrize("version", [0, -3])
def test_a_file_without_a_version_is_no_desk(desk_file: Path, version: int) -> None:
    with contextlib.closing(apsw.Connection(str(desk_file))) as file:
        file.execute(f"PRAGMA user_version={version}")
    assert _trouble(desk_file) is Trouble.NOT_A_DESK
    assert _trouble(desk_file, readonly=True) is Trouble.NOT_A_DESK


@pytest.mark.parametrize("readonly", [False, True])
def test_a_file_that_has_lost_a_table_is_damaged(desk_file: Path, readonly: bool) -> None:
    with contextlib.closing(apsw.Connection(str(desk_file))) as file:
        file.execute("DROP TABLE notice")
    assert _trouble(desk_file, readonly=readonly) is Trouble.CORRUPT


def test_a_desk_is_one_desk_by_every_name(cast: Cast, tmp_path: Path) -> None:
    link = tmp_path / "bản tin.sqlite"
    try:
        link.symlink_to(cast.path)
    except OSError:
        pytest.skip("this system makes no links")
    if not link.exists():
        pytest.skip("Wine makes links that lead nowhere")
    with pytest.raises(FileTrouble) as refused:
        _open_elsewhere(link)
    assert refused.value.kind is Trouble.LOCKED


def test_a_second_writer_waits_for_the_first(desk_file: Path) -> None:
    store.open_file(desk_file)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as beside:
        waiting = beside.submit(_opened_and_closed, desk_file, 60.0)
        beside.submit(_opened_and_closed, desk_file, 60.0)
        assert not waiting.done()
        store.close_file()
        assert waiting.result() == "opened"
    store.open_file(desk_file)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as beside:
        assert beside.submit(_opened_and_closed, desk_file, 0.0).result() == "LOCKED"
    store.close_file()


def test_of_two_first_starts_one_makes_the_desk(tmp_path: Path) -> None:
    path = tmp_path / "mới" / "desk.sqlite"
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as beside:
        ends = sorted(one.result() for one in [beside.submit(_created, path) for _ in range(2)])
    assert ends == ["LOCKED", "made"]
    store.open_file(path)
    store.close_file()
    assert [one.name for one in path.parent.glob("*.part")] == []


def _created(path: Path) -> str:
    try:
        store.create(path)
    except FileTrouble as trouble:
        return trouble.kind.name
    return "made"


def _opened_and_closed(path: Path, wait: float) -> str:
    try:
        store.open_file(path, wait=wait)
    except FileTrouble as trouble:
        return trouble.kind.name
    store.close_file()
    return "opened"


def _open_elsewhere(path: Path) -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as beside:
        told = beside.submit(_opened_and_closed, path, 0.0).result()
    if told != "opened":
        raise FileTrouble(Trouble[told])


@pytest.mark.skipif(os.name != "posix", reason="only there a file has a mode")
def test_a_desk_is_its_owners_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        path = tmp_path / "của Ban" / "desk.sqlite"
        store.create(path)
        store.open_file(path)
        with connection.writing():
            Section.insert(title="Tin", position=1, active=True).execute()
        store.copy_to(path.with_name("bản sao.sqlite"))
        modes = {one.name: one.stat().st_mode & 0o777 for one in path.parent.iterdir()}
        store.close_file()
        old = tmp_path / "cũ" / "desk.sqlite"
        old.parent.mkdir(mode=0o755)
        shutil.copy(OLD[0], old)
        store.open_file(old)
        store.close_file()
    finally:
        os.umask(before)
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert set(modes) >= {"desk.sqlite", "desk.sqlite.lock", "desk.sqlite-wal", "bản sao.sqlite"}
    assert set(modes.values()) == {0o600}
    assert old.parent.stat().st_mode & 0o777 == 0o755  # a folder that was there is its owner's matter
    assert old.with_name("desk-v1.sqlite").stat().st_mode & 0o777 == 0o600
