"""Calendar files in and out: written, read again, broken, heavy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desk.calendar import meetings, occurrences
from desk.ics import lines
from tests.making import Cast
from tests.ui.calendar.calendars import held, page, put, starts
from ui.calendar.import_export_actions import Way
from ui.window.window import Window

Sit = Callable[[int], Window]
K = Qt.Key
pytestmark = pytest.mark.usefixtures("april")


def event(uid: str, *lines: str) -> str:
    return "\r\n".join(("BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20190401T000000Z", *lines, "END:VEVENT"))


def calendar_file(path: Path, *events: str, end: str = "END:VCALENDAR\r\n") -> Path:
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n"
    path.write_bytes((head + "\r\n".join(events) + "\r\n" + end).encode("utf-8"))
    return path


def test_a_file_of_bad_events_brings_the_good_ones(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path
) -> None:
    at = "DTSTART:20190424T080000"
    events = (
        event("good", at, "SUMMARY:Tốt"),
        event("first", at, "DTEND:20190424T070000", "SUMMARY:Kết thúc trước"),
        event("fine", "DTSTART:19700101T000000", "RRULE:FREQ=SECONDLY", "SUMMARY:Mỗi giây"),
        event("never", at, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "SUMMARY:Ba mươi tháng hai"),
        event("many", at, "RRULE:FREQ=DAILY;COUNT=1000000", "SUMMARY:Một triệu"),
        event("twice", at, "SEQUENCE:1", "SUMMARY:Bản cũ"),
        event("twice", "DTSTART:20190425T080000", "SEQUENCE:2", "SUMMARY:Bản mới"),
        "BEGIN:VEVENT\r\nUID:cut\r\nSUMMARY:Cắt ngang\r\nDTSTART:2019",
    )
    window = sit(cast.secretary)
    calendar = page(window)
    calendar.in_and_out.files.take([calendar_file(tmp_path / "hỏng nhiều.ics", *events, end="")])
    dialog = calendar.in_and_out.files.dialog
    assert dialog is not None
    told = {}
    for at_row in range(dialog.table.rowCount()):
        action, title, _, why = (dialog.table.item(at_row, column) for column in range(4))
        assert action is not None
        assert title is not None
        assert why is not None
        told[title.text()] = (action.text(), why.text())
    assert told["Tốt"] == ("Thêm", "cuộc họp mới")
    assert told["Bản mới"][0] == "Thêm"
    refused = {title: why for title, (action, why) in told.items() if action == "Không nhập được"}
    assert refused["Kết thúc trước"].startswith("kết thúc trước khi bắt đầu")
    assert refused["Mỗi giây"].startswith("lặp theo giờ, phút hoặc giây")
    assert refused["Ba mươi tháng hai"].startswith("không ngày nào hợp với quy tắc lặp")
    assert refused["Một triệu"].startswith("lặp quá nhiều lần")
    assert refused["Bản cũ"].startswith("trùng mã với cuộc khác trong tệp")
    assert refused["Cắt ngang"].startswith("tệp bị cắt giữa chừng")
    QTest.keyClick(dialog, K.Key_Return)
    assert starts("Tốt") == [datetime(2019, 4, 24, 8)]
    assert starts("Bản mới") == [datetime(2019, 4, 25, 8)]
    window.notice.press()  # the whole import is taken back at once
    assert starts("Tốt") == starts("Bản mới") == []


def test_too_many_events_are_refused_and_an_endless_line_is_cut(sit: Sit, cast: Cast, tmp_path: Path) -> None:
    window = sit(cast.secretary)
    files = page(window).in_and_out.files
    many = calendar_file(
        tmp_path / "vạn cuộc.ics",
        *(event(f"{n}", "DTSTART:20190424T080000", f"SUMMARY:{n}") for n in range(lines.MOST_EVENTS + 1)),
    )
    files.take([many])
    assert "quá lớn" in window.notice.words()
    endless = calendar_file(
        tmp_path / "một dòng.ics",
        event("a", "DTSTART:20190424T080000", "SUMMARY:Họp", f"DESCRIPTION:{'đ' * 2_500_000}"),
    )
    files.take([endless])
    assert files.dialog is not None
    files.dialog.agree()
    (row,) = held("Họp")
    assert row.start == datetime(2019, 4, 24, 8)
    told = occurrences.occurrences(date(2019, 4, 24), date(2019, 4, 24))
    assert len(told) == 1


def test_a_calendar_goes_out_and_comes_back(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(cast, "Giao ban tuần", datetime(2019, 4, 1, 8), "FREQ=WEEKLY;BYDAY=MO;COUNT=4")
    window = sit(cast.secretary)
    calendar = page(window)
    target = tmp_path / "Lịch tháng 4.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    calendar.in_and_out[Way.EXPORT_DAYS].trigger()
    assert b"RRULE" in target.read_bytes()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(target)], ""))
    calendar.in_and_out[Way.IMPORT].trigger()
    dialog = calendar.in_and_out.files.dialog
    assert dialog is not None
    assert not dialog.ok.isEnabled()  # nothing is new
    first = dialog.table.item(0, 0)
    assert first is not None
    assert first.text() == "Bỏ qua"
    dialog.reject()
    row = held("Giao ban tuần")[0]
    meetings.remove(cast.secretary, row.meeting_id, row.version, row.origin)
    text = target.read_text(encoding="utf-8").replace("@ban-bien-tap", "@noi-khac").replace("Giao ban", "Họp")
    target.write_text(text, encoding="utf-8", newline="")
    calendar.in_and_out[Way.IMPORT].trigger()
    dialog = calendar.in_and_out.files.dialog
    assert dialog is not None
    dialog.agree()
    assert [start.day for start in starts("Họp tuần")] == [1, 8, 15, 22]
    assert "Đã nhập lịch: 1 thêm" in window.notice.words()
    window.notice.press()
    assert starts("Họp tuần") == []
    broken = tmp_path / "hỏng.ics"
    broken.write_bytes(b"\x00\x01 not a calendar")
    calendar.in_and_out.files.take([broken])
    assert "hỏng.ics" in window.notice.words()


def test_several_files_are_looked_at_one_after_the_other(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path
) -> None:
    at = "DTSTART:20190424T080000"
    one = calendar_file(tmp_path / "một.ics", event("a", at, "SUMMARY:Một"))
    none = tmp_path / "hai.ics"
    none.write_text("không phải lịch", encoding="utf-8")
    three = calendar_file(tmp_path / "ba.ics", event("c", at, "SUMMARY:Ba"))
    window = sit(cast.secretary)
    files = page(window).in_and_out.files
    files.take([one, none, three])
    first = files.dialog
    assert first is not None
    assert any("một.ics (tệp 1 trong 3)" in label.text() for label in first.findChildren(QLabel))
    QTest.keyClick(first, K.Key_Return)
    qtbot.waitUntil(lambda: files.dialog is not first, timeout=10_000)
    last = files.dialog
    assert last is not None
    assert any("ba.ics (tệp 3 trong 3)" in label.text() for label in last.findChildren(QLabel))
    QTest.keyClick(last, K.Key_Return)
    qtbot.waitUntil(lambda: "hai.ics" in window.notice.words())
    assert starts("Một") == starts("Ba") == [datetime(2019, 4, 24, 8)]
    files.take([one])
    again = files.dialog
    assert again is not last
    assert again is not None
    assert not any("trong" in label.text() for label in again.findChildren(QLabel))
