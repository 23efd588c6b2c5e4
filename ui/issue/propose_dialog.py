"""Gom bài: the approved articles that an issue could take, in the order of the desk's rule, to be agreed to."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTableWidgetItem, QWidget

from desk.issues.proposals import Proposals, Proposed
from ui.controls.elided_combo import ElidedCombo
from ui.controls.form_dialog import FormDialog
from ui.controls.framed_table import FramedTable
from ui.controls.labels import button, label
from ui.controls.line_button import LineButton
from ui.words import issue as issue_words
from ui.words import wording

_ID = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROW, _MOST_ROWS = 34, 12
_WIDTH, _WIDTH_OF_NONE = 960, 560
_RULE = (
    "Bài đã duyệt, chưa vào số nào, xếp cho số {name} theo chuyên mục, rồi cấp (Trung ương, tỉnh, huyện, "
    "cơ sở), rồi ngày. Sau khi xếp vẫn kéo để đổi thứ tự được."
)
_NOTHING = "Không có bài đã duyệt nào chờ xếp vào số {name}. Bài được duyệt sẽ tự hiện ở đây."


class ProposeDialog(FormDialog):
    """A table of what is proposed; those of a later month, or whose chuyên mục is not shown, are left unticked."""

    led = Signal(int)  # to a correction that nobody has approved yet

    def __init__(self, parent: QWidget | None, name: str, found: Proposals) -> None:
        told = (_RULE if found.proposed else _NOTHING).format(name=name)
        super().__init__(parent, "Gom bài", told, accept="Xếp vào số")
        self._found = found
        self.places: dict[
            int, ElidedCombo
        ] = {}  # by row: where an article goes whose chuyên mục is not shown
        self.table = self._table()
        for at, one in enumerate(found.proposed):
            self._fill(at, one)
        if found.proposed:
            self.body.addWidget(self.table, 1)
        if any(not one.fits for one in found.proposed):
            self.body.addWidget(label(self.tr("Bài của tháng sau để trống dấu."), "small"))
        self.by_hand = label("", "small", wrap=True)
        self.body.addWidget(self.by_hand)
        for erratum in found.errata:
            told = self.tr("Đính chính bài số {issue} còn {stage}")
            words = told.format(issue=erratum.issue, stage=wording.stage(erratum.stage).lower())
            line = LineButton(words, erratum.title, "edit", below=True)
            line.clicked.connect(partial(self._lead, erratum.article_id))
            self.body.addWidget(line)
        self.none = button(self.tr("Bỏ hết dấu"), lambda: self._tick(Qt.CheckState.Unchecked))
        self.none.setAutoDefault(False)
        self.buttons.addButton(self.none, self.buttons.ButtonRole.ResetRole)
        self.none.setVisible(bool(found.proposed))
        if found.proposed:
            self.table.setCurrentCell(0, 0)
            self.table.setFocus()
        else:
            self.ok.hide()
            self.buttons.button(self.buttons.StandardButton.Cancel).setText(self.tr("Đóng"))
        self.table.itemChanged.connect(self._say_by_hand)
        self._say_by_hand()
        self.resize(_WIDTH if found.proposed else _WIDTH_OF_NONE, self.sizeHint().height())

    def agree(self) -> None:
        """Want at least one article, and a place for every one."""
        chosen = self.chosen()
        lost = next((one for one, to in self._ticked() if not to), None)
        if not chosen:
            self.complain(self.tr("Chưa chọn bài nào."))
        elif lost is not None:
            self.complain(self.tr("Hãy chọn chuyên mục cho bài “{title}”.").format(title=lost.title))
        else:
            super().agree()

    def chosen(self) -> dict[int, int]:
        """Return the ticked articles in order, each with the chuyên mục that it goes to."""
        return {one.article_id: to for one, to in self._ticked()}

    @classmethod
    def ask(cls, parent: QWidget | None, name: str, found: Proposals) -> tuple[dict[int, int], int]:
        """Return the articles to place with their chuyên mục, and the waiting correction to open, 0 for none."""
        dialog = cls(parent, name, found)
        led: list[int] = []
        dialog.led.connect(led.append)
        agreed = bool(dialog.exec())
        dialog.deleteLater()
        return dialog.chosen() if agreed else {}, led[0] if led else 0

    def _ticked(self) -> list[tuple[Proposed, int]]:
        out = []
        for at, one in enumerate(self._found.proposed):
            item, place = self.table.item(at, 0), self.places.get(at)
            if item is not None and item.checkState() is Qt.CheckState.Checked:
                out.append((one, int(place.currentData()) if place is not None else one.section_id))
        return out

    def _table(self) -> FramedTable:
        heads = (self.tr("Bài"), self.tr("Chuyên mục"), self.tr("Cấp"), self.tr("Ngày"), self.tr("Số từ"))
        table = FramedTable(self.tr("Bài đề nghị xếp vào số"), heads, (260, 104, 104, 70), stretch=0)
        table.setRowCount(len(self._found.proposed))
        table.verticalHeader().setDefaultSectionSize(_ROW)
        count = table.horizontalHeaderItem(4)
        if count is not None:
            count.setTextAlignment(_RIGHT)
        rows = min(max(len(self._found.proposed), 4), _MOST_ROWS)
        table.setMinimumHeight((rows + 1) * _ROW + 4)
        return table

    def _fill(self, at: int, one: Proposed) -> None:
        when = wording.short_date(one.event_date) if one.event_date else ""
        cells = (
            one.title,
            one.section if one.section_id else self._lost(one),
            issue_words.body_level(one.level),
            when,
            wording.number(one.words),
        )
        for column, words in enumerate(cells):
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            if column == 0:
                ticked = one.fits and bool(one.section_id)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
                item.setData(_ID, one.article_id)
            if column == 4:
                item.setTextAlignment(_RIGHT)
            self.table.setItem(at, column, item)
        if not one.section_id:
            self._offer_places(at, one)

    def _offer_places(self, at: int, one: Proposed) -> None:
        """Let a person say where an article goes whose chuyên mục the issue does not show."""
        box = self.places[at] = ElidedCombo(22)
        box.setAccessibleName(self.tr("Chuyên mục cho bài “{title}”").format(title=one.title))
        box.addItem(self._lost(one), 0)
        for number, title in self._found.sections:
            box.addItem(title, number)
        box.currentIndexChanged.connect(partial(self._placed, at))
        self.table.setCellWidget(at, 1, box)

    def _placed(self, at: int, index: int) -> None:
        item = self.table.item(at, 0)
        if item is not None:
            item.setCheckState(Qt.CheckState.Checked if index > 0 else Qt.CheckState.Unchecked)
        self._say_by_hand()

    def _lost(self, one: Proposed) -> str:
        if not one.section:
            return self.tr("Chưa có chuyên mục")
        words = self.tr("Đang ẩn: {name}") if one.hidden else self.tr("Không có trong số: {name}")
        return words.format(name=one.section)

    def _say_by_hand(self) -> None:
        """Say where what is chosen goes to the end, for an editor ordered what stands there by hand."""
        titles = dict(self._found.sections)
        there = {to for _, to in self._ticked()} & self._found.by_hand & titles.keys()
        words = self.tr("Đã xếp tay, bài gom thêm đứng cuối chuyên mục: {names}.")
        self.by_hand.setText(
            words.format(names=", ".join(f"“{titles[one]}”" for one in titles if one in there))
        )
        self.by_hand.setVisible(bool(there))

    def _lead(self, article_id: int) -> None:
        self.led.emit(article_id)
        self.reject()

    def _tick(self, state: Qt.CheckState) -> None:
        for at in range(self.table.rowCount()):
            item = self.table.item(at, 0)
            if item is not None:
                item.setCheckState(state)
