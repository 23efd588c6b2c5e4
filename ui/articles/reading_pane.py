"""What lies beside the list: the paper, what is known of the article, its checklists, history and acts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from desk.acts.journal import JournalEntry
from desk.acts.rules import Act
from desk.articles.listing import ArticleRow, Opened
from desk.errors import DeskError
from desk.issues.article_page import Reading
from desk.issues.corrections import Links
from desk.proofing.article import places
from desk.proofing.finding import Severity
from ui.articles.actions import ArticleActions
from ui.articles.actions_footer import acts_footer
from ui.articles.checklist_acts import ChecklistActions, met
from ui.articles.corrections import Corrections
from ui.articles.history import History
from ui.articles.old_revision_dialog import show_old_revision
from ui.controls.labels import label, place
from ui.controls.message_bar import Banner, under_banner
from ui.discussion.discussion import Discussion
from ui.look.kept_size import keep_least_width
from ui.paper.paper import Paper
from ui.proofing.reader import Proofed, ProofReader, ToRead
from ui.session.session import Session
from ui.words import review as review_words
from ui.words import wording


class ReadingPane(QSplitter):
    """Shows one article at a time; `regret` and `refresh` are its page's."""

    def __init__(
        self,
        session: Session,
        acts: ArticleActions,
        shown: tuple[Act, ...],
        regret: Callable[[DeskError], None],
        refresh: Callable[[], None],
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._row: ArticleRow | None = None
        self._laid = 0  # the article on the paper
        self.paper, self.history, self.corrections = Paper(), History(), Corrections()
        self.discussion = Discussion(session)
        self.checks = ChecklistActions(session, regret, refresh)
        self.checks.findings_wanted.connect(lambda: acts.perform(Act.EDIT))
        self._text: ToRead | None = None  # what is on the paper, until the proofreader was asked about it
        self._proofreader = ProofReader(session, self)
        self._proofreader.proofed.connect(self._say_wrong)
        self._pointed = (0, "")  # an article and an item of its checklist to be shown when they are there
        self.history.revision_wanted.connect(lambda entry: show_old_revision(self, session.client, entry))
        self.discussion.counted.connect(self._count)
        self.discussion.asked_for.connect(lambda: self.tabs.setCurrentWidget(self.discussion))
        self.setObjectName("reading-panes")
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.returned = Banner()
        self.foot = acts_footer(acts, shown)  # while the side panel gives way
        self.read, self.side = under_banner(self.returned, self.paper, self.foot), self._side(acts, shown)
        self.addWidget(self.read)
        self.addWidget(self.side)
        self.setStretchFactor(0, 1)
        self.setSizes([560, 280])
        self.tabs.currentChanged.connect(self._proofread)

    def expect(self, row: ArticleRow | None) -> None:
        """Wait for an article that was chosen; None clears what is shown."""
        self._row = row
        if row is not None:
            return
        self._laid = 0
        self.returned.hide()
        self.paper.show_nothing(self.tr("Chọn một bài ở danh sách bên trái để đọc."))
        self.history.show_entries([])
        self.corrections.show_links(Links())
        self.discussion.show_article(None, self.paper)
        self.checks.show_article(0, None, frozenset())
        self._name_checks("")
        self._note.hide()

    def show_reading(self, reading: Reading) -> None:
        """Lay an article on the paper, if it is still the one expected."""
        opened = reading.opened
        if self._row is None or self._row.id != opened.row.id:  # another was chosen meanwhile
            return
        bar = self.paper.verticalScrollBar()
        at = bar.value() if self._laid == opened.row.id else 0
        self._laid = opened.row.id
        self.paper.show_text(opened.text, opened.pictures)
        bar.setValue(at)  # a tick beside it leaves one where one reads
        self._say_why_returned(opened.row, reading.history)
        self._note.setText(self._about(opened))
        self._note.show()
        self.corrections.show_links(reading.links)
        self.discussion.show_article(opened.row, self.paper, reading.threads)
        self.history.show_entries(reading.history)
        self.checks.show_article(opened.row.id, reading.lists, opened.row.acts)
        self._name_checks(met(reading.lists))
        self._text = ToRead(opened.row.id, places(opened.text), opened.text.event_date)
        self.checks.show_wrong(None)
        self._proofread()
        if self._pointed[0] == opened.row.id:
            self.tabs.setCurrentWidget(self.checks)
            self.checks.point_to(self._pointed[1])
            self._pointed = (0, "")

    def _proofread(self) -> None:
        """Have the article read once its checklists are looked at."""
        if self._text is not None and self.tabs.currentWidget() is self.checks:
            self._proofreader.look(self._text)
            self._text = None

    def _say_wrong(self, proofed: Proofed) -> None:
        if proofed.what.article_id == self._laid:
            wrong = sum(one.finding.severity is Severity.WRONG for one in proofed.found)
            self.checks.show_wrong(wrong)

    def point_to(self, article_id: int, item: str) -> None:
        """Bring an item of an article's checklist before print into view as soon as the article is read."""
        self._pointed = (article_id, item)

    def _say_why_returned(self, row: ArticleRow, history: Sequence[JournalEntry]) -> None:
        """Say over the article why it came back, as long as it lies with its writer for that."""
        why = wording.why_returned(row, history)
        if why:
            self.returned.ask(why)
        else:
            self.returned.hide()

    def _about(self, opened: Opened) -> str:
        """Return what is known of an article in a line."""
        row = opened.row
        parts = [row.section] if row.section else []
        parts += [review_words.genre(row.genre), wording.stage(row.stage)]
        parts.append(self.tr("phiên bản {n}").format(n=row.revision))
        if opened.approved_by:
            signed = (
                self.tr("{name} ký thay {chief} duyệt") if opened.approved_for else self.tr("{name} duyệt")
            )
            parts.append(signed.format(name=opened.approved_by, chief=opened.approved_for))
        if row.recommended_by:
            parts.append(self.tr("{name} đề nghị duyệt").format(name=row.recommended_by))
        parts.append(self.tr("{n} từ").format(n=wording.number(row.words)))
        return " · ".join(parts)

    def _name_checks(self, count: str) -> None:
        self.tabs.setTabText(self.tabs.indexOf(self.checks), f"{self.tr('Kiểm tra')} {count}".rstrip())

    def _count(self, threads: int, _: int) -> None:
        name = self.tr("Trao đổi")
        self.tabs.setTabText(self.tabs.indexOf(self.discussion), f"{name} {threads}" if threads else name)

    def _side(self, acts: ArticleActions, shown: tuple[Act, ...]) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._note = label("", "muted", wrap=True)
        self._note.setContentsMargins(16, 12, 16, 8)
        column.addWidget(self._note)
        column.addWidget(self.corrections)
        self.tabs = QTabWidget()
        self.tabs.setUsesScrollButtons(False)
        self.tabs.addTab(self.history, self.tr("Lịch sử"))
        self.tabs.addTab(self.discussion, self.tr("Trao đổi"))
        self.tabs.addTab(self.checks, self.tr("Kiểm tra"))
        column.addWidget(self.tabs, 1)
        column.addWidget(acts_footer(acts, shown))
        side = place("panel", column)
        keep_least_width(side, 260)
        return side
