"""Who signs for me, from when to when."""

from __future__ import annotations

from datetime import timedelta

from pytestqt.qtbot import QtBot

from desk import clock
from desk.department import people
from tests.making import Cast
from ui.settings.delegation_dialog import DelegationDialog


def test_an_end_before_its_beginning_is_refused(qtbot: QtBot, cast: Cast, april: None) -> None:
    dialog = DelegationDialog(None, people.everybody())
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.until.moment() > dialog.since.moment()
    dialog.until.set_moment(dialog.since.moment() - timedelta(minutes=1))
    dialog.agree()
    assert dialog.fault.isVisible()
    day = clock.local(clock.now()) + timedelta(days=1)
    dialog.until.set_moment(day.replace(hour=17, minute=0))
    dialog.agree()
    assert dialog.result() == DelegationDialog.DialogCode.Accepted
