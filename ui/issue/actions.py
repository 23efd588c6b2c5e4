"""The acts on an issue as the page offers them: one table of actions, kept true to what is in view and chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction

from desk import clock
from desk.acts.permission import issue_allowed, issue_refusal, refusal
from desk.acts.rules import Act, IssueState, Role
from desk.articles.listing import ArticleRow
from desk.errors import DeskError
from desk.issues import issues
from desk.issues.issues import IssueRow
from desk.issues.plan import CommissionRow, PlacedRow, Plan
from ui.articles.correction_dialog import write_correction
from ui.controls.action_table import ActionTable, Entry, Table, mark
from ui.issue import operations
from ui.issue.design_dialog import DesignDialog, DesignFacts, facts
from ui.issue.exporter import Exporter
from ui.issue.issue_dialog import IssueDialog
from ui.issue.plan_actions import PlanActions
from ui.issue.plan_view import PlanView
from ui.issue.proofing import IssueProofing
from ui.issue.release_actions import ReleaseActions
from ui.issue.sheet_fitting import SheetFitting
from ui.proof.live import LiveProof
from ui.session.page import Page
from ui.words import wording


class Do(Enum):
    """What may be done to an issue."""

    NEW = auto()
    EDIT = auto()
    DESIGN = auto()
    FIT = auto()
    UNFIT = auto()
    SECTIONS = auto()
    GATHER = auto()
    PUT = auto()
    WANT = auto()
    WRITE = auto()
    UP = auto()
    DOWN = auto()
    REMOVE = auto()
    CORRECT = auto()
    UNDO = auto()
    CLOSE = auto()
    UNCLOSE = auto()
    PROOF = auto()
    RELEASE = auto()
    REOPEN = auto()
    EXPORT = auto()


_MENU = (
    (Do.NEW, Do.EDIT, Do.DESIGN, Do.FIT, Do.UNFIT, Do.SECTIONS),
    (Do.GATHER, Do.PUT, Do.WANT, Do.WRITE, Do.UP, Do.DOWN, Do.REMOVE, Do.CORRECT, Do.UNDO),
    (Do.CLOSE, Do.UNCLOSE, Do.PROOF, Do.RELEASE, Do.REOPEN),
    (Do.EXPORT,),
)


@dataclass(frozen=True, slots=True)
class IssueInView:
    """What the actions depend on: the issue's plan, what is chosen in it and beside it, and who looks at it."""

    plan: Plan | None
    row: PlacedRow | None
    wanted: CommissionRow | None
    waits: bool  # an article is chosen that waits for a place
    undoes: bool  # something was done that can be taken back
    who: int
    roles: frozenset[Role]
    opened: bool = True  # the page has been shown: that there is no plan then means that there is no issue

    def released(self) -> bool:
        """Say whether the issue went to print."""
        return self.plan is not None and self.plan.issue.state is IssueState.RELEASED

    def filling(self) -> bool:
        """Say whether there is an issue that is still being made."""
        return self.plan is not None and not self.released()

    def fitted(self) -> bool:
        """Say whether the issue is set closer or looser than usual to fill its sheets."""
        return self.plan is not None and not self.plan.issue.design.fitting.usual

    def closable(self) -> bool:
        """Say whether closing is offered: it gives way where the issue is closed already."""
        allowed = issue_allowed(self.roles, self.plan.issue.state) if self.plan else frozenset()
        return Act.CLOSE_ISSUE in allowed or not allowed

    def why_not(self, act: Act) -> str:
        """Return why roles or the issue's state forbid an act, "" where they do not."""
        if self.plan is None:
            return self.why_not_ever(act) or self.why_none()
        return _words(issue_refusal(act, self.roles, self.plan.issue.state))

    def why_none(self) -> str:
        """Return why there is no issue to do anything to."""
        return _say("Chưa có số bản tin nào.") if self.opened else _say("Hãy mở trang Bản tin trước.")

    def why_not_ever(self, act: Act) -> str:
        """Return why this person's roles forbid an act, whatever the issue."""
        return _words(refusal(act, self.roles))

    def why_not_moved(self) -> str:
        """Return why the chosen article cannot change its place."""
        return self.why_not(Act.ARRANGE) or ("" if self.row else _say("Hãy chọn một bài trong số."))

    def why_not_removed(self) -> str:
        """Return why what is chosen cannot be taken out."""
        why = self.why_not(Act.UNWANT if self.wanted else Act.UNPLACE)
        return why or ("" if self.row or self.wanted else _say("Hãy chọn một bài trong số."))

    def why_not_corrected(self) -> str:
        """Return why no correction of what is chosen can be written."""
        if self.plan is None:
            return self.why_not(Act.CORRECT)
        if self.row is None:
            return _say("Hãy chọn một bài trong số.")
        return _words(refusal(Act.CORRECT, self.roles, self.row.stage))

    def why_not_written(self) -> str:
        """Return why the wanted piece that is chosen cannot be begun."""
        if self.wanted is None:
            return _say("Hãy chọn một bài đặt trong số.")
        if not self.wanted.article_id and self.wanted.person_id not in (None, self.who):
            return _say("Bài này đặt người khác viết.")
        return self.why_not_ever(Act.CREATE)

    def why_not_fitted(self) -> str:
        """Return why the issue cannot be fitted to its sheets."""
        empty = self.plan is not None and not self.plan.issue.articles
        return self.why_not(Act.FIT_ISSUE) or (_say("Số này chưa có bài.") if empty else "")

    def why_not_proofread(self) -> str:
        """Return why there is nothing to proofread."""
        if self.plan is None:
            return self.why_none()
        return "" if self.plan.issue.articles else _say("Số này chưa có bài.")

    def why_not_put(self) -> str:
        """Return why nothing can be placed."""
        return self.why_not(Act.PLACE) or ("" if self.waits else _say("Hãy chọn một bài chờ xếp."))

    def why_not_released(self) -> str:
        """Return why it is not released; the list of what blocks is worth a look before it is closed, too."""
        if self.plan is None:
            return self.why_not(Act.RELEASE)
        if self.released():
            return _say("Số này đã phát hành.")
        return self.why_not_ever(Act.RELEASE)


