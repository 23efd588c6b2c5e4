"""A folder is typed or chosen, and remembered under its key."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ui.controls.folder_field import FolderField
from ui.look import local_settings


def test_it_is_typed_or_chosen(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    field = FolderField("thử/folder")
    qtbot.addWidget(field)
    field.path.setText("  ")
    assert field.folder() is None
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    field.choose()
    assert field.folder() == tmp_path
    assert local_settings.read("thử/folder") == str(tmp_path)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    field.choose()
    assert field.folder() == tmp_path
