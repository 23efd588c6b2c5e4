"""Enter or change a meeting: its fields, its time, how it recurs; conflicts and days off are said while one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QCompleter,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk.calendar.conflicts import WantedTime
from desk.calendar.meetings import MeetingKind
from desk.calendar.storage import Chair, Fields
from desk.calendar.typing_preview import Planned, PlannedDate, planned
from desk.dates.recurrence import Recurrence
from desk.dates.series import MeetingState, Series, When
from desk.errors import BadRule, DeskError
from ui.calendar.recurrence_field import RecurrenceField
from ui.calendar.time_field import TimeField
from ui.controls.choice_dialog import ChoiceDialog
from ui.controls.combo import Combo
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import button, empty, field_form, label, place
from ui.look.text_size import px
from ui.session.desk_client import DeskClient
from ui.words import calendar as calendar_words
from ui.words import wording

_WIDE = 900  # px at 100 %: what both columns need; on a narrower screen one stands below the other
_PAUSE = 180  # ms after the last key before the desk is asked
_REMIND = (
    (0, "Lúc bắt đầu"),
    (15, "15 phút"),
    (30, "30 phút"),
    (60, "1 giờ"),
    (1440, "1 ngày"),
    (2880, "2 ngày"),
)
Filled = Callable[["MeetingDialog"], None]


class MeetingDialog(FormDialog):
    """The form; it hands what was filled in to `on_filled`, which closes it or has it complain."""

    def __init__(self, parent: QWidget | None, client: DeskClient, title: str, on_filled: Filled) -> None:
        super().__init__(parent, title)
        self._client, self._on_filled = client, on_filled
        self._but = 0
        self._made = False
        self._series: Series | None = None
        self._begun_time: tuple[When, Recurrence | None] | None = None
        self._begun: object = None  # what stood there before anybody typed
        self.setMinimumSize(px(_WIDE), px(690))
        self._make_fields()
        beside = self.room().width() >= px(_WIDE)
        columns = QBoxLayout(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        columns.setSpacing(24)
        columns.addLayout(self._left(), 3)
        columns.addWidget(self._right(), 2)
        self.body.addLayout(columns)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        for field in (self.title, self.place, self.attendees, self.guests):
            field.textChanged.connect(lambda: self._pause.start())
        self.chairs.textChanged.connect(lambda: self._pause.start())
        self.when.changed.connect(self._time_moved)
        self.rule.changed.connect(lambda: self._pause.start())
        self.title.setFocus()

    def _make_fields(self) -> None:
        self.title = _line(self.tr("Tên cuộc họp"), self.tr("Ví dụ: Giao ban công tác Khoa giáo quý I"))
        self.kind, self.state = Combo(), Combo()
        for kind, (told, _, _) in calendar_words.KINDS.items():
            self.kind.addItem(told, kind)
        for state in (MeetingState.PLANNED, MeetingState.CONFIRMED):
            self.state.addItem(calendar_words.state(state), state)
        self.kind.setAccessibleName(self.tr("Loại"))
        self.state.setAccessibleName(self.tr("Tình trạng"))
        self.when, self.rule = TimeField(), RecurrenceField()
        self.place = _line(self.tr("Địa điểm"), self.tr("Ví dụ: Hội trường Tỉnh ủy"))
        self.chairs = QPlainTextEdit()
        self.chairs.setAccessibleName(self.tr("Chủ trì"))
        self.chairs.setPlaceholderText(self.tr("Mỗi dòng một người: Họ tên – chức danh"))
        self.chairs.setTabChangesFocus(True)
        self.chairs.setFixedHeight(px(50))
        self.attendees = _line(self.tr("Thành phần"), "")
        self.guests = _line(self.tr("Cùng dự"), "")
        self.unit = _line(self.tr("Đơn vị chuẩn bị"), self.tr("Ví dụ: Phòng Khoa giáo"))
        self.notes = QPlainTextEdit()
        self.notes.setAccessibleName(self.tr("Ghi chú"))
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(px(50))
        self.remind = [QCheckBox(told) for _, told in _REMIND]
        self.news = QCheckBox(self.tr("Bản tin cần đưa tin cuộc này"))

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        form = field_form()
        form.addRow(self.tr("Tên cuộc họp"), self.title)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.kind, 1)
        row.addWidget(self.state, 1)
        form.addRow(self.tr("Loại, tình trạng"), row)
        form.addRow(self.tr("Thời gian"), self.when)
        form.addRow(self.tr("Địa điểm"), self.place)
        form.addRow(self.tr("Chủ trì"), self.chairs)
        form.addRow(self.tr("Thành phần"), self.attendees)
        form.addRow(self.tr("Cùng dự"), self.guests)
        form.addRow(self.tr("Đơn vị chuẩn bị"), self.unit)
        form.addRow(self.tr("Ghi chú"), self.notes)
        form.addRow(self.tr("Nhắc trước"), _pairs(self.remind))
        form.addRow("", self.news)
        column.addLayout(form)
        column.addStretch(1)
        return column

    def _right(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Lặp lại"), "heading"))
        column.addWidget(self.rule)
        self._told = label("", "small", wrap=True)
        column.addWidget(self._told)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 8, 0)
        inside.setSpacing(6)
        self._means = inside
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(place("bare", inside))
        column.addWidget(area, 1)
        card = QFrame()
        card.setProperty("place", "card")
        card.setLayout(column)
        card.setMinimumWidth(px(344))
        return card

    # -- filled in and read ----------------------------------------------------------------------------

    def fill(
        self, fields: Fields, when: When, rule: Recurrence | None, state: MeetingState, *, but: int = 0
    ) -> None:
        """Show a meeting; `but` is itself, which does not clash with itself."""
        self._but = but
        self.title.setText(fields.title)
        self.kind.setCurrentIndex(self.kind.findData(MeetingKind(fields.kind)))
        self.state.setCurrentIndex(max(0, self.state.findData(state)))
        self.place.setText(fields.place)
        self.chairs.setPlainText("\n".join(calendar_words.chair(one) for one in fields.chairs))
        self.attendees.setText(fields.attendees)
        self.guests.setText(fields.guests)
        self.unit.setText(fields.unit)
        self.notes.setPlainText(fields.notes)
        for (minutes, _), box in zip(_REMIND, self.remind, strict=True):
            box.setChecked(minutes in fields.remind)
        self._other_reminders = tuple(m for m in fields.remind if m not in dict(_REMIND))
        self.news.setChecked(fields.news)
        self.rule.set_rule(rule, when.start)
        self.when.set_when(when)
        self._made = True
        self._begun, self._begun_time = self._filled_in(), self._time()
        self._pause.start()

    def stand_on(self, series: Series) -> None:
        """Show the dates of a series as it stands, until its time or its rule is changed."""
        self._series = series

    def offer(self, places: Sequence[str], chairs: Sequence[str], units: Sequence[str]) -> None:
        """Complete places and units by those used before."""
        for field, known in ((self.place, places), (self.unit, units)):
            completer = QCompleter(list(known), field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            field.setCompleter(completer)
        if chairs:
            self.chairs.setToolTip("\n".join(chairs[:8]))

    def fields(self) -> Fields:
        """Return what was filled in, but the time."""
        chosen = [minutes for (minutes, _), box in zip(_REMIND, self.remind, strict=True) if box.isChecked()]
        return Fields(
            title=self.title.text(),
            kind=self.kind.currentData().value,
            place=self.place.text(),
            chairs=read_chairs(self.chairs.toPlainText()),
            attendees=self.attendees.text(),
            guests=self.guests.text(),
            unit=self.unit.text(),
            notes=self.notes.toPlainText(),
            remind=(*chosen, *self._other_reminders),
            news=self.news.isChecked(),
        )

    def chosen_state(self) -> MeetingState:
        """Return the state that was chosen."""
        return MeetingState(self.state.currentData())

    def agree(self) -> None:
        """Hand over what was filled in; the dialog stays until it is stored."""
        self.fault.hide()
        try:
            self.rule.rule()
        except BadRule as bad:
            self.complain(bad)
            return
        self._on_filled(self)

    def leave(self) -> None:
        """Ask what becomes of what was filled in; staying is always one of the answers."""
        if self._filled_in() == self._begun:
            self.reject()
            return
        answer = ChoiceDialog.ask(
            self,
            self.tr("Cuộc họp chưa lưu"),
            self.tr("Lưu những gì vừa điền trước khi đóng?"),
            (self.tr("Lưu"), self.tr("Bỏ thay đổi")),
        )
        if answer == 0:
            self.ok.click()
        elif answer == 1:
            self.reject()

    def _filled_in(self) -> object:
        try:
            rule = self.rule.rule()
        except BadRule as bad:
            return bad.fault
        return self.fields(), self.chosen_state(), self.when.when(), rule

    def _time(self) -> tuple[When, Recurrence | None] | None:
        try:
            return self.when.when(), self.rule.rule()
        except BadRule:
            return None

    def refuse(self, error: DeskError) -> None:
        """Say why it was not stored; nothing typed is lost."""
        self.complain(error)

    # -- what it would mean ----------------------------------------------------------------------------

    def _time_moved(self) -> None:
        self.rule.set_first(self.when.when().start)
        self._pause.start()

    def wanted(self) -> WantedTime:
        """Return what the meeting needs: its room and people."""
        people = tuple(one.name for one in read_chairs(self.chairs.toPlainText()))
        return WantedTime(
            self.place.text(), people, f"{self.attendees.text()} {self.guests.text()}", self._but
        )

    def _ask(self) -> None:
        if not self._made or not self.isVisible():
            return
        when = self.when.when()
        try:
            rule = self.rule.rule()
        except BadRule as bad:
            self._told.setText(wording.error(bad))
            return
        if when.end < when.start:
            self._show_fault(self.tr("Cuộc họp kết thúc trước khi bắt đầu."))
            return
        self._told.setText(calendar_words.rule(rule, when.start))
        wanted = self.wanted()
        standing = self._series if (when, rule) == self._begun_time else None
        self._client.ask(self, lambda: planned(when, rule, wanted, standing), self._show, key="planned")

    def _show_fault(self, words: str) -> None:
        empty(self._means)
        self._means.addWidget(label(words, "error", wrap=True))
        self._means.addStretch(1)

    def _show(self, told: Planned) -> None:
        empty(self._means)
        if told.fault is not None:
            self._show_fault(wording.error(BadRule(told.fault)))
            return
        if told.conflicts:
            self._show_conflicts(told)
        repeats = len(told.dates) > 1
        self._means.addWidget(
            label(self.tr("Những ngày sẽ họp") if repeats else self.tr("Ngày họp"), "heading")
        )
        for one in told.dates:
            self._show_date(one, offer=not repeats)
        self._means.addStretch(1)

    def _show_conflicts(self, told: Planned) -> None:
        self._means.addWidget(label(self.tr("Trùng lịch"), "heading"))
        for one in told.conflicts[:5]:
            self._means.addWidget(label(calendar_words.conflict(one), "error", wrap=True))
        if told.free is not None:
            self._take(
                self.tr("Chọn giờ trống: {when}").format(when=calendar_words.when(told.free)), told.free
            )

    def _show_date(self, one: PlannedDate, *, offer: bool) -> None:
        line = calendar_words.when(one.when)
        if one.instead is None:
            self._means.addWidget(label(line, wrap=True))
            return
        offered = self.tr("{line}: {why}. Ngày làm việc gần nhất: {day}")
        why, day = one.off or self.tr("cuối tuần"), calendar_words.day_short(one.instead)
        self._means.addWidget(label(offered.format(line=line, why=why, day=day), "error", wrap=True))
        if offer:
            start = datetime.combine(one.instead, one.when.start.time())
            self._take(self.tr("Chọn {day}").format(day=day), one.when.at(start))

    def _take(self, words: str, when: When) -> None:
        made = button(words, lambda: self.when.set_when(when))
        made.setProperty("kind", "small")
        made.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(made)
        row.addStretch(1)
        self._means.addWidget(place("bare", row))


def read_chairs(text: str) -> tuple[Chair, ...]:
    """Read lines of "Họ tên – chức danh"; "đồng chí" before a name is not part of it."""
    out = []
    for line in text.splitlines():
        words = " ".join(line.split())
        for prefix in ("Đồng chí ", "đồng chí ", "Đ/c ", "đ/c ", "Ông ", "Bà "):
            words = words.removeprefix(prefix)
        for sign in (" – ", " - ", "–", ", "):
            if sign in words:
                name, title = words.split(sign, 1)
                break
        else:
            name, title = words, ""
        if name.strip():
            out.append(Chair(name.strip(), title.strip()))
    return tuple(out)


def _line(name: str, words: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(words)
    made.setMaxLength(1000)
    return made


def _pairs(boxes: Sequence[QCheckBox]) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(2)
    for at, box in enumerate(boxes):
        grid.addWidget(box, at // 3, at % 3)
    return made
