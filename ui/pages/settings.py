"""Thiết lập: the department's names and imprint, chuyên mục, people, the look."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desk import people, sections, settings
from desk.errors import DeskError
from desk.gate import Changes
from desk.people import PersonRow
from desk.press.edition import Imprint, Names
from desk.rules import Act, refusal
from desk.sections import SectionRow
from ui import look_settings, style, wording
from ui.dialogs.person import PasswordDialog, PersonDialog
from ui.pages.page import Page
from ui.seat import Seat
from ui.style import Scheme
from ui.widgets.labels import button, field_form, header, label, number_field, place

_ID = Qt.ItemDataRole.UserRole
T = TypeVar("T")


class SettingsPage(Page):
    """Tabs, one a subject; what a person may not change is shown but not offered."""

    types = True

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        head, _, _ = header(self.tr("Thiết lập"))
        self.column.addWidget(head)
        self.tabs = QTabWidget()
        self.names = NamesTab(seat)
        self.sections = SectionsTab(seat)
        self.people = PeopleTab(seat)
        self.look = LookTab(seat)
        for tab, words in (
            (self.names, self.tr("Cơ quan, măng-sét")),
            (self.sections, self.tr("Chuyên mục")),
            (self.people, self.tr("Người và vai trò")),
            (self.look, self.tr("Giao diện")),
        ):
            self.tabs.addTab(tab, words)
        self.column.addWidget(self.tabs, 1)

    def shown(self) -> None:
        """Refresh every tab."""
        for tab in (self.names, self.sections, self.people):
            tab.shown()

    def heed(self, changes: Changes) -> None:
        """Refresh when people or settings changed."""
        if self.isVisible() and changes.people:
            self.people.shown()
        if self.isVisible() and changes.settings:
            self.names.shown()
            self.sections.shown()


class _Tab(QScrollArea):
    def __init__(self, seat: Seat, may: Act | None) -> None:
        super().__init__()
        self.seat = seat
        self.may = may is None or refusal(may, seat.me.roles) is None
        self.setWidgetResizable(True)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(28, 16, 28, 16)
        self.column.setSpacing(10)
        inside = place("bare", self.column)
        inside.setMaximumWidth(860)
        outside = QHBoxLayout()
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(inside, 1)
        outside.addStretch(0)
        self.setWidget(place("bare", outside))

    def shown(self) -> None:
        """Refresh; what was changed here and not yet saved stays."""

    def ask(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Ask the desk a question for this tab."""
        self.seat.office.ask(self, work, then, refused=self._regret)

    def do(
        self, work: Callable[[], Changes], then: Callable[[], None] | None = None, saved: str = ""
    ) -> None:
        """Do an act; a refusal is said and leaves everything that was filled in as it is."""

        def done(_: Changes) -> None:
            if then is not None:
                then()
            if saved:
                self.seat.say(saved)

        self.seat.office.do(self, work, done, refused=self._regret, quiet=bool(saved))

    def _regret(self, error: DeskError) -> None:
        self.seat.say(wording.error(error), "error")


