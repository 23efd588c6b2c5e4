"""Salvage and archive from the command line."""

from __future__ import annotations

import json
from pathlib import Path

from desk.acts import journal
from desk.acts.journal import JournalQuery
from desk.acts.rules import Act
from desk.database import store
from tests.engine import tamper
from tests.making import PASSWORD
from tests.ui.terminal.running import Capture, run


def test_what_can_be_read_is_given_out_and_what_is_lost_is_said(
    capsys: Capture, filled: Path, tmp_path: Path
) -> None:
    desk = filled / "desk.sqlite"
    code, out, err = run(capsys, "salvage", desk, "--to", tmp_path / "ra", "--json")
    told = json.loads(out)
    assert (code, told["whole"], len(told["articles"])) == (0, True, 2)
    assert "Cứu được 2 trong 2 bài" in err
    assert "\tduyệt bài\t" in (Path(told["folder"]) / "nhat-ky.txt").read_text("utf-8")
    tamper(desk, "UPDATE revision SET text = 'x' WHERE article_id = 1")
    code, out, err = run(capsys, "salvage", desk, "--to", tmp_path / "ra")
    assert (code, out) == (1, "")
    assert "Bài không trọn: 1 chỉ còn chữ." in err
    assert "danh-sach.html" in err


def test_what_is_no_desk_is_refused(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "lạ").write_text("không phải", encoding="utf-8")
    assert run(capsys, "salvage", tmp_path / "lạ", "--to", tmp_path / "ra")[0] == 1
    code, _, err = run(capsys, "salvage", tmp_path / "không có", "--to", tmp_path)
    assert (code, "Không thấy" in err or "Không còn thấy" in err) == (1, True)
    assert run(capsys, "salvage", tmp_path / "lạ")[0] == 2
    assert sorted(one.name for one in tmp_path.iterdir()) == ["lạ"]


def test_an_archive_becomes_a_desk_again(capsys: Capture, filled: Path, tmp_path: Path) -> None:
    code, out, err = run(capsys, "archive", "--to", tmp_path / "kho", "--data", filled, "--json")
    told = json.loads(out)
    assert (code, told["articles"], told["issues"]) == (0, 2, 1)
    assert "Đã xuất 2 bài, 1 số bản tin" in err
    code, out, err = run(capsys, "archive-import", told["folder"], "--data", tmp_path / "mới")
    assert (code, out) == (0, "")
    assert "kiểm tra không thấy lỗi" in err
    assert run(capsys, "check", "--data", tmp_path / "mới")[0] == 0
    code, _, err = run(capsys, "archive-import", told["folder"], "--data", tmp_path / "mới")
    assert (code, "đã có bàn biên tập" in err) == (1, True)


def test_an_archive_that_was_changed_is_named(capsys: Capture, filled: Path, tmp_path: Path) -> None:
    run(capsys, "archive", "--year", 2019, "--to", tmp_path, "--data", filled)
    folder = tmp_path / "Kho lưu trữ 2019"
    with (folder / "nhat-ky.txt").open("a", encoding="utf-8") as file:
        file.write("thêm")
    code, _, err = run(capsys, "archive-import", folder, "--data", tmp_path / "mới")
    assert (code, "nhat-ky.txt" in err) == (1, True)
    code, _, err = run(capsys, "archive-import", tmp_path, "--data", tmp_path / "mới")
    assert (code, "không phải là kho lưu trữ" in err) == (1, True)
    assert run(capsys, "archive", "--year", "năm nay", "--to", tmp_path, "--data", filled)[0] == 2
    assert run(capsys, "archive", "--to", tmp_path, "--data", tmp_path / "không có")[0] == 1


def test_an_archive_under_a_name_is_journaled(capsys: Capture, filled: Path, tmp_path: Path) -> None:
    (tmp_path / "mật khẩu").write_text(PASSWORD, encoding="utf-8")
    name = ("--as", "Hoàng Thư Ký", "--password-file", tmp_path / "mật khẩu", "--data", filled)
    assert run(capsys, "archive", "--to", tmp_path / "kho", *name)[0] == 0
    store.open_file(filled / "desk.sqlite", readonly=True)
    try:
        (entry,) = journal.entries(JournalQuery(act=Act.ARCHIVE))
        assert (entry.person, entry.detail["terminal"]) == ("Hoàng Thư Ký", True)
    finally:
        store.close_file()
