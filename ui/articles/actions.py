"""The acts on an article as the window offers them: one action an act, enabled by `act in row.acts`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desk.acts import permission
from desk.acts.rules import ARTICLE_ACTS, Act
from desk.articles import listing
from desk.articles.listing import ArticleRow
from desk.database import revisions
from desk.database.revisions import RevisionRow
from desk.errors import NotNow, Why
from ui.articles import operations
from ui.articles.circulation import CirculationActions
from ui.articles.original_files import OriginalFiles
from ui.articles.questions import QUESTIONS, Asking, Question
from ui.controls.action_table import ActionTable, Entry, Reach
from ui.session.operation import Op
from ui.session.session import Session
from ui.words import wording

# One key each; they act where lists and papers have the focus, never where one types.
KEYS: Mapping[Act, str] = {
    Act.EDIT: "S",
    Act.FILE: "M",
    Act.SUBMIT: "G",
    Act.WITHDRAW: "R",
    Act.PASS: "C",
    Act.RECOMMEND: "P",
    Act.APPROVE: "D",
    Act.RETURN: "T",
    Act.REOPEN: "H",
    Act.BIN: "Del",
    Act.RESTORE: "K",
    Act.REASSIGN: "W",
    Act.CORRECT: "Shift+D",
}
# What is done without a question; the others are in QUESTIONS.
OPERATIONS: Mapping[Act, Callable[[Session, ArticleRow], Op]] = {
    Act.WITHDRAW: operations.withdraw,
    Act.PASS: operations.pass_on,
    Act.RECOMMEND: operations.recommend,
    Act.APPROVE: operations.approve,
    Act.BIN: operations.bin_,
    Act.RESTORE: operations.restore,
}
# What leads an article out of the list that it was chosen in, so that the next one takes its place under the key.
_LEADING_ON = {*OPERATIONS, Act.SUBMIT, Act.RETURN, Act.REOPEN}


def _entry(act: Act, session: Session) -> Entry[ArticleRow | None]:
    words, _, icon = wording.ACTS[act]
    return Entry(
        words,
        icon,
        KEYS[act],
        reach=Reach.WINDOW,
        repeats=False,
        may=lambda row: row is not None and act in row.acts,
        why=lambda row: _why_not(session, act, row) if row is not None else "",
    )


def _why_not(session: Session, act: Act, row: ArticleRow) -> str:
    """Say why an act that a row does not offer may not be done to it."""
    own = row.author_id == session.who
    refused = permission.refusal(act, session.me.roles, row.stage, own=own) or NotNow(Why.STAGE)
    return f"{QCoreApplication.translate('actions', wording.ACTS[act][0])}: {wording.error(refused)}"


class ArticleActions(QObject):
    """Follows the chosen article and does to it what the person presses."""

    edit_wanted = Signal(object)  # ArticleRow
    look_wanted = Signal(object)  # ArticleRow: in the editor, at what is wrong in it

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._row: ArticleRow | None = None
        self._reason = ""  # one whose act was refused: it need not be typed again
        self._rest = QTimer(self, singleShot=True)
        acts = [act for act in ARTICLE_ACTS if act in KEYS]
        self.actions: ActionTable[Act, ArticleRow | None] = ActionTable(
            window, {act: _entry(act, session) for act in acts}, {act: self._presser(act) for act in acts}
        )
        self.actions.follow(None)
        self.originals = OriginalFiles(session, window)
        self.circulation = CirculationActions(session, window)

    def follow(self, row: ArticleRow | None) -> None:
        """Speak of this article from now on."""
        self._row = row
        self.actions.follow(row)
        self.originals.follow(*((row.id, row.originals) if row is not None else (0, 0)))
        self.circulation.follow([row] if row is not None else [])

    def row(self) -> ArticleRow | None:
        """Return the article spoken of."""
        return self._row

    def set_live(self, live: bool) -> None:
        """Let the one-letter keys act, or rest while a page is open on which one types."""
        self.actions.set_live(live)

    def perform(self, act: Act) -> None:
        """Do an act on the article spoken of, as if its button had been pressed."""
        row = self._row
        if row is None or act not in row.acts:
            return
        together = len(self.circulation.articles())
        if together > 1:
            words = self.tr(
                "Đang chọn {n} bài cùng lúc; việc này làm từng bài. Hãy chọn riêng một bài rồi làm."
            )
            self._session.say(words.format(n=together), "warning")
        elif act is Act.EDIT:
            self.edit_wanted.emit(row)
        elif act in OPERATIONS:
            self._run(act, OPERATIONS[act](self._session, row), "")
        else:
            self._ask(act, row, QUESTIONS[act])

    def show_revisions(self) -> None:
        """Show the revisions of the article spoken of; an old text may be taken back."""
        row = self._row
        if row is not None:
            self._session.client.ask(
                self, lambda: revisions.listing(row.id), lambda rows: self._offer_revisions(row, rows)
            )

    def show_revisions_of(self, article_id: int, number: int) -> None:
        """Show the revisions of an article, at one of them."""
        who = self._session.who
        self._session.client.ask(
            self,
            lambda: (listing.row(who, article_id), revisions.listing(article_id)),
            lambda found: self._offer_revisions(*found, number),
            refused=self._session.regret,
        )

    def _offer_revisions(self, row: ArticleRow, rows: list[RevisionRow], number: int = 0) -> None:
        from ui.articles.revisions_dialog import RevisionsDialog

        dialog = RevisionsDialog(self._window, self._session, row, rows)
        if number:
            dialog.choose(number)
        dialog.open()

    def _ask(self, act: Act, row: ArticleRow, question: Question[Any]) -> None:
        if question.read is None:
            self._answer(act, row, question, None)
            return
        read = question.read
        self._session.client.ask(
            self, lambda: read(row), lambda known: self._answer(act, row, question, known)
        )

    def _answer(self, act: Act, row: ArticleRow, question: Question[Any], known: object) -> None:
        opens = self.look_wanted.emit if Act.EDIT in row.acts else None
        asking = Asking(self._session, self._window, row, self._reason, opens)
        op = question.ask(asking, known)
        if op is not None:
            self._run(act, op, asking.reason)

    def _run(self, act: Act, op: Op, reason: str) -> None:
        if act not in _LEADING_ON:
            op.run(self._session, self)
            return
        self._reason = reason
        op.run(self._session, self, lambda _: self._forget_reason())
        self._rest.start(QApplication.doubleClickInterval())

    def _forget_reason(self) -> None:
        self._reason = ""

    def _presser(self, act: Act) -> Callable[[], None]:
        return lambda: self._press(act)

    def _press(self, act: Act) -> None:
        """Do an act, unless one was done just now: the next article has taken its place under the same key."""
        if not self._rest.isActive():
            self.perform(act)
