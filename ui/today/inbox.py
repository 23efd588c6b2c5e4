"""The inbox: what a person was told, unread ones strong, each leads to its article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from desk import clock
from desk.acts.notifications import NotificationKind, NotificationRow
from ui.controls.labels import empty, label
from ui.controls.line_button import LineButton
from ui.words import review as review_words
from ui.words import wording

SIGNS: dict[NotificationKind, tuple[str, str]] = {
    NotificationKind.TO_EDIT: ("edit", "amber"),
    NotificationKind.TO_APPROVE: ("clock", "blue"),
    NotificationKind.RETURNED: ("return", "accent"),
    NotificationKind.APPROVED: ("done", "green"),
    NotificationKind.REOPENED: ("reopen", "accent"),
    NotificationKind.RECOMMENDED: ("recommend", "blue"),
    NotificationKind.ASSIGNED: ("person", "amber"),
    NotificationKind.MENTIONED: ("comment", "accent"),
    NotificationKind.COMMENTED: ("comment", "amber"),
    NotificationKind.ANSWERED: ("comment", "green"),
    NotificationKind.DELEGATED: ("delegate", "blue"),
    NotificationKind.COVER_ASKED: ("news", "amber"),
    NotificationKind.COVER_ACCEPTED: ("done", "green"),
    NotificationKind.COVER_DECLINED: ("close", "accent"),
    NotificationKind.COVER_ENDED: ("remove", "muted"),
    NotificationKind.MEETING_CHANGED: ("calendar", "blue"),
    NotificationKind.REMINDED: ("bell", "accent"),
}
_SHOWN = 12


class Inbox(QFrame):
    """A card of notices, newest first."""

    opened = Signal(object)  # NoticeRow
    marked = Signal(list, bool)  # ids, read or unread

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("place", "card")
        self.lines: list[LineButton] = []
        self._rows: Sequence[NotificationRow] = ()
        self._all = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 10, 6, 8)
        self._column.setSpacing(1)
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 4, 4)
        self._head = label(self.tr("Thông báo"), "heading", wrap=True)
        row.addWidget(self._head, 1)
        self.mark_all = QPushButton(self.tr("Đánh dấu đã đọc hết"))
        self.mark_all.setProperty("kind", "plain")
        self.mark_all.clicked.connect(self._mark_all)
        row.addWidget(self.mark_all)
        self._column.addLayout(row)
        self._inside = QVBoxLayout()
        self._inside.setSpacing(1)
        self._column.addLayout(self._inside)

    def show_rows(self, rows: Sequence[NotificationRow]) -> None:
        """Show these notices."""
        self._rows = rows
        unread = sum(not row.read for row in rows)
        words = self.tr("Thông báo")
        self._head.setText(
            self.tr("{words} · {n} chưa đọc").format(words=words, n=unread) if unread else words
        )
        self.mark_all.setVisible(unread > 0)
        self.lines = []
        empty(self._inside)
        shown = rows if self._all else rows[:_SHOWN]
        for row in shown:
            self._inside.addWidget(self._line(row))
        if len(rows) > len(shown):
            more = LineButton(
                self.tr("Xem {n} thông báo cũ hơn").format(n=len(rows) - len(shown)), "", "down"
            )
            more.clicked.connect(self._show_all)
            self._inside.addWidget(more)
        if not rows:
            nothing = label(self.tr("Chưa có thông báo nào."), "muted", wrap=True)
            nothing.setContentsMargins(10, 0, 10, 6)
            self._inside.addWidget(nothing)

    def _line(self, row: NotificationRow) -> QWidget:
        sign, token = SIGNS[row.kind]
        words, when = review_words.notice(row), wording.moment(row.at)
        if row.kind is NotificationKind.DELEGATED and row.words:
            until = wording.moment(clock.read_stamp(row.words))
            words = self.tr("{words} đến {until}").format(words=words, until=until)
        first, second = (
            (row.title, f"{words} · {when}") if row.article_id or row.meeting_id else (words, when)
        )
        made = LineButton(first, second, sign, token, strong=not row.read, below=True)
        if row.words and row.kind is not NotificationKind.DELEGATED:
            made.setToolTip(f"{first}\n{second}\n“{row.words}”")
        made.setProperty("contextMenuPolicy", "CustomContextMenu")
        made.customContextMenuRequested.connect(partial(self._toggle, row, made))
        made.clicked.connect(lambda: self.opened.emit(row))
        self.lines.append(made)
        return made

    def _toggle(self, row: NotificationRow, line: LineButton, place: QPoint) -> None:
        menu = QMenu(self)
        words = self.tr("Đánh dấu chưa đọc") if row.read else self.tr("Đánh dấu đã đọc")
        menu.addAction(words).triggered.connect(lambda: self.marked.emit([row.id], not row.read))
        menu.popup(line.mapToGlobal(place))

    def _mark_all(self) -> None:
        self.marked.emit([row.id for row in self._rows if not row.read], True)

    def _show_all(self) -> None:
        self._all = True
        self.show_rows(self._rows)
