"""Reminders in the window: a strip that stays until somebody reads it, and a message from the tray."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desk.calendar import occurrences, reminders
from desk.calendar.reminders import ReminderRow, RemindKind
from ui.controls.labels import label
from ui.look import style
from ui.look.text_size import px
from ui.session import system_tray
from ui.session.session import Session
from ui.words import calendar as calendar_words

_EVERY = 30_000
_SNOOZE = timedelta(minutes=10)


class ReminderBar(QFrame):
    """Shows the earliest reminder that is due; the others follow when it was read."""

    wanted = Signal(object)  # number and origin of an occurrence
    rang = Signal(str, str)  # for the tray: heading, words

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._session = session
        self._due: tuple[ReminderRow, ...] = ()
        self._rung: set[tuple[int, str, str, str]] = set()
        self._sign, self._words = QLabel(), label("", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.open = self._button(self.tr("Xem"), self._open)
        self.later = self._button(self.tr("Nhắc lại sau 10 phút"), lambda: self._read(again=True))
        self.known = self._button(self.tr("Đã biết"), lambda: self._read(again=False))
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 12, 6)
        row.setSpacing(8)
        for widget in (self._sign, self._words, self.open, self.later, self.known):
            row.addWidget(widget, 1 if widget is self._words else 0)
        style.look().changed.connect(self._dress)
        self._dress()
        self.hide()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look now, and from time to time."""
        self._timer.start(_EVERY)
        self.look()

    def _button(self, text: str, on: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "plain")
        button.clicked.connect(lambda: on())
        return button

    def _dress(self) -> None:
        self._sign.setPixmap(style.pixmap("remind", "amber", px(18), self.devicePixelRatioF()))

    def look(self) -> None:
        """Ask what is due; also what came due while the machine slept. A window that was closed asks no more."""
        if not self.window().isVisible():
            self._timer.stop()
            return
        who = self._session.who
        self._session.client.ask(self, lambda: _due(who), self.show_due, key="reminders")

    def show_due(self, due: tuple[ReminderRow, ...]) -> None:
        """Show the earliest; ring once for each."""
        self._due = due
        self.setVisible(bool(due))
        if not due:
            return
        text = _text(due[0])
        more = self.tr(" (còn {n} lời nhắc nữa)").format(n=len(due) - 1) if len(due) > 1 else ""
        self._words.setText(text + more)
        for reminder in due:
            if reminder.name not in self._rung:
                self._rung.add(reminder.name)
                if system_tray.shows():
                    self.rang.emit(reminder.row.title, _text(reminder))

    def words(self) -> str:
        """Return what is said, "" when nothing is."""
        return "" if self.isHidden() else self._words.text()

    def _open(self) -> None:
        if self._due:
            row = self._due[0].row
            self._read(again=False)
            self.wanted.emit((row.meeting_id, row.origin))

    def _read(self, *, again: bool) -> None:
        if not self._due:
            return
        who, reminder = self._session.who, self._due[0]
        self._session.client.ask(self, lambda: _mark(who, reminder, again), lambda _: self.look())


def _due(who: int) -> tuple[ReminderRow, ...]:
    return reminders.due(who)


def _mark(who: int, reminder: ReminderRow, again: bool) -> None:
    reminders.told(who, reminder, occurrences.wall_now() + _SNOOZE if again else None)


def _text(reminder: ReminderRow) -> str:
    if reminder.kind is RemindKind.DUE_SOON:
        return f"Sắp hết hạn nộp tin: {reminder.row.title}"
    if reminder.kind is RemindKind.OVERDUE:
        return f"Quá hạn nộp tin: {reminder.row.title}"
    now = occurrences.wall_now()
    begin = "Sắp họp" if reminder.row.start > now else "Đang họp" if reminder.row.end > now else "Đã họp"
    facts = ", ".join(part for part in (calendar_words.when(reminder.row), reminder.row.place) if part)
    return f"{begin}: {reminder.row.title} ({facts})"
