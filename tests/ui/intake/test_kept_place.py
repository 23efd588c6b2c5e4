"""Size and panes of the window of Nhập bài come back, as far as the screen has room."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from ui.intake.kept_place import KeptPlace
from ui.look import local_settings
from ui.look.screen_room import screen_room


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_settings, "_store", None)
    local_settings.use(tmp_path)


def _window(qtbot: QtBot, panes: int = 2) -> tuple[QWidget, QSplitter]:
    window, splitter = QWidget(), QSplitter()
    qtbot.addWidget(window)
    splitter.setObjectName("sides")
    for _ in range(panes):
        splitter.addWidget(QWidget())
    column = QHBoxLayout(window)
    column.addWidget(splitter)
    return window, splitter


def test_size_and_panes_come_back(qtbot: QtBot) -> None:
    window, splitter = _window(qtbot)
    window.resize(700, 400)
    window.show()
    splitter.setSizes([500, 150])
    KeptPlace(window).remember()
    again, parted = _window(qtbot)
    KeptPlace(again).restore()
    again.show()
    assert again.size() == window.size()
    assert parted.sizes() == splitter.sizes()


def test_a_pane_that_is_made_late_is_parted_when_it_stands(qtbot: QtBot) -> None:
    window, splitter = _window(qtbot)
    window.resize(700, 400)
    window.show()
    splitter.setSizes([500, 150])
    KeptPlace(window).remember()
    again, parted = _window(qtbot, panes=1)
    kept = KeptPlace(again)
    kept.restore()
    again.show()
    kept.remember()  # closed before its panes stood: what was kept of them stays
    parted.addWidget(QWidget())
    kept.restore_panes()
    assert parted.sizes() == splitter.sizes()


def test_it_is_never_larger_than_its_screen(qtbot: QtBot) -> None:
    local_settings.write("intake/width", "90000")
    local_settings.write("intake/height", "90000")
    window, _ = _window(qtbot)
    KeptPlace(window).restore()
    assert window.size() == screen_room(window)
