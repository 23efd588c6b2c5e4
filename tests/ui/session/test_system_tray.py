"""The message beside the clock: once for what is new, and only where it was asked for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desk.acts.notifications import NotificationKind, NotificationRow
from ui.session import system_tray
from ui.session.system_tray import TrayIcon


def test_only_what_came_after_the_start_is_shown_once(
    qtbot: QtBot, cast: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    icon = TrayIcon(window)
    shown: list[tuple[str, str]] = []
    monkeypatch.setattr(icon, "say", lambda heading, text: shown.append((heading, text)))
    assert not system_tray.shows()
    system_tray.set_shown(True)
    icon.heed(1, _row(1))  # was there at the start
    icon.heed(2, _row(2))
    icon.heed(2, _row(2))
    assert [text for _, text in shown] == ["Giao ban (còn 1 thông báo chưa đọc)"]
    system_tray.set_shown(False)
    icon.heed(3, _row(3))
    assert len(shown) == 1


def _row(number: int) -> NotificationRow:
    at = datetime(2019, 4, 16, tzinfo=UTC)
    return NotificationRow(number, at, NotificationKind.ASSIGNED, 1, "Trần Thị Lãnh", "Giao ban", "", False)
