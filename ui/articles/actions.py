"""The acts on an article as the window offers them: one QAction an act, enabled by `act in row.acts`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from desk.acts.gate import Changes
from desk.acts.review_settings import ReviewSettings, practice
from desk.acts.rules import ARTICLE_ACTS, Act
from desk.articles.listing import ArticleRow
from desk.database import revisions
from desk.department import people
from ui.controls.labels import keep_icon
from ui.session.desk_client import DeskClient
from ui.words import wording

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox

    from desk.database.revisions import RevisionRow
    from desk.department.people import PersonRow
    from desk.department.sections import SectionRow

# One key each; they act where lists and papers have the focus, never where one types.
KEYS: dict[Act, str] = {
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


class ArticleActions(QObject):
    """Follows the chosen article and does to it what the person presses."""

    edit_wanted = Signal(object)  # ArticleRow

    def __init__(self, client: DeskClient, who: int, window: QWidget) -> None:
        super().__init__(window)
        self._client, self._who, self._window = client, who, window
        self._row: ArticleRow | None = None
        self._unsent = ""  # a reason whose act was refused: it need not be typed again
        self._rest = QTimer(self, singleShot=True)
        self.actions = {act: self._make(act) for act in ARTICLE_ACTS if act in KEYS}

    def follow(self, row: ArticleRow | None) -> None:
        """Speak of this article from now on."""
        self._row = row
        self._refresh()

    def row(self) -> ArticleRow | None:
        """Return the article spoken of."""
        return self._row

    def set_live(self, live: bool) -> None:
        """Let the one-letter keys act, or rest while a page is open on which one types."""
        for act, action in self.actions.items():
            action.setShortcut(QKeySequence(KEYS[act]) if live else QKeySequence())

    def perform(self, act: Act) -> None:
        """Do an act on the article spoken of, as if its button had been pressed."""
        row = self._row
        if row is None or act not in row.acts:
            return
        if act is Act.EDIT:
            self.edit_wanted.emit(row)
            return
        self._go(act)

    def undo(self, changes: Changes) -> None:
        """Take an act back; refused when anybody has acted since, or after ten minutes."""
        if not changes.undo or not changes.articles:
            return
        (article_id,) = changes.articles
        from desk.articles import (
            workflow,  # with the texts' anchors, as in every act below: a start does without
        )

        self._client.do(self, partial(workflow.undo, self._who, article_id, changes.version))

    def _go(self, act: Act) -> None:
        row = self._row
        if row is None:
            return
        if act is Act.FILE:
            from desk.department import sections

            self._client.ask(self, sections.listing, partial(self._file, row))
            return
        if act is Act.REASSIGN:
            self._client.ask(self, partial(people.everybody, active_only=True), partial(self._reassign, row))
            return
        if act is Act.RETURN:
            self._client.ask(self, practice, partial(self._give_back, row))
            return
        if act is Act.CORRECT:
            from ui.articles.correction_dialog import write_correction

            write_correction(self._client, self._who, self._window, row.id, row.title)
            return
        note = self._reason(act, row)
        if note is None:
            return
        from desk.articles import workflow

        self._unsent = note
        if act is Act.RECOMMEND:
            work = partial(workflow.recommend, self._who, row.id, row.version)
        elif act is Act.APPROVE:
            work = partial(workflow.approve, self._who, row.id, row.version)
        elif act is Act.REOPEN:
            work = partial(workflow.reopen, self._who, row.id, row.version, note)
        else:
            work = partial(workflow.move, self._who, act, row.id, row.version, note)
        self._client.do(self, work, self._sent)
        self._rest.start(QApplication.doubleClickInterval())

    def show_revisions(self) -> None:
        """Show the revisions of the article spoken of; an old text may be taken back."""
        row = self._row
        if row is not None:
            self._client.ask(self, partial(revisions.listing, row.id), partial(self._offer_revisions, row))

    def _offer_revisions(self, row: ArticleRow, rows: list[RevisionRow]) -> None:
        from desk.articles import writing

        def take(number: int) -> None:
            work = partial(writing.restore_revision, self._who, row.id, row.version, number)
            self._client.do(self, work)

        from ui.articles.revisions_dialog import RevisionsDialog

        may = take if Act.EDIT in row.acts else None
        RevisionsDialog(self._window, self._client, self._who, row, rows, may).open()

    def _give_back(self, row: ArticleRow, ways: ReviewSettings) -> None:
        from desk.articles import workflow
        from ui.controls.reason_dialog import ReasonDialog

        told = self.tr("Người viết sẽ thấy lý do này ngay đầu bài “{title}”.").format(title=row.title)
        title, word = self.tr("Trả lại bài"), self.tr("Trả lại")
        note = ReasonDialog.ask(self._window, title, told, word, self._unsent, ways.phrases)
        if note is not None:
            self._unsent = note
            self._client.do(
                self, partial(workflow.move, self._who, Act.RETURN, row.id, row.version, note), self._sent
            )
            self._rest.start(QApplication.doubleClickInterval())

    def _reassign(self, row: ArticleRow, rows: list[PersonRow]) -> None:
        from desk.articles import workflow
        from ui.articles.reassign_dialog import ReassignDialog

        answer = ReassignDialog.ask(self._window, row, rows)
        if answer is not None:
            author, note = answer
            self._client.do(self, partial(workflow.reassign, self._who, row.id, row.version, author, note))

    def _file(self, row: ArticleRow, rows: list[SectionRow]) -> None:
        from desk.articles import writing
        from ui.articles.section_dialog import SectionDialog

        answer = SectionDialog.ask(self._window, row.title, rows, row.section_id, row.genre)
        if answer is not None and answer != (row.section_id, row.genre):
            self._client.do(self, partial(writing.file_under, self._who, row.id, row.version, *answer))

    def _sent(self, _: Changes) -> None:
        self._unsent = ""

    def _press(self, act: Act) -> None:
        """Do an act, unless one was done just now: the next article has taken its place under the same key."""
        if not self._rest.isActive():
            self.perform(act)

    def _reason(self, act: Act, row: ArticleRow) -> str | None:
        """Return the reason an act wants ("" where none is due), or None when the person stepped back."""
        if act is not Act.REOPEN:
            return ""
        from ui.controls.reason_dialog import ReasonDialog

        told = self.tr("Quyết định duyệt bài “{title}” sẽ được rút; bài trở về chờ duyệt.")
        title = self.tr("Thu hồi quyết định duyệt")
        return ReasonDialog.ask(
            self._window, title, told.format(title=row.title), self.tr("Thu hồi"), self._unsent
        )

    def _make(self, act: Act) -> QAction:
        action = QAction(wording.act(act), self._window)
        action.setShortcut(QKeySequence(KEYS[act]))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setAutoRepeat(False)
        action.setEnabled(False)
        action.setProperty("icon_name", wording.ACTS[act][2])
        keep_icon(action, wording.ACTS[act][2])
        action.triggered.connect(lambda: self._press(act))
        self._window.addAction(action)
        return action

    def _refresh(self) -> None:
        for act, action in self.actions.items():
            action.setEnabled(self._row is not None and act in self._row.acts)


class _LetterKeys(QObject):
    """Leaves one-letter keys to a box that jumps to the entry beginning with that letter."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a plain letter from the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            if plain and event.text().isprintable() and event.text():
                event.accept()
                return True
        return super().eventFilter(watched, event)


def rest_letters(*boxes: QComboBox) -> None:
    """Let the keys of acts rest while one of these boxes has the focus."""
    for box in boxes:
        box.installEventFilter(_LetterKeys(box))
