"""`import` of articles: every kind of file, as JSON or as drafts with their pictures, files and comments."""

from __future__ import annotations

import json
from pathlib import Path

from desk.paths import ROOT
from tests.ui.terminal.running import Capture, acting, run

FILES = ROOT / "tests" / "files" / "intake"
WORD = FILES / "word" / "01 Tin ket nap dang vien - Nam Lu.docx"
TITLE = "CHI BỘ TRƯỜNG PTDTBT THCS CHIỀNG PHA KẾT NẠP ĐẢNG VIÊN MỚI"


def test_a_look_tells_kind_pictures_and_comments(filled: Path, capsys: Capture) -> None:
    code, out, err = run(capsys, "import", WORD, "--dry-run", "--json", "--data", filled)
    (told,) = json.loads(out)
    assert code == 0
    assert "chỉ xem, chưa ghi" in err
    assert (told["file"], told["id"], told["kind"]) == (str(WORD), None, "docx")
    assert told["article"]["title"] == TITLE
    assert [one["bytes"] > 0 for one in told["pictures"]] == [True]
    assert [one["text"] for one in told["captions"]] == [
        "Đồng chí Lường Thị Nga đọc lời tuyên thệ dưới cờ Đảng"
    ]
    assert told["captions"][0]["block_id"] == told["pictures"][0]["block"]
    assert told["comments"] == []
    assert "Kính gửi: Ban Biên tập Bản tin Thông báo nội bộ tỉnh Phong Sơn" in told["dropped"]


def test_a_mere_look_needs_no_desk(tmp_path: Path, capsys: Capture) -> None:
    code, out, _ = run(capsys, "import", WORD, "--dry-run", "--json", "--data", tmp_path)
    assert (code, json.loads(out)[0]["article"]["title"]) == (0, TITLE)
    code, _, err = run(capsys, "import", WORD, "--dry-run", "--as", "Ai", "--data", tmp_path)
    assert code == 1
    assert "desk.sqlite" in err


def test_a_file_becomes_a_draft_with_its_picture_and_is_kept(filled: Path, capsys: Capture) -> None:
    code, out, _ = run(capsys, "import", WORD, *acting(filled, "Lê Thị Viết"), "--json", "--data", filled)
    (told,) = json.loads(out)
    assert code == 0
    code, out, _ = run(capsys, "show", told["id"], "--json", "--data", filled)
    shown = json.loads(out)
    assert shown["title"] == TITLE
    pictures = [block for block in shown["blocks"] if block["t"] == "img"]
    assert len(pictures) == 1
    assert pictures[0]["picture"]


def test_a_mail_gives_each_of_its_articles(filled: Path, capsys: Capture) -> None:
    code, out, _ = run(
        capsys, "import", FILES / "mail" / "e07-hai-tep.eml", "--dry-run", "--json", "--data", filled
    )
    told = json.loads(out)
    assert code == 0
    assert len(told) == 2
    assert all(" › " in one["name"] for one in told)


def test_what_cannot_be_read_is_told_and_the_rest_is_taken(
    filled: Path, tmp_path: Path, capsys: Capture
) -> None:
    photo = tmp_path / "ảnh.docx"
    photo.write_bytes(b"\xff\xd8\xff\xe0 JFIF")
    code, out, err = run(capsys, "import", photo, WORD, "--dry-run", "--json", "--data", filled)
    first, second = json.loads(out)
    assert code == 1
    assert "là một ảnh" in first["error"]
    assert "là một ảnh" in err
    assert second["article"]["title"] == TITLE


def test_one_who_may_not_write_takes_nothing_in(filled: Path, capsys: Capture) -> None:
    code, _, err = run(capsys, "import", WORD, *acting(filled, "Không Ai Cả"), "--data", filled)
    assert code == 1
    assert err
