"""Gom bài: the approved articles that an issue could take, in the order of the desk's rule, to be agreed to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desk.gathering import Gathering
from ui import wording, wording_issue
from ui.dialogs.shell import Shell
from ui.widgets.labels import button, label

_ID = Qt.ItemDataRole.UserRole


class GatherDialog(Shell):
    """A table of what is proposed; those of a later month are left unticked."""

    def __init__(self, parent: QWidget | None, name: str, found: Gathering) -> None:
        super().__init__(
            parent,
            "Gom bài",
            f"Bài đã duyệt, chưa vào số nào, xếp cho số {name} theo chuyên mục, rồi cấp (Trung ương, tỉnh, huyện, "
            "cơ sở), rồi ngày. Sau khi xếp vẫn kéo để đổi thứ tự được.",
            accept="Xếp vào số",
        )
        self.resize(900, 560)
        self.table = QTableWidget(len(found.proposed), 5)
        self.table.setProperty("framed", True)
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Bài"),
                self.tr("Chuyên mục"),
                self.tr("Cấp"),
                self.tr("Ngày"),
                self.tr("Số từ"),
            ]
        )
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(34)
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(self.tr("Bài đề nghị xếp vào số"))
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 190), (2, 104), (3, 104), (4, 70)):
            self.table.setColumnWidth(column, width)
        for at, one in enumerate(found.proposed):
            when = wording.short_date(one.event_date) if one.event_date else ""
            cells = (
                one.title,
                one.section,
                wording_issue.body_level(one.level),
                when,
                wording.number(one.words),
            )
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                if column == 0:
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                    item.setCheckState(Qt.CheckState.Checked if one.fits else Qt.CheckState.Unchecked)
                    item.setData(_ID, one.article_id)
                if column == 4:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(at, column, item)
        self.body.addWidget(self.table, 1)
        if not found.proposed:
            self.table.hide()
            self.body.addWidget(label(self.tr("Không có bài đã duyệt nào chờ xếp."), "empty", wrap=True), 1)
            self.ok.setEnabled(False)
        if any(not one.fits for one in found.proposed):
            self.body.addWidget(label(self.tr("Bài của tháng sau để trống dấu."), "small"))
        for erratum in found.errata:
            told = self.tr("Đính chính bài số {issue} còn {stage}: {title}")
            stage = wording.stage(erratum.stage).lower()
            words = told.format(issue=erratum.issue, stage=stage, title=erratum.title)
            self.body.addWidget(label(words, "muted", wrap=True))
        self.none = button(self.tr("Bỏ hết dấu"), lambda: self._tick(Qt.CheckState.Unchecked))
        self.none.setAutoDefault(False)
        self.buttons.addButton(self.none, self.buttons.ButtonRole.ResetRole)
        self.none.setVisible(bool(found.proposed))
        if found.proposed:
            self.table.setCurrentCell(0, 0)
            self.table.setFocus()

    def agree(self) -> None:
        """Want at least one article."""
        if self.chosen():
            super().agree()
        else:
            self.complain(self.tr("Chưa chọn bài nào."))

    def chosen(self) -> list[int]:
        """Return the ticked articles in order."""
        items = [self.table.item(at, 0) for at in range(self.table.rowCount())]
        return [item.data(_ID) for item in items if item and item.checkState() is Qt.CheckState.Checked]

    def _tick(self, state: Qt.CheckState) -> None:
        for at in range(self.table.rowCount()):
            item = self.table.item(at, 0)
            if item is not None:
                item.setCheckState(state)

    @classmethod
    def ask(cls, parent: QWidget | None, name: str, found: Gathering) -> list[int] | None:
        """Return the articles to place, in order, or None."""
        dialog = cls(parent, name, found)
        return dialog.chosen() if dialog.exec() else None
