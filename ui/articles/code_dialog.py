"""Mở theo mã trên phiếu: the short code of a sheet of paper leads to the article at that revision."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.circulation import by_code
from desk.circulation.by_code import Coded
from ui.controls.form_dialog import FormDialog
from ui.session.session import Session


class CodeDialog(FormDialog):
    """Asks for a code; what is wrong with it is said in place."""

    found = Signal(object)  # Coded

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        told = "Mã gồm tám chữ và số, in ở đầu phiếu trình, đầu trang in và trong tệp Word, ví dụ 7KQ2-M9XD."
        super().__init__(parent, "Mở theo mã trên phiếu", told, accept="Mở")
        self._session = session
        self.code = QLineEdit()
        self.code.setMaxLength(20)
        font = QFont(self.code.font())
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        self.code.setFont(font)
        self.form().addRow(self.tr("Mã"), self.code)

    def filled_in(self) -> bool:
        """Ask nobody about eight letters that stand on the paper."""
        return False

    def agree(self) -> None:
        """Look the code up."""
        code = self.code.text()
        self._session.client.ask(self, lambda: by_code.find(code), self._open, refused=self.complain)

    def _open(self, coded: Coded) -> None:
        self.found.emit(coded)
        self.accept()
