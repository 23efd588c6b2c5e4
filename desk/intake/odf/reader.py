"""An OpenDocument text (.odt, .ott, .fodt) to pieces (ODF 1.3 part 3)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from desk.errors import BadIntake, IntakeFault
from desk.intake import limits
from desk.intake.document import IntakeDocument, SourceComment
from desk.intake.flow.look import ParagraphLook
from desk.intake.flow.style_names import Named
from desk.intake.flow.writer import FlowWriter, Gathered, document, note_look
from desk.intake.odf.frames import frame_object, frame_picture, frame_shape, is_drawn
from desk.intake.odf.lists import Lists, number
from desk.intake.odf.names import q, short
from desk.intake.odf.styles import Properties, Styles, with_link
from desk.intake.odf.tables import table_markup
from desk.intake.packages import Package, parsed, safe_xml
from desk.intake.result import Dropped

_BLANKS = re.compile("[ \t\r\n]+")
_DEPTH = 100  # elements inside each other
_SPACES = 500  # that one element stands for
_SKIPPED = frozenset(
    (
        *("text:tracked-changes", "office:forms", "text:sequence-decls", "text:variable-decls"),
        *("text:user-field-decls", "text:table-of-content", "text:illustration-index", "text:table-index"),
        *("text:object-index", "text:user-index", "text:alphabetical-index", "text:bibliography"),
        *("office:annotation-end", "text:ruby-text", "text:note-citation", "svg:title", "svg:desc"),
        *("text:dde-connection-decls", "office:event-listeners", "text:alphabetical-index-auto-mark-file"),
    )
)
_HEADERS = ("style:header", "style:footer", "style:header-first", "style:footer-first", "style:header-left")


def read_odf(data: bytes, name: str) -> IntakeDocument:
    """Read an OpenDocument text; BadIntake says why it cannot be read."""
    if not data:
        raise BadIntake(IntakeFault.EMPTY, name)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        if len(data) > limits.FILE_BYTES:
            raise BadIntake(IntakeFault.TOO_HEAVY, name)
        root = parsed(safe_xml(data, name), name)
        return _Reader([root], root, lambda part: b"", name).read()
    package = Package(data, name)
    if b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise BadIntake(IntakeFault.ENCRYPTED, name)
    content, styles = package.root("content.xml"), package.root("styles.xml")
    if content is None:
        raise BadIntake(IntakeFault.BROKEN, name)
    roots = [root for root in (styles, content) if root is not None]
    return _Reader(roots, content, package.read, name).read()


class _Reader:
    def __init__(self, roots: list[Any], content: Any, part: Callable[[str], bytes], name: str) -> None:
        self._roots, self._content, self._part, self._name = roots, content, part, name
        self._gathered = Gathered(name=name)
        self._styles, self._lists = Styles(roots), Lists(roots)
        self._notes: list[str] = []
        self._deep = 0

    def read(self) -> IntakeDocument:
        """Read the text, then its notes."""
        body = self._content.find(f"{q('office:body')}/{q('office:text')}")
        if body is None:
            known = self._content.find(q("office:body")) is not None
            raise BadIntake(IntakeFault.UNKNOWN_KIND if known else IntakeFault.BROKEN, self._name)
        left_out = self._gathered.left_out
        left_out[Dropped.TRACKED] += sum(1 for _ in body.iter(q("text:changed-region")))
        for root in self._roots:
            left_out[Dropped.HEADERS] += sum(
                bool("".join(header.itertext()).strip()) for tag in _HEADERS for header in root.iter(q(tag))
            )
        writer = FlowWriter(self._gathered)
        self._blocks(body, writer)
        left_out[Dropped.FOOTNOTES] += len(self._notes)
        markup = writer.markup()
        return document(markup + "".join(self._notes), self._gathered)

    # -- blocks ----------------------------------------------------------------------------------------------

    def _blocks(self, around: Any, writer: FlowWriter, note: int = 0) -> None:
        """Read what stands in a body, a section, a cell, a box or a note."""
        self._step_in()
        for child in around:
            tag = short(child.tag)
            if tag in ("text:p", "text:h"):
                self._paragraph(child, writer, note=note if note else 0)
                note = -abs(note)  # only the first paragraph has the sign
            elif tag == "text:list":
                style = child.get(q("text:style-name"), "")
                self._list(child, writer, (self._lists.key(child, style), style), 0, note)
            elif tag == "table:table":
                writer.block(table_markup(child, self._cell))
            elif tag == "text:section" and child.get(q("text:display")) == "none":
                self._gathered.left_out[Dropped.HIDDEN] += 1
            elif tag.startswith("draw:"):
                self._shape(child, writer)
                writer.end_paragraph(ParagraphLook())
            elif tag and tag not in _SKIPPED:
                self._blocks(child, writer, note)
        self._deep -= 1

    def _step_in(self) -> None:
        self._deep += 1
        if self._deep > _DEPTH:
            raise BadIntake(IntakeFault.TOO_HEAVY, self._name)

    def _cell(self, cell: Any) -> str:
        writer = FlowWriter(self._gathered)
        self._gathered.paragraphs += 1
        self._blocks(cell, writer)
        return writer.markup()

    def _list(
        self, around: Any, writer: FlowWriter, which: tuple[object, str], level: int, note: int
    ) -> None:
        self._step_in()
        for item in around:
            tag = short(item.tag)
            if tag not in ("text:list-item", "text:list-header"):
                continue
            start = item.get(q("text:start-value"))
            sign: str | None = None
            for child in item:
                inner = short(child.tag)
                if inner in ("text:p", "text:h"):
                    if sign is None and tag == "text:list-item":
                        first = None if start is None else number(start, 1)
                        sign = self._lists.sign(*which, level, first)
                        writer.sign = sign
                    self._paragraph(child, writer, level=level, note=note)
                elif inner == "text:list":
                    style = child.get(q("text:style-name"), "") or which[1]
                    self._list(child, writer, (which[0], style), level + 1, note)
        self._deep -= 1

    def _paragraph(self, element: Any, writer: FlowWriter, *, level: int = 0, note: int = 0) -> None:
        name = element.get(q("text:style-name"), "")
        look = replace(self._styles.paragraph(name), level=level)
        if element.tag == q("text:h"):
            rank = number(element.get(q("text:outline-level"), ""), 1)
            if not look.named.css:
                look = replace(look, named=Named(max(1, min(rank, 6))))
            if not writer.sign and element.get(q("text:is-list-header")) != "true":
                writer.sign = self._lists.heading(rank)
        given = self._styles.letters({}, "paragraph", name)
        if any(
            hidden.get(q("text:is-hidden")) == "true" for hidden in element.iter(q("text:hidden-paragraph"))
        ):
            self._gathered.left_out[Dropped.HIDDEN] += 1
            writer.sign = ""
            return
        if note > 0:
            writer.write(str(note), replace(self._styles.look(given), raised=0, note=f"back{note}"))
        self._inline(element, writer, given, "")
        writer.end_paragraph(note_look(look) if note else look)

    # -- letters ---------------------------------------------------------------------------------------------

    def _inline(self, around: Any, writer: FlowWriter, given: Properties, link: str) -> None:
        """Read the letters of an element and of those in it."""
        self._step_in()
        self._say(around.text, writer, given, link)
        for child in around:
            self._element(child, writer, given, link)
            self._say(child.tail, writer, given, link)
        self._deep -= 1

    def _say(self, text: str | None, writer: FlowWriter, given: Properties, link: str) -> None:
        if text:
            writer.write(_BLANKS.sub(" ", text), with_link(self._styles.look(given), link))

    def _element(self, child: Any, writer: FlowWriter, given: Properties, link: str) -> None:
        tag = short(child.tag)
        if tag == "text:span":
            inside = self._styles.letters(given, "text", child.get(q("text:style-name"), ""))
            self._inline(child, writer, inside, link)
        elif tag == "text:s":
            blanks = " " * min(number(child.get(q("text:c"), ""), 1), _SPACES)
            writer.write(blanks, self._styles.look(given))
        elif tag == "text:tab":
            writer.write("\t", self._styles.look(given))
        elif tag == "text:line-break":
            writer.break_line()
        elif tag == "text:a":
            self._inline(child, writer, given, child.get(q("xlink:href"), ""))
        elif tag == "text:note":
            self._note(child, writer, given)
        elif tag == "office:annotation":
            self._comment(child, writer)
        elif tag == "text:hidden-text":
            self._gathered.left_out[Dropped.HIDDEN] += 1
        elif tag == "text:placeholder":
            self._gathered.left_out[Dropped.PROMPTS] += 1
        elif tag.startswith("draw:"):
            self._shape(child, writer)
        elif tag and tag not in _SKIPPED:
            self._inline(child, writer, given, link)

    def _note(self, element: Any, writer: FlowWriter, given: Properties) -> None:
        self._notes.append("")
        count = len(self._notes)
        writer.write(str(count), replace(self._styles.look(given), raised=0, note=f"to{count}"))
        body = element.find(q("text:note-body"))
        if body is not None:
            inside = FlowWriter(self._gathered)
            self._blocks(body, inside, count)
            self._notes[count - 1] = inside.markup()

    def _comment(self, element: Any, writer: FlowWriter) -> None:
        author = element.findtext(q("dc:creator"), "").strip()
        words = FlowWriter(Gathered())
        self._blocks(element, words)
        text = "\n".join(piece.words for piece in document(words.markup(), Gathered()).pieces)
        when = _moment(element.findtext(q("dc:date"), ""))
        self._gathered.comments.append(SourceComment(author, text.strip(), writer.key, when))

    # -- frames ----------------------------------------------------------------------------------------------

    def _shape(self, shape: Any, writer: FlowWriter) -> None:
        """Read a frame, a drawn shape or a group of them."""
        self._step_in()
        tag = short(shape.tag)
        floating = shape.get(q("text:anchor-type"), "as-char") != "as-char"
        if tag in ("draw:g", "draw:a"):
            for child in shape:
                if short(child.tag).startswith("draw:"):
                    self._shape(child, writer)
        elif tag == "draw:frame":
            self._frame(shape, writer, floating=floating)
        elif any(short(child.tag) in ("text:p", "text:list") for child in shape):
            self._box(shape, writer)
        elif tag not in ("draw:glue-point", "draw:enhanced-geometry"):
            self._gathered.left_out[Dropped.EMBEDDED] += 1
        self._deep -= 1

    def _frame(self, frame: Any, writer: FlowWriter, *, floating: bool) -> None:
        box = frame.find(q("draw:text-box"))
        kind = frame_object(frame)
        table = frame.find(q("table:table"))
        if box is not None:
            self._box(box, writer)
        elif table is not None:
            inside = FlowWriter(self._gathered)
            inside.block(table_markup(table, self._cell))
            writer.behind(inside)
        else:
            picture = frame_picture(frame, self._part)
            if kind is not None:
                if kind is Dropped.OBJECTS and isinstance(picture, bytes) and is_drawn(picture):
                    kind = Dropped.OBJECTS_SHOWN
                else:
                    picture = None
                self._gathered.left_out[kind] += 1
            if isinstance(picture, bytes):
                graphic = self._styles.properties("graphic", frame.get(q("draw:style-name"), ""), "graphic")
                shape = frame_shape(frame, graphic.get(q("fo:clip"), ""))
                writer.picture(picture, shape, floating=floating and not self._in_box(frame))
            elif picture is not None:
                self._gathered.left_out[picture] += 1

    def _in_box(self, frame: Any) -> bool:
        """Say whether a frame stands in a box, whose other words are its caption and come behind it."""
        return any(short(around.tag) == "draw:text-box" for around in frame.iterancestors())

    def _box(self, box: Any, writer: FlowWriter) -> None:
        inside = FlowWriter(self._gathered)
        self._blocks(box, inside)
        if box.find(f".//{q('draw:image')}") is None:
            self._gathered.left_out[Dropped.TEXT_BOXES] += 1
        writer.behind(inside)


def _moment(date: str) -> datetime | None:
    try:
        return datetime.fromisoformat(date.strip()[:19])
    except ValueError:
        return None
