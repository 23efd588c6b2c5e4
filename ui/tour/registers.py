"""The tour's chapter of Sổ tay: its registers, what a workbook would bring, what they complete while one writes."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QApplication

from desk.registers import importing
from desk.registers.entries import DocumentEntry, Entry, PersonEntry, Title
from desk.registers.row_faults import RowFault, RowProblem
from desk.sample import registers
from ui.registers.entries_tab import EntriesTab
from ui.registers.import_dialog import RegisterImportDialog
from ui.tour.guide import Guide

_KEEPER = "Bùi Thị Ngọc Anh"
_BROUGHT: tuple[Entry, ...] = (
    PersonEntry("Nông Thị Sen", (Title("Phó Giám đốc", "Sở Y tế", date(2018, 5, 1)),)),
    PersonEntry("Lò Thị Én", (Title("Giám đốc", "Sở Y tế", date(2014, 7, 1), date(2019, 3, 31)),)),
    DocumentEntry("Chỉ thị", "40", "-CT/TW", date(2014, 11, 22), "Ban Bí thư"),
    DocumentEntry("Chỉ thị", "05", "-CT/TW", date(2016, 5, 16), "Bộ Chính trị"),
)


def walk(guide: Guide) -> None:
    """Photograph the registers, the preview of an import, and the list under the caret."""
    guide.at_desk(registers.fill)
    window = guide.sit(_KEEPER)
    window.pages.go("registers")
    guide.settle()
    page = window.pages.registers
    for index, name in (
        (0, "so-tay-con-nguoi"),
        (1, "so-tay-co-quan"),
        (2, "so-tay-van-ban"),
        (4, "so-tay-quy-tac"),
        (5, "so-tay-da-bo-qua"),
    ):
        page.tabs.setCurrentIndex(index)
        guide.settle()
        guide.shoot(name, window)
    page.tabs.setCurrentIndex(0)
    tab = page.tabs.currentWidget()
    assert isinstance(tab, EntriesTab)
    tab.change()
    if tab.dialog is not None:
        guide.shoot("so-tay-sua-nguoi", tab.dialog)
        tab.dialog.reject()
    faults = (RowFault(RowProblem.DAY, "31/02/2019", "Con người", 7),)
    brought = guide.at_desk(importing.preview, _BROUGHT)
    dialog = RegisterImportDialog(window, "Từ “lanh-dao.xlsx”.", brought, faults, lambda *_: None)
    guide.dialog("so-tay-nhap-excel", dialog)
    dialog.reject()
    _complete(guide)
    guide.leave(window)


def _complete(guide: Guide) -> None:
    """Photograph what Ctrl+Space offers for a number."""
    window = guide.sit(_KEEPER)
    window.navigation.new_article()
    guide.settle()
    editor = window.pages.editor
    editor.form.body.setFocus()
    editor.form.body.insertPlainText("Hội nghị quán triệt NQ 36")
    QApplication.processEvents()
    editor.completion.ask()
    guide.settle()
    guide.shoot("dien-tu-so-tay", editor.completion.popup)
    editor.completion.popup.hide()
    editor.form.body.clear()
    editor.drafts.forget()
    guide.leave(window)
