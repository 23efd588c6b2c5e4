"""Paragraphs and tables of one story (the text, a note, a box) as markup, in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desk.intake.html.markup import element, escaped, style
from desk.intake.packages import Element
from desk.intake.result import Dropped
from desk.intake.word.chunks import chunk_of, place
from desk.intake.word.names import ALTERNATE, M, chosen, value, w
from desk.intake.word.numbering import Sign
from desk.intake.word.package import Part
from desk.intake.word.reading import DELETED, INSERTED, Reading
from desk.intake.word.runs import Line, RunReader, is_prompt
from desk.intake.word.styles import ParagraphLook
from desk.intake.word.tables import table_markup, table_shape

_INDENT = "28pt"
_AROUND = frozenset(w(name) for name in ("customXml", "smartTag", "sdtContent"))
_ELSEWHERE = frozenset((w("altChunk"), w("subDoc")))
_MATH = frozenset((f"{M}oMath", f"{M}oMathPara"))
_P, _TBL, _SDT, _COMMENT = w("p"), w("tbl"), w("sdt"), w("commentRangeStart")
_BOOKMARK = w("bookmarkStart")
TAGS = (_P, _TBL, _SDT, _COMMENT, _BOOKMARK, ALTERNATE, *_AROUND, *INSERTED, *DELETED, *_ELSEWHERE, *_MATH)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A paragraph whose end was deleted: it goes on in the next one, which says how both look."""

    line: Line
    source: str


