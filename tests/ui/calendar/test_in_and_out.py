"""The ways out of the calendar and in, through the window: the week's sheet, .ics files, pasted notices."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desk.calendar import meetings
from desk.calendar.storage import Fields
from desk.dates.series import When
from desk.issues import issues
from desk.week_schedule import pdf
from tests.making import Cast
from tests.ui.calendar.calendars import held, page, put, starts, words_of
from ui.calendar.in_and_out import Way
from ui.calendar.week_schedule_dialog import paint_pages, set_page
from ui.window.window import Window

Sit = Callable[[int], Window]
K = Qt.Key
pytestmark = pytest.mark.usefixtures("april")


def test_the_weeks_sheet_goes_out(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(cast, "Giao ban tuần #1 – $5 & <b>", datetime(2019, 4, 15, 8))
    window = sit(cast.secretary)
    calendar = page(window)
    calendar.month.setFocus()
    QTest.keyClick(calendar.month, K.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = calendar.in_and_out.sheet
    assert dialog is not None
    qtbot.waitUntil(lambda: len(dialog.pages) > 0, timeout=5000)
    dialog.signer.setText("Bùi Thị Ngọc Anh")
    dialog.invites.setChecked(True)
    qtbot.waitUntil(
        lambda: dialog.sheet is not None and dialog.sheet.signer == "Bùi Thị Ngọc Anh", timeout=5000
    )
    folder = tmp_path / "Lịch tuần"
    target = folder / "lịch 16.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog.pdf.click()
    text = "".join(page_.extract_text() for page_ in PdfReader(target).pages)
    assert "Bùi Thị Ngọc Anh" in text
    assert "thay giấy mời" in text
    target = folder / "lịch 16.docx"
    dialog.docx.click()
    table = docx.Document(str(target)).tables
    assert any(
        "Giao ban tuần #1 – $5 & <b>" in cell.text for one in table for row in one.rows for cell in row.cells
    )
    dialog.message.click()
    assert "08h00 - 09h00: Giao ban tuần #1 – $5 & <b>" in QApplication.clipboard().text()
    dialog.leaf(1)
    qtbot.waitUntil(lambda: dialog.sheet is not None and dialog.sheet.week == 17, timeout=5000)
    paper = QPrinter()
    paper.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    paper.setOutputFileName(str(folder / "in.pdf"))
    set_page(paper, landscape=True)
    assert dialog.sheet is not None
    images = pdf.page_images(dialog.sheet, 60)
    paint_pages(images, paper)
    printed = PdfReader(folder / "in.pdf").pages
    assert len(printed) == len(images)
    assert printed[0].mediabox.width > printed[0].mediabox.height
    dialog.close()
    again = sit(cast.chief)
    page(again).in_and_out.show_sheet()
    other = again.pages.calendar.in_and_out.sheet
    assert other is not None
    assert other.words().signer == "Bùi Thị Ngọc Anh"  # the office's words were kept
    other.close()


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
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(target), ""))
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
    calendar.in_and_out.files.take(broken)
    assert "hỏng.ics" in window.notice.words()


NOTICE = (
    "GIẤY MỜI\nKính mời các đồng chí dự Hội nghị báo cáo viên tháng 4 năm 2019.\n"
    "Thời gian: 7 giờ 30 phút, thứ Tư, ngày 24/4/2019\nĐịa điểm: Hội trường C\n"
    "Chủ trì: Đồng chí Trần Đức Thuần - Trưởng ban\n"
)
WEEK = (
    "LỊCH CÔNG TÁC TUẦN\n(Từ ngày 22/4/2019 đến ngày 28/4/2019)\nThứ Hai (22/4):\n08h00: Giao ban đầu tuần. "
    "- Địa điểm: Phòng họp tầng 2.\nThứ Sáu (25/4):\n14h00: Họp chi bộ. - Địa điểm: Phòng họp tầng 3.\n"
)


def test_a_pasted_notice_is_confirmed_then_stored(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    calendar = page(sit(cast.secretary))
    calendar.month.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(calendar.month, K.Key_V, both)
    dialog = calendar.in_and_out.announcement
    assert dialog is not None
    dialog.text.setPlainText(unicodedata.normalize("NFD", NOTICE))
    dialog.read()
    (found,) = dialog.found
    assert found.chairs == (("Trần Đức Thuần", "Trưởng ban"),)
    marked = {one.cursor.selectedText() for one in dialog.text.extraSelections()}
    assert unicodedata.normalize("NFD", "Hội trường C") in marked
    assert starts("Hội nghị báo cáo viên tháng 4 năm 2019") == []  # nothing is stored before one agrees
    dialog.edits[0].click()
    form = calendar.acts.editing.form
    assert form is not None
    assert form.place.text() == "Hội trường C"
    form.unit.setText("Phòng Tuyên truyền")
    form.agree()
    assert starts("Hội nghị báo cáo viên tháng 4 năm 2019") == [datetime(2019, 4, 24, 7, 30)]
    assert not dialog.edits[0].isEnabled()
    dialog.text.setPlainText(WEEK)
    dialog.read()
    assert [box.isChecked() for box in dialog.boxes] == [True, False]  # 25/4 is no Friday
    qtbot.waitUntil(lambda: "Thứ không khớp với ngày" in words_of(dialog), timeout=2000)
    dialog.boxes[1].setChecked(True)
    dialog.agree()
    assert not dialog.isVisible()
    assert starts("Giao ban đầu tuần") == [datetime(2019, 4, 22, 8)]
    assert starts("Họp chi bộ") == [datetime(2019, 4, 25, 14)]


def test_an_issue_says_when_its_session_is(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4, "", "2019-04-20"))
    told = Fields("Kỳ họp báo cáo viên tháng 4", kind="reporters")
    start = datetime(2019, 4, 10, 7, 30)
    meetings.make(cast.secretary, told, When(start, start + timedelta(hours=4)))
    window = sit(cast.secretary)
    window.pages.go("issue")
    assert "báo cáo viên họp 10/4/2019" in words_of(window.pages.issue)
    assert "Kỳ họp báo cáo viên: T4 10/4/2019" in " ".join(line.text() for line in window.pages.today.lines)
    calendar = page(window)
    assert calendar.month.span is not None
    assert calendar.month.span.closings[date(2019, 4, 20)] == ("4/2019",)
