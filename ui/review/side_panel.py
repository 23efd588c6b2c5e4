"""The side panel of Bàn duyệt: what changed, was said, is checked and was done; what stands in an approval's way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from desk.acts.rules import Act
from desk.articles.listing import ArticleRow
from desk.errors import DeskError
from desk.review.page import Compared, LaidArticle
from ui.articles.actions import ArticleActions
from ui.articles.actions_footer import acts_footer
from ui.articles.checklist_acts import ChecklistActions, met
from ui.articles.history import History
from ui.articles.old_revision_dialog import show_old_revision
from ui.comparison.view import ComparisonView
from ui.controls.labels import label, place
from ui.discussion.discussion import Discussion
from ui.look import style
from ui.look.kept_size import keep_least_width
from ui.look.text_size import px
from ui.paper.paper import Paper
from ui.review.changes_tab import ChangesTab
from ui.review.panel_tabs import PanelTabs
from ui.review.proof_tab import ProofTab
from ui.session.session import Session

ACTS = (Act.APPROVE, Act.RECOMMEND, Act.PASS, Act.RETURN, Act.EDIT, Act.SUBMIT, Act.REOPEN)


class SidePanel(QFrame):
    """Five tabs about the article on the paper, and the acts on it; `regret` and `refresh` are its page's."""

    def __init__(
        self,
        session: Session,
        acts: ArticleActions,
        diff: ComparisonView,
        regret: Callable[[DeskError], None],
        refresh: Callable[[], None],
    ) -> None:
        super().__init__()
        self.setProperty("place", "panel")
        keep_least_width(self, 260)
        self.changes = ChangesTab(diff)
        self.discussion = Discussion(session)
        self.checks = ChecklistActions(session, regret, refresh)
        self.history = History()
        self.proof = ProofTab(session)
        self._laid: LaidArticle | None = None
        self._filled: LaidArticle | None = None  # what the tabs that lie behind show of it
        self._talk = (0, 0)  # open threads, open suggestions among them
        self.tabs = PanelTabs()
        self.tabs.add(self.changes, self.tr("Thay đổi"), "compare")
        self.tabs.add(self.discussion, self.tr("Trao đổi"), "comment")
        self.tabs.add(self.checks, self.tr("Kiểm tra"), "checklist")
        self.tabs.add(self.history, self.tr("Lịch sử"), "journal")
        self.tabs.add(self.proof, self.tr("Soát lỗi"), "proof")
        self.warning = label("", "small", wrap=True)
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        self._sign = QLabel()
        self._paint_sign()
        style.look().changed.connect(self._paint_sign)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.warning, 1)
        self._warned = place("footer", row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs, 1)
        column.addWidget(self._warned)
        column.addWidget(acts_footer(acts, ACTS))
        self._behind = QTimer(self, singleShot=True, interval=0)
        self._behind.timeout.connect(self._fill_behind)
        self.tabs.currentChanged.connect(self._fill_behind)
        self.discussion.counted.connect(self._count_talk)
        self.proof.counted.connect(lambda _: self._say_findings())
        self.checks.findings_wanted.connect(lambda: self.show_tab(self.tabs.indexOf(self.proof)))
        self.proof.asked_for.connect(lambda: self.tabs.setCurrentWidget(self.proof))
        self.discussion.asked_for.connect(lambda: self.tabs.setCurrentWidget(self.discussion))
        self.history.revision_wanted.connect(lambda entry: show_old_revision(self, session.client, entry))

    def actions_of_menu(self) -> list[QAction | None]:
        """Return the actions on the changes, the discussion and the findings, None between groups."""
        proofing = (*self.proof.ways.all(), *self.proof.panel.acts.all())
        return [*self.changes.table.all(), None, *self.discussion.table.all(), None, *proofing]

    def actions_of_page(self) -> list[QAction]:
        """Return those whose keys act wherever one is on the page; a finding's act in its list alone."""
        return [*self.changes.table.all(), *self.discussion.table.all(), *self.proof.ways.all()]

    def show_nothing(self, paper: Paper) -> None:
        """Show that no article is chosen."""
        self._laid = None
        self._behind.stop()
        self.history.show_entries([])
        self.changes.show_compared(None)
        self.checks.show_article(0, None, frozenset())
        self.discussion.show_article(None, paper)
        self.proof.show_article(None, paper)
        self._warn(None)

    def show_article(self, laid: LaidArticle, paper: Paper) -> None:
        """Show all that is known of the article on the paper."""
        row = laid.opened.row
        another = self._laid is None or self._laid.opened.row.id != row.id
        self._laid = laid
        self.changes.show_compared(laid.compared)
        self.discussion.show_article(row, paper, laid.threads)
        self.proof.show_article(laid, paper)
        self._behind.start()
        if another:
            half_written = not self.discussion.compose.isHidden()
            self._turn(half_written or any(thread.open for thread in laid.threads))
        if self.tabs.currentWidget() in (self.checks, self.history):
            self._fill_behind()
        self._name_tabs()
        self._warn(row)

    def _fill_behind(self) -> None:
        """Fill the tabs that lie behind: the article is on the paper before them."""
        self._behind.stop()
        if self._laid is not None and self._filled is not self._laid:
            self._filled = self._laid
            row = self._laid.opened.row
            self.checks.show_article(row.id, self._laid.lists, row.acts)
            self.history.show_entries(self._laid.history)

    def _turn(self, something_waits: bool) -> None:
        """Begin another article where something waits; who reads checklists or history goes on with those."""
        if self.tabs.currentWidget() in (self.changes, self.discussion):
            self.tabs.setCurrentWidget(self.discussion if something_waits else self.changes)

    def show_compared(self, compared: Compared) -> None:
        """Show another comparison of the same article."""
        self.changes.show_compared(compared)
        self._name_tabs()

    def show_tab(self, at: int) -> None:
        """Show a tab and work in it."""
        self.tabs.setCurrentIndex(at)
        self.tabs.currentWidget().setFocus()

    def _count_talk(self, threads: int, suggestions: int) -> None:
        self._talk = (threads, suggestions)
        self._name_tabs()
        self._warn(self._laid.opened.row if self._laid else None)

    def _say_findings(self) -> None:
        self.checks.show_wrong(self.proof.wrong(), self.proof.suggested())
        self._name_tabs()
        self._warn(self._laid.opened.row if self._laid else None)

    def _name_tabs(self) -> None:
        laid = self._laid
        self.tabs.count_in(self.changes, str(self.changes.places() or ""))
        self.tabs.count_in(self.discussion, str(self._talk[0] or ""))
        self.tabs.count_in(self.checks, met(laid.lists) if laid else "")
        self.tabs.count_in(self.proof, str(len(self.proof.left()) or ""))

    def _warn(self, row: ArticleRow | None) -> None:
        """Say beside the buttons what stands in an approval's way, and what does not but should be known."""
        lines = []
        threads, suggestions = self._talk if row is not None else (0, 0)
        if suggestions:
            lines.append(self.tr("Còn {n} đề nghị sửa chưa trả lời: chưa duyệt được.").format(n=suggestions))
        if threads - suggestions > 0:
            lines.append(self.tr("Còn {n} trao đổi chưa khép.").format(n=threads - suggestions))
        wrong = self.proof.wrong() if row is not None else None
        if wrong:
            lines.append(self.tr("Máy soát thấy {n} chỗ sai (F7).").format(n=wrong))
        if row is not None and row.recommended_by:
            lines.append(self.tr("{name} đề nghị duyệt bản này.").format(name=row.recommended_by))
        self.warning.setText("\n".join(lines))
        self._warned.setVisible(bool(lines))

    def _paint_sign(self) -> None:
        self._sign.setPixmap(style.pixmap("info", "amber", px(16), self.devicePixelRatioF()))
