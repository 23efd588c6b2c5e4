"""A Word 97–2003 file to pieces (MS-DOC): the body, its notes at the end, its comments; headers stay out."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field, replace

from desk.errors import BadIntake, IntakeFault
from desk.intake.doc.lists import Lists
from desk.intake.doc.looks import LetterState, ParagraphState, letters_changed, paragraph_changed
from desk.intake.doc.modifiers import modifiers
from desk.intake.doc.notes import Hanging, comments, notes
from desk.intake.doc.pictures import inline_picture
from desk.intake.doc.piece_table import Letters
from desk.intake.doc.property_pages import Runs, Unsound, letter_runs, paragraph_runs
from desk.intake.doc.streams import DocFile, Part, opened
from desk.intake.doc.styles import Styles, font_names
from desk.intake.document import IntakeDocument, SourceComment
from desk.intake.flow.fields import link_of
from desk.intake.flow.letters import joined_halves
from desk.intake.flow.look import ParagraphLook
from desk.intake.flow.writer import FlowWriter, Gathered, document, note_look
from desk.intake.result import Doubt, DoubtKind, Dropped

_LETTER_STYLE = 0x4A30
_CELL, _LINE, _PAGE, _COLUMN, _END = "\x07", "\x0b", "\x0c", "\x0e", "\r"
_BEGIN, _SEPARATOR, _FIELD_END = "\x13", "\x14", "\x15"
_PICTURE, _NOTE, _COMMENT, _DRAWING, _SYMBOL = "\x01", "\x02", "\x05", "\x08", "("
_SIGNS = {"\x1e": "\u2011", "\x1f": "\xad", "\t": "\t", "\xa0": "\xa0"}


def read_doc(data: bytes, name: str) -> IntakeDocument:
    """Read a .doc file; BadIntake says why it cannot be read."""
    file = opened(data, name)
    try:
        return _Reader(file, Letters(file, name), _runs(file), name).read()
    except (
        struct.error,
        IndexError,
        ValueError,
        OverflowError,
    ) as error:  # places that lie outside of their part
        raise BadIntake(IntakeFault.BROKEN, name) from error


def _runs(file: DocFile) -> tuple[Runs, Runs] | None:
    try:
        return letter_runs(file), paragraph_runs(file)
    except Unsound:
        return None


@dataclass(slots=True)
class _Field:
    wish: str = ""
    shown: bool = False  # its result has begun
    link: str = ""


@dataclass(slots=True)
class _Stream:
    """A stretch of the text that is being written."""

    writer: FlowWriter
    note: int = 0
    fields: list[_Field] = field(default_factory=list)


class _Reader:
    def __init__(self, file: DocFile, letters: Letters, runs: tuple[Runs, Runs] | None, name: str) -> None:
        self._file, self._letters, self._runs = file, letters, runs
        self._gathered = Gathered(name=name)
        self._styles = Styles(file.part(Part.STYLES), font_names(file.part(Part.FONTS)))
        self._lists = Lists(file)
        self._notes = notes(file, file.counts)
        self._comments = comments(file, file.counts)
        self._found: list[Hanging] = []  # the notes whose signs came, in their order
        self._pictures_missed = 0
        self._known: dict[tuple[int, bytes], LetterState] = {}
        self._tracked = False

    def read(self) -> IntakeDocument:
        """Read the body, then the notes."""
        counts, left_out = self._file.counts, self._gathered.left_out
        parts = [self._stretch(0, counts.body)]
        parts += [self._stretch(note.start, note.end, number) for number, note in enumerate(self._found, 1)]
        boxes = counts.body + counts.footnotes + counts.headers + counts.macros + counts.comments
        boxes += counts.endnotes
        if counts.boxes > 1:
            left_out[Dropped.TEXT_BOXES] += 1
            parts.insert(1, self._stretch(boxes, boxes + counts.boxes))
        left_out[Dropped.FOOTNOTES] += len(self._found)
        header = counts.body + counts.footnotes
        left_out[Dropped.HEADERS] += bool(self._letters.text[header : header + counts.headers].strip())
        doubts = []
        if self._pictures_missed:
            left_out[Dropped.PICTURES] += self._pictures_missed
            doubts.append(Doubt(DoubtKind.NO_PICTURES_READ))
        if self._runs is None:
            doubts.append(Doubt(DoubtKind.NO_LOOKS_READ))
        return document("".join(parts), self._gathered, tuple(doubts))

    def _stretch(self, start: int, end: int, note: int = 0) -> str:
        """Return the markup of a stretch of the text."""
        stream = _Stream(FlowWriter(self._gathered), note)
        text = self._letters.text
        end = min(end, len(text))
        at = start
        while at < end:
            paragraph, stop = self._paragraph_at(at, end)
            self._paragraph(stream, at, stop, paragraph)
            at = stop
        return stream.writer.markup()

    # -- paragraphs ------------------------------------------------------------------------------------------

    def _paragraph_at(self, start: int, end: int) -> tuple[int, int]:
        """Return the number of the style of the paragraph that begins here, and where it stops."""
        text = self._letters.text
        stops = [place for sign in (_END, _CELL, _PAGE) if (place := text.find(sign, start, end)) >= 0]
        stop = min(stops, default=end - 1) + 1
        return self._style(stop - 1), stop

    def _style(self, at: int) -> int:
        if self._runs is None:
            return 0
        _, properties = self._runs[1].at(self._letters.place(at))
        return int.from_bytes(properties[:2], "little")

    def _paragraph(self, stream: _Stream, start: int, stop: int, style: int) -> None:
        writer = stream.writer
        state = self._state(stop - 1, style)
        mark = self._letters.text[stop - 1]
        if state.ends_row or (self._runs is None and stop - start == 1 and mark == _CELL):
            writer.end_row(state.shapes, state.table or 1)
            return
        if state.list_number and not stream.fields:
            writer.sign = self._lists.sign(state.list_number, state.look.level)
        self._words(stream, start, stop - (mark in (_END, _CELL, _PAGE)), style)
        look = note_look(state.look) if stream.note else state.look
        if mark == _CELL:
            writer.end_cell(look, 1)
        elif state.ends_inner_row:
            writer.end_row(state.shapes, state.table)
        elif state.ends_inner_cell:
            writer.end_cell(look, state.table)
        elif mark != _PAGE or writer.is_open:
            writer.end_paragraph(look, state.table)

    def _state(self, at: int, style: int) -> ParagraphState:
        if self._runs is None:
            return ParagraphState(ParagraphLook())
        _, properties = self._runs[1].at(self._letters.place(at))
        return paragraph_changed(self._styles.paragraph(style), properties[2:], self._file.data)

    # -- letters ---------------------------------------------------------------------------------------------

    def _words(self, stream: _Stream, start: int, stop: int, style: int) -> None:
        """Write the letters of a paragraph, stretch by stretch of one look."""
        at = start
        base = self._styles.letters(style)
        while at < stop:
            properties, end = b"", stop
            if self._runs is not None:
                end, properties = self._same(at, stop)
            key = (style, properties)
            state = self._known.get(key)
            if state is None:
                state = self._known[key] = self._letter_state(base, properties)
            self._run(stream, at, end, state)
            at = end

    def _same(self, at: int, stop: int) -> tuple[int, bytes]:
        """Return to where letters have the properties of the one here; a piece may end before."""
        assert self._runs is not None
        piece = self._letters.piece(at)
        place = self._letters.place(at)
        until, properties = self._runs[0].at(place)
        end = at + max(1, (until - place) // piece.width)
        return min(end, stop, max(piece.end, at + 1)), properties

    def _letter_state(self, base: LetterState, properties: bytes) -> LetterState:
        state = base
        for number, operand in modifiers(properties):
            if number == _LETTER_STYLE:
                for own in self._styles.letter_style(int.from_bytes(operand, "little")):
                    state = letters_changed(state, state.look, own, self._styles.fonts)
        return letters_changed(state, state.look, properties, self._styles.fonts)

    def _run(self, stream: _Stream, start: int, end: int, state: LetterState) -> None:
        text = joined_halves(self._letters.text[start:end])
        changed = (state.deleted or state.inserted) and bool(text.strip())
        if changed and not self._tracked:
            self._gathered.left_out[Dropped.TRACKED] += 1
        self._tracked = changed
        if state.deleted:
            return
        if state.symbol:
            self._say(stream, state.symbol, state)
            return
        if text.isprintable():
            self._say(stream, text, state)
            return
        plain: list[str] = []
        for offset, letter in enumerate(text):
            if letter >= " " or letter in _SIGNS:
                plain.append(_SIGNS.get(letter, letter))
                continue
            self._say(stream, "".join(plain), state)
            plain.clear()
            self._sign(stream, letter, start + offset, state)
        self._say(stream, "".join(plain), state)

    def _say(self, stream: _Stream, text: str, state: LetterState) -> None:
        """Write letters, or keep them when they are what a field asks for."""
        if not text:
            return
        asked = next((one for one in stream.fields if not one.shown), None)
        if asked is not None:
            if asked is stream.fields[-1]:
                asked.wish += text
            return
        link = next((one.link for one in reversed(stream.fields) if one.link), "")
        stream.writer.write(text, replace(state.look, link=link))

    def _sign(self, stream: _Stream, letter: str, at: int, state: LetterState) -> None:
        """Follow a sign that is no letter."""
        fields, writer = stream.fields, stream.writer
        if letter == _BEGIN:
            fields.append(_Field())
        elif letter == _SEPARATOR and fields:
            fields[-1].shown = True
            fields[-1].link = link_of(fields[-1].wish)
        elif letter == _FIELD_END and fields:
            fields.pop()
        elif any(not one.shown for one in fields):
            return
        elif letter == _LINE:
            writer.break_line()
        elif letter == _COLUMN:
            self._say(stream, " ", state)
        elif letter == _NOTE:
            self._note_sign(stream, at, state)
        elif letter == _COMMENT:
            self._comment(stream, at)
        elif letter == _DRAWING or (letter == _PICTURE and not state.data):
            self._picture(writer, state if letter == _PICTURE else LetterState())

    def _note_sign(self, stream: _Stream, at: int, state: LetterState) -> None:
        if stream.note:
            note = f"back{stream.note}"
        elif at in self._notes:
            self._found.append(self._notes[at])
            note = f"to{len(self._found)}"
        else:
            return
        number = note.lstrip("backto")
        stream.writer.write(number, replace(state.look, raised=0, note=note))

    def _comment(self, stream: _Stream, at: int) -> None:
        comment = self._comments.get(at)
        if comment is not None:
            words = document(self._plain(comment), Gathered())
            text = "\n".join(piece.words for piece in words.pieces).strip()
            self._gathered.comments.append(SourceComment(comment.author, text, stream.writer.key))

    def _plain(self, comment: Hanging) -> str:
        other = _Reader(self._file, self._letters, self._runs, self._gathered.name)
        other._comments = {}
        return other._stretch(comment.start, comment.end)

    def _picture(self, writer: FlowWriter, state: LetterState) -> None:
        if state.look.hidden:
            return
        data = inline_picture(self._file.data, state.picture)
        if data:
            writer.picture(data)
        else:
            self._pictures_missed += 1