class NamesTab(_Tab):
    """The names on the cover and the imprint's lines."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat, Act.CHANGE_SETTINGS)
        self.fields: dict[str, QLineEdit] = {}
        self._as_stored: dict[str, str] | None = None
        self.copies = number_field(0, 1_000_000)
        self.copies.setSpecialValueText(" ")
        self.save = button(self.tr("Lưu"), self._save, "save", primary=True)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Tên in trên bìa"), "heading"), 1)
        row.addWidget(self.save)
        self.column.addLayout(row)
        self._form(
            ("committee", self.tr("Đảng bộ")),
            ("department", self.tr("Cơ quan")),
            ("bulletin", self.tr("Tên bản tin")),
            ("purpose", self.tr("Dòng dưới tên")),
            ("place", self.tr("Địa danh")),
        )
        self.column.addWidget(label(self.tr("Măng-sét cuối bản tin"), "heading"))
        told = self.tr(
            "Theo Luật Xuất bản 2012, Điều 27; cần xác nhận theo Luật Báo chí 2025. Dòng nào để trống thì không in."
        )
        self.column.addWidget(label(told, "muted", wrap=True))
        form = self._form(
            ("responsible", self.tr("Chịu trách nhiệm xuất bản")),
            ("board", self.tr("Ban Biên tập")),
            ("editors", self.tr("Biên tập, trình bày, sửa bản in")),
            ("licence", self.tr("Giấy phép xuất bản")),
            ("printer", self.tr("Nơi in, địa chỉ")),
            ("periodicity", self.tr("Định kỳ")),
            ("deposit", self.tr("Nộp lưu chiểu")),
        )
        form.insertRow(4, self.tr("Số lượng in (cuốn)"), self.copies)
        self.column.addStretch(1)
        for field in (*self.fields.values(), self.copies, self.save):
            field.setEnabled(self.may)

    def shown(self) -> None:
        """Read the stored words."""
        self.ask(lambda: (settings.names(), settings.imprint()), self._show)

    def _show(self, stored: tuple[Names, Imprint]) -> None:
        if self._as_stored is not None and self._words() != self._as_stored:
            return
        for name, field in self.fields.items():
            holder = stored[0] if hasattr(stored[0], name) else stored[1]
            field.setText(getattr(holder, name))
        self.copies.setValue(stored[1].copies)
        self._as_stored = self._words()

    def _words(self) -> dict[str, str]:
        words = {name: field.text() for name, field in self.fields.items()}
        return {**words, "copies": str(self.copies.value())}

    def _save(self) -> None:
        words = self._words()
        of_names = {name: words[name] for name in Names.__slots__}
        of_imprint = {name: words[name] for name in Imprint.__slots__ if name != "copies"}
        work = partial(
            settings.change,
            self.seat.who,
            Names(**of_names),
            Imprint(copies=self.copies.value(), **of_imprint),
        )
        self.do(work, partial(self._stored, words), self.tr("Đã lưu tên cơ quan và măng-sét."))

    def _stored(self, words: dict[str, str]) -> None:
        self._as_stored = words

    def _form(self, *rows: tuple[str, str]) -> QFormLayout:
        form = field_form()
        for name, words in rows:
            self.fields[name] = QLineEdit()
            form.addRow(words, self.fields[name])
        self.column.addLayout(form)
        return form


class SectionsTab(_Tab):
    """The chuyên mục in their order: renamed in place, moved, added, retired."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat, Act.SET_SECTIONS)
        told = self.tr("Thứ tự ở đây là thứ tự in. Bấm đúp để đổi tên. Chuyên mục bỏ đi vẫn còn ở các số cũ.")
        self.column.addWidget(label(told, "muted", wrap=True))
        self._as_stored: list[tuple[int | None, str]] = []
        self.list = QListWidget()
        self.list.setProperty("framed", True)
        self.list.setMinimumHeight(320)
        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.list.setAccessibleName(self.tr("Chuyên mục"))
        self.column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(button(self.tr("Thêm"), self._add, "add"))
        row.addWidget(button(self.tr("Lên"), lambda: self._shift(-1), "up"))
        row.addWidget(button(self.tr("Xuống"), lambda: self._shift(1), "down"))
        row.addWidget(button(self.tr("Bỏ"), self._remove, "remove"))
        row.addStretch(1)
        row.addWidget(button(self.tr("Lưu"), self._save, "save", primary=True))
        tools = QWidget()
        tools.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        tools.setEnabled(self.may)
        self.list.setEnabled(self.may)
        self.column.addWidget(tools)

    def shown(self) -> None:
        """Read the stored chuyên mục."""
        self.ask(sections.listing, self._show)

    def _show(self, rows: list[SectionRow]) -> None:
        if self._wanted() != self._as_stored:
            return
        chosen = self.list.currentRow()
        self.list.clear()
        for row in rows:
            self._item(row.title, row.id)
        self.list.setCurrentRow(min(chosen, len(rows) - 1))
        self._as_stored = self._wanted()

    def _wanted(self) -> list[tuple[int | None, str]]:
        items = [self.list.item(at) for at in range(self.list.count())]
        return [(item.data(_ID), item.text()) for item in items]

    def _item(self, title: str, section_id: int | None) -> QListWidgetItem:
        item = QListWidgetItem(title)
        item.setData(_ID, section_id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self.list.addItem(item)
        return item

    def _add(self) -> None:
        item = self._item(self.tr("Chuyên mục mới"), None)
        self.list.setCurrentItem(item)
        self.list.editItem(item)

    def _shift(self, by: int) -> None:
        at = self.list.currentRow()
        if at >= 0 and 0 <= at + by < self.list.count():
            self.list.insertItem(at + by, self.list.takeItem(at))
            self.list.setCurrentRow(at + by)

    def _remove(self) -> None:
        if self.list.currentRow() >= 0:
            self.list.takeItem(self.list.currentRow())

    def _save(self) -> None:
        wanted = self._wanted()
        work = partial(sections.set_sections, self.seat.who, wanted)
        self.do(work, self._saved, self.tr("Đã lưu danh mục chuyên mục."))

    def _saved(self) -> None:
        self._as_stored = self._wanted()  # new ones have their ids after this refresh
        self.shown()


class PeopleTab(_Tab):
    """The people: added, changed, given a new password; never deleted, only deactivated."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat, Act.ADD_PERSON)
        self._rows: list[PersonRow] = []
        told = self.tr("Một người có thể giữ nhiều vai trò. Không ai tự duyệt bài mình viết, kể cả quản trị.")
        self.column.addWidget(label(told, "muted", wrap=True))
        self.table = QTableWidget(0, 4)
        self.table.setProperty("framed", True)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Họ tên"), self.tr("Chức vụ, đơn vị"), self.tr("Vai trò"), self.tr("Trạng thái")]
        )
        self.table.setAccessibleName(self.tr("Người và vai trò"))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        for column, width in enumerate((170, 290, 220)):
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setMinimumHeight(300)
        self.table.itemActivated.connect(lambda _: self._change())
        self.column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        self.add = button(self.tr("Thêm người"), self._add, "add", primary=True)
        self.change = button(self.tr("Sửa"), self._change, "edit")
        self.reset = button(self.tr("Đặt lại mật khẩu"), self._reset, "key")
        for made in (self.add, self.change, self.reset):
            made.setEnabled(self.may)
            row.addWidget(made)
        row.addStretch(1)
        self.column.addLayout(row)

    def shown(self) -> None:
        """Read the people."""
        self.ask(people.everybody, self._show)

    def _show(self, rows: list[PersonRow]) -> None:
        chosen = self.table.currentRow()
        self._rows = rows
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            told = ", ".join(part for part in (row.title, row.unit) if part)
            state = self.tr("Đang làm việc") if row.active else self.tr("Đã ngừng")
            for column, words in enumerate((row.name, told, wording.roles(row.roles), state)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.table.setItem(number, column, item)
        if rows:
            self.table.setCurrentCell(min(max(chosen, 0), len(rows) - 1), 0)

    def _regret(self, error: DeskError) -> None:
        super()._regret(error)
        self.shown()  # somebody may have changed the person meanwhile

    def _current(self) -> PersonRow | None:
        at = self.table.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def _add(self) -> None:
        words = PersonDialog.ask(self)
        if words is not None:
            work = partial(
                people.add, self.seat.who, words.name, words.title, words.unit, words.roles, words.password
            )
            self.do(work)

    def _change(self) -> None:
        row = self._current()
        words = PersonDialog.ask(self, row) if row and self.may else None
        if row is None or words is None:
            return
        work = partial(
            people.change,
            self.seat.who,
            row.id,
            row.version,
            words.name,
            words.title,
            words.unit,
            words.roles,
            words.active,
        )
        self.do(work)

    def _reset(self) -> None:
        row = self._current()
        if row is None:
            return
        title = self.tr("Đặt lại mật khẩu cho {name}").format(name=row.name)
        answer = PasswordDialog.ask(self, title, old=False)
        if answer is not None:
            self.do(partial(people.reset_password, self.seat.who, row.id, answer[1]))


class LookTab(_Tab):
    """Light, dark, or as the system says."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat, None)
        self.column.addWidget(label(self.tr("Màu nền"), "heading"))
        self.group = QButtonGroup(self)
        for scheme, words in (
            (Scheme.SYSTEM, self.tr("Theo máy")),
            (Scheme.LIGHT, self.tr("Sáng")),
            (Scheme.DARK, self.tr("Tối")),
        ):
            box = QRadioButton(words)
            box.setProperty("scheme", scheme.value)
            box.setChecked(style.look().scheme is scheme)
            box.toggled.connect(lambda on, s=scheme: self._wear(s) if on else None)
            self.group.addButton(box)
            self.column.addWidget(box)
        self.column.addStretch(1)

    def _wear(self, scheme: Scheme) -> None:
        style.look().wear(scheme)
        look_settings.write("look/scheme", scheme.value)
