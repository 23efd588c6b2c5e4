"""The dialog proposes the years that there are and the folder that was chosen last."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.modal import answer
from ui.look import local_settings
from ui.safety.archive_dialog import KEY, ArchiveDialog


def test_it_gives_year_and_folder(qtbot: QtBot, tmp_path: Path) -> None:
    local_settings.write(KEY, str(tmp_path))

    def hand(dialog: ArchiveDialog) -> None:
        assert dialog.folder.path.text() == str(tmp_path)
        dialog.year.setCurrentIndex(2)
        dialog.agree()

    answer(ArchiveDialog, hand)
    assert ArchiveDialog.ask(None, [2026, 2025]) == (2025, tmp_path)
    answer(ArchiveDialog, lambda dialog: dialog.agree())
    assert ArchiveDialog.ask(None, [2026]) == (None, tmp_path)
    answer(ArchiveDialog, lambda dialog: dialog.leave())
    assert ArchiveDialog.ask(None, []) is None
