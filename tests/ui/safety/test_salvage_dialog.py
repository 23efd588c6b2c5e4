"""The dialog says which file is read, and wants a folder."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.modal import answer
from ui.safety.salvage_dialog import SalvageDialog


def test_it_gives_a_folder(qtbot: QtBot, tmp_path: Path) -> None:
    def hand(dialog: SalvageDialog) -> None:
        assert "desk.sqlite" in dialog.intro.text()
        dialog.folder.path.setText(" ")
        dialog.agree()
        assert dialog.fault.text() == "Hãy chọn thư mục."
        dialog.folder.path.setText(str(tmp_path))
        dialog.agree()

    answer(SalvageDialog, hand)
    assert SalvageDialog.ask(None, Path("desk.sqlite")) == tmp_path
    answer(SalvageDialog, lambda dialog: dialog.leave())
    assert SalvageDialog.ask(None, Path("desk.sqlite")) is None
