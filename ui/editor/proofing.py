"""Soát lỗi in the editor: wavy marks while one types, and the panel beside the page that mends what they mark."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from desk.acts.gate import Changes
from desk.proofing.article import PlacedFinding, laid
from desk.proofing.finding import Severity
from desk.text.blocks import nfc
from ui.controls.action_table import ActionTable, Entry, make_action, mark
from ui.controls.labels import button
from ui.editor import document_commands
from ui.editor.body import BodyEditor
from ui.editor.char_formats import one_step
from ui.editor.find_bar import Field
from ui.editor.form import ArticleForm
from ui.look.kept_size import keep_between
from ui.look.style import look
from ui.paper.formats import LINE, OBJECT, table_of
from ui.paper.positions import picture_at, units
from ui.proofing import marks
from ui.proofing.actions import WAYS, Way
from ui.proofing.panel import ProofPanel, Text
from ui.proofing.reader import Proofed, ProofReader, ToRead
from ui.session.session import Session

PAUSE = 700  # ms after the last letter
_MENU_SUGGESTS = 3


@dataclass(slots=True)
class _Marked:
    """A finding where it stands now; `picture`: in the caption of the picture that is marked."""

    one: PlacedFinding
    field: Field
    cursor: QTextCursor
    picture: bool

    def stands(self) -> bool:
        """Say whether the words are still those that were found fault with."""
        return self.picture or _said(self.cursor) == nfc(self.one.finding.text).strip("\n")

    def holds(self, position: int) -> bool:
        """Say whether a position lies in it or at its end."""
        return self.cursor.selectionStart() <= position <= self.cursor.selectionEnd()


class EditorProofing(QObject):
    """Reads when one pauses, never while an input method composes; the caret stays where it is."""

    def __init__(self, session: Session, form: ArticleForm, article: Callable[[], int]) -> None:
        super().__init__(form)
        self._form, self._article = form, article
        self._marked: list[_Marked] = []
        self._shown: PlacedFinding | None = None
        self._read_through = self._to_walk = False
        self._mended: list[list[Field]] = []  # the fields of each mending, the last one last
        self._held: _Marked | None = None  # not marked yet: it is being typed
        self._typing: tuple[QTextEdit, int] | None = (
            None  # a field, its revision: what is typed is no mistake yet
        )
        self._reader = ProofReader(session, self)
        self._reader.proofed.connect(self._show)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)
        text = Text(self._take, self._lead_to, self.leave, self._undo)
        self.panel = ProofPanel(session, text, mark("Sửa"))
        keep_between(self.panel, 290, 420)
        self.panel.hide()
        self.panel.counted.connect(self._count)
        self.panel.passed_over.connect(self._paint)
        self.ways = ActionTable(
            form, WAYS, {Way.NEXT: lambda: self._step(1), Way.PREVIOUS: lambda: self._step(-1)}
        )
        self.ways.live_with(form)
        self.button = button("", self._turn)
        self.button.setProperty("kind", "link")
        self.button.hide()
        form.add_beside(self.panel, self.button)
        form.changed.connect(self._typed)
        form.loaded.connect(self._begin)
        for field in form.fields:
            field.cursor_moved.connect(self._moved)
            field.menu_asked.connect(lambda menu, at, field=field: self._offer_in(menu, field, at))
        look().changed.connect(self._paint)
        session.client.changed.connect(self._heed)  # a method: the client outlives who signs out

    def actions(self) -> list[QAction]:
        """Return the actions for menus: the ways, then the acts of the panel."""
        return [*self.ways.all(), *self.panel.acts.all()]

    def is_read(self) -> bool:
        """Say whether the text was read as it stands."""
        return self._read_through and not self._pause.isActive()

    def wrong(self) -> int:
        """Return how much of the text, as it was read last, is taken for wrong."""
        return sum(one.finding.severity is Severity.WRONG for one in self.panel.left())

    def walk(self) -> None:
        """Open the panel at the first finding that is wrong, else at the first."""
        self.panel.show()
        self.panel.list.setFocus()
        rows = self.panel.list.found.found
        if rows:
            wrong = (at for at, one in enumerate(rows) if one.finding.severity is Severity.WRONG)
            self.panel.list.choose(next(wrong, 0))

    def walk_when_read(self) -> None:
        """Open the panel at the first finding once the article that is being opened was read."""
        self._to_walk = True

    def leave(self) -> None:
        """Put the panel away and write on where one was looking."""
        self._lead_to(None)
        self._form.sight.field().setFocus()  # first: a pane that goes hands the focus to whatever follows
        self.panel.hide()

    # -- reading -----------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._reader.forget()
        self._marked, self._read_through, self._mended = [], False, []
        self.panel.show_found((), self._article(), may=False)
        self.button.hide()
        self._paint()
        self._pause.start()

    def _heed(self, changes: Changes) -> None:
        if changes.registers:
            self._pause.start()

    def _typed(self) -> None:
        field = self._form.sight.field()
        self._typing = (field, field.document().revision())
        if self._held is not None and not self._held.holds(field.textCursor().position()):
            self._paint()
        self._pause.start()

    def _moved(self) -> None:
        """Mark what was being typed, once the caret has gone elsewhere."""
        if self._typing is not None:
            field, revision = self._typing
            if field.document().revision() == revision and not any(
                one.field is field and one.holds(field.textCursor().position()) for one in self._marked
            ):
                self._typing = None
                self._paint()

    def _look(self) -> None:
        if self._form.composing or not self._form.isVisible():
            self._pause.start()
            return
        self._reader.look(self._to_read())

    def _to_read(self) -> ToRead:
        return ToRead(self._article(), laid(_words(self._form.fields)), self._form.date.day())

    def _show(self, proofed: Proofed) -> None:
        if self._form.composing or proofed.what != self._to_read():
            self._pause.start()  # it was read before the last letters
            return
        self._marked = [
            made for one in proofed.found if (made := _marked(one, self._form.fields)) is not None
        ]
        self._read_through = True
        found = [each.one for each in self._marked]
        self.panel.show_found(
            found, proofed.what.article_id, may=not self._form.body.isReadOnly(), stops=proofed.stops
        )
        self._paint()
        if self._to_walk:
            self._to_walk = False
            self.walk()

    def _count(self, number: int) -> None:
        words = self.tr("Soát lỗi: {n} chỗ (F7)") if number else self.tr("Soát lỗi (F7)")
        self.button.setText(words.format(n=number))
        self.button.show()

    def _paint(self) -> None:
        left = set(map(id, self.panel.left()))
        self._held = None
        for field in self._form.fields:
            caret = field.textCursor().position()
            typing = self._typing is not None and self._typing[0] is field and field.hasFocus()
            layer = []
            for each in self._marked[: marks.MARKED]:
                if each.field is not field or id(each.one) not in left or not each.stands():
                    continue
                if typing and each.holds(caret):
                    self._held = each
                else:
                    layer.append(marks.mark(each.one, each.cursor, chosen=each.one is self._shown))
            field.set_layer("proof", layer)

    # -- walking and mending -----------------------------------------------------------------------------

    def _turn(self) -> None:
        if self.panel.isVisible():
            self.leave()
        else:
            self._step(1)

    def _step(self, by: int) -> None:
        """Go to the next finding behind the caret, or the one before it; from the list to the next in the list."""
        if self._form.composing:
            return
        self.panel.show()
        if self._pause.isActive():
            self._pause.stop()
            self._look()
        field = self._form.sight.field()
        order: list[QTextEdit] = list(self._form.fields)
        here = (order.index(field), field.textCursor().selectionStart())

        def behind(one: PlacedFinding) -> bool:
            each = self._place(one)
            return each is not None and (order.index(each.field), each.cursor.selectionStart()) >= here

        self.panel.step(by, behind)

    def _place(self, one: PlacedFinding) -> _Marked | None:
        return next((each for each in self._marked if each.one is one), None)

    def _lead_to(self, one: PlacedFinding | None) -> None:
        """Bring a finding into sight with the caret at its beginning; the focus stays in the list."""
        if one is self._shown:
            return
        self._shown = one
        each = self._place(one) if one is not None else None
        if each is not None:
            at = QTextCursor(each.field.document())  # a copy of the mark's would leave what is typed selected
            at.setPosition(each.cursor.selectionStart())
            self._form.sight.follow(each.field)
            self._form.sight.lead(True)
            each.field.setTextCursor(at)
            self._form.sight.moved()
        self._paint()

    def _take(self, chosen: Sequence[tuple[PlacedFinding, str]]) -> None:
        """Mend findings from the last to the first; those of one field are one step of its undo."""
        if self._form.composing or self._form.body.isReadOnly():
            return
        mended: list[Field] = []
        for field in self._form.fields:
            here = [
                (each, words)
                for one, words in chosen
                if (each := self._place(one)) is not None and each.field is field and each.stands()
            ]
            if not here:
                continue
            with one_step(QTextCursor(field.document())):
                for each, words in sorted(here, key=lambda it: -it[0].cursor.selectionStart()):
                    _mend(each, words)
            mended.append(field)
        if mended:
            self._mended.append(mended)
        gone = {id(one) for one, _ in chosen}
        self._marked = [each for each in self._marked if id(each.one) not in gone]
        self._typing = None
        self._paint()

    def _undo(self) -> None:
        """Take back what was mended last, in whatever fields it was."""
        if self._mended:
            for field in self._mended.pop():
                self._form.steps.undo_in(field)

    def _offer_in(self, menu: QMenu, field: Field, position: int) -> None:
        """Offer what may stand in place of a marked word, at the top of its menu."""
        each = next(
            (one for one in self._marked if one.field is field and one.holds(position) and one.stands()), None
        )
        if each is None or id(each.one) not in set(map(id, self.panel.left())):
            return
        first = menu.actions()[0]
        made: list[QAction] = []
        for words in each.one.finding.suggestions[:_MENU_SUGGESTS]:
            said = each.one.instead(words) or self.tr("Bỏ đoạn này")
            take: Entry[None] = Entry(said.replace("&", "&&"))
            action = make_action(menu, take, partial(self._take, [(each.one, words)]))
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.setEnabled(not field.isReadOnly())
            made.append(action)
        skip: Entry[None] = Entry(mark("Bỏ qua lần này"))
        made.append(make_action(menu, skip, lambda: self.panel.pass_over(each.one)))
        why: Entry[None] = Entry(each.one.finding.message.replace("&", "&&"))
        made.append(make_action(menu, why, lambda: self._open_at(each.one)))
        menu.insertActions(first, made)
        menu.insertSeparator(first)

    def _open_at(self, one: PlacedFinding) -> None:
        self.panel.show()
        self.panel.list.setFocus()
        self.panel.choose(one)


# -- between the fields and the places of the proofreader ------------------------------------------------


def _words(fields: Sequence[Field]) -> Iterator[tuple[str, str]]:
    """Yield what each line of the page is called, and its words."""
    for number, field in enumerate(fields):
        block = field.document().begin()
        while block.isValid():
            yield f"{number}:{block.blockNumber()}", nfc(_words_of(block))
            block = block.next()


def _words_of(block: QTextBlock) -> str:
    if OBJECT in block.text():
        here = picture_at(QTextCursor(block))
        return here[1].caption if here is not None else ""
    return block.text().replace(LINE, "\n")


def _marked(one: PlacedFinding, fields: Sequence[Field]) -> _Marked | None:
    """Return a finding where it stands in the page; None where letters were stored in another form than typed."""
    number, block_number = map(int, one.place.split(":"))
    field = fields[number]
    block = field.document().findBlockByNumber(block_number)
    cursor = QTextCursor(block)
    picture = OBJECT in block.text()
    if picture:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    else:
        words = block.text()
        cursor.setPosition(block.position() + units(words[: one.start]))
        cursor.setPosition(block.position() + units(words[: one.stop]), QTextCursor.MoveMode.KeepAnchor)
    cursor.setKeepPositionOnInsert(True)  # what is typed behind it is no part of it
    made = _Marked(one, field, cursor, picture)
    return made if made.stands() else None


def _mend(each: _Marked, words: str) -> None:
    """Put a suggestion in place of what is marked, in the format of its first letter."""
    cursor = each.cursor
    if each.picture:
        here = picture_at(cursor)
        if here is not None:
            caption = nfc(here[1].caption)
            mended = caption[: each.one.start] + words + caption[each.one.stop :]
            document_commands.change_picture(cursor, here[0], replace(here[1], caption=mended))
        return
    block = each.field.document().findBlock(cursor.selectionStart())
    whole = cursor.selectedText() == block.text()
    first = QTextCursor(each.field.document())
    first.setPosition(cursor.selectionStart() + 1)
    cursor.insertText(words, first.charFormat())
    if not words and whole and isinstance(each.field, BodyEditor) and table_of(block) is None:
        document_commands.remove_block(cursor.block())


def _said(cursor: QTextCursor) -> str:
    return nfc(cursor.selectedText().replace(LINE, "\n").replace("\u2029", "\n"))
