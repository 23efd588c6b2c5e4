"""The address and the words of a link."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget

from desk.text.signs import shown
from ui.controls.form_dialog import FormDialog

_ALLOWED = re.compile(r"(https?://[^\s/]+\S*|mailto:[^\s@]+@[^\s@]+)", re.IGNORECASE)
_BARE_MAIL = re.compile(r"[^\s@:/]+@[^\s@/]+\.[^\s@/]+")
_BARE_SITE = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LinkWords:
    """Where a link leads and what it says; no address means no link."""

    address: str
    text: str


def clean_address(typed: str) -> str | None:
    """Return a web or mail address as it is stored; None for anything else."""
    typed = shown(typed).strip()
    if _BARE_MAIL.fullmatch(typed):
        return f"mailto:{typed}"
    if _BARE_SITE.fullmatch(typed):
        return f"https://{typed}"
    return typed if _ALLOWED.fullmatch(typed) else None


class LinkDialog(FormDialog):
    """Asks for a link; only web and mail addresses pass."""

    def __init__(self, parent: QWidget | None, address: str, text: str) -> None:
        super().__init__(parent, self.tr("Liên kết"))
        self.answer: LinkWords | None = None
        self.address = QLineEdit(address)
        self.address.setPlaceholderText("https://")
        self.text = QLineEdit(text.replace("\u2028", " "))
        self._as_it_was = (self.text.text(), text)
        rows = self.form()
        rows.addRow(self.tr("Đị&a chỉ"), self.address)
        rows.addRow(self.tr("&Chữ hiện ra"), self.text)
        self.remove = self.buttons.addButton(
            self.tr("Bỏ liên kết"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.remove.setVisible(bool(address))
        self.remove.setAutoDefault(False)
        self.ok.setDefault(True)
        self.remove.clicked.connect(self._remove)
        self.address.textEdited.connect(self.fault.hide)
        self.address.setFocus()

    def agree(self) -> None:
        """Accept an address that is one; say what passes otherwise."""
        address = clean_address(self.address.text())
        if address is None:
            self.complain(self.tr("Chỉ nhận địa chỉ trang tin (https://…) hoặc thư điện tử (ten@coquan.vn)."))
            self.address.setFocus()
            return
        self.answer = LinkWords(address, self._words() or address.removeprefix("mailto:"))
        self.accept()

    def _remove(self) -> None:
        self.answer = LinkWords("", self._words())
        self.accept()

    def _words(self) -> str:
        """Return the words; untouched ones with the line ends that the field cannot show."""
        as_shown, whole = self._as_it_was
        return whole if self.text.text() == as_shown else shown(self.text.text())

    @classmethod
    def ask(cls, parent: QWidget | None, address: str, text: str) -> LinkWords | None:
        """Ask for a link; None when the person gave up."""
        dialog = cls(parent, address, text)
        try:
            dialog.exec()
            return dialog.answer
        finally:
            dialog.deleteLater()
