"""Who signs for me, from when to when."""

from __future__ import annotations

from datetime import timedelta

from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts.rules import Role
from desk.department import people
from tests.making import Cast, person
from ui.settings.delegation_dialog import DelegationDialog


def test_an_end_before_its_beginning_is_refused(qtbot: QtBot, cast: Cast, april: None) -> None:
    dialog = DelegationDialog(None, people.everybody())
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.until.moment() > dialog.since.moment()
    dialog.agree()  # Enter at once
    assert dialog.fault.text() == "Hãy chọn người ký thay."
    assert dialog.person.hasFocus() or dialog.person.currentIndex() == 0
    dialog.person.setCurrentIndex(1)
    dialog.until.set_moment(dialog.since.moment() - timedelta(minutes=1))
    dialog.agree()
    assert dialog.fault.isVisible()
    day = clock.local(clock.now()) + timedelta(days=1)
    dialog.until.set_moment(day.replace(hour=17, minute=0))
    dialog.agree()
    assert dialog.result() == DelegationDialog.DialogCode.Accepted


def test_deputies_are_offered_first(qtbot: QtBot, cast: Cast) -> None:
    deputy = person(cast, "Phó Ban", Role.DEPUTY)
    dialog = DelegationDialog(None, people.everybody())
    qtbot.addWidget(dialog)
    assert dialog.person.itemData(0) is None
    assert dialog.person.itemData(1) == deputy
