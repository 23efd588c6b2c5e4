"""The words of one paragraph: runs, links, fields, tracked changes, pictures and boxes among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from desk.intake.html.markup import element, escaped
from desk.intake.packages import Element
from desk.intake.result import Dropped
from desk.intake.word.drawings import ShownBox, ShownObject, ShownPicture, ShownWords, floats, shown
from desk.intake.word.equations import equation
from desk.intake.word.fields import Fields, address, is_formula
from desk.intake.word.names import ALTERNATE, M, R, chosen, has, letters_of, value, w
from desk.intake.word.numbering import numbered
from desk.intake.word.package import Part
from desk.intake.word.reading import DELETED, INSERTED, LOST, Note, Reading
from desk.intake.word.styles import Looks
from desk.text.legacy_fonts import legacy_of
from desk.text.symbol_fonts import symbol_font

_INDENT_BLANKS = 2
_SOFT_HYPHEN, _FIXED_HYPHEN = "\xad", "\u2011"
_AROUND = frozenset(w(name) for name in ("smartTag", "customXml", "dir", "bdo", "sdtContent", "rubyBase"))
_DRAWN = frozenset((w("drawing"), w("pict"), w("object")))
_BREAKS = frozenset((w("br"), w("cr")))


@dataclass
class Line:
    """The markup of a paragraph's words, and what stands beside them."""

    size: float = 0.0  # of its style; a run says its own only where it differs
    parts: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    start: str = ""  # its blanks before the first word
    begun: bool = False

    @property
    def indented(self) -> bool:
        """Say whether blanks or a tab set its first line in."""
        return self.begun and ("\t" in self.start or len(self.start) >= _INDENT_BLANKS)

    def write(self, text: str) -> None:
        """Take note of letters."""
        if not self.begun:
            words = text.lstrip(" \xa0\t")
            self.start += text[: len(text) - len(words)]
            self.begun = bool(words)

    def float(self, markup: str) -> None:
        """Put what stands beside the words before them, or after them once they have begun."""
        (self.after if self.begun else self.before).append(markup)


