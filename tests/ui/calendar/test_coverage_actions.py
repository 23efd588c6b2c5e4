"""Who covers a meeting: asked, answered with or without a reason, and the news that is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.articles import listing
from desk.calendar import coverage
from desk.calendar.answers import Answer
from desk.calendar.coverage import Task
from desk.calendar.storage import Chair
from desk.department import people
from tests.making import Cast
from tests.ui.calendar.calendars import held, page, pick, put, words_of
from ui.controls.reason_dialog import ReasonDialog
from ui.window.commands import Do as Command
from ui.window.window import Window

Sit = Callable[[int], Window]
K = Qt.Key
pytestmark = pytest.mark.usefixtures("april")


def test_coverage_is_asked_for_accepted_and_written(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    chair = (Chair("Trần Đức Thuần", "Trưởng ban Tuyên giáo Tỉnh ủy"),)
    put(cast, "Giao ban công tác Khoa giáo quý I", datetime(2019, 4, 8, 14), chairs=chair)
    calendar = page(sit(cast.editor))
    row = pick(calendar, "Giao ban công tác Khoa giáo quý I")
    assert "Họp đã diễn ra, chưa có tin" in words_of(calendar.panel)
    calendar.month.setFocus()
    QTest.keyClick(calendar.month, K.Key_P)
    dialog = calendar.acts.covering.dialog
    dialog.person.setCurrentIndex(dialog.person.findData(cast.writer))
    dialog.tasks[Task.PHOTO].setChecked(True)
    dialog.agree()
    assert len(coverage.of_occurrence(row.meeting_id, "")) == 2
    writer = sit(cast.writer)
    assert any("Giao ban công tác Khoa giáo" in line.text() for line in writer.pages.today.lines)
    line = next(line for line in writer.pages.today.lines if "Giao ban công tác Khoa giáo" in line.text())
    line.click()
    theirs = writer.pages.calendar
    assert theirs.acts.details is not None
    asked = next(one for one in theirs.acts.details.coverage if one.task is Task.WRITE)
    theirs.panel.buttons[f"yes-{asked.id}"].click()
    assert coverage.of_occurrence(row.meeting_id, "")[0].answer.value == "accepted"
    QTest.keyClick(theirs.month, K.Key_V)
    assert writer.pages.page() is writer.pages.editor
    (news,) = held("Giao ban công tác Khoa giáo quý I")
    assert news.article_id is not None
    text = listing.open_article(cast.writer, news.article_id).text
    assert text.lead.startswith("Chiều ngày 08/4/2019,")
    assert writer.pages.editor.form.title.toPlainText() == "Giao ban công tác Khoa giáo quý I"
    writer.commands[Command.MEETING].trigger()  # and back from the article to its meeting
    assert writer.pages.page() is theirs
    assert theirs.acts.details is not None
    assert theirs.acts.details.row.article_id == news.article_id


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


def test_somebody_who_covers_leaves_the_office(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    number = put(cast, "Hội nghị", datetime(2019, 4, 18, 8))
    (row,) = held("Hội nghị")
    coverage.assign(cast.editor, number, row.origin, cast.writer, Task.WRITE, None)
    who = people.person(cast.writer)
    edit = people.PersonEdit(who.name, who.title, who.unit, frozenset(who.roles), active=False)
    people.change(cast.admin, who.id, who.version, edit)
    calendar = page(sit(cast.editor))
    pick(calendar, "Hội nghị")
    assert f"Viết tin: {who.name}" in words_of(calendar.panel)  # until somebody else is asked
    calendar.acts.ask_cover()
    offered = calendar.acts.covering.dialog.person
    assert offered.findData(who.id) == -1
    calendar.acts.covering.dialog.reject()
    asked = coverage.of_occurrence(number, "")[0]
    calendar.panel.buttons[f"end-{asked.id}"].click()
    assert coverage.of_occurrence(number, "") == ()
