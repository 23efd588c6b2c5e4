"""What a verification found, in words."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desk.integrity.printed import FileState, FileVerdict, Verdict
from ui.issue.verify_dialog import VerifyDialog


def test_each_file_is_a_line_and_what_is_wrong_says_so(qtbot: QtBot) -> None:
    files = (FileVerdict("ban-tin.pdf", FileState.SAME), FileVerdict("ban-tin.docx", FileState.CHANGED))
    dialog = VerifyDialog(None, "phat-hanh", Verdict(True, "4/2019", 1, files, ()))
    qtbot.addWidget(dialog)
    assert dialog.sentence
    assert [line.text() for line in dialog.lines] == ["ban-tin.pdf", "ban-tin.docx"]
    same, changed = (line.accessibleName() for line in dialog.lines)
    assert same != changed
