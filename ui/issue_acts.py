"""The acts on an issue as the page offers them: each a QAction, enabled by `rules.issue_allowed`, asked and done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from desk import clock, gathering, issues, people, placing, wants
from desk.errors import DeskError
from desk.gate import Changes
from desk.gathering import Gathering
from desk.issues import IssueRow
from desk.people import PersonRow
from desk.placing import Plan, PlanPart, WantedRow
from desk.rules import Act, Genre, issue_allowed, issue_refusal, refusal
from desk.shelf import ArticleRow
from ui import wording
from ui.export import Exporter
from ui.issue_undo import IssueUndo
from ui.release_acts import ReleaseActs
from ui.seat import Seat
from ui.widgets.page_action import page_action

if TYPE_CHECKING:
    from ui.pages.issue import IssuePage


class IssueActs(QObject):
    """Knows the issue in view and does to it what the person presses."""

    def __init__(self, seat: Seat, page: IssuePage, exporter: Exporter) -> None:
        super().__init__(page)
        self._seat, self._page = seat, page
        self.press = ReleaseActs(seat, page, exporter)
        self._plan: Plan | None = None
        self._acting = False  # an act was sent and the plan that it made has not come yet
        self.back = IssueUndo(seat, page)
        make = self._action
        self.new = make(Act.MAKE_ISSUE, "Ctrl+Shift+N", self._make)
        self.edit = make(Act.EDIT_ISSUE, "F2", self._edit)
        self.dress = make(Act.DRESS_ISSUE, "Ctrl+Shift+D", self._dress, more=True)
        self.sections = make(Act.ARRANGE_SECTIONS, "Ctrl+Shift+M", self._arrange_sections, more=True)
        self.gather = make(
            Act.PLACE, "Ctrl+G", self._gather, more=True, words=self.tr("Gom bài"), icon="gather"
        )
        self.want = make(Act.WANT, "Ctrl+Shift+B", self._want, more=True)
        self.write = make(Act.CREATE, "", self._write, words=self.tr("Viết bài được đặt"), icon="edit")
        self.close = make(Act.CLOSE_ISSUE, "Ctrl+Shift+L", self.press.close)
        self.unclose = make(Act.OPEN_ISSUE, "", self.press.open_again)
        self.release = make(Act.RELEASE, "Ctrl+Shift+P", self.press.release, more=True)
        self.reopen = make(Act.REOPEN_ISSUE, "", self.press.reopen, more=True)
        self.export = make(Act.EXPORT, "Ctrl+E", self.press.export, words=self.tr("Xuất"), more=True)
        self.put = make(Act.PLACE, "Ctrl+Return", page.put_waiting)
        self.up = make(Act.ARRANGE, "", lambda: page.plan.shift(-1), words=self.tr("Chuyển lên"), icon="up")
        self.down = make(
            Act.ARRANGE, "", lambda: page.plan.shift(1), words=self.tr("Chuyển xuống"), icon="down"
        )
        self.remove = make(Act.UNPLACE, "", self._remove)
        self.correct = make(Act.CORRECT, "", self._correct, more=True)

    # -- what is in view -------------------------------------------------------------------------------

    def follow(self, plan: Plan | None) -> None:
        """Speak of this issue from now on."""
        self._plan, self._acting = plan, False
        self.back.follow(plan.issue.id if plan else 0, plan.issue.state if plan else None)
        self.refresh()

    def allowed(self) -> frozenset[Act]:
        """Return what this person may do to the issue in view now."""
        if self._plan is None:
            return frozenset()
        return issue_allowed(self._seat.me.roles, self._plan.issue.state)

    def refresh(self) -> None:
        """Enable what may be done now; what may not be done says why."""
        may = self.allowed()
        released = self._released()
        for act, action in (
            (Act.EDIT_ISSUE, self.edit),
            (Act.DRESS_ISSUE, self.dress),
            (Act.ARRANGE_SECTIONS, self.sections),
            (Act.PLACE, self.gather),
            (Act.WANT, self.want),
            (Act.CLOSE_ISSUE, self.close),
            (Act.OPEN_ISSUE, self.unclose),
            (Act.REOPEN_ISSUE, self.reopen),
            (Act.EXPORT, self.export),
        ):
            self._let(action, act)
        self.new.setEnabled(refusal(Act.MAKE_ISSUE, self._seat.me.roles) is None)
        # The list of what blocks is worth a look before the issue is closed, too.
        here = refusal(Act.RELEASE, self._seat.me.roles) is None and self._plan is not None
        self.release.setEnabled(here and Act.REOPEN_ISSUE not in may and not released)
        self.close.setVisible(Act.CLOSE_ISSUE in may or not may)
        row, wanted = self._page.plan.current(), self._page.plan.current_wanted()
        choose = self.tr("Hãy chọn một bài trong số.")
        self._let(self.up, Act.ARRANGE, "" if row else choose)
        self._let(self.down, Act.ARRANGE, "" if row else choose)
        self._let(self.remove, Act.UNWANT if wanted else Act.UNPLACE, "" if row or wanted else choose)
        told = refusal(Act.CORRECT, self._seat.me.roles, row.stage) if row else None
        self._rest(self.correct, (wording.error(told) if told else "") if row else choose)
        mine = wanted is not None and (wanted.article_id or wanted.person_id in (None, self._seat.who))
        self.write.setEnabled(bool(mine) and refusal(Act.CREATE, self._seat.me.roles) is None)
        self.put.setEnabled(Act.PLACE in may and self._page.waiting.current() is not None)
        filled = self._plan is not None and not released
        for action in (self.gather, self.up, self.down, self.want, self.remove):
            action.setVisible(filled)
        self.correct.setVisible(released)

    def _let(self, action: QAction, act: Act, lacking: str = "") -> None:
        """Let an act be done where roles and state allow it and nothing is `lacking`."""
        if self._plan is None:
            self._rest(action, self.tr("Chưa có số bản tin nào."))
            return
        refused = issue_refusal(act, self._seat.me.roles, self._plan.issue.state)
        self._rest(action, wording.error(refused) if refused else lacking)

    @staticmethod
    def _rest(action: QAction, why: str) -> None:
        action.setWhatsThis(why)
        action.setToolTip(why or action.text())
        action.setEnabled(not why)

    def actions(self) -> list[QAction | None]:
        """Return the actions as the menu lists them."""
        return [
            self.new, self.edit, self.dress, self.sections, None,
            self.gather, self.put, self.want, self.write, self.up, self.down, self.remove, self.correct,
            self.back.action, None,
            self.close, self.unclose, self.release, self.reopen, None, self.export,
        ]  # fmt: skip

    def _released(self) -> bool:
        from desk.rules import IssueState

        return self._plan is not None and self._plan.issue.state is IssueState.RELEASED

    # -- the issue -------------------------------------------------------------------------------------

    def _make(self) -> None:
        from ui.dialogs.issue import IssueDialog

        def ask(rows: list[IssueRow]) -> None:
            answer = IssueDialog.ask_new(self._page, clock.today(), rows)
            if answer is not None:
                words, like = answer
                self._page.office.do(
                    self, partial(issues.make, self._seat.who, words, like), self._page.show_made
                )

        self._page.ask(issues.listing, ask)

    def _edit(self) -> None:
        from ui.dialogs.issue import IssueDialog

        issue = self._issue()
        if issue is None:
            return

        def ask(rows: list[IssueRow]) -> None:
            words = IssueDialog.ask(self._page, issue, clock.today(), rows)
            if words is not None:
                self.do(partial(issues.edit, self._seat.who, issue.id, issue.version, words))

        self._page.ask(issues.listing, ask)

    def _dress(self) -> None:
        self.dress_at("")

    def dress_at(self, field: str) -> None:
        """Open Trình bày at one field of the imprint, "" at its beginning."""
        from ui.dialogs.dress import DressDialog, DressFacts, facts

        issue = self._issue()
        if issue is None:
            return

        def ask(known: DressFacts) -> None:
            dialog = DressDialog(self._page, self._seat, issue, known)
            dialog.begin_at(field)
            if dialog.exec():
                words = dialog.words()
                self.do(
                    partial(
                        issues.dress,
                        self._seat.who,
                        issue.id,
                        issue.version,
                        words.dress,
                        law=words.law,
                        pages=words.pages,
                        imprint=words.imprint,
                        published=words.published,
                    )
                )
            dialog.deleteLater()

        self._page.ask(partial(facts, issue), ask)

    def _arrange_sections(self) -> None:
        from ui.dialogs.issue_sections import IssueSectionsDialog

        if self._plan is None:
            return
        issue, who = self._plan.issue, self._seat.who
        before = placing.wishes_of(self._plan)
        wishes = IssueSectionsDialog.ask(self._page, issue.name, self._plan.parts)
        if wishes is not None:
            work = partial(placing.arrange_sections, who, issue.id, issue.version, wishes)
            again = partial(placing.sections_back, who, issue.id, before)
            self._undoably(work, self.tr("sắp xếp chuyên mục của số"), again)

    def _gather(self) -> None:
        from ui.dialogs.gather import GatherDialog

        issue = self._issue()
        if issue is None:
            return

        def ask(found: Gathering) -> None:
            chosen, waiting = GatherDialog.ask(self._page, issue.name, found)
            if chosen:
                work = partial(gathering.take, self._seat.who, issue.id, issue.version, chosen)
                self._placed(issue, work, list(chosen))
            elif waiting:
                self._page.article_wanted.emit(waiting)

        self._page.ask(partial(gathering.gather, issue.id), ask)

    def _want(self) -> None:
        self.ask_wanted(None)

    def ask_wanted(self, wanted: WantedRow | None) -> None:
        """Ask for a piece, or change what was asked."""
        from ui.dialogs.wanted import WantedDialog

        plan = self._plan
        if plan is None or Act.WANT not in self.allowed():
            return
        issue = plan.issue

        def ask(rows: list[PersonRow]) -> None:
            section = self._page.plan.current_section()
            closing = date.fromisoformat(issue.closing) if issue.closing else clock.today()
            proposed = max(closing, clock.today())
            dialog = WantedDialog(self._page, plan.parts, rows, wanted, section, proposed)
            if dialog.exec():
                words = dialog.words()
                asked = (words.section_id, words.title, words.person_id, words.due)
                number = wanted.id if wanted else 0
                work = partial(wants.want, self._seat.who, issue.id, issue.version, *asked, number)
                again = partial(wants.unask, self._seat.who, issue.id, *asked[:2])
                if wanted is not None:
                    again = partial(wants.change_back, self._seat.who, issue.id, wanted)
                did = self.tr("sửa bài đặt") if wanted else self.tr("đặt bài “{title}”")
                self._undoably(work, did.format(title=words.title), again, new=wanted is None)
            dialog.deleteLater()

        self._page.ask(partial(people.everybody, active_only=True), ask)

    def _write(self) -> None:
        wanted = self._page.plan.current_wanted()
        if wanted is None:
            return

        def begun(changes: Changes) -> None:
            (article_id,) = changes.articles
            self._page.article_wanted.emit(article_id)

        self._page.office.do(self, partial(wants.begin, self._seat.who, wanted.id), begun, quiet=True)

    def _correct(self) -> None:
        """Write a đính chính of the released article that is chosen."""
        from desk import errata

        row = self._page.plan.current()
        if row is None:
            return

        def ask(printed: str) -> None:
            answer = CorrectDialog.ask(self._page, row.title, printed)
            if answer is not None:
                work = partial(errata.correct, self._seat.who, row.article_id, *answer)
                self._page.office.do(self, work, refused=self._page.regret)

        from ui.dialogs.correct import CorrectDialog

        self._page.ask(partial(errata.as_printed, row.article_id), ask)

    def _remove(self) -> None:
        row, wanted = self._page.plan.current(), self._page.plan.current_wanted()
        if row is not None:
            self.unplace(row.article_id)
        elif wanted is not None:
            self.unwant(wanted.id)

    # -- placing ---------------------------------------------------------------------------------------

    def place(self, row: ArticleRow) -> None:
        """Place an approved article at the end of its chuyên mục."""
        issue = self._issue()
        if issue is not None and Act.PLACE in self.allowed():
            work = partial(placing.place, self._seat.who, issue.id, issue.version, [row.id])
            self._placed(issue, work, [row.id], self._strayed(row))

    def _placed(
        self,
        issue: IssueRow,
        work: Callable[[], Changes],
        chosen: list[int],
        did: str = "",
    ) -> None:
        did = did or self.tr("xếp {n} bài vào số").format(n=len(chosen))
        back = partial(placing.take_back, self._seat.who, issue.id, chosen)
        self._undoably(work, did, back, new=True)

    def _strayed(self, row: ArticleRow) -> str:
        """Return where an article goes whose own chuyên mục the issue does not show, "" where it does."""
        shown = [part for part in self._parts() if not part.hidden and not part.boxed]
        if not shown or row.genre is Genre.ERRATUM or row.section_id in {part.section_id for part in shown}:
            return ""
        told = self.tr("xếp bài vào “{to}”, vì bài chưa có chuyên mục")
        if row.section:
            told = self.tr("xếp bài vào “{to}”, vì số này không hiện chuyên mục “{own}”")
        return told.format(to=shown[0].title, own=row.section)

    def unplace(self, article_id: int) -> None:
        """Take an article out; the quiet bar offers to put it back where it stood."""
        issue, stood = self._issue(), self._stood(article_id)
        if issue is None or stood is None or Act.UNPLACE not in self.allowed():
            return
        section_id, index = stood
        work = partial(placing.unplace, self._seat.who, issue.id, issue.version, [article_id])
        again = partial(placing.replace_at, self._seat.who, issue.id, article_id, section_id, index)
        self._undoably(work, self.tr("đưa bài ra khỏi số"), again)

    def unwant(self, wanted_id: int) -> None:
        """Take a wanted piece out; the quiet bar offers to ask for it again."""
        issue = self._issue()
        found = next((one for part in self._parts() for one in part.wanted if one.id == wanted_id), None)
        if issue is None or found is None or Act.UNWANT not in self.allowed():
            return
        work = partial(wants.unwant, self._seat.who, issue.id, issue.version, wanted_id)
        self._undoably(work, self.tr("bỏ bài đặt"), partial(wants.again, self._seat.who, issue.id, found))

    def _undoably(
        self,
        work: Callable[[], Changes],
        did: str,
        again: Callable[[], Changes],
        *,
        new: bool = False,
    ) -> None:
        """Do what can be taken back; the line that is `new` in the plan then is chosen."""

        self._page.plan.expect(new)
        self._send(work, lambda _: self.back.offer(did, again), quiet=True)

    def _parts(self) -> tuple[PlanPart, ...]:
        return self._plan.parts if self._plan else ()

    def _stood(self, article_id: int) -> tuple[int, int] | None:
        """Return the chuyên mục in which an article stands, and its place there."""
        for part in self._parts():
            for index, row in enumerate(part.placed):
                if row.article_id == article_id:
                    return part.section_id, index
        return None

    def arrange(self, article_id: int, section_id: int, index: int) -> None:
        """Move an article to a place within a chuyên mục; the quiet bar offers to move it back."""
        issue, stood = self._issue(), self._stood(article_id)
        if issue is None or stood is None or Act.ARRANGE not in self.allowed():
            return
        who, did = self._seat.who, self.tr("đổi chỗ bài")
        if section_id != stood[0]:
            name = next((part.title for part in self._parts() if part.section_id == section_id), "")
            did = self.tr("chuyển bài sang chuyên mục “{name}”").format(name=name)
        work = partial(placing.arrange, who, issue.id, issue.version, article_id, section_id, index)
        self._undoably(work, did, partial(placing.move_back, who, issue.id, article_id, *stood))

    def do(self, work: Callable[[], Changes]) -> None:
        """Do an act that Ctrl+Z does not take back: what was done before it must not be taken back instead."""
        self._send(work, lambda _: self.back.forget())

    def _send(
        self, work: Callable[[], Changes], then: Callable[[Changes], None], *, quiet: bool = False
    ) -> None:
        """Do an act on the plan; keys pressed faster than the desk answers would act on the plan before it."""
        if self._acting:
            return

        def refused(error: DeskError) -> None:
            self._page.plan.expect(False)
            self._page.regret(error)
            self._page.shown()

        self._acting = True
        self._page.office.do(self, work, then, refused=refused, quiet=quiet)

    # -- parts -----------------------------------------------------------------------------------------

    def _issue(self) -> IssueRow | None:
        return self._plan.issue if self._plan else None

    def _action(
        self,
        act: Act,
        key: str,
        on: Callable[[], object],
        *,
        more: bool = False,
        words: str = "",
        icon: str = "",
    ) -> QAction:
        told = (words or wording.act(act)) + ("…" if more else "")
        return page_action(self._page, told, icon or wording.ACTS[act][2], key, on)
