"""What is in a backup: the last acts, the issues, the titles of the newest articles."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QTabWidget, QWidget

from desk.safety.facts import Backup
from desk.safety.restore import Inside
from ui.controls.form_dialog import FormDialog
from ui.look.text_size import px
from ui.words import safety as words
from ui.words import wording


class InsideDialog(FormDialog):
    """Shows lines to read, nothing to change."""

    def __init__(self, parent: QWidget | None, backup: Backup, found: Inside) -> None:
        super().__init__(parent, "Bên trong bản sao lưu", "", accept="Đóng")
        self.setMinimumSize(px(620), px(420))
        self.intro.setText(self._told(backup))
        self.intro.show()
        self.tabs = QTabWidget()
        acts = (f"{words.day_and_time(one.at)}   {_of(wording.entry(one), one.title)}" for one in found.acts)
        issues = (
            f"{self.tr('Số')} {one.name}, {words.state(one.state)}" + (f" – {one.theme}" if one.theme else "")
            for one in found.issues
        )
        titles = (title or self.tr("(chưa có tít)") for title in found.titles)
        self.acts = self._add(self.tr("Việc gần đây"), acts)
        self.issues = self._add(self.tr("Số bản tin"), issues)
        self.titles = self._add(self.tr("Bài sửa gần đây"), titles)
        self.body.addWidget(self.tabs, 1)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).hide()

    def _told(self, backup: Backup) -> str:
        parts = [words.day_and_time(backup.made), words.reason(backup)]
        if backup.facts is not None:
            count = wording.number(backup.facts.of.articles)
            parts.append(self.tr("{n} bài").format(n=count))
        return " · ".join(part for part in parts if part)

    def _add(self, title: str, lines: Iterable[str]) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(title)
        made.setWordWrap(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for line in lines:
            made.addItem(line)
            made.item(made.count() - 1).setToolTip(line)
        self.tabs.addTab(made, title)
        return made


def _of(did: str, title: str) -> str:
    return f"{did} “{title}”" if title else did
