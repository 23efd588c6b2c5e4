"""Reads cleaned HTML into pieces: what is open around the letters decides what block they become."""

from __future__ import annotations

import base64
import binascii
import re
from collections import Counter
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from desk.intake import inline_styles
from desk.intake.pieces import IntakePiece, collapsed, indent, joined, paragraphs, stripped
from desk.intake.result import Dropped
from desk.intake.tables import Cell, Grid, span
from desk.intake.word_lists import first_number, read_marker
from desk.text.blocks import Block, Heading, ListItem, Mark, Paragraph, Picture, Quote, Run, Runs, new_id

PLAIN_BLOCKS = (
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "pre",
    "center",
)  # tags that hold a paragraph, each a block of its own
_BLOCKS = frozenset(
    [
        *PLAIN_BLOCKS,
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "figure",
        "figcaption",
        "table",
        "caption",
        "tr",
        "td",
        "th",
        "hr",
        "address",
    ]
)
_VOID = frozenset(("br", "img", "hr", "col"))
_LINKS = ("https://", "http://", "mailto:")
_SPACE = re.compile("[ \t\r\n\f]+")
_DATA = re.compile(r"data:image/[\w.+-]+;base64,", re.IGNORECASE)
PICTURE_BYTES = 20 * 1024 * 1024
PICTURE_COUNT = 50


@dataclass
class _Item:
    """A list item that is open: its first paragraph is the item, the next ones go on in it."""

    ordered: bool = False
    level: int = 0
    start: int = 1
    word: bool = False  # one of Word's paragraphs, its number is in the text
    placed: str = ""  # block id, once it stands


@dataclass(frozen=True)
class _Open:
    """An open element, with all that it inherits."""

    tag: str = ""
    marks: frozenset[Mark] = frozenset()
    link: str = ""
    rank: int = 0
    quote: bool = False
    item: _Item | None = None
    lists: tuple[_Item, ...] = ()  # the ul and ol around, as patterns of their items
    indented: bool = False
    centred: bool = False
    verbatim: bool = False
    marker: bool = False