def _say(words: str) -> str:
    return QCoreApplication.translate("IssueActions", words)


def _words(refused: DeskError | None) -> str:
    return wording.error(refused) if refused is not None else ""


def _entry(
    act: Act,
    key: str = "",
    *,
    words: str = "",
    icon: str = "",
    when: Callable[[IssueInView], str] | None = None,
    shown: Callable[[IssueInView], bool] | None = None,
) -> Entry[IssueInView]:
    """Make the entry of an act, in its own words and with its icon unless others are given."""
    own, _, sign = wording.ACTS[act]
    return Entry(words or own, icon or sign, key, when=when or (lambda view: view.why_not(act)), shown=shown)


def _asking(act: Act) -> str:
    """Return an act's words where it asks first."""
    return f"{wording.ACTS[act][0]}…"


def _filling(view: IssueInView) -> bool:
    return view.filling()


TABLE: Table[Do, IssueInView] = {
    Do.NEW: _entry(Act.MAKE_ISSUE, "Ctrl+Shift+N", when=lambda view: view.why_not_ever(Act.MAKE_ISSUE)),
    Do.EDIT: _entry(Act.EDIT_ISSUE, "F2"),
    Do.DESIGN: _entry(Act.DRESS_ISSUE, "Ctrl+Shift+D", words=_asking(Act.DRESS_ISSUE)),
    Do.FIT: _entry(Act.FIT_ISSUE, "Ctrl+Shift+A", when=lambda view: view.why_not_fitted(), shown=_filling),
    Do.UNFIT: _entry(
        Act.FIT_ISSUE,
        words=mark("Thôi dàn vừa tờ"),
        icon="remove",
        shown=lambda view: view.filling() and view.fitted(),
    ),
    Do.SECTIONS: _entry(Act.ARRANGE_SECTIONS, "Ctrl+Shift+M", words=_asking(Act.ARRANGE_SECTIONS)),
    Do.GATHER: _entry(Act.PLACE, "Ctrl+G", words=mark("Gom bài…"), icon="gather", shown=_filling),
    Do.PUT: _entry(Act.PLACE, "Ctrl+Return", when=lambda view: view.why_not_put()),
    Do.WANT: _entry(Act.WANT, "Ctrl+Shift+B", words=_asking(Act.WANT), shown=_filling),
    Do.WRITE: _entry(
        Act.CREATE, words=mark("Viết bài được đặt"), icon="edit", when=lambda view: view.why_not_written()
    ),
    Do.UP: _entry(
        Act.ARRANGE,
        words=mark("Chuyển lên"),
        icon="up",
        when=lambda view: view.why_not_moved(),
        shown=_filling,
    ),
    Do.DOWN: _entry(
        Act.ARRANGE,
        words=mark("Chuyển xuống"),
        icon="down",
        when=lambda view: view.why_not_moved(),
        shown=_filling,
    ),
    Do.REMOVE: _entry(Act.UNPLACE, when=lambda view: view.why_not_removed(), shown=_filling),
    Do.CORRECT: _entry(
        Act.CORRECT,
        words=_asking(Act.CORRECT),
        when=lambda view: view.why_not_corrected(),
        shown=lambda view: view.released(),
    ),
    Do.UNDO: Entry(
        mark("Hoàn tác trong số"),
        "undo",
        "Ctrl+Z",
        when=lambda view: "" if view.undoes else _say("Chưa có việc nào để hoàn tác."),
    ),
    Do.CLOSE: _entry(Act.CLOSE_ISSUE, "Ctrl+Shift+L", shown=lambda view: view.closable()),
    Do.UNCLOSE: _entry(Act.OPEN_ISSUE),
    Do.PROOF: Entry(mark("Soát lỗi cả số…"), "proof", "F7", when=lambda view: view.why_not_proofread()),
    Do.RELEASE: _entry(
        Act.RELEASE,
        "Ctrl+Shift+P",
        words=_asking(Act.RELEASE),
        when=lambda view: view.why_not_released(),
    ),
    Do.REOPEN: _entry(Act.REOPEN_ISSUE, words=_asking(Act.REOPEN_ISSUE)),
    Do.EXPORT: _entry(Act.EXPORT, "Ctrl+E", words=mark("Xuất…")),
}


