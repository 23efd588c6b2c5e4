"""The side panel of the calendar: an occurrence with everything that hangs on it, and what may be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desk.acts.journal import JournalEntry
from desk.acts.rules import Act
from desk.calendar.answers import Answer
from desk.calendar.attachments import AttachmentRow
from desk.calendar.coverage import CoverageRow
from desk.calendar.meeting_details import MeetingDetails
from desk.calendar.typing_preview import PlannedDate
from ui.calendar.occurrence_paint import status
from ui.controls.flow_layout import FlowLayout
from ui.controls.labels import fill, label, place
from ui.controls.link_button import LinkButton
from ui.look import style
from ui.look.text_size import px
from ui.words import calendar as calendar_words
from ui.words import wording

_HISTORY = 12


class MeetingPanel(QScrollArea):
    """Says what is wanted and does nothing itself."""

    article_wanted = Signal(int)
    answered = Signal(object, bool)  # a CoverageRow, accepts?
    uncovered = Signal(object)  # a CoverageRow
    opened = Signal(object)  # an AttachmentRow
    detached = Signal(object)  # an AttachmentRow
    day_wanted = Signal(object)  # a date that would be a working day

    def __init__(self, who: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._who = who
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Cuộc họp đang chọn"))
        self.buttons: dict[str, QPushButton] = {}
        self._details: MeetingDetails | None = None
        style.look().changed.connect(self._dress)

    def _dress(self) -> None:
        """Take the signs in the colours in force."""
        if self._details is not None and self.isVisible():
            self.show_details(self._details)

    def show_details(self, details: MeetingDetails) -> None:
        """Show an occurrence."""
        self._details = details
        self.buttons = {}
        column = QVBoxLayout()
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(6)
        row = details.row
        column.addLayout(self._kind(details))
        title = label(row.title, "title", wrap=True)
        title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(title)
        when_words = calendar_words.when(row)
        if row.start.date() == row.last:
            when_words = f"{calendar_words.weekday(row.start.date())}, {when_words.split(' ', 1)[1]}"
        column.addWidget(label(when_words, wrap=True))
        if row.recurring:
            column.addWidget(
                _signed(
                    "repeat", "muted", calendar_words.rule(details.series.rule, details.series.when.start)
                )
            )
        unusual = calendar_words.occurrence_state(row)
        if unusual:
            column.addWidget(
                _signed(calendar_words.STATES[row.state][1], calendar_words.STATES[row.state][2], unusual)
            )
        if details.planned.instead is not None and not row.off:
            self._off(column, details.planned)
        for clash in details.conflicts:
            column.addWidget(_signed("warning", "amber", calendar_words.conflict(clash)))
        column.addSpacing(4)
        self._facts(column, details)
        self._news(column, details)
        self._coverage(column, details.coverage, details)
        self._documents(column, details.attachments, details)
        self._history(column, details.history)
        column.addStretch(1)
        fill(self, place("bare", column))

    # -- parts -----------------------------------------------------------------------------------------

    def _kind(self, details: MeetingDetails) -> QHBoxLayout:
        name, icon, token = calendar_words.KINDS[details.row.kind]
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(_sign(icon, token))
        line.addWidget(label(name, "small"))
        line.addStretch(1)
        state = label(calendar_words.state(details.row.state), "small")
        line.addWidget(
            _sign(calendar_words.STATES[details.row.state][1], calendar_words.STATES[details.row.state][2])
        )
        line.addWidget(state)
        return line

    def _off(self, column: QVBoxLayout, planned: PlannedDate) -> None:
        why = planned.off or self.tr("cuối tuần")
        column.addWidget(_signed("warning", "amber", self.tr("Rơi vào ngày nghỉ: {why}").format(why=why)))
        if planned.instead is not None:
            day = planned.instead
            self._link(
                column,
                "instead",
                self.tr("Xem ngày làm việc gần nhất, {day}").format(day=calendar_words.day_short(day)),
                lambda: self.day_wanted.emit(day),
            )

    def _facts(self, column: QVBoxLayout, details: MeetingDetails) -> None:
        fields = details.fields
        for name, value in (
            (self.tr("Địa điểm"), fields.place),
            (self.tr("Chủ trì"), "\n".join(calendar_words.chair(one) for one in fields.chairs)),
            (self.tr("Thành phần"), fields.attendees),
            (self.tr("Cùng dự"), fields.guests),
            (self.tr("Chuẩn bị"), fields.unit),
            (self.tr("Ghi chú"), fields.notes),
        ):
            if value:
                column.addWidget(label(name, "section"))
                shown = label(value, wrap=True)
                shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                column.addWidget(shown)

    def _news(self, column: QVBoxLayout, details: MeetingDetails) -> None:
        row = details.row
        column.addSpacing(6)
        column.addWidget(label(self.tr("Tin của cuộc họp"), "heading"))
        if row.article_id is not None and row.stage is not None:
            word, icon, token = wording.STAGES[row.stage]
            if not row.written:
                word, icon, token = self.tr("Đang viết"), "edit", "amber"
            column.addWidget(_signed(icon, token, word))
            article_id = row.article_id
            title = details.article or self.tr("(chưa có tít)")
            self._link(column, "article", title, lambda: self.article_wanted.emit(article_id))
            return
        said = status(row, details.now)
        if not row.news:
            column.addWidget(label(self.tr("Không cần đưa tin."), "small"))
        elif said is not None and row.lacks_news(details.now):
            column.addWidget(_signed("warning", "accent", self.tr("Họp đã diễn ra, chưa có tin")))
        else:
            column.addWidget(label(self.tr("Chưa có tin."), "small"))

    def _coverage(self, column: QVBoxLayout, rows: Sequence[CoverageRow], details: MeetingDetails) -> None:
        column.addSpacing(6)
        column.addWidget(label(self.tr("Phân công đưa tin"), "heading"))
        if not rows:
            column.addWidget(label(self.tr("Chưa phân công ai."), "small"))
        for row in rows:
            column.addWidget(self._asked(row, details))

    def _asked(self, row: CoverageRow, details: MeetingDetails) -> QWidget:
        card = QFrame()
        card.setProperty("place", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(3)
        task, icon = calendar_words.TASKS[row.task]
        answer, sign, token = calendar_words.ANSWERS[row.answer]
        column.addWidget(_signed(icon, "ink", f"{task}: {row.person}"))
        due = self.tr(", hạn {day}").format(day=calendar_words.day_short(row.due)) if row.due else ""
        column.addWidget(_signed(sign, token, f"{answer}{due}"))
        if row.note:
            column.addWidget(label(row.note, "small", wrap=True))
        flow = FlowLayout(0)
        if row.person_id == self._who and row.answer is Answer.ASKED:
            flow.addWidget(
                self._small(f"yes-{row.id}", self.tr("Nhận"), lambda: self.answered.emit(row, True))
            )
            flow.addWidget(
                self._small(f"no-{row.id}", self.tr("Từ chối"), lambda: self.answered.emit(row, False))
            )
        if Act.UNCOVER in details.acts:
            flow.addWidget(self._small(f"end-{row.id}", self.tr("Thôi"), lambda: self.uncovered.emit(row)))
        if flow.count():
            inside = QWidget()
            inside.setLayout(flow)
            column.addWidget(inside)
        return card

    def _documents(self, column: QVBoxLayout, rows: Sequence[AttachmentRow], details: MeetingDetails) -> None:
        if not rows:
            return
        column.addSpacing(6)
        column.addWidget(label(self.tr("Tài liệu"), "heading"))
        for row in rows:
            line = QHBoxLayout()
            line.setContentsMargins(0, 0, 0, 0)
            size = self.tr("{n} KB").format(n=wording.number(max(1, row.size // 1024)))
            line.addWidget(_sign("attach", "muted"))
            made = LinkButton(f"{row.name} ({size})")
            made.clicked.connect(lambda _=False, row=row: self.opened.emit(row))
            self.buttons[f"file-{row.id}"] = made
            line.addWidget(made, 1)
            if Act.DETACH in details.acts:
                drop = self._small(f"drop-{row.id}", self.tr("Bỏ"), partial(self.detached.emit, row))
                line.addWidget(drop)
            column.addWidget(place("bare", line))

    def _history(self, column: QVBoxLayout, entries: Sequence[JournalEntry]) -> None:
        column.addSpacing(6)
        column.addWidget(label(self.tr("Đã xảy ra"), "heading"))
        for entry in entries[:_HISTORY]:
            words = f"{wording.moment(entry.at)} · {wording.entry(entry)}"
            column.addWidget(label(words, "small", wrap=True))
            if entry.note:
                column.addWidget(label(f"“{entry.note}”", "quote", wrap=True))

    def _link(self, column: QVBoxLayout, name: str, words: str, on: Callable[[], object]) -> None:
        made = LinkButton(words)
        made.clicked.connect(lambda: on())
        self.buttons[name] = made
        column.addWidget(made)

    def _small(self, name: str, words: str, on: Callable[[], object]) -> QPushButton:
        made = QPushButton(words)
        made.setProperty("kind", "small")
        made.clicked.connect(lambda: on())
        self.buttons[name] = made
        return made


def _sign(icon: str, token: str) -> QLabel:
    made = QLabel()
    made.setFixedSize(QSize(px(18), px(18)))
    made.setPixmap(style.pixmap(icon, token, px(16), made.devicePixelRatioF()))
    return made


def _signed(icon: str, token: str, words: str) -> QWidget:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(_sign(icon, token), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(words, wrap=True), 1)
    return place("bare", row)
