"""The verbs: Vietnamese words, exit codes 0, 1 and 2, JSON on standard output alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desk.paths import ROOT, SAMPLE
from tests.engine import tamper
from tests.ui.terminal.running import Capture, acting, run
from ui.terminal import verbs

REAL = SAMPLE / "01-giao-ban-khoa-giao-quy-1-2019.txt"


def test_show_prints_fields_and_blocks(filled: Path, capsys: Capture) -> None:
    code, out, err = run(capsys, "show", 1, "--json", "--data", filled)
    shown = json.loads(out)
    assert code == 0
    assert err == ""
    assert shown["title"] == "Đổi mới công tác Đảng"
    assert shown["stage"] == "approved"
    assert shown["blocks"][0]["runs"] == [["Đồng chí nêu rõ.", ""]]
    code, out, _ = run(capsys, "show", 1, "--data", filled)
    assert "Đã duyệt, phiên bản 1" in out
    code, out, err = run(capsys, "show", 99, "--json", "--data", filled)
    assert (code, out) == (1, "")
    assert "không còn nữa" in err


def test_search_finds_without_diacritics(filled: Path, capsys: Capture) -> None:
    code, out, _ = run(capsys, "search", "doi", "moi", "--json", "--data", filled)
    assert code == 0
    assert [hit["article_id"] for hit in json.loads(out)] == [1]
    assert "[Đổi mới]" in json.loads(out)[0]["snippet"]
    code, out, err = run(capsys, "search", "khongco", "--data", filled)
    assert (code, out) == (1, "")
    assert "Không tìm thấy" in err


def test_import_and_dry_run(filled: Path, capsys: Capture) -> None:
    name = "Lê Thị Viết"
    code, out, _ = run(capsys, "import", REAL, "--as", name, "--dry-run", "--json", "--data", filled)
    (taken,) = json.loads(out)
    assert code == 0
    assert taken["id"] is None
    assert taken["article"]["event_date"] == "2019-04-09"
    assert taken["repeated_lead"]
    assert run(capsys, "show", 3, "--data", filled)[0] == 1
    code, out, err = run(capsys, "import", REAL, *acting(filled, name), "--data", filled)
    assert (code, out) == (0, "")
    assert "→ bài số 3" in err
    assert run(capsys, "import", REAL, *acting(filled, "Không Ai"), "--data", filled)[0] == 1
    assert run(capsys, "import", REAL, *acting(filled, "Quản Trị"), "--data", filled)[0] == 0


def test_a_bad_file_does_not_stop_the_good_one(filled: Path, tmp_path: Path, capsys: Capture) -> None:
    empty = tmp_path / "rỗng.txt"
    empty.touch()
    code, out, err = run(
        capsys, "import", empty, REAL, *acting(filled, "Lê Thị Viết"), "--json", "--data", filled
    )
    assert code == 1
    assert [item.get("id") for item in json.loads(out)] == [None, 3]
    assert "tệp rỗng" in err


def test_check_says_what_is_wrong(filled: Path, capsys: Capture) -> None:
    assert run(capsys, "check", "--data", filled)[:2] == (0, "")
    tamper(filled / "desk.sqlite", "UPDATE journal SET note = 'khác' WHERE id = 7")
    code, out, _ = run(capsys, "check", "--data", filled)
    assert code == 1
    assert out == "Nhật ký, mục 7: bị sửa\n"


def test_no_desk_is_said_and_none_is_made(tmp_path: Path, capsys: Capture) -> None:
    code, out, err = run(capsys, "search", "x", "--data", tmp_path / "gõ nhầm")
    assert (code, out) == (1, "")
    assert "gõ nhầm" in err
    assert not (tmp_path / "gõ nhầm").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_without_a_screen_the_window_says_so(tmp_path: Path) -> None:
    environment = {
        k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--data", str(tmp_path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**environment, "PYTHONUTF8": "1"},
        check=False,
    )
    assert done.returncode == 1
    assert "không có màn hình" in done.stderr


def test_nobody_is_asked_to_close_where_nothing_is_open(
    capsys: Capture, tmp_path: Path, qapp: object
) -> None:
    code, out, err = run(capsys, "close", "--data", tmp_path)
    assert (code, out) == (0, "")
    assert "Không có cửa sổ nào đang mở" in err


def test_a_window_that_closes_is_waited_for(
    capsys: Capture, tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([True, True, False])
    place = "ui.window.single_instance.SingleInstance.close_first"
    monkeypatch.setattr(place, lambda _: next(answers))
    assert run(capsys, "close", "--data", tmp_path) == (0, "", "")
    monkeypatch.setattr(place, lambda _: True)
    monkeypatch.setattr(verbs, "_CLOSING", 0.1)
    code, _, err = run(capsys, "close", "--data", tmp_path)
    assert code == 1
    assert "Cửa sổ chưa đóng" in err


def test_the_sample_desk_has_a_folder_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from ui.terminal import arguments, verbs

    assert verbs.run(arguments.read(["--data", str(tmp_path), "sample"])) == 2
    assert "Bàn mẫu có thư mục riêng" in capsys.readouterr().err
