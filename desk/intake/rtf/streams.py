"""The streams of text of an RTF file: the body, and the notes, text boxes and comments inside of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from desk.intake.document import SourceComment
from desk.intake.flow.writer import FlowWriter, Gathered, document, note_look
from desk.intake.result import Dropped
from desk.intake.rtf.state import Paragraph


@dataclass(slots=True)
class Stream:
    """One stream: the body (kind ""), a "note", a "box" or a "comment"."""

    kind: str
    writer: FlowWriter
    anchor: str = ""  # the paragraph that it hangs on
    number: int = 0  # of a note
    paragraph: Paragraph = field(default_factory=Paragraph)  # that of the last letters


class Streams:
    """The streams that are open, the innermost last."""

    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self._open = [Stream("", FlowWriter(gathered))]
        self._notes: list[str] = []
        self.author, self.date = "", ""  # of the comment that comes

    def __getitem__(self, number: int) -> Stream:
        return self._open[number]

    def begin(self, kind: str) -> int:
        """Begin a stream inside of the last one and return its number."""
        count = 0
        if kind == "note":
            self._gathered.left_out[Dropped.FOOTNOTES] += 1
            count = self._gathered.left_out[Dropped.FOOTNOTES]
        anchor = self._open[-1].writer.key
        self._open.append(Stream(kind, FlowWriter(self._gathered), anchor, count))
        return len(self._open) - 1

    def end_to(self, number: int) -> None:
        """End the streams inside of the one with this number."""
        while len(self._open) - 1 > number:
            self._end(self._open.pop())

    def markup(self) -> str:
        """End everything and return the body with its notes behind it."""
        self.end_to(0)
        _end_last(self._open[0])
        return self._open[0].writer.markup() + "".join(self._notes)

    def _end(self, stream: Stream) -> None:
        _end_last(stream)
        if stream.kind == "note":
            self._notes.append(stream.writer.markup())
        elif stream.kind == "box":
            self._gathered.left_out[Dropped.TEXT_BOXES] += 1
            self._open[-1].writer.behind(stream.writer)
        else:
            words = document(stream.writer.markup(), Gathered())
            text = "\n".join(piece.words for piece in words.pieces).strip()
            comment = SourceComment(self.author.strip(), text, stream.anchor, moment(self.date))
            self._gathered.comments.append(comment)
            self.author = self.date = ""


def _end_last(stream: Stream) -> None:
    """End a stream's last paragraph, which may have no mark of its own."""
    if stream.writer.is_open:
        look = stream.paragraph.look
        shown = note_look(look) if stream.kind == "note" else look
        stream.writer.end_paragraph(shown, stream.paragraph.table)


def moment(date: str) -> datetime | None:
    """Read a comment's date: the bits of one number (DTTM); None for what is no date."""
    digits = date.strip()
    plain = digits.removeprefix("-")
    if not plain.isascii() or not plain.isdigit() or len(plain) > 10:
        return None
    bits = int(digits) & 0xFFFFFFFF
    year, month, day = 1900 + (bits >> 20 & 0x1FF), bits >> 16 & 0xF, bits >> 11 & 0x1F
    try:
        return datetime.fromisoformat(
            f"{year:04d}-{month:02d}-{day:02d}T{bits >> 6 & 0x1F:02d}:{bits & 0x3F:02d}"
        )
    except ValueError:
        return None
