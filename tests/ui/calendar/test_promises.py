"""Small promises of the calendar, each seen in the window: marks, reminders of work, answers, papers, sheets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts.rules import Stage
from desk.calendar import coverage
from desk.calendar.answers import Answer
from desk.calendar.coverage import Task
from desk.week_schedule.sheet import WeekLayout
from tests.making import Cast, article, words
from tests.ui.calendar.calendars import held, page, pick, put, words_of
from ui.calendar.agenda_view import AgendaModel, DayLine
from ui.calendar.days_in_view import View
from ui.calendar.in_and_out import Way
from ui.calendar.week_schedule_dialog import WeekScheduleDialog
from ui.controls.reason_dialog import ReasonDialog
from ui.session import tray
from ui.window.commands import Do
from ui.window.keys import KeysDialog
from ui.window.window import Window

Sit = Callable[[int], Window]
K = Qt.Key
pytestmark = pytest.mark.usefixtures("april")


def test_what_was_held_without_news_stands_on_today_and_in_every_view(
    qtbot: QtBot, sit: Sit, cast: Cast
) -> None:
    put(cast, "Giao ban báo chí", datetime(2019, 4, 15, 8))
    window = sit(cast.editor)
    assert "Họp đã diễn ra, chưa có tin" in words_of(window.pages.today)
    (line,) = [line for line in window.pages.today.lines if "Giao ban báo chí" in line.text()]
    line.click()
    calendar = window.pages.calendar
    assert window.pages.page() is calendar
    assert "Họp đã diễn ra, chưa có tin" in words_of(calendar.panel)
    assert "1 chưa có tin" in words_of(calendar)
    (placed,) = [one for one in calendar.month._laid.lines if one.row.title == "Giao ban báo chí"]
    assert placed.told  # "chưa có tin" stands beneath it
    calendar.month.setFocus()
    QTest.keyClick(calendar.month, K.Key_V)
    assert window.pages.page() is window.pages.editor
    page(window)
    (placed,) = [one for one in calendar.month._laid.lines if one.row.title == "Giao ban báo chí"]
    assert placed.row.article_id is not None
    window.pages.go("today")
    assert "Họp đã diễn ra, chưa có tin" not in words_of(window.pages.today)


def test_round_years_are_marked_and_told_in_full(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    calendar = page(sit(cast.secretary))
    calendar.show_day(date(2019, 5, 7))
    assert calendar.month._notes(date(2019, 5, 7)) == [("★ 65 năm Chiến thắng Điện Biên Phủ", "amber")]
    assert calendar.month._notes(date(2019, 5, 19))[0][0] == "129 năm Ngày sinh Chủ tịch Hồ Chí Minh"
    calendar.show_view(View.AGENDA)
    model = calendar.agenda.model()
    assert isinstance(model, AgendaModel)
    (told,) = [one.told for one in model.lines if isinstance(one, DayLine) and one.day == date(2019, 5, 7)]
    assert "★" in told
    assert "65 năm" in told
    assert "(07/5/1954 - 07/5/2019)" in told


def test_work_that_falls_due_is_said_before_it_is_late_and_once(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    number = put(cast, "Hội nghị", datetime(2019, 4, 16, 8), remind=())
    (row,) = held("Hội nghị")
    coverage.assign(cast.editor, number, row.origin, cast.writer, Task.WRITE, date(2019, 4, 17))
    coverage.answer(cast.writer, coverage.of_occurrence(number, "")[0].id, True)
    tray.set_shown(True)
    window = sit(cast.writer)
    rung: list[str] = []
    window.reminders.rang.connect(lambda _, words: rung.append(words))
    window.reminders.look()
    assert window.reminders.words() == "Sắp hết hạn nộp tin: Hội nghị"
    window.reminders.look()
    assert rung == ["Sắp hết hạn nộp tin: Hội nghị"]  # rung once, shown until it is read
    window.reminders.known.click()
    assert window.reminders.words() == ""
    # The machine slept for two days: what came due meanwhile is said when it wakes, and said once.
    clock.set_clock(lambda: datetime(2019, 4, 18, 4, 0, tzinfo=UTC))
    window.reminders.look()
    assert window.reminders.words() == "Quá hạn nộp tin: Hội nghị"
    window.reminders.later.click()
    window.reminders.look()
    assert window.reminders.words() == ""
    clock.set_clock(lambda: datetime(2019, 4, 18, 4, 11, tzinfo=UTC))
    window.reminders.look()
    assert window.reminders.words() == "Quá hạn nộp tin: Hội nghị"
    window.reminders.known.click()
    window.reminders.look()
    assert window.reminders.words() == ""
    assert rung.count("Quá hạn nộp tin: Hội nghị") == 1
    tray.set_shown(False)


def test_a_request_is_declined_with_its_reason(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    number = put(cast, "Hội nghị", datetime(2019, 4, 18, 8))
    (row,) = held("Hội nghị")
    coverage.assign(cast.editor, number, row.origin, cast.writer, Task.PHOTO, date(2019, 4, 19))
    window = sit(cast.writer)
    calendar = page(window)
    pick(calendar, "Hội nghị")

    def fill_in() -> None:
        dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, ReasonDialog))
        QTest.keyClicks(dialog.focusWidget(), "Di cong tac")
        dialog.accept()

    QTimer.singleShot(150, fill_in)
    asked = coverage.of_occurrence(number, "")[0]
    calendar.panel.buttons[f"no-{asked.id}"].click()
    (told,) = coverage.of_occurrence(number, "")
    assert (told.answer, told.note) == (Answer.DECLINED, "Di cong tac")
    editors = sit(cast.editor)
    theirs = page(editors)
    pick(theirs, "Hội nghị")
    assert "Di cong tac" in words_of(theirs.panel)
    (line,) = [one for one in theirs.month._laid.lines if one.row.title == "Hội nghị"]
    assert line.told  # "từ chối đưa tin" stands beneath it


def test_documents_are_chosen_by_key_and_opened_as_a_copy(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(cast, "Họp", datetime(2019, 4, 18, 8))
    calendar = page(sit(cast.secretary))
    pick(calendar, "Họp")
    paper = tmp_path / "Báo cáo quý I.docx"
    paper.write_bytes(b"PK" * 80)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(paper)], ""))
    calendar.month.setFocus()
    QTest.keyClick(calendar.month, K.Key_K)
    assert calendar.acts.details is not None
    (kept,) = calendar.acts.details.attachments
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    for _ in range(2):  # the copy of before is in the way of no other
        calendar.panel.buttons[f"file-{kept.id}"].click()
    copy = Path(opened[-1].toLocalFile())
    assert copy != paper
    assert copy.read_bytes() == paper.read_bytes()
    copy.unlink()


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


def _is_set(dialog: WeekScheduleDialog, empty: bool) -> bool:
    sheet = dialog.sheet
    return sheet is not None and sheet.layout is WeekLayout.BLOCKS and sheet.empty_halves is empty


def test_every_key_of_the_calendar_is_told(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.secretary)
    calendar = page(window)
    menu = next(one for one in window.menuBar().findChildren(QMenu) if one.title() == "&Lịch")
    menu.aboutToShow.emit()
    for action in (*calendar.acts.all(), *calendar.steps(), *calendar.in_and_out.all()):
        assert action in menu.actions(), action.text()
    window.commands[Do.KEYS].trigger()
    keys = window.findChild(KeysDialog)
    assert keys is not None
    told = words_of(keys)
    for key in ("Alt+←", "Alt+Shift+←", "Shift+↑", "Space", "Enter", "Esc"):
        assert key in told, key
    keys.close()


def test_the_line_one_stands_on_stays_when_the_meetings_come(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    """Hôm nay stands before the calendar is asked; a card of meetings then comes above what is there."""
    article(cast, words("Chờ biên tập"), Stage.SUBMITTED)
    window = sit(cast.editor)
    line = next(one for one in window.pages.today.lines if one.text() == "Chờ biên tập")
    line.setFocus()
    before = window.pages.today.lines.index(line)
    put(cast, "Giao ban sáng nay", datetime(2019, 4, 16, 8))
    window.pages.today.shown()
    at = next(at for at, one in enumerate(window.pages.today.lines) if one.text() == "Chờ biên tập")
    assert at > before
    assert window.pages.today.lines[at].hasFocus()
