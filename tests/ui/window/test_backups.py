"""Backups in the window: what Hôm nay says of them, and where that leads."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from desk.safety.backups import listed
from tests.making import Cast, article, later
from tests.ui.modal import answer
from ui.safety.dialog import BackupsDialog
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_the_first_page_says_when_the_last_one_was_made(sit: Sit, cast: Cast) -> None:
    window = sit(cast.writer)
    window.backups.keeper.begin()
    assert window.pages.today.backups.text() == "Chưa có bản sao lưu nào."
    window.backups.keeper.tick()
    assert window.pages.today.backups.text().startswith("Bản sao lưu gần nhất: hôm nay ")
    assert window.pages.today._warnings == []


def test_a_backup_that_is_too_old_is_a_line_that_leads_to_the_list(
    qtbot: QtBot, sit: Sit, cast: Cast
) -> None:
    later(0)
    window = sit(cast.writer)
    window.backups.keeper.tick()
    later(2 * 24 * 60)
    article(cast)
    window.backups.keeper.look()
    line = window.pages.today.lines[0]
    assert line.text().startswith("Bản sao lưu gần nhất đã cũ: ")

    def make_one(dialog: BackupsDialog) -> None:
        dialog.now.click()
        dialog.accept()

    met = answer(BackupsDialog, make_one)
    line.click()
    qtbot.waitUntil(lambda: bool(met))
    assert len(listed(cast.path)) == 2
    assert not [one for one in window.pages.today.lines if "đã cũ" in one.text()]
