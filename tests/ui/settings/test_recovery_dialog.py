"""A recovery code is shown once; it is printed, copied, put away."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from tests.making import CODE
from tests.ui.modal import answer
from ui.controls.choice_dialog import ChoiceDialog
from ui.controls.print_preview import PrintPreview
from ui.settings.recovery_dialog import PAGE, RecoveryCodeDialog, lay_out, printed


def _shown(qtbot: QtBot) -> RecoveryCodeDialog:
    dialog = RecoveryCodeDialog(None, CODE, "BAN TUYÊN GIÁO <TỈNH ỦY>")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_one_goes_on_when_it_is_put_away(qtbot: QtBot) -> None:
    dialog = _shown(qtbot)
    assert dialog.code.text() == CODE
    assert not dialog.ok.isEnabled()
    dialog.agree()
    assert dialog.isVisible()
    dialog.kept.setChecked(True)
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_who_leaves_without_is_asked(qtbot: QtBot) -> None:
    dialog = _shown(qtbot)
    answer(ChoiceDialog, lambda asked: qtbot.keyClick(asked, Qt.Key.Key_Escape))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    answer(ChoiceDialog, lambda asked: asked.ok.click())
    dialog.close()
    assert not dialog.isVisible()
    kept = _shown(qtbot)
    kept.kept.setChecked(True)
    qtbot.keyClick(kept, Qt.Key.Key_Escape)
    assert not kept.isVisible()


def test_it_is_copied_and_printed(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = _shown(qtbot)
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == CODE
    assert "Đã chép" in dialog.copied.text()
    qtbot.mouseClick(dialog.print, Qt.MouseButton.LeftButton)
    preview = dialog.findChild(PrintPreview)
    assert preview is not None
    preview.close()
    dialog.reject()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "mã.pdf"))
    printer.setPageLayout(PAGE)
    lay_out(printed(CODE, "BAN TUYÊN GIÁO <TỈNH ỦY>"), printer)
    pages = PdfReader(tmp_path / "mã.pdf").pages
    assert len(pages) == 1
    assert CODE in pages[0].extract_text()
    assert "<TỈNH ỦY>" in printed(CODE, "BAN TUYÊN GIÁO <TỈNH ỦY>").toPlainText()
