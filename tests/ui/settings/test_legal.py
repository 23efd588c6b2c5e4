"""The legal profiles, in Thiết lập."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desk.department import legal_profiles
from desk.edition.design import Legal
from tests.making import Cast
from ui.session.session import Session
from ui.settings.legal import LegalTab
from ui.settings.legal_dialog import LegalDialog


def test_profiles_are_added_and_dropped_and_what_was_dropped_comes_back(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = session_of(cast.admin)
    said: list[tuple[str, Callable[[], None] | None]] = []
    session.said.connect(lambda text, _, __, on: said.append((text, on)))
    tab = LegalTab(session)
    qtbot.addWidget(tab)
    tab.shown()
    before = legal_profiles.profiles()
    monkeypatch.setattr(LegalDialog, "ask", lambda *_: Legal("", "Luật Báo chí 2025", since="2026-07-01"))
    tab.add.click()
    assert tab.table.rowCount() == len(before) + 1
    assert len({row.key for row in legal_profiles.profiles()}) == len(before) + 1
    tab.table.selectRow(0)
    monkeypatch.setattr(LegalDialog, "ask", lambda _, one: replace(one, name="Tên mới"))
    tab.change.click()
    assert legal_profiles.profiles()[0].name == "Tên mới"
    tab.drop.click()
    assert tab.table.rowCount() == len(before)
    text, back = said[-1]
    assert text == "Đã bỏ khung pháp lý “Tên mới”."
    assert back is not None
    back()
    assert len(legal_profiles.profiles()) == len(before) + 1
    assert said[-1][0] == "Đã lấy lại khung pháp lý."


def test_the_last_profile_stays(qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast) -> None:
    legal_profiles.set_profiles(cast.admin, legal_profiles.profiles()[:1])
    tab = LegalTab(session_of(cast.admin))
    qtbot.addWidget(tab)
    tab.shown()
    tab.table.selectRow(0)
    assert not tab.drop.isEnabled()
    assert tab.change.isEnabled()
