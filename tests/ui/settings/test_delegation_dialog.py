"""Who signs for me, from when to when."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QDateTime
from pytestqt.qtbot import QtBot

from desk import clock
from desk.department import people
from tests.making import Cast
from ui.settings.delegation_dialog import DelegationDialog


def test_an_end_before_its_beginning_is_refused(qtbot: QtBot, cast: Cast, april: None) -> None:
    dialog = DelegationDialog(None, people.everybody())
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.until.dateTime() > dialog.since.dateTime()
    dialog.until.setDateTime(dialog.since.dateTime().addSecs(-60))
    dialog.agree()
    assert dialog.fault.isVisible()
    day = clock.local(clock.now()) + timedelta(days=1)
    dialog.until.setDateTime(QDateTime(day.year, day.month, day.day, 17, 0, 0))
    dialog.agree()
    assert dialog.result() == DelegationDialog.DialogCode.Accepted
