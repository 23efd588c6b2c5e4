"""A desk's file looked into and copied beside the one that is open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desk.articles import drafts, listing
from desk.database import connection, copies, store
from desk.errors import Cancelled, FileTrouble, Trouble
from tests.making import Cast, article, filled, words

FILES = sorted((Path(__file__).parents[2] / "files").glob("desk-v*.sqlite"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_of_every_schema_is_looked_into(path: Path) -> None:
    found = copies.facts(path)
    assert path.stem == f"desk-v{found.schema}"
    assert found.desk
    assert found.entry.number > 0
    assert found.articles > 0


def test_what_is_open_is_looked_into_without_opening_it_again(cast: Cast) -> None:
    filled(cast, "Bài một")
    assert copies.open_facts() == copies.facts(cast.path)
    assert copies.open_facts().issue == "4/2019"
    before = copies.open_facts()
    drafts.keep(cast.writer, "a", None, 0, None, words())
    assert copies.open_facts().drafts != before.drafts
    assert copies.open_facts().entry == before.entry


def test_every_copy_of_a_desk_is_known_as_that_desk(cast: Cast, tmp_path: Path) -> None:
    store.copy_to(tmp_path / "bản sao.sqlite")
    other = tmp_path / "khác.sqlite"
    store.create(other)
    assert copies.facts(tmp_path / "bản sao.sqlite").desk == copies.open_facts().desk
    assert copies.facts(other).desk == ""


def test_what_is_no_desk_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as refused:
        copies.facts(tmp_path / "không có.sqlite")
    assert refused.value.kind is Trouble.ABSENT
    (tmp_path / "chữ.sqlite").write_text("chữ " * 500, encoding="utf-8")
    with pytest.raises(FileTrouble) as refused:
        copies.copy_into(tmp_path / "chữ.sqlite", tmp_path / "x")
    assert refused.value == FileTrouble(Trouble.NOT_A_DESK, str(tmp_path / "chữ.sqlite"))


def test_a_copy_that_was_stopped_has_no_name(cast: Cast, tmp_path: Path) -> None:
    article(cast)
    with pytest.raises(Cancelled):
        copies.copy_whole(cast.path, tmp_path / "x.sqlite", stop=lambda: True)
    assert list(tmp_path.glob("x*")) == []


def test_a_copy_of_a_closed_desk_leaves_nothing_beside_it(desk_file: Path, tmp_path: Path) -> None:
    copies.copy_whole(desk_file, tmp_path / "x.sqlite")
    assert [path.name for path in desk_file.parent.iterdir()] == [desk_file.name]


def test_the_open_desk_is_there_again_after_another(cast: Cast, tmp_path: Path) -> None:
    made = article(cast)
    store.copy_to(tmp_path / "x.sqlite")
    article(cast)
    with store.beside():
        assert connection.place() is None
        store.open_file(tmp_path / "x.sqlite")
        assert listing.row(cast.writer, made).title == words().title
        assert copies.open_facts().articles == 1
    assert connection.place() == cast.path
    assert copies.open_facts().articles == 2
    article(cast)
    with pytest.raises(FileTrouble), store.held(cast.path):
        pass


def test_what_opened_beside_goes_wrong_leaves_the_desk_open(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(FileTrouble), store.beside():
        store.open_file(tmp_path / "không có.sqlite")
    article(cast)
    with pytest.raises(RuntimeError), store.beside():
        raise RuntimeError
    article(cast)


def test_work_on_the_open_desk_is_stopped_from_beside(cast: Cast) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(Cancelled), connection.stoppable(lambda: True, 0.01):
        connection.db.execute_sql(endless).fetchall()
    article(cast)


_CUT = """
import os, sqlite3, sys
file = sqlite3.connect(sys.argv[1], isolation_level=None)
file.execute("PRAGMA journal_mode=delete")
file.execute("PRAGMA synchronous=full")
file.execute("PRAGMA cache_size=2")
file.execute("BEGIN IMMEDIATE")
file.execute("CREATE TABLE noise (letters TEXT)")
file.executemany("INSERT INTO noise VALUES (?)", [("x" * 3000,)] * 400)
os._exit(9)
"""


@pytest.mark.parametrize("readonly", [True, False])
def test_a_desk_whose_power_was_cut_before_its_first_opening_opens(
    cast: Cast, tmp_path: Path, readonly: bool
) -> None:
    """What was restored is in the mode of a rollback journal until it is opened; a cut then leaves one behind."""
    made = filled(cast, "Bài một")
    path = tmp_path / "desk.sqlite"
    store.copy_to(path)
    store.close_file()
    subprocess.run([sys.executable, "-c", _CUT, str(path)], check=False)
    assert path.with_name("desk.sqlite-journal").stat().st_size > 1000
    assert copies.facts(path).articles == 1
    store.open_file(path, readonly=readonly)
    assert listing.row(cast.writer, made).title == "Bài một"