class IssueActions(QObject):
    """Knows the issue in view and does to it what the person presses."""

    made = Signal(object)  # Changes: an issue was made

    def __init__(
        self,
        page: Page,
        lines: PlanView,
        waiting: Callable[[], ArticleRow | None],
        live: LiveProof,
        exporter: Exporter,
    ) -> None:
        super().__init__(page)
        self._session, self._page, self._lines, self._waiting = page.session, page, lines, waiting
        self.plan = PlanActions(page.session, page, lines)
        self.proofing = IssueProofing(page, live)
        self.press = ReleaseActions(page, self.plan, live, exporter, self.proofing)
        self.fitting = SheetFitting(page, self.plan, live)
        self._table = ActionTable(
            page,
            TABLE,
            {
                Do.NEW: self._make,
                Do.EDIT: self._edit,
                Do.DESIGN: lambda: self.design_at(""),
                Do.FIT: self.fitting.fit,
                Do.UNFIT: self.fitting.drop,
                Do.SECTIONS: self.plan.ask_sections,
                Do.GATHER: self.plan.gather,
                Do.PUT: self.put,
                Do.WANT: lambda: self.plan.ask_wanted(None),
                Do.WRITE: self.plan.begin,
                Do.UP: lambda: lines.shift(-1),
                Do.DOWN: lambda: lines.shift(1),
                Do.REMOVE: self.plan.remove,
                Do.CORRECT: self._correct,
                Do.UNDO: self.plan.undo.take_last,
                Do.CLOSE: self.press.close,
                Do.UNCLOSE: self.press.open_again,
                Do.PROOF: lambda: self.proofing.check(0),
                Do.RELEASE: self.press.release,
                Do.REOPEN: self.press.reopen,
                Do.EXPORT: self.press.export,
            },
        )
        self.plan.undo.changed.connect(self.refresh)
        self._opened = False
        self.refresh()

    def __getitem__(self, which: Do) -> QAction:
        return self._table[which]

    @property
    def export(self) -> QAction:
        """Return what exports the issue, which stands in the window's first menu too."""
        return self[Do.EXPORT]

    def menu(self) -> list[QAction | None]:
        """Return the actions as the menu lists them, None between its groups."""
        listed: list[QAction | None] = []
        for group in _MENU:
            listed += [None] if listed else []
            listed += [self[which] for which in group]
        return listed

    def follow(self, plan: Plan | None) -> None:
        """Speak of this issue from now on."""
        self._opened = True
        self.plan.follow(plan)
        self.refresh()

    def refresh(self) -> None:
        """Enable what may be done now; what may not be done says why."""
        lines, me = self._lines, self._session.me
        self._table.follow(
            IssueInView(
                self.plan.plan(),
                lines.current(),
                lines.current_wanted(),
                self._waiting() is not None,
                self.plan.undo.any(),
                me.id,
                me.roles,
                self._opened,
            )
        )

    # -- the issue -------------------------------------------------------------------------------------

    def _make(self) -> None:
        def ask(rows: list[IssueRow]) -> None:
            answer = IssueDialog.ask_new(self._page, clock.today(), rows)
            if answer is not None:
                operations.make(self._session, *answer).run(self._session, self, self.made.emit)

        self._page.ask(issues.listing, ask)

    def _edit(self) -> None:
        issue = self.plan.issue()
        if issue is None:
            return

        def ask(rows: list[IssueRow]) -> None:
            words = IssueDialog.ask(self._page, issue, clock.today(), rows)
            if words is not None:
                self.plan.run(operations.edit(self._session, issue, words))

        self._page.ask(issues.listing, ask)

    def design_at(self, field: str) -> None:
        """Open Trình bày at one field of the imprint, "" at its beginning."""
        issue = self.plan.issue()
        if issue is None:
            return

        def ask(known: DesignFacts) -> None:
            dialog = DesignDialog(self._page, self._session, issue, known)
            dialog.begin_at(field)
            if dialog.exec():
                self.plan.run(operations.design(self._session, issue, dialog.wish()))
            dialog.deleteLater()

        self._page.ask(lambda: facts(issue), ask)

    def put(self) -> None:
        """Place the chosen article that waits."""
        row = self._waiting()
        if row is not None:
            self.plan.place(row)

    def _correct(self) -> None:
        """Write a đính chính of the released article that is chosen."""
        row = self._lines.current()
        if row is not None:
            write_correction(self._session, self._page, row.article_id, row.title)
