"""Choose a chuyên mục for an article; its text and approval stay as they are."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desk.acts.rules import Genre
from desk.department.sections import SectionRow
from ui.controls.combo import Combo
from ui.controls.form_dialog import FormDialog
from ui.words import review as review_words


class SectionDialog(FormDialog):
    """Two choices: under which chuyên mục, and what kind of piece it is."""

    def __init__(
        self, parent: QWidget | None, title: str, rows: list[SectionRow], now: int | None, genre: Genre
    ) -> None:
        super().__init__(parent, "Xếp chuyên mục", title, accept="Xếp")
        self.section = Combo()
        self.section.setAccessibleName(self.tr("Chuyên mục"))
        self.section.addItem(self.tr("Chưa xếp chuyên mục"), None)
        for row in rows:
            self.section.addItem(row.title, row.id)
        self.section.setCurrentIndex(max(0, self.section.findData(now)))
        self.genre = Combo()
        self.genre.setAccessibleName(self.tr("Thể loại"))
        for one in Genre:
            self.genre.addItem(review_words.genre(one), one)
        self.genre.setCurrentIndex(list(Genre).index(genre))
        form = self.form()
        form.addRow(self.tr("Chuyên mục"), self.section)
        form.addRow(self.tr("Thể loại"), self.genre)

    @classmethod
    def ask(
        cls, parent: QWidget | None, title: str, rows: list[SectionRow], now: int | None, genre: Genre
    ) -> tuple[int | None, Genre] | None:
        """Return the chosen id (None: no chuyên mục) and genre, or None when the person stepped back."""
        dialog = cls(parent, title, rows, now, genre)
        return (dialog.section.currentData(), dialog.genre.currentData()) if dialog.exec() else None
