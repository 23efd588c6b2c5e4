"""Ký thay: who signs for which chief, from when to when."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QTableWidgetItem

from desk import clock
from desk.acts.rules import Act
from desk.department import delegations, people
from desk.department.delegations import DelegationRow
from desk.errors import Denied
from ui.controls.framed_table import FramedTable
from ui.controls.labels import button, label
from ui.look.kept_size import keep_least_height
from ui.session.session import Session
from ui.settings import operations
from ui.settings.delegation_dialog import DelegationDialog
from ui.settings.tab import Tab
from ui.words import wording


class DelegationTab(Tab):
    """A chief delegates for a time; every act then names both."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, Act.DELEGATE)
        self._rows: list[DelegationRow] = []
        text = self.tr(
            "Lãnh đạo ủy quyền cho người khác duyệt, trả lại, thu hồi thay mình trong một thời hạn. "
            "Nhật ký ghi cả hai tên. Không ai duyệt bài mình viết, cũng không ký thay để duyệt bài của lãnh đạo ấy."
        )
        self.column.addWidget(label(text, "muted", wrap=True))
        self.table = FramedTable(
            self.tr("Ủy quyền ký thay"),
            (
                self.tr("Lãnh đạo"),
                self.tr("Người ký thay"),
                self.tr("Từ"),
                self.tr("Đến"),
                self.tr("Tình trạng"),
            ),
            (160, 170, 162, 162),
        )
        keep_least_height(self.table, 260)
        self.table.itemSelectionChanged.connect(self._enable)
        self.column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        self.add = button(self.tr("Ủy quyền…"), self._add, "delegate", primary=True)
        self.add.setEnabled(self.may)
        self.end = button(self.tr("Thôi ủy quyền"), self._end, "close")
        row.addWidget(self.add)
        row.addWidget(self.end)
        row.addStretch(1)
        self.column.addLayout(row)
        self._enable()

    def shown(self) -> None:
        """Read the delegations."""
        self.ask(delegations.listing, self._show)

    def _show(self, rows: list[DelegationRow]) -> None:
        self._rows = rows
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            facts = (row.chief, row.delegate, wording.moment(row.since), wording.moment(row.until))
            for column, words in enumerate((*facts, self._state(row))):
                item = QTableWidgetItem(words)
                item.setToolTip(f"{words}\n{row.note}" if row.note else words)
                self.table.setItem(number, column, item)
        self.table.choose_again(row.id for row in rows)
        self._enable()

    def _state(self, row: DelegationRow) -> str:
        if row.ended_at is not None:
            return self.tr("Đã thôi lúc {when}").format(when=wording.moment(row.ended_at))
        if not row.open:
            return self.tr("Đã hết hạn")
        return self.tr("Đang có hiệu lực") if row.since <= clock.now() else self.tr("Chưa đến hạn")

    def _current(self) -> DelegationRow | None:
        at = self.table.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def _enable(self) -> None:
        row = self._current()
        me = self.session.me
        refused = delegations.why_not_ended(row, me.id, me.roles) if row is not None else None
        self.end.setEnabled(row is not None and refused is None)
        self.end.setToolTip(wording.error(refused) if isinstance(refused, Denied) else "")

    def _add(self) -> None:
        self.ask(lambda: people.everybody(active_only=True), self._ask_whom)

    def _ask_whom(self, rows: list[people.PersonRow]) -> None:
        answer = DelegationDialog.ask(self, [row for row in rows if row.id != self.session.who])
        if answer is not None:
            self.run(operations.delegate(self.session, *answer), self.shown)

    def _end(self) -> None:
        row = self._current()
        if row is not None:
            self.run(operations.end_delegation(self.session, row.id), self.shown)