class RunReader:
    """Reads the paragraphs of one story (the text, a note, a box), whose fields may go over several of them."""

    def __init__(self, reading: Reading, part: Part, blocks: Callable[[Element], str]) -> None:
        """Take what is known of the file and how the paragraphs of a box are read."""
        self._reading = reading
        self._part = part
        self._blocks = blocks
        self._fields = Fields()
        self._source = ""
        self._line = Line()
        self._looks: Looks = {}
        self._link = ""

    def read(self, paragraph: Element, looks: Looks, source: str) -> Line:
        """Return a paragraph's words; `looks` is what its style gives to its letters."""
        self._line, self._looks, self._source = Line(looks.get("size", 0.0)), looks, source
        self._walk(paragraph)
        self._fields.end_paragraph()
        return self._line

    # -- what holds runs -----------------------------------------------------------------------------------

    def _walk(self, nodes: Iterable[Element]) -> None:
        reading = self._reading
        for one in nodes:
            tag = one.tag
            if tag == _RUN:
                self._run(one)
            elif tag in _AROUND:
                self._walk(one)
            elif tag in INSERTED or tag in DELETED:
                reading.note_change(one, self._source)
                if reading.changed(tag):
                    self._walk(one)
            elif tag == _HYPERLINK:
                self._hyperlink(one)
            elif tag == _SDT:
                if is_prompt(one):
                    reading.dropped[Dropped.PROMPTS] += 1
                else:
                    self._walk(one)
            elif tag == _SIMPLE:
                instruction = value(one, w("instr"))
                if next(one.iter(_TEXT), None) is None:
                    self._formula(instruction)
                self._linked(address(instruction), one)
            elif tag in (_MATH, _MATHS):
                self._equation(one)
            elif tag == _COMMENT:
                reading.comments.setdefault(value(one, w("id")), self._source)
            elif tag == _BOOKMARK:
                reading.bookmarks.setdefault(value(one, w("name")), self._source)
            elif tag == ALTERNATE:
                self._walk(chosen(one))

    def _hyperlink(self, link: Element) -> None:
        relation = self._part.relations.get(value(link, f"{R}id"))
        anchor = value(link, w("anchor"))
        target = relation.target if relation and relation.external else ""
        self._linked(f"{target}#{anchor}" if target and anchor else target, link)

    def _linked(self, target: str, nodes: Element) -> None:
        around, self._link = self._link, target or self._link
        self._walk(nodes)
        self._link = around

    def _equation(self, math: Element) -> None:
        markup = equation(math)
        if markup.strip():
            self._reading.dropped[Dropped.EQUATIONS] += 1
            self._line.write(markup)
            self._line.parts.append(markup)

    def _formula(self, instruction: str) -> None:
        """Name a formula that a field draws: nothing of it stands in the text."""
        if is_formula(instruction):
            self._reading.dropped[Dropped.EQUATIONS] += 1
            self._reading.lines.append(" ".join(instruction.split()))

    # -- a run ---------------------------------------------------------------------------------------------

    def _run(self, run: Element) -> None:
        properties = run.find(_RPR)
        looks = self._looks if properties is None else self._reading.styles.run(properties, self._looks)
        if properties is not None and (restyled := properties.find(_RESTYLED)) is not None:
            self._reading.note_restyled(restyled, run, self._source)
        letters: list[str] = []
        self._children(run, looks, letters)
        self._say(letters, looks)

    def _children(self, nodes: Iterable[Element], looks: Looks, letters: list[str]) -> None:
        fields = self._fields
        for one in nodes:
            tag = one.tag
            if tag in _TEXTS:
                if not fields.hides:
                    letters.append(letters_of(one))
            elif tag == _RPR:
                continue
            elif tag == _FIELD:
                self._say(letters, looks)
                self._formula(fields.mark(value(one, w("fldCharType"))))
            elif tag == _INSTRUCTION:
                fields.instruct(str(one.text or ""))
            elif fields.hides:
                continue
            elif tag in _TABS:
                letters.append("\t")
            elif tag in _BREAKS:
                self._say(letters, looks)
                self._line.parts.append("<br>")
            elif tag == _FIXED:
                letters.append(_FIXED_HYPHEN)
            elif tag == _SOFT:
                letters.append(_SOFT_HYPHEN)
            else:
                self._say(letters, looks)
                self._other(one, tag, looks, letters)

    def _other(self, one: Element, tag: str, looks: Looks, letters: list[str]) -> None:
        reading = self._reading
        if tag in _DRAWN:
            if not looks.get("vanish"):
                self._drawing(one)
        elif tag == ALTERNATE:
            self._children(chosen(one), looks, letters)
        elif tag == _SYMBOL:
            sign = _symbol(value(one, w("char")))
            self._say([sign] if sign else [], {**looks, "font": value(one, w("font"))})
        elif tag in (_FOOT, _END):
            if not looks.get("vanish"):
                self._note(one, foot=tag == _FOOT)
        elif tag == _COMMENT_SIGN:
            reading.comments.setdefault(value(one, w("id")), self._source)
        elif tag == _RUBY:
            self._walk(one)

    def _note(self, sign: Element, *, foot: bool) -> None:
        notes = self._reading.foot_notes if foot else self._reading.end_notes
        number = ""  # a sign of its own, which stands in the text behind it
        if value(sign, w("customMarkFollows")).lower() not in ("1", "true", "on"):
            # Word counts the notes at the end in small Roman numbers (17.11.17).
            number = numbered("decimal" if foot else "lowerRoman", sum(bool(one.sign) for one in notes) + 1)
            self._line.write(number)
            self._line.parts.append(
                element("a", number, href=f"#{'_ftn' if foot else '_edn'}{len(notes) + 1}")
            )
        notes.append(Note(value(sign, w("id")), number))

    def _drawing(self, drawing: Element) -> None:
        beside = floats(drawing)
        parts = list(shown(drawing))
        is_object = any(isinstance(one, ShownObject) for one in parts)
        seen = False
        for one in parts:
            if isinstance(one, ShownPicture):
                markup = self._reading.picture(one, self._part, of_object=is_object)
                seen = seen or markup != LOST
                if beside:
                    self._line.float(element("p", markup))
                else:
                    self._line.parts.append(markup)
            elif isinstance(one, ShownBox):
                if markup := self._blocks(one.content):
                    self._reading.dropped[Dropped.TEXT_BOXES] += 1
                    self._line.float(markup)
            elif isinstance(one, ShownWords):
                self._reading.dropped[Dropped.TEXT_BOXES] += 1
                self._line.float(element("p", escaped(one.text)))
            else:
                kind = Dropped.OBJECTS_SHOWN if seen else Dropped.OBJECTS
                self._reading.dropped[Dropped.EQUATIONS if one.formula else kind] += 1
                self._reading.lines.append(one.name)

    def _say(self, letters: list[str], looks: Looks) -> None:
        """Write letters, if there are any, as these looks draw them, and begin anew."""
        if not letters:
            return
        text = "".join(letters)
        letters.clear()
        if looks.get("vanish"):
            markup = element("span", escaped(text), style="display:none")
        else:
            self._line.write(text)
            markup = escaped(text)
            if look := css(looks, self._line.size, fonts=not self._reading.only_named):
                markup = f'<span style="{look}">{markup}</span>'
            if link := self._link or self._fields.link:
                markup = element("a", markup, href=link)
        self._line.parts.append(markup)


