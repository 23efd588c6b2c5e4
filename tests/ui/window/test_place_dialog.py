"""The very first start: whose desk it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desk import paths, place
from desk.paths import own_folder, shared_folder
from ui.window.place_dialog import PlaceDialog


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PlaceDialog:
    monkeypatch.setattr(paths, "FROZEN", True)
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Người dùng"))
    monkeypatch.setenv("PROGRAMDATA", str(tmp_path / "Mọi người"))
    monkeypatch.setattr(place, "_open_to_all", lambda _: None)
    made = PlaceDialog(None)
    qtbot.addWidget(made)
    made.show()
    return made


def test_enter_keeps_it_with_the_user(dialog: PlaceDialog) -> None:
    dialog.ok.click()
    assert dialog.chosen == own_folder() == paths.data_folder()


def test_it_may_be_everybodys(dialog: PlaceDialog) -> None:
    assert dialog.shared is not None
    dialog.shared.setChecked(True)
    dialog.ok.click()
    assert dialog.chosen == shared_folder() == paths.data_folder()


def test_another_folder_is_typed_or_looked_for(
    dialog: PlaceDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.other.setChecked(True)
    dialog.ok.click()
    assert dialog.fault.text() == "Hãy chọn một thư mục."
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    dialog.browse.click()
    assert dialog.folder.text() == ""
    dialog.own.setChecked(True)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "Ổ D"))
    dialog.browse.click()
    assert dialog.other.isChecked()
    dialog.ok.click()
    assert dialog.chosen == tmp_path / "Ổ D" == paths.data_folder()


def test_a_network_drive_is_refused_with_its_reason(dialog: PlaceDialog) -> None:
    dialog.folder.setText("//máy chủ/chung")
    dialog.other.setChecked(True)
    dialog.ok.click()
    assert "ổ mạng" in dialog.fault.text()
    assert dialog.chosen is None
    assert dialog.isVisible()
    dialog.leave()
    assert not dialog.isVisible()
