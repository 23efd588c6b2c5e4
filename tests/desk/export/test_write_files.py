"""Export: files appear whole or not at all, and every refusal of the system has a name."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from desk.edition.file_names import Format, file_stem, target
from desk.errors import Cancelled, FileTrouble, Trouble
from desk.export.write_files import export, write_files, write_folder
from desk.os_errors import file_trouble
from tests.desk.press import editions


def test_files_are_written_and_replace_older_ones(tmp_path: Path) -> None:
    folder = tmp_path / "Bản tin tháng 4"
    write_files({"a.pdf": b"old"}, folder)
    assert write_files({"a.pdf": b"new", "b.docx": b"2"}, folder) == (folder / "a.pdf", folder / "b.docx")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a.pdf": b"new", "b.docx": b"2"}


def test_a_cancelled_export_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    write_files({"a": b"old"}, tmp_path)
    answers = iter([False, True])
    with pytest.raises(Cancelled):
        write_files({"a": b"new", "b": b"2"}, tmp_path, stop=lambda: next(answers))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_a_cancelled_folder_leaves_the_older_one(tmp_path: Path) -> None:
    write_folder({"index.html": b"old"}, tmp_path / "web")
    answers = iter([False, False, True])
    with pytest.raises(Cancelled):
        write_folder({"index.html": b"new", "x": b""}, tmp_path / "web", stop=lambda: next(answers))
    assert [path.name for path in tmp_path.iterdir()] == ["web"]
    assert (tmp_path / "web" / "index.html").read_bytes() == b"old"


def test_a_folder_is_replaced_as_a_whole(tmp_path: Path) -> None:
    write_folder({"index.html": b"1", "gone.html": b""}, tmp_path / "web")
    write_folder({"index.html": b"2"}, tmp_path / "web")
    assert [path.name for path in tmp_path.iterdir()] == ["web"]
    assert [path.name for path in (tmp_path / "web").iterdir()] == ["index.html"]


def test_a_full_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files({"a": b"old"}, tmp_path)

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileTrouble) as caught:
        write_files({"a": b"new"}, tmp_path)
    assert caught.value == FileTrouble(Trouble.FULL, str(tmp_path / "a"))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_a_file_that_word_holds_open_is_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files({"a": b"old"}, tmp_path)

    def held(self: Path, other: Path) -> Path:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(FileTrouble) as caught:
        write_files({"a": b"new"}, tmp_path)
    assert caught.value.kind is Trouble.DENIED
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_a_folder_that_cannot_be_moved_away_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_folder({"index.html": b"old"}, tmp_path / "web")
    move = Path.replace

    def held(self: Path, other: Path) -> Path:
        if Path(other).name == "web" and self.name.startswith(".ban-tin-") and not self.name.endswith("-cu"):
            raise PermissionError(errno.EACCES, "in use")
        return move(self, other)

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(FileTrouble):
        write_folder({"index.html": b"new"}, tmp_path / "web")
    assert [path.name for path in tmp_path.iterdir()] == ["web"]
    assert (tmp_path / "web" / "index.html").read_bytes() == b"old"


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"")
    with pytest.raises(FileTrouble):
        write_files({"a": b""}, tmp_path / "x")
    (tmp_path / "y").mkdir()
    with pytest.raises(FileTrouble) as caught:
        write_files({"y": b""}, tmp_path)
    assert caught.value == FileTrouble(Trouble.DENIED, str(tmp_path / "y"))


@pytest.mark.parametrize("name", ["../a", "/a", "a/b", "..", "c:x", "a\\b"])
def test_names_do_not_lead_out_of_the_folder(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="plain file name"):
        write_files({name: b""}, tmp_path / "in")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, Trouble.FULL),
        (errno.EACCES, Trouble.DENIED),
        (errno.EPERM, Trouble.DENIED),
        (errno.EROFS, Trouble.READONLY),
        (errno.ENOENT, Trouble.ABSENT),
        (errno.EIO, Trouble.IO),
    ],
)
def test_the_systems_refusals_have_names(number: int, kind: Trouble) -> None:
    assert file_trouble(OSError(number, "x"), Path("a")) == FileTrouble(kind, "a")


@pytest.mark.parametrize(
    ("number", "stem"),
    [("4", "ban-tin-so-4-2019"), ("1+2", "ban-tin-so-1-2-2019"), ("đặc / biệt", "ban-tin-so-dac-biet-2019")],
)
def test_file_stem(number: str, stem: str) -> None:
    assert file_stem(replace(editions.short_issue(), number=number)) == stem


def test_every_format_gets_its_place(tmp_path: Path) -> None:
    edition = editions.short_issue()
    made: dict[Format, bytes | dict[str, bytes]] = {
        Format.PDF: b"pdf",
        Format.DOCX: b"docx",
        Format.HTML: {"index.html": b"html"},
    }
    paths = export(edition, made, tmp_path)
    assert [path.name for path in paths] == [target(edition, kind) for kind in Format]
    assert (tmp_path / "ban-tin-so-4-2019-html" / "index.html").read_bytes() == b"html"