class HtmlReader(HTMLParser):
    """Collects pieces, embedded pictures and what was dropped."""

    def __init__(self, *, embedded: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[IntakePiece] = []
        self.pictures: list[tuple[str, bytes]] = []
        self.addresses: list[str] = []
        self.dropped: Counter[Dropped] = Counter()
        self._embedded = embedded
        self._open: list[_Open] = [_Open()]
        self._runs: list[Run] = []
        self._marker = ""
        self._after_picture = False
        self._outer: list[list[IntakePiece]] = []
        self._grids: list[Grid] = []

    # -- what the parser calls ---------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        given = {key: value or "" for key, value in attrs}
        style = inline_styles.parsed(given.get("style", ""))
        if tag in _BLOCKS:
            self._flush()
        self._count(tag, style, given)
        if tag == "br":
            self._runs.append(Run("\n"))
        elif tag == "img":
            self._image(given)
        if tag not in _VOID:
            self._open.append(self._inside(tag, style, given))
            self._open_table(tag, given)

    def handle_endtag(self, tag: str) -> None:
        """Close an element; the cleaner has made every page well-formed."""
        if tag in _VOID:
            return
        if tag in _BLOCKS:
            self._flush()
        self._close_table(tag)
        self._open.pop()

    def handle_data(self, data: str) -> None:
        """Take letters."""
        here = self._open[-1]
        if here.marker and here.item and here.item.word:
            self._marker += data
            return
        text = data.replace("\r\n", "\n") if here.verbatim else _SPACE.sub(" ", data)
        marks = here.marks - {Mark.UNDERLINE} if here.link else here.marks
        self._runs.append(Run(text, marks, here.link))

    def close(self) -> None:
        """Take what is left."""
        super().close()
        self._flush()

    # -- elements ----------------------------------------------------------------------------------------

    def _inside(self, tag: str, style: inline_styles.Style, attrs: dict[str, str]) -> _Open:
        now = replace(self._open[-1], tag=tag, marks=inline_styles.marks(tag, style, self._open[-1].marks))
        if tag in _BLOCKS:
            now = self._inside_block(now, style, attrs)
        if tag == "a":
            now = replace(now, link=self._link(attrs))
        if inline_styles.is_marker(style):
            now = replace(now, marker=True)
        return now

    def _inside_block(self, now: _Open, style: inline_styles.Style, attrs: dict[str, str]) -> _Open:
        tag = now.tag
        centred = tag in ("figcaption", "center") or inline_styles.centred(style, attrs)
        now = replace(
            now,
            centred=centred or (now.centred and "text-align" not in style),
            indented=inline_styles.indented(style) if "text-indent" in style else now.indented,
        )
        level = inline_styles.list_level(style)
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            return replace(now, rank=int(tag[1]))
        if tag in ("ul", "ol"):
            start = attrs.get("start", "")
            pattern = _Item(tag == "ol", len(now.lists), int(start) if re.fullmatch(r"\d{1,4}", start) else 1)
            return replace(now, lists=(*now.lists, pattern))
        if tag == "li":
            return replace(now, item=replace(now.lists[-1]) if now.lists else _Item())
        if tag == "p" and level is not None and not now.item:
            return replace(now, item=_Item(level=level, word=True))
        if tag in ("td", "th"):
            return _Open(tag, indented=now.indented)
        return replace(now, quote=now.quote or tag == "blockquote", verbatim=now.verbatim or tag == "pre")

    def _link(self, attrs: dict[str, str]) -> str:
        if "href" not in attrs:
            return ""
        address = attrs["href"].strip()
        if address.lower().startswith(_LINKS) and not re.search(r"[\s\x00-\x1f]", address):
            return address
        self.dropped[Dropped.LINKS] += 1
        return ""

    def _count(self, tag: str, style: inline_styles.Style, attrs: dict[str, str]) -> None:
        self.dropped[Dropped.FONTS] += inline_styles.sets_font(tag, style, attrs)
        self.dropped[Dropped.COLOURS] += inline_styles.sets_colour(tag, style, attrs)

    def _image(self, attrs: dict[str, str]) -> None:
        self._flush()
        self._after_picture = True
        address = attrs.get("src", "")
        data = embedded_picture(address) if self._embedded and len(self.pictures) < PICTURE_COUNT else b""
        if data:
            picture = Picture(new_id(), "", alt=attrs.get("alt", ""))
            self.pictures.append((picture.id, data))
            self.pieces.append(IntakePiece(picture))
        else:
            self.dropped[Dropped.PICTURES] += 1
            self.addresses.append(address.partition(";")[0] if _DATA.match(address) else address[:200])

    # -- tables ------------------------------------------------------------------------------------------

    def _open_table(self, tag: str, attrs: dict[str, str]) -> None:
        if tag == "table":
            self._grids.append(Grid())
        elif tag == "thead" and self._grids:
            self._grids[-1].head = True
        elif tag == "tr" and self._grids:
            self._grids[-1].rows.append([])
        elif tag in ("td", "th") and self._grids and self._grids[-1].rows:
            cell = Cell(tag == "th", span(attrs.get("colspan", "")), span(attrs.get("rowspan", "")))
            self._grids[-1].rows[-1].append(cell)
            self._outer.append(self.pieces)
            self.pieces = cell.pieces

    def _close_table(self, tag: str) -> None:
        if tag in ("td", "th") and self._outer:
            self.pieces = self._outer.pop()
        elif tag == "table" and self._grids:
            self.pieces.extend(self._grids.pop().pieces())

    # -- blocks ------------------------------------------------------------------------------------------

    def _flush(self) -> None:
        """Make blocks of the letters read since the last one."""
        here = self._open[-1]
        runs = collapsed(tuple(self._runs))
        self._runs.clear()
        for part in paragraphs(runs):
            inset = indent(part) >= 2 or here.indented
            block = self._block(here, stripped(part))
            if block is not None:
                self.pieces.append(IntakePiece(block, inset, here.centred, here.rank, self._after_picture))
            self._after_picture = False
        self._marker = ""

    def _block(self, here: _Open, runs: Runs) -> Block | None:
        if here.rank:
            bold = all(Mark.BOLD in run.marks for run in runs)
            plain_runs = tuple(replace(run, marks=run.marks - {Mark.BOLD}) for run in runs) if bold else runs
            return Heading(new_id(), plain_runs)
        if here.item:
            return self._item(here.item, runs)
        return Quote(new_id(), runs) if here.quote else Paragraph(new_id(), runs)

    def _item(self, item: _Item, runs: Runs) -> Block | None:
        if item.placed:
            last = self.pieces[-1] if self.pieces else None
            if last is not None and isinstance(last.block, ListItem) and last.block.id == item.placed:
                longer = replace(last.block, runs=joined([last.block.runs, runs]))
                self.pieces[-1] = replace(last, block=longer)
                return None
            return Paragraph(new_id(), runs)
        item.placed = new_id()
        if not item.word:
            return ListItem(item.placed, runs, item.ordered, item.level, item.start)
        meaning = read_marker(self._marker)
        if meaning is None:
            return Paragraph(item.placed, (Run(" ".join(self._marker.split()) + " "), *runs))
        made = ListItem(item.placed, runs, meaning[0], item.level, meaning[1])
        return replace(made, start=first_number(self.pieces, made))


def embedded_picture(address: str) -> bytes:
    """Return the bytes of a `data:image/…;base64,` address, b"" for every other one or one too heavy."""
    match = _DATA.match(address)
    if not match or (len(address) - match.end()) * 3 // 4 > PICTURE_BYTES:
        return b""
    try:
        return base64.b64decode(_SPACE.sub("", address[match.end() :]), validate=True)
    except binascii.Error:
        return b""
