"""Export: files appear whole or not at all, and every refusal of the system has a name."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desk.edition.file_names import file_stem, output_name, plain_name
from desk.edition.outputs import Output
from desk.errors import Cancelled, FileTrouble, Trouble
from desk.export.write_files import look, take_away, write_file, write_new_folder, write_over
from desk.os_errors import file_trouble
from tests.desk.press import editions


def _tree(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder by path, the temporary ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_files_are_written_and_replace_older_ones(tmp_path: Path) -> None:
    folder = tmp_path / "Bản tin tháng 4"
    write_over({"a.pdf": b"old"}, folder).keep()
    written = write_over({"a.pdf": b"new", "b.docx": b"2"}, folder)
    assert written.paths == (folder / "a.pdf", folder / "b.docx")
    written.keep()
    assert _tree(folder) == {"a.pdf": b"new", "b.docx": b"2"}


def test_a_cancelled_export_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    write_over({"a": b"old"}, tmp_path).keep()
    answers = iter([False, True])
    with pytest.raises(Cancelled):
        write_over({"a": b"new", "b": b"2"}, tmp_path, stop=lambda: next(answers))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_a_cancelled_folder_leaves_the_older_one(tmp_path: Path) -> None:
    write_over({"web/index.html": b"old"}, tmp_path).keep()
    answers = iter([False, False, True])
    with pytest.raises(Cancelled):
        write_over({"web/index.html": b"new", "web/x": b""}, tmp_path, stop=lambda: next(answers))
    assert [path.name for path in tmp_path.iterdir()] == ["web"]
    assert (tmp_path / "web" / "index.html").read_bytes() == b"old"


def test_a_folder_is_replaced_as_a_whole(tmp_path: Path) -> None:
    write_over({"web/index.html": b"1", "web/gone.html": b""}, tmp_path).keep()
    write_over({"web/index.html": b"2"}, tmp_path).keep()
    assert [path.name for path in tmp_path.iterdir()] == ["web"]
    assert _tree(tmp_path) == {"web/index.html": b"2"}


def test_one_file_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "mới" / "lich.ics"
    with pytest.raises(FileTrouble):
        write_file(b"1", path)  # its folder is not there
    assert write_file(b"1", path, folders=True) == path
    write_file(b"2", path)
    assert _tree(tmp_path) == {"mới/lich.ics": b"2"}
    with pytest.raises(FileTrouble) as refused:
        write_file(b"3", path / "trong tệp", folders=True)
    assert (refused.value.kind, refused.value.path) == (Trouble.NO_FOLDER, str(path))
    assert _tree(tmp_path) == {"mới/lich.ics": b"2"}


def test_what_is_undone_is_as_before(tmp_path: Path) -> None:
    """An export of which the journal does not know leaves nothing, and what it had replaced is there again."""
    before = {"a.pdf": b"1", "web/index.html": b"old", "web/gone.html": b""}
    write_over(before, tmp_path).keep()
    write_over({"a.pdf": b"2", "b.docx": b"2", "web/index.html": b"2", "web/new.html": b""}, tmp_path).undo()
    assert _tree(tmp_path) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "web"]
    write_over({"a.pdf": b"2"}, tmp_path / "số 4" / "ra").undo()
    assert not (tmp_path / "số 4").exists()


def test_a_full_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_over({"a": b"old"}, tmp_path).keep()

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileTrouble) as caught:
        write_over({"a": b"new"}, tmp_path)
    assert caught.value == FileTrouble(Trouble.FULL, str(tmp_path / "a"))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_a_file_that_word_holds_open_is_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_over({"a": b"old"}, tmp_path).keep()

    def held(self: Path, other: Path) -> Path:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", held)
    tried: tuple[Callable[[], object], ...] = (
        lambda: write_over({"a": b"new"}, tmp_path),
        lambda: write_file(b"new", tmp_path / "a"),
        lambda: write_new_folder({"b": b"new"}, tmp_path, "x"),
    )
    for write in tried:
        with pytest.raises(FileTrouble) as caught:
            write()
        assert caught.value.kind is Trouble.DENIED
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_that_a_scanner_looks_at_is_renamed_once_it_lets_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    move, pauses, tries = Path.replace, list[float](), 0

    def held(self: Path, other: Path) -> Path:
        nonlocal tries
        tries += 1
        if tries <= 3:
            error = PermissionError(errno.EACCES, "in use")
            error.winerror = winerror  # type: ignore[attr-defined]
            raise error
        return move(self, other)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(time, "sleep", pauses.append)
    write_file(b"new", tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert len(pauses) == 3
    tries = -100
    with pytest.raises(FileTrouble) as caught:
        write_new_folder({"b": b"1"}, tmp_path, "x")
    assert caught.value.kind is Trouble.DENIED
    assert sum(pauses[3:]) == pytest.approx(2.0)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_folder_that_cannot_be_moved_away_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_over({"web/index.html": b"old"}, tmp_path).keep()
    move, refused = Path.replace, False

    def held(self: Path, other: Path) -> Path:
        nonlocal refused
        if Path(other) == tmp_path / "web" and not refused:
            refused = True
            raise PermissionError(errno.EACCES, "in use")
        return move(self, other)

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(FileTrouble):
        write_over({"web/index.html": b"new"}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["web"]
    assert (tmp_path / "web" / "index.html").read_bytes() == b"old"


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"")
    with pytest.raises(FileTrouble):
        write_over({"a": b""}, tmp_path / "x")
    (tmp_path / "y").mkdir()
    with pytest.raises(FileTrouble) as caught:
        write_over({"y": b""}, tmp_path)
    assert caught.value == FileTrouble(Trouble.DENIED, str(tmp_path / "y"))


@pytest.mark.parametrize("inner", ["", "số 4", "số 4/ra"])
def test_a_look_leaves_nothing_behind(tmp_path: Path, inner: str) -> None:
    (tmp_path / "có sẵn").mkdir()
    look(tmp_path / inner)
    assert [path.name for path in tmp_path.rglob("*")] == ["có sẵn"]


def test_a_look_names_a_file_that_stands_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "tệp").write_bytes(b"")
    for folder in (tmp_path / "tệp", tmp_path / "tệp" / "ra"):
        with pytest.raises(FileTrouble) as refused:
            look(folder)
        assert refused.value == FileTrouble(Trouble.NO_FOLDER, str(tmp_path / "tệp"))


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.EACCES, Trouble.DENIED),
        (errno.ENOENT, Trouble.DENIED),  # it was made a moment ago
        (errno.EROFS, Trouble.READONLY),
        (errno.ENOSPC, Trouble.FULL),
    ],
)
def test_a_folder_that_takes_nothing_is_named_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: Trouble
) -> None:
    make = Path.mkdir

    def refused(self: Path, mode: int = 0o777, parents: bool = False, exist_ok: bool = False) -> None:
        if self.name.startswith(".ban-tin-"):
            raise OSError(number, "x")
        make(self, mode, parents, exist_ok)

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(FileTrouble) as caught:
        look(tmp_path / "số 4" / "ra")
    assert caught.value == FileTrouble(kind, str(tmp_path / "số 4" / "ra"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_nobody_wants_any_more_is_taken_away(tmp_path: Path) -> None:
    made = write_new_folder({"web/a": b"1"}, tmp_path, "ra")
    take_away(made)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(FileTrouble) as refused:
        take_away(made)
    assert refused.value == FileTrouble(Trouble.ABSENT, str(made))


def test_a_new_folder_never_touches_one_that_is_there(tmp_path: Path) -> None:
    parent = tmp_path / "số 4" / "ra"
    first = write_new_folder({"a": b"1", "web/b": b"2"}, parent, "bản tin")
    (parent / "bản tin_lan-2").write_bytes(b"a file takes the name too")
    third = write_new_folder({"a": b"3"}, parent, "bản tin")
    assert (first, third) == (parent / "bản tin", parent / "bản tin_lan-3")
    assert _tree(parent) == {
        "bản tin/a": b"1",
        "bản tin/web/b": b"2",
        "bản tin_lan-2": b"a file takes the name too",
        "bản tin_lan-3/a": b"3",
    }


def test_a_name_that_was_taken_a_thousand_times_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    for turn in range(2, 999):
        (tmp_path / f"x_lan-{turn}").mkdir()
    assert write_new_folder({}, tmp_path, "x").name == "x_lan-999"
    with pytest.raises(FileTrouble) as refused:
        write_new_folder({"a": b""}, tmp_path, "x")
    assert refused.value == FileTrouble(Trouble.DENIED, str(tmp_path / "x"))
    assert len(list(tmp_path.iterdir())) == 999


@pytest.mark.parametrize("asked", [1, 2, 3])
def test_who_stops_before_any_file_or_after_the_last_gets_no_folder(tmp_path: Path, asked: int) -> None:
    answers = iter([False] * (asked - 1) + [True])
    with pytest.raises(Cancelled):
        write_new_folder({"a": b"1", "b": b"2"}, tmp_path / "mới" / "ra", "x", stop=lambda: next(answers))
    assert list(tmp_path.iterdir()) == []


def test_a_parent_that_was_there_before_stays_without_what_was_stopped(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="plain file name"):
        write_new_folder({"a": b"1", "../b": b""}, tmp_path, "x")
    assert tmp_path.is_dir()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows gives a folder's rights to what is in it")
def test_others_may_read_what_was_written(tmp_path: Path) -> None:
    before = os.umask(0o077)  # whatever the person's own files are made like
    try:
        folder = write_new_folder({"web/a": b"1"}, tmp_path, "ra")
        write_over({"b": b"1"}, tmp_path).keep()
        write_file(b"1", tmp_path / "c")
    finally:
        os.umask(before)
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*")}
    assert modes[folder] == 0o755
    assert [modes[one] for one in (folder / "web" / "a", tmp_path / "b", tmp_path / "c")] == [0o644] * 3


@pytest.mark.skipif(os.name == "nt", reason="Windows lets no folder be flushed")
def test_what_was_put_in_its_place_lasts_through_a_power_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[tuple[bool, list[str]]] = []

    def noted(handle: int) -> None:
        flushed.append(
            (stat.S_ISDIR(os.fstat(handle).st_mode), sorted(one.name for one in tmp_path.iterdir()))
        )

    monkeypatch.setattr(os, "fsync", noted)
    write_new_folder({"a": b"1"}, tmp_path, "ra")
    assert ([of_a_folder for of_a_folder, _ in flushed], flushed[-1]) == ([False, True], (True, ["ra"]))
    flushed.clear()
    write_over({"b": b"1"}, tmp_path).keep()
    assert [of_a_folder for of_a_folder, _ in flushed] == [False, True]
    assert {"b", "ra"} <= {*flushed[-1][1]}


def test_what_is_refused_at_the_second_name_puts_the_first_back(tmp_path: Path) -> None:
    write_over({"a": b"old", "web/index.html": b"old"}, tmp_path).keep()
    (tmp_path / "y").mkdir()
    with pytest.raises(FileTrouble) as refused:
        write_over({"a": b"new", "web/index.html": b"new", "new": b"1", "y": b""}, tmp_path)
    assert refused.value == FileTrouble(Trouble.DENIED, str(tmp_path / "y"))
    assert _tree(tmp_path) == {"a": b"old", "web/index.html": b"old"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "web", "y"]


def test_a_folder_does_not_stand_in_for_a_file(tmp_path: Path) -> None:
    (tmp_path / "web").write_bytes(b"old")
    with pytest.raises(FileTrouble) as refused:
        write_over({"web/index.html": b"new"}, tmp_path)
    assert refused.value.path == str(tmp_path / "web")
    assert _tree(tmp_path) == {"web": b"old"}


def test_folders_made_for_what_is_refused_go_again(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        write_over({"a": b""}, tmp_path / "số 4" / "ra", stop=lambda: True)
    with pytest.raises(FileTrouble):
        write_file(b"1", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_stood_there_is_kept_aside_until_the_new_is_kept(tmp_path: Path) -> None:
    write_over({"a": b"old"}, tmp_path).keep()
    written = write_over({"a": b"new"}, tmp_path)
    assert sorted(_tree(tmp_path).values()) == [b"new", b"old"]
    written.keep()
    assert _tree(tmp_path) == {"a": b"new"}


@pytest.mark.parametrize("name", ["../a", "/a", "a/../../b", "..", "c:x", "a\\b"])
def test_names_do_not_lead_out_of_the_folder(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="plain file name"):
        write_over({name: b""}, tmp_path / "in")
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


def test_each_format_alone_has_a_plain_name() -> None:
    edition = editions.short_issue()
    plain = [plain_name(edition, output) for output in (Output.SCREEN, Output.WORD, Output.WEB)]
    assert plain == ["ban-tin-so-4-2019.pdf", "ban-tin-so-4-2019.docx", "ban-tin-so-4-2019-html"]
    assert plain_name(edition, Output.PRINT) == output_name(edition, Output.PRINT)


def test_ctrl_c_between_two_renames_leaves_the_folder_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_over({"web/old.html": b"old"}, tmp_path).keep()
    really = Path.replace

    def stopped(self: Path, target: Path) -> Path:
        if target == tmp_path / "web" and self.parent != target and (self / "new.html").exists():
            raise KeyboardInterrupt
        return really(self, target)

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_over({"web/new.html": b"new"}, tmp_path)
    assert _tree(tmp_path) == {"web/old.html": b"old"}
