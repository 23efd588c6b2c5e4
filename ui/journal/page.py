"""Nhật ký: who did what, when, on which revision; filtered, checked, printed, taken out as a workbook."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QTableView,
)

from desk.acts import journal
from desk.acts.gate import Changes
from desk.acts.journal import ChainBreak, JournalEntry, JournalQuery, Subject
from desk.acts.rules import Act
from desk.department import people
from ui.articles.filters import SearchBox
from ui.controls.action_table import Entry, make_action
from ui.controls.column_share import ColumnShare
from ui.controls.combo import Combo
from ui.controls.day_field import DayField
from ui.controls.flow_layout import FlowLayout
from ui.controls.labels import button, label, place
from ui.controls.page_head import header
from ui.journal.export import JournalExport
from ui.journal.model import JournalModel
from ui.look.kept_size import keep_between
from ui.session.page import Page
from ui.session.session import Session
from ui.words import faults as faults_words
from ui.words import wording

_PAGE = 200


class JournalPage(Page):
    """The journal with its filters."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.search = SearchBox(self.tr("Tìm trong tít và lý do"))
        keep_between(self.search, 110, 240)
        self.check = button(self.tr("Kiểm tra chuỗi nhật ký"), self._check, "done")
        self.out = JournalExport(session, self)
        self.workbook = button(self.tr("Excel…"), lambda: self.out.workbook(self._query()), "xlsx")
        self.workbook.setToolTip(self.tr("Xuất các mục đang lọc ra Excel"))
        self.paper = button(self.tr("In…"), lambda: self.out.paper(self._query()), "print")
        self.paper.setToolTip(self.tr("In các mục đang lọc (Ctrl+P)"))
        self.paper.setShortcut(QKeySequence("Ctrl+P"))
        head, _, self._count = header(self.tr("Nhật ký"), self.search, self.check, self.workbook, self.paper)
        self.column.addWidget(head)
        self.person, self.act, self.subject = Combo(), Combo(), Combo()
        self.person.addItem(self.tr("Mọi người"), None)
        self.act.addItem(self.tr("Mọi việc"), None)
        self.subject.addItem(self.tr("Mọi thứ"), None)
        for act in Act:
            deed = wording.deed(act)
            self.act.addItem(deed[:1].upper() + deed[1:], act)
        for subject in Subject:
            self.subject.addItem(wording.subject(subject), subject)
        self.by_date = QCheckBox(self.tr("Từ ngày"))
        self.since, self.until = DayField(), DayField()
        for field in (self.since, self.until):
            field.setEnabled(False)
            field.changed.connect(self._ask)
            self.by_date.toggled.connect(field.setEnabled)
        self.by_date.toggled.connect(self._ask)
        row = FlowLayout(8)
        for box, name in (
            (self.person, self.tr("Người làm")),
            (self.act, self.tr("Việc")),
            (self.subject, self.tr("Về")),
        ):
            box.setAccessibleName(name)
            box.setToolTip(name)
            box.currentIndexChanged.connect(self._ask)
            row.addWidget(box)
        days = QHBoxLayout()  # they go to the next line together
        days.setContentsMargins(0, 0, 0, 0)
        for part in (self.by_date, self.since, label(self.tr("đến"), "muted"), self.until):
            days.addWidget(part)
        row.addWidget(place("plain", days))
        filters = place("header")
        filters.setLayout(row)
        self.column.addWidget(filters)
        self.model = JournalModel(self)
        self.view = self._table()
        self.column.addWidget(self.view, 1)
        self.empty = label(self.tr("Không có mục nào khớp. Thử bỏ bớt bộ lọc."), "empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.hide()
        self.column.addWidget(self.empty, 1)
        self.search.asked.connect(lambda _: self._ask())
        self.search.left.connect(self.take_focus)
        self.model.more_wanted.connect(self._ask_more)
        make_action(self, Entry("", key="Ctrl+F"), self.seek)

    def shown(self) -> None:
        """Refresh the names and the entries."""
        self.ask(people.everybody, self._offer_people)
        self._ask()

    def take_focus(self) -> None:
        """Begin in the table."""
        self.view.setFocus()

    def heed(self, changes: Changes) -> None:
        """Refresh on every change: each is in the journal."""
        if self.isVisible():
            self._ask()

    def seek(self) -> None:
        """Put the cursor into the search box."""
        self.search.setFocus()
        self.search.selectAll()

    def _offer_people(self, rows: list[people.PersonRow]) -> None:
        chosen = self.person.currentData()
        self.person.blockSignals(True)
        while self.person.count() > 1:
            self.person.removeItem(1)
        for row in rows:
            self.person.addItem(row.name, row.id)
        self.person.setCurrentIndex(max(0, self.person.findData(chosen)))
        self.person.blockSignals(False)

    def _query(self) -> JournalQuery:
        dated = self.by_date.isChecked()
        return JournalQuery(
            person_id=self.person.currentData(),
            act=self.act.currentData(),
            subject=self.subject.currentData(),
            since=self.since.value().isoformat() if dated else "",
            until=self.until.value().isoformat() if dated else "",
            words=self.search.text().strip(),
        )

    def _ask(self) -> None:
        query = self._query()
        self.ask(lambda: journal.entries(query, 0, _PAGE), self._show, key="journal")

    def _ask_more(self) -> None:
        query, last = self._query(), self.model.entries()[-1]
        self.ask(lambda: journal.entries(query, last.id, _PAGE), lambda entries: self._add(last, entries))

    def _add(self, after: JournalEntry, entries: list[JournalEntry]) -> None:
        if self.model.entries()[-1:] == [after]:  # else the journal was read anew meanwhile
            self.model.append(entries, len(entries) == _PAGE)

    def _show(self, entries: list[JournalEntry]) -> None:
        self.model.replace(entries, len(entries) == _PAGE)
        self.empty.setVisible(not entries)
        self.view.setVisible(bool(entries))
        more = "+" if len(entries) == _PAGE else ""
        self._count.setText(self.tr("{n} mục").format(n=f"{len(entries)}{more}"))

    def _check(self) -> None:
        self.check.setEnabled(False)
        self.ask(journal.check, self._report)

    def _report(self, faults: list[ChainBreak]) -> None:
        self.check.setEnabled(True)
        if not faults:
            self.session.say(
                self.tr("Chuỗi nhật ký nguyên vẹn: không mục nào bị sửa, mất hay đổi chỗ."), about="journal"
            )
            return
        places = "; ".join(
            self.tr("mục {n} {fault}").format(
                n=f.entry, fault=self.tr(faults_words.JOURNAL_FAULTS[f.fault.name])
            )
            for f in faults[:8]
        )
        self.session.say(
            self.tr("Nhật ký có chỗ không khớp: {told}.").format(told=places), "error", about="journal"
        )

    def _table(self) -> QTableView:
        view = QTableView()
        view.setModel(self.model)
        view.setAccessibleName(self.tr("Nhật ký"))
        view.verticalHeader().hide()
        view.setShowGrid(False)
        view.setAlternatingRowColors(False)
        view.setTabKeyNavigation(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = view.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate((48, 152, 148, 184, 296, 78, 146, 80)):
            view.setColumnWidth(column, width)
        head.setMinimumSectionSize(40)
        self._share = ColumnShare(
            view, 4, row=32, spare=(7, 5)
        )  # a cell's tooltip tells the whole fingerprint
        return view
