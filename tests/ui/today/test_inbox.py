"""The inbox of Hôm nay, and the message beside the clock."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desk.acts.rules import Stage
from desk.review.side_bar_numbers import numbers
from tests.making import Cast, article, words
from ui.session import system_tray
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_notices_are_marked_and_the_bell_rings_only_when_wanted(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    article(cast, stage=Stage.SUBMITTED)
    window = sit(cast.editor)
    rung: list[str] = []
    monkeypatch.setattr(window.tray, "ring", lambda row, unread: rung.append(row.title))
    monkeypatch.setattr(window, "isActiveWindow", lambda: False)
    article(cast, words("Mới hơn"), Stage.SUBMITTED)
    window.news.count()
    assert rung == []
    window.pages.settings.look.notices.setChecked(True)
    assert system_tray.shows()
    article(cast, words("Mới nhất"), Stage.SUBMITTED)
    window.news.count()
    window.news.count()
    assert rung == ["Mới nhất"]
    window.pages.go("today")
    window.pages.today.inbox.mark_all.click()
    assert numbers(cast.editor).unread == 0
