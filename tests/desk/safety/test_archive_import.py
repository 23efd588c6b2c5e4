"""An archive gives a new desk every row back, byte for byte; one that was changed is refused and named."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from desk.articles import search
from desk.articles.search import SearchScope
from desk.database import store
from desk.errors import ArchiveFault, BadArchive, Cancelled, FileTrouble, Trouble
from desk.integrity import database
from desk.safety.archive import archive, archive_file
from desk.safety.archive_import import take_in
from desk.safety.new_folder import Progress
from tests.desk.safety.full_desk import fill
from tests.engine import everything
from tests.making import Cast


@pytest.fixture
def kept(released: Cast, tmp_path: Path) -> Path:
    """An archive of everything; the desk is closed."""
    fill(released)
    folder = archive(tmp_path / "kho").folder
    store.close_file()
    return folder


def _checked(path: Path) -> object:
    store.open_file(path)
    found = database.check()
    words = [hit.title for hit in search.newest("dong chi", SearchScope(), limit=50)]
    store.close_file()
    return found, len(words) > 2


def test_every_row_of_every_table_comes_back(kept: Path, released: Cast, tmp_path: Path) -> None:
    take_in(kept, tmp_path / "mới")
    new = tmp_path / "mới" / "desk.sqlite"
    before, after = everything(released.path), everything(new)
    assert [name for name, rows in before.items() if not rows] == []
    for table in before:
        assert after[table] == before[table], table
    assert before.keys() == after.keys()
    assert _checked(new) == ([], True)


def test_a_year_loses_nothing_of_that_year(kept: Path, released: Cast, tmp_path: Path) -> None:
    folder = archive_file(released.path, tmp_path / "kho năm", 2019).folder
    take_in(folder, tmp_path / "mới")
    new = tmp_path / "mới" / "desk.sqlite"
    before, after = everything(released.path), everything(new)
    for table in before.keys() - {"seal", "sqlite_sequence", "notice", "draft"}:
        assert after[table] == before[table], table
    assert _checked(new) == ([], True)


def test_another_year_is_a_sound_desk_without_its_articles(
    kept: Path, released: Cast, tmp_path: Path
) -> None:
    take_in(archive_file(released.path, tmp_path / "kho năm", 2018).folder, tmp_path / "mới")
    new = tmp_path / "mới" / "desk.sqlite"
    after = everything(new)
    assert after["article"] == []
    assert after["person"] == everything(released.path)["person"]
    store.open_file(new)
    assert database.check() == []


@pytest.mark.parametrize("version", range(1, 9))
def test_archives_of_desks_of_older_schemas_come_back(version: int, tmp_path: Path) -> None:
    """A reader takes a desk as it is; read back it is brought up to date."""
    path = tmp_path / "desk.sqlite"
    shutil.copy(f"tests/files/desk-v{version}.sqlite", path)
    store.open_file(path)
    folder = archive(tmp_path / "kho").folder
    store.close_file()
    take_in(folder, tmp_path / "mới")
    before, after = everything(path), everything(tmp_path / "mới" / "desk.sqlite")
    assert {name for name in before if before[name] != after[name]} == set()


def _changed(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace("Bài".encode(), "Bàì".encode(), 1))


def _list_changed(folder: Path) -> None:
    told = json.loads((folder / "kho.json").read_text("utf-8"))
    told["numbers"] = {}
    (folder / "kho.json").write_text(json.dumps(told), "utf-8")


def _newer(folder: Path) -> None:
    _rewrite(folder, "schema", 99)


def _newer_format(folder: Path) -> None:
    _rewrite(folder, "format", 2)


def _leading_out(folder: Path) -> None:
    told = json.loads((folder / "kho.json").read_text("utf-8"))
    _rewrite(folder, "files", [{**told["files"][0], "path": "../../x"}])


def _rewrite(folder: Path, name: str, value: object) -> None:
    told = json.loads((folder / "kho.json").read_text("utf-8"))
    told[name] = value
    data = json.dumps(told).encode()
    (folder / "kho.json").write_bytes(data)
    (folder / "kho.json.sha256").write_bytes(sha256(data).hexdigest().encode() + b"  kho.json\n")


@pytest.mark.parametrize(
    ("change", "kind", "name"),
    [
        (
            lambda kho: _changed(kho / "du-lieu" / "article.jsonl"),
            ArchiveFault.CHANGED,
            "du-lieu/article.jsonl",
        ),
        (lambda kho: (kho / "nhat-ky.txt").unlink(), ArchiveFault.GONE, "nhat-ky.txt"),
        (_list_changed, ArchiveFault.CHANGED, "kho.json"),
        (lambda kho: (kho / "kho.json").unlink(), ArchiveFault.NONE, "Kho lưu trữ"),
        (_leading_out, ArchiveFault.NONE, "Kho lưu trữ"),
        (_newer, Trouble.NEWER, ""),
        (_newer_format, Trouble.NEWER, ""),
    ],
)
def test_what_is_not_as_it_was_written_is_refused_and_named(
    kept: Path, tmp_path: Path, change: Callable[[Path], None], kind: object, name: str
) -> None:
    change(kept)
    with pytest.raises((BadArchive, FileTrouble)) as refused:
        take_in(kept, tmp_path / "mới")
    error = refused.value
    assert isinstance(error, BadArchive | FileTrouble)
    assert (error.fault if isinstance(error, BadArchive) else error.kind) is kind
    assert not isinstance(error, BadArchive) or error.name == name
    assert not (tmp_path / "mới").exists()


def test_a_desk_that_is_there_is_never_written_over(kept: Path, released: Cast, tmp_path: Path) -> None:
    before = released.path.read_bytes()
    with pytest.raises(BadArchive) as refused:
        take_in(kept, released.path.parent)
    assert refused.value.fault is ArchiveFault.NOT_EMPTY
    assert released.path.read_bytes() == before


def test_stopped_it_leaves_no_desk(kept: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    with pytest.raises(Cancelled):
        take_in(kept, tmp_path / "mới", told.append, lambda: len(told) > 3)
    assert not (tmp_path / "mới" / "desk.sqlite").exists()
    told.clear()
    total = len(json.loads((kept / "kho.json").read_text("utf-8"))["files"])
    with pytest.raises(Cancelled):
        take_in(kept, tmp_path / "mới", told.append, lambda: len(told) > total)
    assert list((tmp_path / "mới").iterdir()) == []
