"""Choose a chuyên mục for an article; its text and approval stay as they are."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from desk.sections import SectionRow
from ui.dialogs.shell import Shell


class SectionDialog(Shell):
    """One choice."""

    def __init__(self, parent: QWidget | None, title: str, rows: list[SectionRow], now: int | None) -> None:
        super().__init__(parent, "Xếp chuyên mục", title, accept="Xếp")
        self.section = QComboBox()
        self.section.setAccessibleName(self.tr("Chuyên mục"))
        self.section.addItem(self.tr("Chưa xếp chuyên mục"), None)
        for row in rows:
            self.section.addItem(row.title, row.id)
        self.section.setCurrentIndex(max(0, self.section.findData(now)))
        self.body.addWidget(self.section)

    @classmethod
    def ask(
        cls, parent: QWidget | None, title: str, rows: list[SectionRow], now: int | None
    ) -> tuple[int | None] | None:
        """Return the chosen id (None in a tuple: no chuyên mục), or None when the person stepped back."""
        dialog = cls(parent, title, rows, now)
        return (dialog.section.currentData(),) if dialog.exec() else None
