"""Mend every finding of one kind: each is seen first, and may be left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desk.proofing.article import PlacedFinding
from ui.controls.form_dialog import FormDialog
from ui.look.text_size import px
from ui.proofing.finding_list import shown
from ui.words import proofing as words


class TakeAllDialog(FormDialog):
    """A list with a tick for each."""

    def __init__(self, parent: QWidget | None, alike: Sequence[PlacedFinding], take: str) -> None:
        title = self.tr("{family}: {n} chỗ cùng loại").format(
            family=words.family(alike[0].finding.family), n=len(alike)
        )
        super().__init__(parent, title, alike[0].finding.message, accept=take)
        self._alike = alike
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Các chỗ sẽ sửa"))
        self.list.setMinimumHeight(px(180))
        self.list.setWordWrap(True)
        for one in alike:
            said = shown(one.instead(one.finding.suggestions[0])) or self.tr("bỏ")
            before, after = one.context
            item = QListWidgetItem(f"…{shown(before)}[{shown(one.words)} → {said}]{shown(after)}…")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.body.addWidget(self.list)
        self.list.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, alike: Sequence[PlacedFinding], take: str) -> list[PlacedFinding]:
        """Return those to be mended; none when the person leaves."""
        dialog = cls(parent, alike, take)
        agreed = dialog.exec() == dialog.DialogCode.Accepted
        chosen = dialog.chosen() if agreed else []
        dialog.deleteLater()
        return chosen

    def chosen(self) -> list[PlacedFinding]:
        """Return what is ticked."""
        ticked = Qt.CheckState.Checked
        return [one for at, one in enumerate(self._alike) if self.list.item(at).checkState() == ticked]
