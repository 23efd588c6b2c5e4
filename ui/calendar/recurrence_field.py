"""How a meeting recurs: a choice of the office's usual ways, and when it ends."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import Enum, auto

from dateutil.relativedelta import relativedelta
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from desk.dates.lunar_calendar import lunar
from desk.dates.recurrence import MOST_COUNTED, Recurrence, lunar_rule, nth, spelt_out
from desk.errors import BadRule
from ui.controls.combo import Combo
from ui.controls.day_field import DayField
from ui.controls.labels import label, number_field
from ui.look.text_size import px
from ui.words import calendar as calendar_words

_MOST_OFTEN = 99  # days, weeks … between two
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Way(Enum):
    """The ways a meeting recurs that the box knows; OWN is a rule from elsewhere, kept as it is."""

    NEVER = auto()
    DAILY = auto()
    WEEKLY = auto()
    MONTH_DAY = auto()
    MONTH_LAST = auto()
    MONTH_NTH = auto()
    QUARTER_DAY = auto()
    QUARTER_NTH = auto()
    YEARLY = auto()
    LUNAR = auto()
    OWN = auto()


_WAYS = {
    Way.DAILY: ("DAILY", 1),
    Way.WEEKLY: ("WEEKLY", 1),
    Way.MONTH_DAY: ("MONTHLY", 1),
    Way.MONTH_LAST: ("MONTHLY", 1),
    Way.MONTH_NTH: ("MONTHLY", 1),
    Way.QUARTER_DAY: ("MONTHLY", 3),
    Way.QUARTER_NTH: ("MONTHLY", 3),
    Way.YEARLY: ("YEARLY", 1),
}


class RecurrenceField(QWidget):
    """The choice; its words follow the day the meeting is first held on."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = datetime(2000, 1, 1, 8, 0)  # noqa: DTZ001  # wall time
        self._own: Recurrence | None = None
        self._given: Recurrence | None = None  # what was shown first, as this box writes it
        self.way = Combo()
        self.way.setAccessibleName(self.tr("Cách lặp"))
        self.every = number_field(1, _MOST_OFTEN)
        self.every.setAccessibleName(self.tr("Mấy tuần, tháng một lần"))
        self.days = [
            _toggle(name, told)
            for name, told in zip(calendar_words.SHORT_DAYS, calendar_words.WEEKDAYS, strict=True)
        ]
        self.end = Combo()
        self.end.setAccessibleName(self.tr("Kết thúc"))
        for told in (self.tr("Không hẹn"), self.tr("Đến ngày"), self.tr("Sau số lần")):
            self.end.addItem(told)
        self.until = DayField(None, self.tr("Lặp đến ngày"))
        self.count = number_field(1, MOST_COUNTED)
        self.count.setAccessibleName(self.tr("Số lần"))
        self.count.setValue(12)
        self._build()
        self.way.currentIndexChanged.connect(lambda: self._follow())
        self.end.currentIndexChanged.connect(lambda: self._follow())
        for box in self.days:
            box.toggled.connect(lambda: self.changed.emit())
        self.until.changed.connect(lambda: self.changed.emit())
        for field in (self.every, self.count):
            field.valueChanged.connect(lambda: self.changed.emit())

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.way)
        self._often = _row(label(self.tr("Cứ"), "muted"), self.every, label(""))
        self._unit = self._often.findChildren(type(label("")))[-1]
        column.addWidget(self._often)
        self._which = _row(*self.days, spacing=5)
        column.addWidget(self._which)
        self._ending = _row(label(self.tr("Kết thúc"), "muted"), self.end, self.until, self.count)
        column.addWidget(self._ending)

    def set_first(self, first: datetime) -> None:
        """Follow another first day: its number, weekday and lunar date stand in the words."""
        moved = first.date() != self._first.date()
        before = self._first
        self._first = first
        chosen = self.way.currentData()
        if moved:
            at = before.weekday()
            if chosen != Way.WEEKLY or not any(box.isChecked() for i, box in enumerate(self.days) if i != at):
                self._check([_DAYS[first.weekday()]])
            self._offer(chosen)

    def set_rule(self, rule: Recurrence | None, first: datetime) -> None:
        """Show a rule; one that this box cannot say is kept as it is."""
        self._first, self._own = first, None
        self._check([_DAYS[first.weekday()]])
        chosen = Way.NEVER
        if rule is not None:
            chosen = self._way_of(rule)
            if chosen == Way.OWN:
                self._own = rule
            elif chosen == Way.WEEKLY:
                self._check((rule.part("BYDAY") or _DAYS[first.weekday()]).split(","))
            usual = _WAYS.get(chosen, ("", 1))[1]
            self.every.setValue(max(1, rule.interval // usual))
            self.end.setCurrentIndex(1 if rule.until else 2 if rule.count else 0)
            if rule.until:
                self.until.set_value(rule.until.date())
            if rule.count:
                self.count.setValue(rule.count)
        if rule is None or not rule.until:
            self.until.set_value(first.date() + relativedelta(months=6))
        self._offer(chosen)
        self._given = self.rule()
        self._follow()

    def is_altered(self) -> bool:
        """Say whether the rule is another than the one that was shown, as this box writes it."""
        return self.rule() != self._given

    def rule(self) -> Recurrence | None:
        """Return what is chosen; None for a meeting held once. BadRule outside the lunar table."""
        way = self.way.currentData()
        if way in (None, Way.NEVER):
            return None
        index = self.end.currentIndex()
        until = datetime.combine(self.until.value(), time(23, 59, 59)) if index == 1 else None
        count = self.count.value() if index == 2 else None
        if way == Way.OWN and self._own is not None:
            own = self._own
            return Recurrence(own.freq, own.interval, own.parts, until, count, own.wkst)
        if way == Way.LUNAR:
            return lunar_rule(self._first.date(), until, count)
        freq, usual = _WAYS[way]
        often = 1 if way == Way.YEARLY else self.every.value()  # which is not asked then
        return Recurrence(freq, usual * often, self._parts(way), until, count)

    def _parts(self, way: Way) -> tuple[tuple[str, str], ...]:
        first = self._first
        if way == Way.WEEKLY:
            chosen = [name for name, box in zip(_DAYS, self.days, strict=True) if box.isChecked()]
            return (("BYDAY", ",".join(chosen or [_DAYS[first.weekday()]])),)
        if way in (Way.MONTH_DAY, Way.QUARTER_DAY):
            return (("BYMONTHDAY", str(first.day)),)
        if way == Way.MONTH_LAST:
            return (("BYMONTHDAY", "-1"),)
        if way in (Way.MONTH_NTH, Way.QUARTER_NTH):
            return (("BYDAY", f"{nth(first.date())}{_DAYS[first.weekday()]}"),)
        if way == Way.YEARLY:
            return (("BYMONTH", str(first.month)), ("BYMONTHDAY", str(first.day)))
        return ()

    def _way_of(self, rule: Recurrence) -> Way:
        """Return which choice says a rule, Way.OWN when none does."""
        if rule.lunar:
            try:
                same = lunar_rule(self._first.date()).parts == rule.parts
            except BadRule:
                same = False
            return Way.LUNAR if same else Way.OWN
        told = dict(spelt_out(rule, self._first).parts)
        for way, (freq, usual) in _WAYS.items():
            if freq != rule.freq or rule.interval // usual > _MOST_OFTEN:
                continue
            if (usual == 3) != (freq == "MONTHLY" and rule.interval % 3 == 0):
                continue
            if way == Way.WEEKLY and set(told) == {"BYDAY"} and (rule.wkst == "MO" or rule.interval == 1):
                return way
            if way == Way.YEARLY and rule.interval > 1:
                continue
            if way != Way.WEEKLY and dict(self._parts(way)) == told:
                return way
        return Way.OWN

    def _offer(self, chosen: Way | None) -> None:
        first = self._first
        weekday, which = (
            calendar_words.low(calendar_words.WEEKDAYS[first.weekday()]),
            _nth_words(first.date()),
        )
        there = lunar(first.date())
        self.way.blockSignals(True)
        self.way.clear()
        for way, told in (
            (Way.NEVER, self.tr("Không lặp")),
            (Way.DAILY, self.tr("Hằng ngày")),
            (Way.WEEKLY, self.tr("Hằng tuần")),
            (Way.MONTH_DAY, self.tr("Hằng tháng, ngày {d}").format(d=first.day)),
            (Way.MONTH_LAST, self.tr("Hằng tháng, ngày cuối tháng")),
            (Way.MONTH_NTH, self.tr("Hằng tháng, {day} {nth}").format(day=weekday, nth=which)),
            (Way.QUARTER_DAY, self.tr("Hằng quý, ngày {d}").format(d=first.day)),
            (Way.QUARTER_NTH, self.tr("Hằng quý, {day} {nth} của tháng").format(day=weekday, nth=which)),
            (Way.YEARLY, self.tr("Hằng năm, ngày {d}/{m}").format(d=first.day, m=first.month)),
        ):
            self.way.addItem(told, way)
        if there is not None:
            leap = self.tr(" nhuận") if there.leap else ""
            told = self.tr("Hằng năm, ngày {d}/{m}{leap} âm lịch")
            self.way.addItem(told.format(d=there.day, m=there.month, leap=leap), Way.LUNAR)
        if self._own is not None:
            self.way.addItem(calendar_words.rule(self._own, first), Way.OWN)
        self.way.setCurrentIndex(max(0, self.way.findData(chosen)))
        self.way.blockSignals(False)

    def _follow(self) -> None:
        way = self.way.currentData()
        repeats = way != Way.NEVER
        self._often.setVisible(way in _WAYS and way != Way.YEARLY)
        units = {Way.DAILY: self.tr("ngày một lần"), Way.WEEKLY: self.tr("tuần một lần")}
        quarter = way in (Way.QUARTER_DAY, Way.QUARTER_NTH)
        self._unit.setText(units.get(way, self.tr("quý một lần") if quarter else self.tr("tháng một lần")))
        self._which.setVisible(way == Way.WEEKLY)
        self._ending.setVisible(repeats)
        self.until.setVisible(self.end.currentIndex() == 1)
        self.count.setVisible(self.end.currentIndex() == 2)
        self.changed.emit()

    def _check(self, names: list[str]) -> None:
        for name, box in zip(_DAYS, self.days, strict=True):
            box.blockSignals(True)
            box.setChecked(name in names)
            box.blockSignals(False)


def _nth_words(day: date) -> str:
    return {1: "đầu tiên", 2: "lần thứ 2", 3: "lần thứ 3", 4: "lần thứ 4", -1: "cuối cùng"}[nth(day)]


def _toggle(name: str, words: str) -> QPushButton:
    made = QPushButton(name)
    made.setCheckable(True)
    made.setAutoDefault(False)
    made.setProperty("kind", "day")
    made.setAccessibleName(words)
    return made


def _row(*widgets: QWidget, spacing: int = 8) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
        if isinstance(widget, QSpinBox):
            widget.setFixedWidth(px(64))
    row.addStretch(1)
    return made
