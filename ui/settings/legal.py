"""Khung pháp lý: the laws that a bulletin may be printed under, as the office keeps them."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from PySide6.QtWidgets import QHBoxLayout, QTableWidgetItem

from desk.acts.rules import Act
from desk.department import legal_profiles
from desk.edition.design import Legal
from ui.controls.framed_table import FramedTable
from ui.controls.labels import button, label
from ui.look.kept_size import keep, keep_least_height
from ui.look.text_size import px
from ui.session.session import Session
from ui.settings import operations
from ui.settings.legal_dialog import LegalDialog
from ui.settings.tab import Tab
from ui.words import issue as issue_words


class LegalTab(Tab):
    """A table of profiles; a change is stored at once."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, Act.CHANGE_SETTINGS)
        self._rows: tuple[Legal, ...] = ()
        text = self.tr(
            "Mỗi số in theo khung đang hiệu lực trong tháng của số, hoặc khung chọn riêng ở Trình bày. Luật đổi "
            "thì sửa ở đây: giới hạn trang, khổ, quảng cáo và các dòng măng-sét bắt buộc."
        )
        self.column.addWidget(label(text, "muted", wrap=True))
        self.table = FramedTable(
            self.tr("Khung pháp lý"),
            (self.tr("Tên"), self.tr("Hiệu lực"), self.tr("Giới hạn")),
            (200, 210),
            stretch=0,
        )
        keep(self.table, lambda: self.table.verticalHeader().setDefaultSectionSize(px(36)))
        keep_least_height(self.table, 220)
        self.table.itemSelectionChanged.connect(self._follow)
        self.table.itemDoubleClicked.connect(lambda _: self._edit())
        self.column.addWidget(self.table, 1)
        self.about = label("", "small", wrap=True)
        self.column.addWidget(self.about)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        self.add = button(self.tr("Thêm…"), self._add, "add", primary=True)
        self.change = button(self.tr("Sửa…"), self._edit, "edit")
        self.drop = button(self.tr("Bỏ"), self._remove, "remove")
        for push in (self.add, self.change, self.drop):
            row.addWidget(push)
        row.addStretch(1)
        self.column.addLayout(row)
        self._follow()

    def shown(self) -> None:
        """Read the stored profiles."""
        self.ask(legal_profiles.profiles, self._show)

    def _show(self, rows: tuple[Legal, ...]) -> None:
        self._rows = rows
        self.table.setRowCount(len(rows))
        for at, one in enumerate(rows):
            for column, words in enumerate((one.name, _validity(one), _limits(one))):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.table.setItem(at, column, item)
        self.table.choose_again(one.key for one in rows)
        self._follow()

    def _follow(self) -> None:
        one = self._chosen()
        self.about.setText("\n".join(part for part in (one.source, one.note) if part) if one else "")
        self.add.setEnabled(self.may)
        self.change.setEnabled(self.may and one is not None)
        self.drop.setEnabled(self.may and one is not None and len(self._rows) > 1)

    def _chosen(self) -> Legal | None:
        at = self.table.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def _store(self, rows: tuple[Legal, ...], did: str) -> None:
        self.run(operations.set_legal_profiles(self.session, rows, did), self.shown)

    def _add(self) -> None:
        profile = LegalDialog.ask(self, None)
        if profile is not None:
            added = replace(profile, key=uuid4().hex[:12])
            self._store((*self._rows, added), self.tr("thêm khung pháp lý"))

    def _edit(self) -> None:
        one = self._chosen()
        if one is None or not self.change.isEnabled():
            return
        profile = LegalDialog.ask(self, one)
        if profile is not None:
            rows = tuple(profile if row.key == one.key else row for row in self._rows)
            self._store(rows, self.tr("sửa khung pháp lý"))

    def _remove(self) -> None:
        one = self._chosen()
        if one is not None:
            rest = tuple(row for row in self._rows if row is not one)
            did = self.tr("bỏ khung pháp lý “{name}”").format(name=one.name)
            op = operations.set_legal_profiles(self.session, rest, did, before=self._rows)
            self.run(op, self.shown)


def _validity(one: Legal) -> str:
    since, until = _day(one.since), _day(one.until)
    if since and until:
        return f"{since} – {until}"
    return f"từ {since}" if since else f"đến {until}" if until else "không hạn"


def _day(stored: str) -> str:
    return "/".join(reversed(stored.split("-")))


def _limits(one: Legal) -> str:
    parts = [f"{one.pages} trang"] if one.pages else []
    if one.width or one.height:
        parts.append(issue_words.largest(one))
    return ", ".join(parts) or "không giới hạn"
