"""The verbs of the calendar: the week's sheet, calendar files, notices."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk.acts import journal
from desk.acts.rules import Act, Role
from desk.calendar import meetings
from desk.calendar.storage import Chair, Fields
from desk.database import store
from desk.dates.recurrence import read_rule
from desk.dates.series import When
from desk.department import people
from tests.making import Cast
from tests.ui.terminal.running import Capture, acting, run


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
    code, _, err = run(
        capsys, "schedule", "2019-W15", "--format", "pdf,docx,txt", "--out", out, "--data", busy
    )
    assert code == 0
    assert err.count("Đã ghi") == 3
    assert "Lưu ý: Đầu tờ lịch còn thiếu địa danh." in err
    names = sorted(path.name for path in out.iterdir())
    assert names == [f"lich-cong-tac-tuan-15-2019.{kind}" for kind in ("docx", "pdf", "txt")]
    text = (out / "lich-cong-tac-tuan-15-2019.txt").read_text(encoding="utf-8-sig")
    assert "08h00 - 09h00: Giao ban tuần" in text
    first = (out / names[1]).read_bytes()
    run(capsys, "schedule", "2019-w15", "--format", "pdf", "--out", out, "--data", busy)
    assert (out / names[1]).read_bytes() == first
    code, _, err = run(capsys, "schedule", "2019-W60", "--out", out, "--data", busy)
    assert code == 2
    assert "2019-W15" in err
    file = tmp_path / "tệp"
    file.write_text("x", encoding="utf-8")
    code, _, err = run(capsys, "schedule", "2019-W15", "--out", file / "trong", "--data", busy)
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
    code, out, err = run(capsys, "import", file, "--dry-run", "--json", *span, "--data", busy)
    (report,) = json.loads(out)
    assert code == 0
    assert "1 thêm, 1 không nhập được (chỉ xem, chưa ghi)" in err
    assert (report["add"], report["refuse"]) == (1, 1)
    assert [one["start"] for one in report["lines"][0]["occurrences"]] == [
        "2019-04-10T07:30:00",
        "2019-05-10T07:30:00",
    ]
    code, _, err = run(capsys, "import", file, "--data", busy)
    assert code == 2
    assert "--as" in err
    code, _, err = run(capsys, "import", file, *acting(busy, "Không Có Ai"), "--data", busy)
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
    assert "1 thêm" in run(capsys, "import", file, *acting(busy, name), "--data", busy)[2]
    assert "1 bỏ qua" in run(capsys, "import", file, *acting(busy, name), "--data", busy)[2]
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
    code, out, err = run(capsys, "notice", file, "--json", "--today", "2019-04-01")
    assert code == 0
    (found,) = json.loads(out)
    assert (found["date"], found["start"], found["place"]) == ("2019-04-11", "08:00", "Hội trường")
    assert found["doubts"] == [{"kind": "weekday", "detail": "thứ Sáu"}]
    assert {span["field"] for span in found["spans"]} >= {"title", "date", "start", "place"}
    assert "Thứ không khớp với ngày" in err
    assert "ngày 11/4/2019 là thứ Năm" in err
    assert run(capsys, "notice", tmp_path / "không có.txt")[0] == 1
    file.write_text("Không có gì ở đây", encoding="utf-8")
    assert run(capsys, "notice", file)[0] == 1


def _notice(path: Path, capsys: Capture, text: str) -> tuple[list[dict[str, object]], str]:
    """Return the meetings found in a text in April 2019, as JSON and as the lines said."""
    path.write_text(text, encoding="utf-8")
    code, out, err = run(capsys, "notice", path, "--json", "--today", "2019-04-01")
    assert code == 0
    found: list[dict[str, object]] = json.loads(out)
    return found, err


def test_a_meeting_found_is_said_with_its_time_and_place(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "giấy mời.txt"
    text = (
        "GIẤY MỜI\nDự Hội nghị sơ kết quý I\nThời gian: từ 8h00 đến 10h30 ngày 11/4/2019\n"
        "Địa điểm: Hội trường\nChủ trì: Đồng chí Trần Đức Thuần - Trưởng ban\n"
    )
    (one,), said = _notice(file, capsys, text)
    assert f"{one['title']}: T5 11/4/2019, 08:00–10:30, Hội trường" in said
    assert (one["start"], one["end"], one["last"], one["part"]) == ("08:00", "10:30", None, None)
    assert one["chair"] == [["Trần Đức Thuần", "Trưởng ban"]]
    places = {span["field"]: text[span["start"] : span["stop"]] for span in one["spans"]}  # type: ignore[attr-defined]
    assert places["place"] == "Hội trường"
    (whole,), said = _notice(file, capsys, "Hội nghị sơ kết. Thời gian: sáng ngày 11/4/2019")
    assert (whole["part"], whole["start"]) == ("morning", None)
    assert "T5 11/4/2019, Buổi sáng\n" in said  # no place, and no comma before it


def test_a_meeting_without_a_day_says_so(tmp_path: Path, capsys: Capture) -> None:
    (one,), said = _notice(tmp_path / "a.txt", capsys, "Kính mời đồng chí dự Hội nghị sơ kết quý I.")
    assert one["date"] is None
    assert f"{one['title']}: chưa rõ ngày" in said
    assert {"kind": "no_date", "detail": ""} in one["doubts"]  # type: ignore[operator]


def test_a_notice_too_large_or_empty_is_named(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "giấy mời dài.txt"
    for letters, reason in ((2 * 2**20 + 1, "dài quá 60.000 chữ"), (2 * 2**20, "giấy mời dài.txt")):
        file.write_text(" " * letters, encoding="utf-8")  # the larger one is not even read
        code, out, err = run(capsys, "notice", file)
        assert (code, out) == (1, "")
        assert reason in err


def test_a_look_goes_a_year_ahead_from_its_first_day(busy: Path, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "a.ics"
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//VI", "BEGIN:VEVENT", "UID:a1@x",
        "DTSTAMP:20190401T000000Z", "DTSTART;VALUE=DATE:20190410", "SUMMARY:Tập huấn", "END:VEVENT",
        "END:VCALENDAR", "",
    )  # fmt: skip
    file.write_bytes("\r\n".join(lines).encode("utf-8"))
    look = ("import", file, "--dry-run", "--json", "--from", "2019-04-01", "--data", busy)
    for _ in range(2):  # a look imports nothing: the second says the same
        code, out, err = run(capsys, *look)
        (report,) = json.loads(out)
        assert code == 0
        assert (report["from"], report["to"], report["file"]) == ("2019-04-01", "2020-03-31", str(file))
        assert "a.ics: 1 thêm (chỉ xem, chưa ghi)." in err
        assert "  – Thêm: Tập huấn (cuộc họp mới)" in err
