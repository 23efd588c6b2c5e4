"""A word of the house, or an abbreviation with what it stands for."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from desk.registers.entries import WordEntry, WordKind
from ui.controls.combo import Combo
from ui.registers.entry_dialog import EntryDialog, Keep, line_field
from ui.words import registers as words


class WordEntryDialog(EntryDialog):
    """The fields of one word."""

    def __init__(self, parent: QWidget | None, seen: WordEntry | None, keep: Keep) -> None:
        title = "Từ của cơ quan" if seen is not None else "Thêm từ"
        super().__init__(parent, title, keep)
        word = seen or WordEntry(WordKind.WORD, "")
        self._id = word.id
        self.kind = Combo()
        self.kind.setAccessibleName(self.tr("Loại"))
        for kind in WordKind:
            self.kind.addItem(words.word_kind(kind), kind)
        self.kind.setCurrentIndex(self.kind.findData(word.kind))
        self.word = line_field(word.word, self.tr("Từ"))
        self.meaning = line_field(word.meaning, self.tr("Nghĩa"))
        self.meaning.setPlaceholderText(self.tr("Viết đầy đủ, như sẽ đứng trong bài"))
        form = self.form()
        form.addRow(self.tr("Từ"), self.word)
        form.addRow(self.tr("Loại"), self.kind)
        form.addRow(self.tr("Nghĩa"), self.meaning)
        self.kind.currentIndexChanged.connect(self._allow)
        self._allow()
        self.word.setFocus()

    def _allow(self) -> None:
        self.meaning.setEnabled(self.kind.currentData() is WordKind.ABBREVIATION)

    def entry(self) -> WordEntry:
        """Return what was filled in."""
        kind = WordKind(self.kind.currentData())
        meaning = self.meaning.text() if kind is WordKind.ABBREVIATION else ""
        return WordEntry(kind, self.word.text(), meaning, self._id)

    def wanting(self) -> QLineEdit | None:
        """Want a word."""
        return None if self.word.text().strip() else self.word
