"""Hôm nay: what I must do now, what the coming issue lacks, and what I was told; every line leads there."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk import clock
from desk.acts import notifications
from desk.acts.gate import Changes
from desk.acts.notifications import NotificationRow
from desk.calendar.occurrences import OccurrenceRow
from desk.issues import commissions
from desk.review.queue import Queue
from desk.today import overview
from desk.today.overview import Lacks, QueueExcerpt, Today, TodayAnswer
from ui.controls.labels import empty, label, place
from ui.controls.line_button import LineButton
from ui.controls.page_head import header
from ui.session.page import Page
from ui.session.session import Session
from ui.today.inbox import Inbox
from ui.words import calendar as words_calendar
from ui.words import review as review_words
from ui.words import wording

_TWO_COLUMNS = 860  # pixels from which the inbox stands beside


class TodayPage(Page):
    """The start page."""

    panes = False

    tray_wanted = Signal(object, int)  # Tray, article (0: the heap)
    list_wanted = Signal(int)  # this article in the list of articles
    issue_wanted = Signal(int)
    meeting_wanted = Signal(object)  # number and origin of an occurrence

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        head, _, self._told = header(self.tr("Hôm nay"))
        self.column.addWidget(head)
        self.lines: list[LineButton] = []
        self.inbox = Inbox()
        self.inbox.opened.connect(self._open_notice)
        self.inbox.marked.connect(self._mark)
        self._told_me = QWidget()
        beside = QVBoxLayout(self._told_me)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.inbox)
        beside.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(24, 18, 24, 18)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(16)
        self._work = QWidget()
        self._left = QVBoxLayout(self._work)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(14)
        scroll.setWidget(self._placed())
        self.column.addWidget(scroll, 1)
        self._wide: bool | None = None

    def _placed(self) -> QWidget:
        made = place("bare")
        made.setLayout(self._grid)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the inbox beside the work, or below it where there is no room."""
        super().resizeEvent(event)
        wide = self.width() >= _TWO_COLUMNS
        if wide is self._wide:
            return
        self._wide = wide
        self._grid.removeWidget(self._work)
        self._grid.removeWidget(self._told_me)
        self._grid.addWidget(self._work, 0, 0)
        self._grid.addWidget(self._told_me, *((0, 1) if wide else (1, 0)))
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2 if wide else 0)
        self._grid.setRowStretch(2, 1)

    def shown(self) -> None:
        """Ask what must be done."""
        day = clock.today()
        self._told.setText(wording.long_date(day))
        self.ask(partial(overview.page, self.session.who), self._show, key="today")

    def heed(self, changes: Changes) -> None:
        """Refresh on every change."""
        if self.isVisible():
            self.shown()

    def _show(self, found: TodayAnswer) -> None:
        focused = next((at for at, one in enumerate(self.lines) if one.hasFocus()), -1)
        words = self.lines[focused].text() if focused >= 0 else ""
        self.lines = []
        empty(self._left)
        if found.today.meetings:
            self._left.addWidget(self._meetings(found.today))
        for heap in found.today.heaps:
            self._left.addWidget(self._heap(heap, found.days))
        if found.today.covering:
            self._left.addWidget(self._covering(found.today))
        if found.today.wanted:
            self._left.addWidget(self._wanted(found.today))
        if found.today.without_news:
            self._left.addWidget(self._without_news(found.today))
        told = found.today
        if not (told.heaps or told.covering or told.wanted or told.without_news):
            self._left.addWidget(self._nothing())
        self._left.addWidget(self._lacks(found.today))
        self._left.addStretch(1)
        self.inbox.show_rows(found.notices)
        if focused >= 0:  # on the same line, wherever it stands now; else on the one in its place
            same = (at for at, one in enumerate(self.lines) if one.text() == words)
            focused = next(same, focused)
        if 0 <= focused < len(self.lines):
            self.lines[focused].setFocus()

    # -- cards -----------------------------------------------------------------------------------------

    def _card(self, title: str, count: str = "") -> tuple[QFrame, QVBoxLayout]:
        card = QFrame()
        card.setProperty("place", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(6, 10, 6, 8)
        column.setSpacing(1)
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 10, 4)
        row.addWidget(label(title, "heading"))
        row.addStretch(1)
        row.addWidget(label(count, "small"))
        column.addLayout(row)
        return card, column

    def _line(
        self, column: QVBoxLayout, words: str, told: str, icon: str, token: str = "muted"
    ) -> LineButton:
        made = LineButton(words, told, icon, token)
        column.addWidget(made)
        self.lines.append(made)
        return made

    def _meetings(self, told: Today) -> QWidget:
        card, column = self._card(self.tr("Họp hôm nay"), str(len(told.meetings)))
        for row in told.meetings:
            _, icon, token = words_calendar.KINDS[row.kind]
            facts = " · ".join(part for part in (words_calendar.hours(row), row.place) if part)
            title = f"{row.title} ({words_calendar.occurrence_state(row)})" if row.off else row.title
            self._meeting(column, row, title, facts, icon, token)
        return card

    def _covering(self, told: Today) -> QWidget:
        card, column = self._card(self.tr("Tôi được phân công đưa tin"), str(len(told.covering)))
        for one in told.covering:
            task, icon = words_calendar.TASKS[one.coverage.task]
            answer, _, token = words_calendar.ANSWERS[one.coverage.answer]
            due = (
                self.tr("hạn {day}").format(day=words_calendar.day_short(one.coverage.due))
                if one.coverage.due
                else ""
            )
            late = one.coverage.due is not None and one.coverage.due < clock.today()
            facts = " · ".join(part for part in (task, answer, self.tr("quá hạn") if late else due) if part)
            self._meeting(column, one.row, one.row.title, facts, icon, "accent" if late else token)
        return card

    def _wanted(self, told: Today) -> QWidget:
        card, column = self._card(self.tr("Bài tôi được đặt"), str(len(told.wanted)))
        for one in told.wanted:
            facts = [self.tr("số {issue}").format(issue=one.issue)]
            if one.due is not None:
                words = self.tr("quá hạn {day}") if one.late else self.tr("hạn {day}")
                facts.append(words.format(day=wording.short_date(one.due)))
            facts.append(self.tr("đang viết") if one.article_id else self.tr("bấm để viết"))
            token = "accent" if one.late else "amber"
            made = self._line(column, one.title, " · ".join(facts), "wanted", token)
            made.clicked.connect(partial(self._write_wanted, one.id))
        return card

    def _write_wanted(self, wanted_id: int) -> None:
        def begun(changes: Changes) -> None:
            (article_id,) = changes.articles
            self.article_wanted.emit(article_id)

        self.client.do(self, partial(commissions.begin, self.session.who, wanted_id), begun, quiet=True)

    def _without_news(self, told: Today) -> QWidget:
        card, column = self._card(self.tr("Họp đã diễn ra, chưa có tin"), str(told.lacking))
        for row in told.without_news:
            facts = " · ".join(
                part for part in (words_calendar.day_short(row.start.date()), ", ".join(row.covering)) if part
            )
            self._meeting(column, row, row.title, facts, "warning", "accent")
        return card

    def _meeting(
        self, column: QVBoxLayout, row: OccurrenceRow, title: str, told: str, icon: str, token: str
    ) -> None:
        made = self._line(column, title, told, icon, token)
        made.clicked.connect(partial(self.meeting_wanted.emit, (row.meeting_id, row.origin)))

    def _heap(self, heap: QueueExcerpt, days: int) -> QWidget:
        card, column = self._card(review_words.queue(heap.tray).format(days=days), str(heap.count))
        for row in heap.rows:
            told = " · ".join((row.byline or row.author, wording.ago(row.stage_since)))
            made = self._line(
                column,
                row.title or self.tr("(chưa có tít)"),
                told,
                review_words.QUEUES[heap.tray][1],
                wording.STAGES[row.stage][2],
            )
            made.clicked.connect(partial(self._open_row, heap.tray, row.id))
        if heap.count > len(heap.rows):
            more = self.tr("Xem cả {n} bài").format(n=heap.count)
            self._line(column, more, "", "next").clicked.connect(partial(self._open_row, heap.tray, 0))
        return card

    def _open_row(self, tray: Queue, article: int) -> None:
        self.tray_wanted.emit(tray, article)

    def _nothing(self) -> QWidget:
        card, column = self._card(self.tr("Việc của đồng chí"))
        words = label(self.tr("Không còn việc nào chờ đồng chí."), "muted", wrap=True)
        words.setContentsMargins(10, 0, 10, 6)
        column.addWidget(words)
        return card

    def _lacks(self, found: Today) -> QWidget:
        lacks = found.lacks
        if lacks is None:
            card, column = self._card(self.tr("Số bản tin sắp tới"))
            words = self.tr("Chưa có số nào còn chờ chốt bài. Lập số mới và đặt ngày chốt ở trang Bản tin.")
            self._line(column, words, "", "issue").clicked.connect(lambda: self.issue_wanted.emit(0))
            return card
        left = self.tr("chốt bài hôm nay")
        if lacks.issue.days:
            left = self.tr("chốt bài sau {n} ngày, {day}").format(
                n=lacks.issue.days, day=wording.short_date(lacks.issue.closing)
            )
        card, column = self._card(self.tr("Số {name} còn thiếu gì").format(name=lacks.issue.name), left)
        for words, told, icon, token in self._lacking(lacks):
            made = self._line(column, words, told, icon, token)
            made.clicked.connect(partial(self._open_lack, lacks.issue.id, words == self._on_road(lacks)))
        return card

    def _on_road(self, lacks: Lacks) -> str:
        return self.tr("{n} bài còn trên đường duyệt").format(n=lacks.unapproved)

    def _lacking(self, lacks: Lacks) -> list[tuple[str, str, str, str]]:
        """Return the lines of what an issue lacks: words, more, sign, colour."""
        out = []
        if lacks.stale:
            words = self.tr("{n} bài trong số đã sửa sau khi duyệt").format(n=lacks.stale)
            out.append((words, self.tr("phải duyệt lại trước khi in"), "warning", "accent"))
        if lacks.unapproved:
            out.append((self._on_road(lacks), "", "clock", "amber"))
        if lacks.unplaced:
            words = self.tr("{n} bài đã duyệt chưa xếp vào số").format(n=lacks.unplaced)
            out.append((words, "", "place", "blue"))
        if lacks.empty_sections:
            words = self.tr("{n} chuyên mục chưa có bài").format(n=len(lacks.empty_sections))
            out.append((words, ", ".join(lacks.empty_sections), "section", "muted"))
        if lacks.session is not None:
            when = words_calendar.when(lacks.session)
            out.append((self.tr("Kỳ họp báo cáo viên: {when}").format(when=when), "", "reporters", "gold"))
        told = self.tr("{n} bài đã xếp vào số").format(n=lacks.placed)
        out.append((told, "", "issue", "green"))
        return out

    def _open_lack(self, issue_id: int, on_road: bool) -> None:
        if on_road:
            self.list_wanted.emit(0)
        else:
            self.issue_wanted.emit(issue_id)

    # -- the inbox -------------------------------------------------------------------------------------

    def _open_notice(self, row: NotificationRow) -> None:
        self._mark([row.id], True)
        if row.article_id is not None:
            self.list_wanted.emit(row.article_id)
        elif row.meeting_id is not None:
            self.meeting_wanted.emit((row.meeting_id, datetime.fromisoformat(row.origin)))

    def _mark(self, ids: list[int], read: bool) -> None:
        work = partial(notifications.mark, self.session.who, ids, read=read)
        self.ask(work, lambda _: self._marked())

    def _marked(self) -> None:
        self.session.news.emit()
        if self.isVisible():
            self.shown()
