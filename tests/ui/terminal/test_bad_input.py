"""What people give the command line that it cannot read: a sentence that names it, exit code 1, nothing written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.terminal.running import Capture, acting, run

ROOT = Path(__file__).resolve().parents[3]
REFUSED = "\r\n".join(
    ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//VI", "BEGIN:VEVENT", "UID:a", "SUMMARY:Họp",
     "DTSTART:khong-phai-ngay", "END:VEVENT", "END:VCALENDAR", "")
)  # fmt: skip


@pytest.mark.parametrize("arguments", [["--help"], ["import", "--help"], ["bay"]])
def test_vietnamese_goes_through_a_pipe_of_any_code_page(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "main.py", *arguments],
        capture_output=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        check=False,
    )
    told = (done.stdout + done.stderr).decode("utf-8")
    assert "cách dùng" in told
    assert "Traceback" not in told


def test_a_pdf_that_was_cut_is_named_as_one(filled: Path, tmp_path: Path, capsys: Capture) -> None:
    cut = tmp_path / "bản tin.pdf"
    cut.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog")
    code, out, err = run(capsys, "verify", cut, "--data", filled)
    assert (code, out) == (1, "")
    assert "“bản tin.pdf”: tệp PDF hỏng hoặc bị cắt" in err
    assert len(err.splitlines()) == 1


def test_a_file_where_a_folder_is_meant_is_named(filled: Path, tmp_path: Path, capsys: Capture) -> None:
    there = tmp_path / "lịch tuần"
    there.touch()
    code, _, err = run(capsys, "schedule", "2019-W15", "--out", there, "--data", filled)
    assert code == 1
    assert f"“{there}” không phải là thư mục" in err


@pytest.mark.parametrize(
    "verb", [("verify",), ("notice",), ("import", "--dry-run"), ("compare",)], ids=lambda verb: str(verb[0])
)
def test_a_folder_or_a_pipe_is_no_file(
    filled: Path, tmp_path: Path, capsys: Capture, verb: tuple[str, ...]
) -> None:
    (tmp_path / "thư mục.txt").mkdir()
    given = [tmp_path / "thư mục.txt"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "ống.txt")
        given.append(tmp_path / "ống.txt")
    for path in given:
        files = [path, path] if verb[0] == "compare" else [path]
        where = [] if verb[0] == "compare" else ["--data", filled]
        code, _, err = run(capsys, verb[0], *files, *verb[1:], *where)
        assert code == 1
        if path.is_fifo() or verb[0] not in ("verify", "import"):  # a folder has its manifest, its articles
            assert "không phải là một tệp" in err


def test_a_manifest_without_an_end_is_no_manifest(filled: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "manifest.json").write_text("[" * 100_000, encoding="utf-8")
    code, _, err = run(capsys, "verify", tmp_path, "--data", filled)
    assert code == 1
    assert "không có bản kê" in err


def test_a_calendar_of_which_nothing_was_taken_is_refused(
    filled: Path, tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / "lịch.ics").write_bytes(REFUSED.encode("utf-8"))
    code, _, err = run(
        capsys, "import", tmp_path / "lịch.ics", *acting(filled, "Hoàng Thư Ký"), "--data", filled
    )
    assert code == 1
    assert "Họp" in err


def test_to_look_at_an_article_wants_no_name(filled: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "bài.txt").write_text("Đại hội chi bộ\n\nSáng 9/4, chi bộ họp.\n", encoding="utf-8")
    code, _, err = run(capsys, "import", tmp_path / "bài.txt", "--dry-run", "--data", filled)
    assert code == 0
    assert "chỉ xem, chưa ghi" in err
