"""The verbs: Vietnamese words, exit codes 0, 1 and 2, JSON on standard output alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk.acts import journal
from desk.acts.rules import Act, Role, Stage
from desk.calendar import meetings
from desk.calendar.storage import Chair, Fields
from desk.database import store
from desk.dates.recurrence import read_rule
from desk.dates.series import When
from desk.department import people, settings
from desk.edition.edition import Names
from desk.export import packages, write_files
from desk.export.make import make
from desk.issues import issues, placing, printing, releases
from desk.paths import ROOT, SAMPLE
from main import main
from tests.engine import tamper
from tests.making import Cast, article, words

REAL = SAMPLE / "01-giao-ban-khoa-giao-quy-1-2019.txt"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def filled(cast: Cast) -> Path:
    """A closed desk with an approved article in Số 4/2019 and a draft."""
    made = article(cast, words("Đổi mới công tác Đảng", "Đồng chí nêu rõ."), Stage.APPROVED)
    article(cast, words("Bản thảo khác"))
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    placing.place(cast.secretary, 1, 1, [made])
    store.close_file()
    return cast.path.parent


def _run(capsys: Capture, *arguments: object) -> tuple[int, str, str]:
    try:
        code = main([str(argument) for argument in arguments])
    except SystemExit as left:
        code = int(left.code or 0)
    told = capsys.readouterr()
    return code, told.out, told.err


def test_show_prints_fields_and_blocks(filled: Path, capsys: Capture) -> None:
    code, out, err = _run(capsys, "show", 1, "--json", "--data", filled)
    shown = json.loads(out)
    assert code == 0
    assert err == ""
    assert shown["title"] == "Đổi mới công tác Đảng"
    assert shown["stage"] == "approved"
    assert shown["blocks"][0]["runs"] == [["Đồng chí nêu rõ.", ""]]
    code, out, _ = _run(capsys, "show", 1, "--data", filled)
    assert "Đã duyệt, phiên bản 1" in out
    code, out, err = _run(capsys, "show", 99, "--json", "--data", filled)
    assert (code, out) == (1, "")
    assert "không còn nữa" in err


def test_search_finds_without_diacritics(filled: Path, capsys: Capture) -> None:
    code, out, _ = _run(capsys, "search", "doi", "moi", "--json", "--data", filled)
    assert code == 0
    assert [hit["article_id"] for hit in json.loads(out)] == [1]
    assert "[Đổi] [mới]" in json.loads(out)[0]["snippet"]
    code, out, err = _run(capsys, "search", "khongco", "--data", filled)
    assert (code, out) == (1, "")
    assert "Không tìm thấy" in err


def test_import_and_dry_run(filled: Path, capsys: Capture) -> None:
    name = "Lê Thị Viết"
    code, out, _ = _run(capsys, "import", REAL, "--as", name, "--dry-run", "--json", "--data", filled)
    (taken,) = json.loads(out)
    assert code == 0
    assert taken["id"] is None
    assert taken["article"]["event_date"] == "2019-04-09"
    assert taken["repeated_lead"]
    assert _run(capsys, "show", 3, "--data", filled)[0] == 1
    code, out, err = _run(capsys, "import", REAL, "--as", name, "--data", filled)
    assert (code, out) == (0, "")
    assert "→ bài số 3" in err
    assert _run(capsys, "import", REAL, "--as", "Không Ai", "--data", filled)[0] == 1
    assert _run(capsys, "import", REAL, "--as", "Quản Trị", "--data", filled)[0] == 0


def test_a_bad_file_does_not_stop_the_good_one(filled: Path, tmp_path: Path, capsys: Capture) -> None:
    empty = tmp_path / "rỗng.txt"
    empty.touch()
    code, out, err = _run(capsys, "import", empty, REAL, "--as", "Lê Thị Viết", "--json", "--data", filled)
    assert code == 1
    assert [item.get("id") for item in json.loads(out)] == [None, 3]
    assert "tệp rỗng" in err


def test_export_writes_and_refuses(filled: Path, tmp_path: Path, capsys: Capture) -> None:
    out_folder = tmp_path / "bản in"
    code, out, _ = _run(
        capsys,
        "export",
        "4/2019",
        "--format",
        "pdf,html",
        "--out",
        out_folder,
        "--as",
        "Hoàng Thư Ký",
        "--data",
        filled,
    )
    assert (code, out) == (0, "")
    assert (out_folder / "ban-tin-so-4-2019.pdf").read_bytes().startswith(b"%PDF")
    assert (out_folder / "ban-tin-so-4-2019-html" / "index.html").exists()
    store.open_file(filled / "desk.sqlite", readonly=True)
    assert journal.entries(journal.JournalQuery(), limit=1)[0].person == "Hoàng Thư Ký"
    store.close_file()
    assert _run(capsys, "export", "9/2019", "--out", out_folder, "--data", filled)[0] == 1
    denied = _run(capsys, "export", "4/2019", "--out", out_folder, "--as", "Lê Thị Viết", "--data", filled)
    assert denied[0] == 1


def test_every_profile_goes_into_a_dated_folder(filled: Path, tmp_path: Path, capsys: Capture) -> None:
    out_folder = tmp_path / "bản in"
    every = "print,office,screen,word,web,proof"
    shared = ("--out", out_folder, "--data", filled)
    assert _run(capsys, "export", "4/2019", "--profile", every, "--marks", *shared)[0] == 0
    assert _run(capsys, "export", "4/2019", "--profile", every, "--marks", *shared)[0] == 0
    one, two = sorted(out_folder.iterdir())
    assert two.name == f"{one.name}_lan-2"
    names = {path.name for path in one.iterdir()}
    assert names == {
        "ban-tin-so-4-2019-in.pdf",
        "ban-tin-so-4-2019-in-tai-co-quan.pdf",
        "ban-tin-so-4-2019-man-hinh.pdf",
        "ban-tin-so-4-2019-in-thu.pdf",
        "ban-tin-so-4-2019.docx",
        "ban-tin-so-4-2019-html",
        "manifest.json",
    }
    for path in one.glob("*.*"):
        if path.name != "manifest.json":
            assert path.read_bytes() == (two / path.name).read_bytes(), path.name
    told = json.loads((one / "manifest.json").read_text("utf-8"))
    assert told["release"] == 0
    assert told["articles"][0]["approved_by"] == "Trần Thị Lãnh"


def test_verify_tells_what_was_released(filled: Path, tmp_path: Path, capsys: Capture) -> None:
    store.open_file(filled / "desk.sqlite")
    secretary = people.by_name("Hoàng Thư Ký").id
    issues.close(secretary, 1, 2)
    edition = printing.edition(1)
    files = {output: packages.package(edition, output, make(edition, output)) for output in releases.FROZEN}
    found = packages.measured(edition)
    pressed = releases.ReleaseContent(edition, files, found.pages, found.layout.total, found.cover)
    releases.release(secretary, 1, 3, pressed)
    kept = releases.files(1)
    others = Names("ĐẢNG BỘ TỈNH", "BAN KHÁC", "Thông tin nội bộ")
    settings.change(people.by_name("Quản Trị").id, others, settings.imprint())
    store.close_file()
    plain = tmp_path / "thường"
    assert (
        _run(capsys, "export", "4/2019", "--format", "pdf,docx,html", "--out", plain, "--data", filled)[0]
        == 0
    )
    for path in (one for one in plain.rglob("*") if one.is_file()):
        assert path.read_bytes() in kept.values(), path.name
    folder = write_files.write_new_folder(kept, tmp_path, "số 4")
    code, out, err = _run(capsys, "verify", folder, "--json", "--data", filled)
    verdict = json.loads(out)
    assert code == 0
    assert (verdict["sound"], verdict["issue"], verdict["release"]) == (True, "4/2019", 1)
    assert {one["state"] for one in verdict["articles"]} == {"approved"}
    assert "đúng là số 4/2019 đã phát hành" in err
    printed = next(folder.glob("*-in.pdf"))
    printed.write_bytes(printed.read_bytes() + b"\n")
    code, out, err = _run(capsys, "verify", printed, "--data", filled)
    assert code == 1
    assert "KHÁC với tệp đã phát hành" in out
    assert "đúng bản đã duyệt" in out  # its words are still what was approved
    code, out, err = _run(capsys, "verify", tmp_path / "không có.pdf", "--data", filled)
    assert (code, out) == (1, "")
    assert "không có.pdf”" in err
    assert _run(capsys, "check", "--data", filled)[0] == 0


def test_check_says_what_is_wrong(filled: Path, capsys: Capture) -> None:
    assert _run(capsys, "check", "--data", filled)[:2] == (0, "")
    tamper(filled / "desk.sqlite", "UPDATE journal SET note = 'khác' WHERE id = 7")
    code, out, _ = _run(capsys, "check", "--data", filled)
    assert code == 1
    assert out == "Nhật ký, mục 7: bị sửa\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("bay",),
        ("show",),
        ("show", "một"),
        ("export", "4-2019", "--out", "x"),
        ("export", "4/2019", "--format", "exe", "--out", "x"),
        ("export", "4/2019"),
        ("export", "4/2019", "--profile", "fax", "--out", "x"),
        ("verify",),
        ("import", "x.txt"),
        ("search",),
    ],
)
def test_misuse_is_code_2_in_vietnamese(arguments: tuple[str, ...], capsys: Capture) -> None:
    code, out, err = _run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert "cách dùng:" in err
    assert "Lệnh chưa đúng" in err
    assert "invalid" not in err
    assert "required" not in err


def test_no_desk_is_said_and_none_is_made(tmp_path: Path, capsys: Capture) -> None:
    code, out, err = _run(capsys, "search", "x", "--data", tmp_path / "gõ nhầm")
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


@pytest.fixture
def busy(cast: Cast) -> Path:
    """A closed desk with meetings in April 2019."""
    start = datetime(2019, 4, 8, 8, 0)
    told = Fields("Giao ban tuần", "briefing", "Phòng họp tầng 2", (Chair("Trần Đức Thuần", "Trưởng ban"),))
    when = When(start, start + timedelta(hours=1))
    meetings.make(cast.secretary, told, when, read_rule("FREQ=WEEKLY;BYDAY=MO"))
    store.close_file()
    return cast.path.parent


def test_the_weeks_sheet_is_written(busy: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "Lịch tuần"
    code, _, err = _run(
        capsys, "schedule", "2019-W15", "--format", "pdf,docx,txt", "--out", out, "--data", busy
    )
    assert code == 0
    assert err.count("Đã ghi") == 3
    names = sorted(path.name for path in out.iterdir())
    assert names == [f"lich-cong-tac-tuan-15-2019.{kind}" for kind in ("docx", "pdf", "txt")]
    text = (out / "lich-cong-tac-tuan-15-2019.txt").read_text(encoding="utf-8-sig")
    assert "08h00 - 09h00: Giao ban tuần" in text
    first = (out / names[1]).read_bytes()
    _run(capsys, "schedule", "2019-w15", "--format", "pdf", "--out", out, "--data", busy)
    assert (out / names[1]).read_bytes() == first
    code, _, err = _run(capsys, "schedule", "2019-W60", "--out", out, "--data", busy)
    assert code == 2
    assert "2019-W15" in err
    file = tmp_path / "tệp"
    file.write_text("x", encoding="utf-8")
    code, _, err = _run(capsys, "schedule", "2019-W15", "--out", file / "trong", "--data", busy)
    assert code == 1
    assert err.strip().endswith(".")


def test_a_calendar_is_looked_at_and_imported(busy: Path, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "lịch họp.ics"
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//VI", "BEGIN:VEVENT", "UID:a1@x", "SEQUENCE:1",
        "DTSTAMP:20190401T000000Z", "DTSTART:20190410T003000Z", "DTEND:20190410T043000Z",
        "RRULE:FREQ=MONTHLY;COUNT=3", "SUMMARY:Kỳ họp báo cáo viên", "END:VEVENT",
        "BEGIN:VEVENT", "UID:a2@x", "DTSTAMP:20190401T000000Z", "DTSTART:19700101T000000",
        "RRULE:FREQ=SECONDLY", "SUMMARY:Mỗi giây", "END:VEVENT", "END:VCALENDAR", "",
    )  # fmt: skip
    file.write_bytes("\r\n".join(lines).encode("utf-8"))
    span = ("--from", "2019-04-01", "--to", "2019-05-31")
    code, out, err = _run(capsys, "import", file, "--dry-run", "--json", *span, "--data", busy)
    (report,) = json.loads(out)
    assert code == 0
    assert "1 thêm, 1 không nhập được (chỉ xem, chưa ghi)" in err
    assert (report["add"], report["refuse"]) == (1, 1)
    assert [one["start"] for one in report["lines"][0]["occurrences"]] == [
        "2019-04-10T07:30:00",
        "2019-05-10T07:30:00",
    ]
    code, _, err = _run(capsys, "import", file, "--data", busy)
    assert code == 2
    assert "--as" in err
    code, _, err = _run(capsys, "import", file, "--as", "Không Có Ai", "--data", busy)
    assert code == 1
    assert "Không có ai tên" in err


def test_importing_twice_changes_nothing(busy: Path, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "a.ics"
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//VI", "BEGIN:VEVENT", "UID:a1@x",
        "DTSTAMP:20190401T000000Z", "DTSTART;VALUE=DATE:20190410", "SUMMARY:Tập huấn", "END:VEVENT",
        "END:VCALENDAR", "",
    )  # fmt: skip
    file.write_bytes("\r\n".join(lines).encode("utf-8"))
    store.open_file(busy / "desk.sqlite", readonly=True)
    name = next(row.name for row in people.everybody() if Role.SECRETARY in row.roles)
    store.close_file()
    assert "1 thêm" in _run(capsys, "import", file, "--as", name, "--data", busy)[2]
    assert "1 bỏ qua" in _run(capsys, "import", file, "--as", name, "--data", busy)[2]
    store.open_file(busy / "desk.sqlite", readonly=True)
    entries = journal.everything(journal.JournalQuery(act=Act.IMPORT_CALENDAR))
    store.close_file()
    assert len(entries) == 1


def test_meetings_are_found_in_a_notice(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "giấy mời.txt"
    file.write_text(
        "Kính mời đồng chí dự Hội nghị sơ kết. Thời gian: 8h00 ngày 11/4/2019 (thứ Sáu)\nĐịa điểm: Hội trường\n",
        encoding="utf-8-sig",
    )
    code, out, err = _run(capsys, "notice", file, "--json", "--today", "2019-04-01")
    assert code == 0
    (found,) = json.loads(out)
    assert (found["date"], found["start"], found["place"]) == ("2019-04-11", "08:00", "Hội trường")
    assert found["doubts"] == [{"kind": "weekday", "detail": "thứ Sáu"}]
    assert {span["field"] for span in found["spans"]} >= {"title", "date", "start", "place"}
    assert "Thứ không khớp với ngày" in err
    assert _run(capsys, "notice", tmp_path / "không có.txt")[0] == 1
    file.write_text("Không có gì ở đây", encoding="utf-8")
    assert _run(capsys, "notice", file)[0] == 1
