"""The check-up in the window: asked for, after a run that broke off, and once a week while nobody is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts import journal
from desk.acts.rules import Stage
from desk.database import connection
from desk.database.article_tables import Revision
from tests.engine import tampering
from tests.making import Cast, article
from ui.look import local_settings
from ui.window.check_dialog import CheckDialog
from ui.window.window import Window

Sit = Callable[[int], Window]


def _spoil(article_id: int) -> None:
    with tampering(), connection.writing():
        Revision.update(text='{"v": 99}').where(Revision.article == article_id).execute()


def test_what_is_wrong_is_said_with_a_way_to_each_place(sit: Sit, cast: Cast, qtbot: QtBot) -> None:
    made = article(cast, stage=Stage.APPROVED)
    window = sit(cast.admin)
    _spoil(made)
    window.commands.self_check.run(quiet=True)
    qtbot.waitUntil(lambda: "chỗ không ổn" in window.notice.words())
    window.notice.press()
    (dialog,) = window.findChildren(CheckDialog)
    assert dialog.list.count() >= 2


def test_a_sound_desk_is_checked_once_a_week_and_nothing_is_said(sit: Sit, cast: Cast) -> None:
    check = sit(cast.admin).commands.self_check
    check.when_idle()
    assert local_settings.read("check/day") == ""  # somebody may have moved since
    check.when_idle()
    QApplication.processEvents()
    assert local_settings.read("check/day") == clock.today().isoformat()
    assert not sit(cast.admin).commands.self_check._timer.isActive()
    local_settings.write("check/day", (clock.today() - timedelta(days=7)).isoformat())
    assert sit(cast.admin).commands.self_check._timer.isActive()


def test_somebody_at_work_is_not_disturbed(sit: Sit, cast: Cast) -> None:
    window = sit(cast.admin)
    window.commands.self_check.when_idle()
    window.session.client.changed.emit(None)
    window.commands.self_check.when_idle()
    assert local_settings.read("check/day") == ""


def test_asked_for_it_tells_in_a_dialog_and_compares_a_code_with_the_journal(sit: Sit, cast: Cast) -> None:
    window = sit(cast.admin)
    window.commands.self_check.ask()
    (dialog,) = window.findChildren(CheckDialog)
    assert "nguyên vẹn" in dialog.intro.text()
    dialog.code.setText(journal.code(journal.head()))
    dialog.press.click()
    assert dialog.verdict.text().startswith("Khớp")
    dialog.code.setText("1-0000-0000")
    dialog.press.click()
    assert dialog.verdict.text().startswith("Không khớp")
