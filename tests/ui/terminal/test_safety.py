"""The verbs of backups: made, listed, restored from a shell, whether a desk can be opened or not."""

from __future__ import annotations

import json
from pathlib import Path

from desk.database import store
from desk.safety.facts import FOLDER, note_of
from tests.engine import damage_pages
from tests.making import Cast, article
from tests.ui.terminal.running import Capture, run


def _made(folder: Path, capsys: Capture) -> Path:
    code, out, err = run(capsys, "backup", "--data", folder)
    assert code == 0
    assert "Đã sao lưu và kiểm tra." in err
    return Path(out.strip())


def test_a_backup_is_made_and_listed(filled: Path, capsys: Capture) -> None:
    path = _made(filled, capsys)
    assert path.parent == filled / FOLDER
    code, out, _ = run(capsys, "backups", "--json", "--data", filled)
    assert code == 0
    (one,) = json.loads(out)
    assert one["path"] == str(path)
    assert (one["proof"], one["why"], one["articles"], one["issue"]) == ("proven", "hand", 2, "4/2019")
    code, out, _ = run(capsys, "backups", "--data", filled)
    assert "Đã kiểm tra · Theo yêu cầu · Máy này" in out
    assert "Hoàng Thư Ký xếp bài vào số “4/2019”" in out


def test_a_backup_goes_into_the_folder_that_was_named(filled: Path, tmp_path: Path, capsys: Capture) -> None:
    code, out, _ = run(capsys, "backup", "--to", tmp_path / "Ổ USB", "--data", filled)
    assert code == 0
    assert Path(out.strip()).parent == tmp_path / "Ổ USB"
    code, out, err = run(capsys, "backups", "--data", filled)
    assert (code, out) == (1, "")
    assert "Chưa có bản sao lưu nào." in err


def test_a_desk_at_work_is_backed_up_and_not_restored(cast: Cast, capsys: Capture) -> None:
    path = _made(cast.path.parent, capsys)
    code, _, err = run(capsys, "restore", path, "--yes", "--data", cast.path.parent)
    assert code == 1
    assert "đang" in err


def test_a_restore_wants_a_yes(filled: Path, capsys: Capture) -> None:
    path = _made(filled, capsys)
    before = (filled / "desk.sqlite").read_bytes()
    code, out, err = run(capsys, "restore", path, "--data", filled)
    assert (code, out) == (1, "")
    assert "Thêm --yes để phục hồi." in err
    assert (filled / "desk.sqlite").read_bytes() == before


def test_a_damaged_desk_comes_back(cast: Cast, capsys: Capture) -> None:
    article(cast)
    store.close_file()
    path = _made(cast.path.parent, capsys)
    damage_pages(cast.path)
    folder = cast.path.parent
    assert run(capsys, "check", "--data", folder)[0] == 1
    code, out, err = run(capsys, "restore", path, "--yes", "--data", folder)
    assert (code, out.strip()) == (0, str(cast.path))
    assert "Dữ liệu trước khi phục hồi nay ở:" in err
    assert run(capsys, "check", "--data", folder)[0] == 0
    assert run(capsys, "show", 1, "--data", folder)[0] == 0


def test_a_tampered_or_absent_backup_is_refused(filled: Path, capsys: Capture) -> None:
    path = _made(filled, capsys)
    with path.open("r+b") as file:
        file.seek(7000)
        file.write(b"x")
    code, out, err = run(capsys, "restore", path, "--yes", "--data", filled)
    assert (code, out) == (1, "")
    assert "không còn như lúc được ghi" in err
    code, out, _ = run(capsys, "backups", "--data", filled)
    assert "Đã bị thay đổi" in out
    assert run(capsys, "restore", filled / "không có.sqlite", "--data", filled)[0] == 1
    note_of(path).unlink()
    assert "Thiếu phiếu kèm" in run(capsys, "backups", "--data", filled)[1]


def test_another_desks_backup_is_refused_where_a_desk_is(
    filled: Path, tmp_path: Path, capsys: Capture
) -> None:
    other = tmp_path / "khác" / "desk.sqlite"
    store.create(other)
    path = _made(other.parent, capsys)
    code, _, err = run(capsys, "restore", path, "--yes", "--data", filled)
    assert code == 1
    assert "bàn biên tập khác" in err
