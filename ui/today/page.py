"""Hôm nay: what I must do now, what the coming issue lacks, and what I was told; every line leads there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desk import clock
from desk.acts import notifications
from desk.acts.gate import Changes
from desk.acts.notifications import NotificationRow
from desk.acts.permission import refusal
from desk.acts.rules import Act
from desk.calendar.coverage import MyCoverage
from desk.calendar.occurrences import OccurrenceRow
from desk.issues import commissions
from desk.issues.commissions import MyCommission
from desk.review.queue import Task
from desk.today import overview
from desk.today.first_steps import Step
from desk.today.overview import TodayAnswer
from ui.controls.labels import empty, label, place
from ui.controls.line_button import LineButton
from ui.controls.page_head import header
from ui.look.kept_size import keep
from ui.look.text_size import px
from ui.session.page import Page
from ui.session.session import Session
from ui.today.card import Card, LineWords
from ui.today.inbox import Inbox
from ui.today.issue_card import issue_card, issue_line
from ui.words import calendar as words_calendar
from ui.words import review as review_words
from ui.words import wording

_TWO_COLUMNS = 860  # px at 100 %, from which the inbox stands beside


class TodayPage(Page):
    """The start page."""

    panes = False

    tray_wanted = Signal(object, int)  # Tray, article (0: the heap)
    list_wanted = Signal(int)  # this article in the list of articles
    issue_wanted = Signal(int)
    meeting_wanted = Signal(object)  # number and origin of an occurrence; None: those that lack their news
    step_wanted = Signal(object)  # Step

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        head, _, self._told = header(self.tr("Hôm nay"))
        self.column.addWidget(head)
        self.lines: list[LineButton] = []
        self._answer: TodayAnswer | None = None
        self._whole: set[str] = set()  # the cards that show all their lines
        self._warnings: list[LineWords] = []
        self.inbox = Inbox()
        self.inbox.opened.connect(self._open_notice)
        self.inbox.marked.connect(self._mark)
        self._told_me = QWidget()
        beside = QVBoxLayout(self._told_me)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.inbox)
        self.backups = label("", "small", wrap=True)  # when the last one was made
        self.backups.setContentsMargins(10, 8, 10, 0)
        beside.addWidget(self.backups)
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
        keep(self, self._place_columns)

    def _placed(self) -> QWidget:
        made = place("bare")
        made.setLayout(self._grid)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the inbox beside the work, or below it where there is no room."""
        super().resizeEvent(event)
        self._place_columns()

    def _place_columns(self) -> None:
        wide = self.width() >= px(_TWO_COLUMNS)
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
        self._answer = found
        self.lines = []
        empty(self._left)
        for card in self._cards(found):
            self._left.addWidget(card)
            self.lines += card.lines
        self._left.addStretch(1)
        self.inbox.show_rows(found.notices)
        if focused >= 0:  # on the same line, wherever it stands now; else on the one in its place
            same = (at for at, one in enumerate(self.lines) if one.text() == words)
            focused = next(same, focused)
        if 0 <= focused < len(self.lines):
            self.lines[focused].setFocus()

    def tell_backups(
        self, told: str, warnings: Sequence[tuple[str, str]], lead: Callable[[], object]
    ) -> None:
        """Say when the last backup was made, and what is wrong with the backups; a warning leads to their list."""
        lines = [LineWords(said, remark, "warning", "accent", lead, below=True) for said, remark in warnings]
        same = [(one.words, one.remark) for one in self._warnings] == list(warnings)
        self._warnings = lines
        self.backups.setText(told)
        if not same and self._answer is not None:
            self._show(self._answer)

    # -- cards -----------------------------------------------------------------------------------------

    def _cards(self, answer: TodayAnswer) -> Iterator[Card]:
        """Make the cards that have something to say, in their order."""
        told = answer.today
        if self._warnings:
            card = Card(self.tr("Sao lưu"))
            for line in self._warnings:
                card.add(line)
            yield card
        if told.steps:
            yield self._steps(told.steps)
        work = [issue_line(one, self.issue_wanted.emit) for one in told.issue_work]
        lists = (
            (self.tr("Họp hôm nay"), [self._meeting(row) for row in told.meetings], len(told.meetings)),
            (
                self.tr("Việc của đồng chí"),
                [self._task(one, answer.days) for one in told.tasks.rows],
                told.tasks.count,
            ),
            (self.tr("Việc của số bản tin"), work, len(work)),
            (
                self.tr("Bài đang viết"),
                [self._draft(one, answer.days) for one in told.drafts.rows],
                told.drafts.count,
            ),
            (self.tr("Tôi được phân công đưa tin"), [self._cover(one) for one in told.covering], 0),
            (self.tr("Bài tôi được đặt"), [self._commission(one) for one in told.wanted], 0),
            (
                self.tr("Họp đã diễn ra, chưa có tin"),
                [self._lacks_news(row) for row in told.without_news],
                told.lacking,
            ),
        )
        for title, lines, count in lists:
            if lines:
                yield self._list(title, lines, count or len(lines))
        if not any(lines for title, lines, _ in lists[1:]):
            yield self._nothing()
        makes = refusal(Act.MAKE_ISSUE, self.session.me.roles) is None
        yield issue_card(told.lacks, self.issue_wanted.emit, lambda: self.list_wanted.emit(0), makes=makes)

    def _list(self, title: str, lines: list[LineWords], count: int) -> Card:
        card = Card(title)
        whole = title in self._whole
        card.show_lines(lines, count, whole=whole, more=partial(self._more, title))
        return card

    def _more(self, title: str) -> None:
        """Show the rest of a card; where it is more than the page has read, the page of its subject."""
        if title not in self._whole:
            self._whole.add(title)
            if self._answer is not None:
                self._show(self._answer)
        elif title == self.tr("Họp đã diễn ra, chưa có tin"):
            self.meeting_wanted.emit(None)
        else:
            self.list_wanted.emit(0)

    def _steps(self, steps: Sequence[Step]) -> Card:
        card = Card(self.tr("Bắt đầu từ đây"), self.tr("còn {n} việc").format(n=len(steps)))
        for step in steps:
            icon, lead = review_words.STEPS[step][2], partial(self.step_wanted.emit, step)
            card.add(LineWords(*review_words.step(step), icon, "blue", lead, below=True))
        return card

    def _meeting(self, row: OccurrenceRow) -> LineWords:
        _, icon, token = words_calendar.KINDS[row.kind]
        facts = " · ".join(part for part in (words_calendar.hours(row), row.place) if part)
        title = f"{row.title} ({words_calendar.occurrence_state(row)})" if row.off else row.title
        return LineWords(title, facts, icon, token, self._to_meeting(row))

    def _to_meeting(self, row: OccurrenceRow) -> Callable[[], object]:
        return partial(self.meeting_wanted.emit, (row.meeting_id, row.origin))

    def _cover(self, one: MyCoverage) -> LineWords:
        task, icon = words_calendar.TASKS[one.coverage.task]
        answer, _, token = words_calendar.ANSWERS[one.coverage.answer]
        due = one.coverage.due
        when = self.tr("hạn {day}").format(day=words_calendar.day_short(due)) if due else ""
        late = due is not None and due < clock.today()
        facts = " · ".join(part for part in (task, answer, self.tr("quá hạn") if late else when) if part)
        return LineWords(one.row.title, facts, icon, "accent" if late else token, self._to_meeting(one.row))

    def _commission(self, one: MyCommission) -> LineWords:
        facts = [self.tr("số {issue}").format(issue=one.issue)]
        if one.due is not None:
            words = self.tr("quá hạn {day}") if one.late else self.tr("hạn {day}")
            facts.append(words.format(day=wording.short_date(one.due)))
        facts.append(self.tr("đang viết") if one.article_id else self.tr("bấm để viết"))
        token, lead = "accent" if one.late else "amber", partial(self._write_wanted, one.id)
        return LineWords(one.title, " · ".join(facts), "wanted", token, lead)

    def _write_wanted(self, wanted_id: int) -> None:
        def begun(changes: Changes) -> None:
            (article_id,) = changes.articles
            self.article_wanted.emit(article_id)

        self.client.do(self, partial(commissions.begin, self.session.who, wanted_id), begun, quiet=True)

    def _lacks_news(self, row: OccurrenceRow) -> LineWords:
        facts = " · ".join(
            part
            for part in (
                words_calendar.day_short(row.start.date()),
                ", ".join(row.covering),
                self.tr("đang viết") if row.article_id is not None else "",
            )
            if part
        )
        return LineWords(row.title, facts, "warning", "accent", self._to_meeting(row))

    def _task(self, task: Task, days: int) -> LineWords:
        """Return an article's one line: all reasons for which it waits, by whom, since when."""
        row = task.row
        told = (*_reasons(task, days), row.byline or row.author, wording.ago(row.stage_since))
        icon, token = review_words.QUEUES[task.queues[0]][1], wording.STAGES[row.stage][2]
        lead = partial(self.tray_wanted.emit, task.queues[0], row.id)
        title = row.title or self.tr("(chưa có tít)")
        return LineWords(title, " · ".join(told), icon, token, lead, below=True)

    def _draft(self, task: Task, days: int) -> LineWords:
        row = task.row
        told = " · ".join((*_reasons(task, days), wording.ago(row.stage_since)))
        title = row.title or self.tr("(chưa có tít)")
        return LineWords(title, told, "edit", "muted", partial(self.article_wanted.emit, row.id))

    def _nothing(self) -> Card:
        card = Card(self.tr("Việc của đồng chí"))
        words = label(self.tr("Không còn việc nào chờ đồng chí."), "muted", wrap=True)
        words.setContentsMargins(10, 0, 10, 6)
        card.column.addWidget(words)
        return card

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


def _reasons(task: Task, days: int) -> tuple[str, ...]:
    return tuple(review_words.queue(which).format(days=days) for which in task.queues)
