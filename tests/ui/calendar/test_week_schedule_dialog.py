"""The sheet of the week: shown, written, printed, by days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desk.week_schedule import pdf
from desk.week_schedule.sheet import WeekLayout
from tests.making import Cast
from tests.ui.calendar.calendars import page, put
from tests.ui.previewed import print_and_close
from ui.calendar.import_export_actions import Way
from ui.calendar.week_schedule_dialog import WeekScheduleDialog
from ui.window.window import Window

Sit = Callable[[int], Window]
K = Qt.Key
pytestmark = pytest.mark.usefixtures("april")


def _is_set(dialog: WeekScheduleDialog, empty: bool) -> bool:
    sheet = dialog.sheet
    return sheet is not None and sheet.layout is WeekLayout.BLOCKS and sheet.empty_halves is empty


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
    assert dialog._told.text() == "Đầu tờ lịch còn thiếu địa danh."
    dialog.town.setText("Hà Giang")
    qtbot.waitUntil(lambda: dialog._told.text() == "", timeout=5000)
    assert "T6 19/4" in dialog.title.text()  # nobody meets at the week's end
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
    assert (
        dialog.notice.words() == "Đã ghi “lịch 16.pdf”."
    )  # where it can be seen: this window covers the other
    target = folder / "lịch 16.docx"
    dialog.docx.click()
    table = docx.Document(str(target)).tables
    assert any(
        "Giao ban tuần #1 – $5 & <b>" in cell.text for one in table for row in one.rows for cell in row.cells
    )
    dialog.message.click()
    assert dialog.notice.words() == "Đã chép lịch tuần; dán vào tin nhắn hoặc thư."
    assert "08h00 - 09h00: Giao ban tuần #1 – $5 & <b>" in QApplication.clipboard().text()
    dialog.leaf(1)
    qtbot.waitUntil(lambda: dialog.sheet is not None and dialog.sheet.week == 17, timeout=5000)
    dialog.paper.click()
    printed = print_and_close(qtbot, dialog, folder / "in.pdf").pages
    assert dialog.sheet is not None
    assert len(printed) == len(pdf.page_images(dialog.sheet, 60))
    assert printed[0].mediabox.width > printed[0].mediabox.height
    dialog.close()
    again = sit(cast.chief)
    page(again).in_and_out.show_sheet()
    other = again.pages.calendar.in_and_out.sheet
    assert other is not None
    assert other.words().signer == "Bùi Thị Ngọc Anh"  # the office's words were kept
    other.close()


def test_the_sheet_by_days_with_and_without_empty_halves(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(cast, "Giao ban tuần", datetime(2019, 4, 15, 8))
    calendar = page(sit(cast.secretary))
    calendar.in_and_out[Way.SHEET].trigger()
    dialog = calendar.in_and_out.sheet
    assert dialog is not None
    dialog.layout_box.setCurrentIndex(1)
    for wanted in (True, False):
        dialog.empty.setChecked(wanted)
        qtbot.waitUntil(partial(_is_set, dialog, wanted), timeout=5000)
        target = tmp_path / f"{wanted}.pdf"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, target=target: (str(target), ""))
        dialog.pdf.click()
        (sheet,) = PdfReader(target).pages
        assert sheet.mediabox.height > sheet.mediabox.width
        words = " ".join(sheet.extract_text().split())
        assert "08h00 - 09h00: Giao ban tuần" in words
        assert ("Chiều: Không có lịch" in words) is wanted
    dialog.close()


def test_a_sign_that_the_paper_would_leave_out_is_named(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put(cast, "Giao ban ✔ tuần 🎉", datetime(2019, 4, 15, 8))
    window = sit(cast.secretary)
    calendar = page(window)
    calendar.in_and_out[Way.SHEET].trigger()
    dialog = calendar.in_and_out.sheet
    assert dialog is not None
    qtbot.waitUntil(lambda: len(dialog.pages) > 0, timeout=5000)
    assert "Chữ in không có “🎉”. Hãy bỏ hoặc thay bằng chữ." in dialog._told.text()
    dialog.close()
