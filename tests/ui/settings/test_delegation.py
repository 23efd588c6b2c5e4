"""Who signs for whom, set in Thiết lập."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from desk import clock
from desk.department import delegations
from tests.making import Cast, article, version
from ui.settings.delegation_dialog import DelegationDialog
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_a_chief_delegates_and_ends_it(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit(cast.chief)
    window.pages.go("settings")
    tab = window.pages.settings.delegation
    now = clock.now()
    monkeypatch.setattr(
        DelegationDialog, "ask", lambda *_: (cast.editor, now, now + timedelta(days=1), "Họp")
    )
    tab.add.click()
    (row,) = delegations.listing()
    assert (row.delegate, row.open) == ("Phạm Văn Biên", True)
    assert tab.end.isEnabled()
    tab.end.click()
    assert not delegations.listing()[0].open
    assert version(cast, article(cast)) == 1