_TEXT = w("t")
_RUN, _RPR, _TEXTS = w("r"), w("rPr"), frozenset((w("t"), w("delText")))
_HYPERLINK, _SDT, _SIMPLE, _COMMENT = w("hyperlink"), w("sdt"), w("fldSimple"), w("commentRangeStart")
_BOOKMARK, _RESTYLED = w("bookmarkStart"), w("rPrChange")
_MATH, _MATHS = f"{M}oMath", f"{M}oMathPara"
_FIELD, _INSTRUCTION, _TABS = w("fldChar"), w("instrText"), frozenset((w("tab"), w("ptab")))
_FIXED, _SOFT, _SYMBOL, _RUBY = w("noBreakHyphen"), w("softHyphen"), w("sym"), w("ruby")
_FOOT, _END, _COMMENT_SIGN = w("footnoteReference"), w("endnoteReference"), w("commentReference")


def is_prompt(control: Element) -> bool:
    """Say whether a content control shows what to fill in, not what somebody filled in (17.5.2.39)."""
    return has(control.find(w("sdtPr")), "showingPlcHdr")


def css(looks: Looks, size: float, *, fonts: bool = True) -> str:
    """Return the looks of letters as a style; `fonts` before Unicode decide which letters these are."""
    said = []
    if looks.get("b"):
        said.append("font-weight:bold")
    if looks.get("i"):
        said.append("font-style:italic")
    if looks.get("strike") or looks.get("dstrike"):
        said.append("text-decoration:line-through")
    elif looks.get("u"):
        said.append("text-decoration:underline")
    if looks.get("caps"):
        said.append("text-transform:uppercase")
    if raised := looks.get("raised"):
        said.append("vertical-align:super" if raised > 0 else "vertical-align:sub")
    if looks.get("size", size) != size and not raised:
        said.append(f"font-size:{looks['size']:g}pt")
    font = looks.get("font", "")
    if font and ((fonts and legacy_of(font)) or symbol_font(font)):
        said.append(f"font-family:{''.join(one for one in font if one.isalnum() or one in ' .-')}")
    return ";".join(said)


def _symbol(code: str) -> str:
    """Return the letter of a `w:sym`, four hexadecimal digits; "" for none."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 0x20 <= number <= 0xFFFD and not 0xD800 <= number < 0xE000 else ""
