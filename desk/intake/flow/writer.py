"""Running text to markup: letters come in reading order, marks end paragraphs, cells and rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from desk.errors import BadIntake, IntakeFault
from desk.intake import limits
from desk.intake.document import IntakeDocument, SourceComment
from desk.intake.flow.look import Look, ParagraphLook, paragraph_markup, run_markup
from desk.intake.flow.rows import CellShape, OpenTable
from desk.intake.flow.style_names import Named
from desk.intake.html.markup import picture, read_markup
from desk.intake.picture_parts import PLAIN, PictureLoss, Shape, shaped
from desk.intake.result import Doubt, Dropped

_TAB = 28.0  # points: what a tab before the first word sets it in
_LOOKS = (Dropped.FONTS, Dropped.COLOURS)  # of the page that a desk sets anew, no one misses them
_DEPTH = 40  # tables inside tables


@dataclass(slots=True)
class Gathered:
    """What all parts of one file share: pictures, comments, counts."""

    pictures: dict[str, bytes] = field(default_factory=dict)
    comments: list[SourceComment] = field(default_factory=list)
    left_out: Counter[Dropped] = field(default_factory=Counter)
    paragraphs: int = 0
    name: str = ""  # of the file, for what is said about it


class FlowWriter:
    """Writes one stream of text: the body, a note, a text box."""

    def __init__(self, gathered: Gathered) -> None:
        self.gathered = gathered
        self._body: list[str] = []
        self._tables: list[OpenTable] = []
        self._words: list[str] = []  # markup of the open paragraph
        self._run: list[str] = []
        self._look = Look()
        self._indented = False
        self._begun = False  # a word of the open paragraph has come
        self._after: list[str] = []  # markup that stands behind the open paragraph
        self._key = ""
        self.sign = ""

    # -- letters ---------------------------------------------------------------------------------------------

    @property
    def key(self) -> str:
        """Return the id of the paragraph that is open or comes next."""
        if not self._key:
            self.gathered.paragraphs += 1
            if self.gathered.paragraphs > limits.PLACES:
                raise BadIntake(IntakeFault.TOO_HEAVY, self.gathered.name)
            self._key = f"p{self.gathered.paragraphs}"
        return self._key

    def write(self, text: str, look: Look) -> None:
        """Take letters; blanks or a tab before the first word set the paragraph in."""
        if not self._begun and not look.hidden:
            words = text.lstrip(" \t\xa0")
            blanks = text[: len(text) - len(words)]
            if "\t" in blanks or len(blanks) >= 2:
                self._indented = True
                text = words
            if not words:
                if not text:
                    return
            else:
                self._begun = True
        if look != self._look:
            self._end_run()
            self._look = look
        self._run.append(text)

    def break_line(self) -> None:
        """Take a line break inside the paragraph."""
        self._end_run()
        if not self._look.hidden:
            self._words.append("<br>")

    def picture(self, data: bytes, shape: Shape = PLAIN, *, floating: bool = False, alt: str = "") -> None:
        """Take a picture as it is shown at its place in the line, or one that floats: behind the paragraph."""
        kept = self.gathered.pictures
        made = shaped(data, shape) if data and len(kept) < limits.PICTURES else PictureLoss.BROKEN
        if isinstance(made, PictureLoss):
            undrawn = made is PictureLoss.UNDRAWN
            self.gathered.left_out[Dropped.UNDRAWN_PICTURES if undrawn else Dropped.PICTURES] += 1
            return
        key = f"picture{len(kept) + 1}"
        kept[key] = made
        self._end_run()
        if floating:
            self._after.append(f"<p>{picture(key, alt)}</p>")
        else:
            self._words.append(picture(key, alt))

    def behind(self, other: FlowWriter) -> None:
        """Put another stream, such as a text box's, behind the open paragraph."""
        self._after.append(other.markup())

    def _end_run(self) -> None:
        if self._run:
            self._words.append(run_markup("".join(self._run), self._look))
            self._run.clear()

    # -- paragraphs ------------------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Say whether the open paragraph has anything in it."""
        return bool(self._run or self._words or self._after or self.sign.strip())

    def end_paragraph(self, look: ParagraphLook, depth: int = 0) -> None:
        """End the open paragraph, which stands in a table this deep."""
        self._to_depth(depth)
        self._end_run()
        if self._words or self.sign.strip():
            if self._indented and look.align not in ("center", "right"):
                look = replace(look, first=max(look.first, _TAB))
            self._place(paragraph_markup("".join(self._words), look, self.key, self.sign))
        for markup in self._after:
            self._place(markup)
        self._words.clear()
        self._after.clear()
        self.sign, self._key = "", ""
        self._look = Look()
        self._indented = self._begun = False

    def block(self, markup: str) -> None:
        """Put the markup of whole blocks behind what is written so far."""
        if self.is_open:
            self.end_paragraph(ParagraphLook(), len(self._tables))
        self._place(markup)

    def end_cell(self, look: ParagraphLook, depth: int) -> None:
        """End the open paragraph and its cell."""
        depth = max(1, min(depth, _DEPTH))
        self.end_paragraph(look, depth)
        self._tables[-1].end_cell()
        self.gathered.paragraphs += 1

    def end_row(self, shapes: Iterable[CellShape], depth: int) -> None:
        """End the row that is open this deep."""
        self._to_depth(max(1, depth))
        self._tables[-1].end_row(tuple(shapes))

    def _place(self, markup: str) -> None:
        (self._tables[-1].cell if self._tables else self._body).append(markup)

    def _to_depth(self, depth: int) -> None:
        depth = min(depth, _DEPTH)
        while len(self._tables) > depth:
            table = self._tables.pop().markup()
            self._place(table)
        while len(self._tables) < depth:
            self._tables.append(OpenTable())

    def markup(self) -> str:
        """End what is open and return the whole stream."""
        if self.is_open:
            self.end_paragraph(ParagraphLook(), len(self._tables))
        self._to_depth(0)
        return "".join(self._body)


def note_look(look: ParagraphLook) -> ParagraphLook:
    """Return the look of a paragraph of a note."""
    return replace(look, named=Named(css="MsoFootnoteText"))


def document(
    markup: str, gathered: Gathered, doubts: tuple[Doubt, ...] = (), title: str = ""
) -> IntakeDocument:
    """Read a file's markup and add what its reader gathered."""
    read = read_markup(markup, gathered.pictures)
    counts = Counter(read.left_out)
    counts.update(gathered.left_out)
    left_out: Mapping[Dropped, int] = {
        kind: count for kind, count in counts.items() if count and kind not in _LOOKS
    }
    comments = (*read.comments, *gathered.comments)
    return replace(read, comments=comments, left_out=left_out, doubts=doubts, title=title)