class StoryReader:
    """Reads the blocks of a story one after the other."""

    def __init__(self, reading: Reading, part: Part, *, inside: bool = False) -> None:
        """Take what is known of the file; `inside` a box, where no file within the file is read."""
        self._reading = reading
        self._part = part
        self._runs = RunReader(reading, part, self._box)
        self._waiting: _Waiting | None = None
        self._comments: list[str] = []  # that begin before the next paragraph
        self._bookmarks: list[str] = []  # the same
        self._inside = inside
        self._around = ""  # the id of the table around

    def read(self, blocks: Iterable[Element]) -> str:
        """Return the markup of blocks, to their end."""
        return "".join((*map(self.block, blocks), self.rest()))

    def rest(self) -> str:
        """Return the markup of a last paragraph whose end was deleted."""
        if self._waiting is None:
            return ""
        waiting, self._waiting = self._waiting, None
        return _written(waiting.line, self._reading.styles.paragraph(None), None, waiting.source)

    def block(self, block: Element) -> str:
        """Return the markup of a block, "" for what is no part of the text."""
        tag = block.tag
        if tag == _P:
            return self._paragraph(block)
        if tag == _TBL:
            return self.rest() + self._table(block)
        if tag == _SDT:
            if is_prompt(block):
                self._reading.dropped[Dropped.PROMPTS] += 1
                return ""
            return self._blocks(block)
        if tag in _AROUND:
            return self._blocks(block)
        if tag in INSERTED or tag in DELETED:
            return self._blocks(block) if self._reading.changed(tag) else ""
        if tag == ALTERNATE:
            return self._blocks(chosen(block))
        if tag in _MATH:
            return self._paragraph([block])
        if tag == _COMMENT:
            self._comments.append(value(block, w("id")))
        elif tag == _BOOKMARK:
            self._bookmarks.append(value(block, w("name")))
        elif tag in _ELSEWHERE:
            return self.rest() + self._elsewhere(block)
        return ""

    def _blocks(self, blocks: Iterable[Element]) -> str:
        return "".join(map(self.block, blocks))

    def _box(self, content: Element) -> str:
        return StoryReader(self._reading, self._part, inside=True).read(content)

    def _elsewhere(self, block: Element) -> str:
        """Return the markup of a file in the file, and count what cannot be read."""
        target = next((val for key, val in block.attrib.items() if key.endswith("}id")), "")
        relation = self._part.relations.get(target)
        reading, chunk = self._reading, None
        if reading.read_word is not None and not (self._inside or self._around):
            chunk = chunk_of(reading.package, relation, len(reading.chunks) + 1, reading.read_word)
        if chunk is not None:
            reading.chunks.append(chunk)
            return place(chunk)
        self._reading.dropped[Dropped.OBJECTS] += 1
        self._reading.lines.append(relation.target.rpartition("/")[2] if relation else target)
        return ""

    # -- paragraphs ----------------------------------------------------------------------------------------

    def _paragraph(self, paragraph: Element | list[Element]) -> str:
        reading = self._reading
        properties = None if isinstance(paragraph, list) else paragraph.find(w("pPr"))
        look = reading.styles.paragraph(properties)
        waiting, self._waiting = self._waiting, None
        source = waiting.source if waiting else self._around or reading.new_source()
        for one in self._comments:
            reading.comments.setdefault(one, source)
        self._comments.clear()
        for one in self._bookmarks:
            reading.bookmarks.setdefault(one, source)
        self._bookmarks.clear()
        line = self._runs.read(paragraph, look.letters, source)
        if waiting:
            line = _joined(waiting.line, line)
        if properties is not None and self._loses_end(properties):
            self._waiting = _Waiting(line, source)
            return ""
        sign = reading.numbers.sign(look.number, look.level, look.style) if look.number else None
        if self._around and sign is None:
            return "".join((*line.before, element("p", "".join(line.parts)), *line.after))
        return _written(line, look, sign, "" if self._around else source)

    def _loses_end(self, properties: Element) -> bool:
        """Say whether the mark at a paragraph's end was deleted, or is not there yet (17.13.5)."""
        mark = properties.find(w("rPr"))
        if mark is None:
            return False
        reading = self._reading
        gone = INSERTED if reading.original else DELETED
        if not any(mark.find(tag) is not None for tag in gone):
            return False
        if not any(properties.getparent().find(tag) is not None for tag in gone):
            reading.dropped[Dropped.TRACKED] += 1  # the end alone; else its words are counted
        return True

    # -- tables --------------------------------------------------------------------------------------------

    def _table(self, table: Element) -> str:
        reading = self._reading
        shape = table_shape(table, reading.changed, reading.styles)
        if shape.flat:
            return "".join(self._cell(one.content) for one in shape.flat if one.content is not None)
        around = self._around
        source = around or reading.new_source()
        self._around = source
        markup = table_markup(shape, self._cell, "" if around else source)
        self._around = around
        return markup

    def _cell(self, content: Element) -> str:
        return self.read(content)


def _joined(first: Line, second: Line) -> Line:
    """Put the second line's words behind the first one's, whose lists grow: ends may go a thousand times."""
    if not first.begun:
        first.start += second.start
        first.begun = second.begun
    first.size = second.size
    first.parts += second.parts
    first.before += second.before
    first.after += second.after
    return first


def _written(line: Line, look: ParagraphLook, sign: Sign | None, source: str) -> str:
    content = "".join(line.parts)
    if not content and sign is None:
        return "".join((*line.before, *line.after))
    said = {"text-align": look.align, "font-size": f"{line.size:g}pt" if line.size else ""}
    if sign is not None:
        left = look.left if look.left is not None else sign.left
        said["margin-left"] = f"{left or 0.0:g}pt"
        said["mso-list"] = f"l0 level{sign.level + 1} lfo1"
        content = element("span", escaped(sign.text), style="mso-list:Ignore") + content
    elif line.indented or look.first > 0:
        said["text-indent"] = f"{look.first:g}pt" if look.first > 0 else _INDENT
    if look.drop_cap:
        said["mso-element"] = "dropcap-dropcap"
    tag = f"h{look.rank}" if look.rank and not look.named else "p"
    paragraph = element(tag, content, class_=look.named if tag == "p" else "", id=source, style=style(said))
    return "".join((*line.before, paragraph, *line.after))
