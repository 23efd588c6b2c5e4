"""Give an article to another author, with a reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desk.articles.listing import ArticleRow
from desk.department.people import PersonRow
from desk.errors import NotNow, Why
from ui.controls.combo import Combo
from ui.controls.form_dialog import FormDialog
from ui.look.text_size import px


class ReassignDialog(FormDialog):
    """Who writes on, and why."""

    def __init__(self, parent: QWidget | None, row: ArticleRow, rows: Sequence[PersonRow]) -> None:
        super().__init__(parent, "Đổi người viết", row.title, accept="Đổi người viết")
        form = self.form()
        self.person = Combo()
        self.person.setAccessibleName(self.tr("Người viết mới"))
        for one in rows:
            if one.id != row.author_id:
                self.person.addItem(", ".join(part for part in (one.name, one.unit) if part), one.id)
        self.words = QPlainTextEdit()
        self.words.setAccessibleName(self.tr("Lý do"))
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(px(84))
        form.addRow(self.tr("Giao cho"), self.person)
        form.addRow(self.tr("Lý do"), self.words)

    def agree(self) -> None:
        """Refuse a blank reason in place."""
        if not self.words.toPlainText().strip():
            self.complain(NotNow(Why.NOTE))
            self.words.setFocus()
            return
        super().agree()

    @classmethod
    def ask(
        cls, parent: QWidget | None, row: ArticleRow, rows: Sequence[PersonRow]
    ) -> tuple[int, str] | None:
        """Return the new author's id and the reason, or None."""
        dialog = cls(parent, row, rows)
        if not dialog.exec() or dialog.person.currentData() is None:
            return None
        return int(dialog.person.currentData()), dialog.words.toPlainText().strip()
