"""Reads cleaned HTML into pieces: what is open around the letters decides what block they become."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from desk.intake.html import inline_styles
from desk.intake.html.context import BLOCKS, Context, ItemKind
from desk.intake.html.embedded_pictures import embedded_picture, name_of
from desk.intake.html.letters import Letters
from desk.intake.html.style_sheet import Style, StyleSheet, declared
from desk.intake.html.tables import Cell, Grid, span
from desk.intake.html.tokens import attributes, tokens, unescaped, without_id
from desk.intake.html.word_lists import (
    ListLevels,
    drawn_alike,
    first_number,
    is_bullet,
    numbered,
    read_marker,
)
from desk.intake.pieces import IntakePiece, evened, indent, joined, paragraphs, stripped
from desk.intake.result import Dropped
from desk.text.blocks import (
    Block,
    Heading,
    ListItem,
    Mark,
    Paragraph,
    Picture,
    Quote,
    Run,
    Runs,
    merged,
    new_id,
    plain,
)
from desk.text.signs import shown

_TABLE_TAGS = frozenset(("table", "thead", "tr", "td", "th"))
_VOID = frozenset(("br", "img", "hr", "col"))
_LINKS = ("https://", "http://", "mailto:")
PICTURE_COUNT = 50


@dataclass(slots=True)
class _Item:
    """A list item that is open: its first paragraph is the item, the next ones go on in it."""

    kind: ItemKind
    number: int
    placed: str = ""  # block id, once it stands
    home: tuple[list[IntakePiece], int] | None = None  # where it stands, once more paragraphs came
    more: list[Runs] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Element:
    """What a tag with its attributes means inside a context, which it keeps alive."""

    attrs: dict[str, str]
    style: Style
    inside: Context
    looks: tuple[Dropped, ...]
    around: Context


class HtmlReader:
    """Collects pieces, embedded pictures and what was dropped."""

    def __init__(
        self, *, embedded: bool, sheet: StyleSheet | None = None, parts: Mapping[str, bytes] | None = None
    ) -> None:
        """Take embedded pictures or none; `parts` are the bytes of those that came beside, by address."""
        self.pieces: list[IntakePiece] = []
        self.pictures: list[tuple[str, bytes]] = []
        self.addresses: list[str] = []
        self.dropped: Counter[Dropped] = Counter()
        self._embedded = embedded
        self._parts = parts or {}
        self._blanks_indent = not embedded or parts is not None
        self._sizes: Counter[float] = Counter()  # size → letters of the block so far
        self._sheet = sheet or StyleSheet()
        self._open: list[Context] = [Context()]
        self._items: list[_Item | None] = [None]  # beside _open: the list item that each element is in
        self._sources = [""]  # beside _open: the id of the paragraph, which a context would be made anew for
        self._numbers: list[int] = []  # the next number of each open list
        self._known: dict[tuple[int, str, str], _Element] = {}
        self._looks: list[tuple[int, Dropped]] = []  # (depth, kind) of what no letter was seen in so far
        self._letters = Letters()
        self._levels = ListLevels()
        self._anchors = 0
        self._unseen_at = 0  # depth of the element whose words were counted as unseen
        self._after_picture = False
        self._outer: list[list[IntakePiece]] = []
        self._grids: list[Grid] = []

    # -- the stream ----------------------------------------------------------------------------------------

    def read(self, clean: str) -> None:
        """Read well-formed HTML from the cleaner, the whole of it."""
        for close, tag, given, letters in tokens(clean):
            if letters:
                self._data(unescaped(letters))
            elif close:
                self._end(tag)
            else:
                self._start(tag, given)
        self._flush()
        self._letters.release()
        self._flush()
        if self._anchors:  # one for each comment; the list of their words may lie outside of what was copied
            self.dropped[Dropped.COMMENTS] = self._anchors
        self.dropped[Dropped.LEGACY_LETTERS] += self._letters.converted

    def _start(self, tag: str, given: str) -> None:
        if tag in BLOCKS:
            self._flush()
        if tag == "br":
            if self._open[-1].unseen is None:
                self._letters.break_line()
        elif tag == "img":
            self._image(attributes(given))
        elif tag == "col" and self._grids:
            attrs = attributes(given)
            shown_at_all = declared(attrs.get("style", "")).get("display") != "none"
            self._grids[-1].columns.extend([shown_at_all] * span(attrs.get("span", "")))
        if tag in _VOID:
            return
        given, source = without_id(given)
        element = self._element(tag, given)
        here = element.inside
        if tag == "a":
            here = replace(here, link=self._link(element.attrs) if here.unseen is None else "")
        if here.anchor and not self._open[-1].anchor and here.unseen is None:
            self._anchors += 1
        self._items.append(self._item_in(here))
        self._open.append(here)
        self._sources.append(source if source and tag in BLOCKS else self._sources[-1])
        if tag == "q":
            self._data("“")
        for kind in element.looks:
            self._looks.append((len(self._open), kind))
        if tag in _TABLE_TAGS:
            self._open_table(tag, element)

    def _element(self, tag: str, given: str) -> _Element:
        """Return what an element means where it stands; a program writes the same one a thousand times."""
        around = self._open[-1]
        key = (id(around), tag, given)
        known = self._known.get(key)
        if known is None:
            attrs = attributes(given) if given else {}
            own = declared(attrs["style"]) if "style" in attrs else {}
            style = {**self._sheet.of(tag, attrs.get("class", "")), **own}
            inside = around.inside(tag, style, attrs)
            looks = []  # a sheet's font is a program's own, a span's is somebody's wish
            if inline_styles.sets_font(tag, own, attrs):
                looks.append(Dropped.FONTS)
            if inline_styles.sets_colour(tag, own, attrs):
                looks.append(Dropped.COLOURS)
            known = self._known[key] = _Element(attrs, style, inside, tuple(looks), around)
        return known

    def _item_in(self, here: Context) -> _Item | None:
        """Return the list item that an element which opens now is in; it may be a new one."""
        if here.tag in ("ul", "ol"):
            self._numbers.append(here.lists[-1].start)
        if here.item is self._open[-1].item:
            return self._items[-1]
        if here.item is None:
            return None
        number = here.item.value
        if self._numbers and here.tag == "li":
            number = self._numbers[-1] if number is None else number
            self._numbers[-1] = number + 1
        return _Item(here.item, 1 if number is None else number)

    def _end(self, tag: str) -> None:
        if tag in _VOID:
            return
        if tag in BLOCKS:
            self._flush()
        if tag in _TABLE_TAGS:
            self._close_table(tag)
        elif tag == "q":
            self._data("”")
        depth = len(self._open)
        while self._looks and self._looks[-1][0] == depth:
            self._looks.pop()
        if self._unseen_at == depth:
            self._unseen_at = 0
        if tag in ("ul", "ol"):
            self._numbers.pop()
        self._open.pop()
        self._sources.pop()
        item = self._items.pop()
        if item is not None and item is not self._items[-1]:
            _grow(item)

    # -- letters -------------------------------------------------------------------------------------------

    def _data(self, data: str) -> None:
        here = self._open[-1]
        if here.unseen is not None or here.anchor:
            self._count_unseen(here, data)
            return
        if here.marker:
            self._letters.sign += data
            return
        if here.sign_gap and data.isspace() and self._may_have_sign() and self._letters.make_sign():
            return
        if self._looks and not here.note and not data.isspace():
            for _, kind in self._looks:
                self.dropped[kind] += 1
            self._looks.clear()
        if here.size:
            self._sizes[here.size] += len(data.strip())
        self._letters.add(data, here)

    def _may_have_sign(self) -> bool:
        item = self._items[-1]
        return item is not None and item.kind.word and not item.placed

    def _count_unseen(self, here: Context, data: str) -> None:
        """Count once, however many elements the words are cut into."""
        if here.unseen is None or self._unseen_at or data.isspace():
            return
        self.dropped[here.unseen] += 1
        self._unseen_at = next(
            depth for depth, around in enumerate(self._open, 1) if around.unseen is not None
        )

    # -- elements ------------------------------------------------------------------------------------------

    def _link(self, attrs: dict[str, str]) -> str:
        address = attrs.get("href", "").strip()
        if not address or address.startswith("#"):  # a place in the page itself
            return ""
        if address.lower().startswith(_LINKS) and not re.search(r"[\s\x00-\x1f]", address):
            return address
        self.dropped[Dropped.LINKS] += 1
        return ""

    def _image(self, attrs: dict[str, str]) -> None:
        here = self._open[-1]
        if here.marker:
            self._letters.sign += "•"
            return
        if here.unseen is not None:
            return
        address = attrs.get("src", "")
        data = self._parts.get(address, b"")
        if not data and self._embedded and len(self.pictures) < PICTURE_COUNT:
            data = embedded_picture(address)
        if data or not self._embedded:
            self._flush()
        self._after_picture = True
        if data:
            picture = Picture(new_id(), "", alt=shown(attrs.get("alt", "")))
            self.pictures.append((picture.id, data))
            self.pieces.append(IntakePiece(picture))
            self._levels.forget()
        else:
            self.dropped[Dropped.PICTURES] += 1
            self.addresses.append(name_of(address))

    # -- tables --------------------------------------------------------------------------------------------

    def _open_table(self, tag: str, element: _Element) -> None:
        attrs = element.attrs
        if tag == "table":
            self._grids.append(Grid())
        elif tag == "thead" and self._grids:
            self._grids[-1].head = True
        elif tag == "tr" and self._grids:
            self._grids[-1].rows.append([])
        elif tag in ("td", "th") and self._grids and self._grids[-1].rows:
            cell = Cell(tag == "th", span(attrs.get("colspan", "")), span(attrs.get("rowspan", "")))
            # Excel lets long words run over the next cells.
            cell.joined = "colspan" not in element.style.get("mso-ignore", "")
            if self._open[-1].unseen is not Dropped.HIDDEN:
                self._grids[-1].rows[-1].append(cell)
            self._outer.append(self.pieces)
            self.pieces = cell.pieces

    def _close_table(self, tag: str) -> None:
        if tag in ("td", "th") and self._outer:
            self.pieces = self._outer.pop()
        elif tag == "table" and self._grids:
            grid = self._grids.pop()
            self.pieces.extend(grid.pieces(self._sources[-1]))
            self._levels.forget()
            self.dropped[Dropped.MERGED_CELLS] += grid.merged
            self.dropped[Dropped.HIDDEN] += grid.hidden

    # -- blocks --------------------------------------------------------------------------------------------

    def _flush(self) -> None:
        """Make blocks of the letters read since the last one."""
        if not self._letters:
            return
        here = self._open[-1]
        parts = list(paragraphs(self._letters.taken()))
        if not parts and self._outer:
            parts = self._number_alone()
        for part in parts:
            inset = here.indented or (self._blanks_indent and indent(part) >= 2)
            block = None if self._is_caption(here, part) else self._block(here, evened(stripped(part)))
            if block is not None:
                self.pieces.append(self._piece(here, block, inset))
                if not isinstance(block, ListItem):
                    self._levels.forget()
            self._after_picture = False
        self._letters.sign = ""
        self._sizes.clear()

    def _piece(self, here: Context, block: Block, inset: bool) -> IntakePiece:
        size = max(self._sizes, key=lambda one: self._sizes[one], default=0.0)
        look = (inset, here.centred, here.rank, self._after_picture, here.right, size)
        return IntakePiece(block, *look, source=self._sources[-1], hint=here.hint)

    def _number_alone(self) -> list[Runs]:
        """Return the number of a cell that holds nothing else, as Word numbers the rows of a table."""
        sign, self._letters.sign = self._letters.sign.strip(), ""
        return [(Run(sign),)] if sign and not is_bullet(sign) else []

    def _is_caption(self, here: Context, runs: Runs) -> bool:
        """Give the words of a figure's caption to the picture that stands above them."""
        last = self.pieces[-1] if here.caption and self.pieces else None
        if last is None or not isinstance(last.block, Picture) or last.block.caption:
            return False
        caption = " ".join(plain(runs).split())
        self.pieces[-1] = replace(last, block=replace(last.block, caption=caption))
        return True

    def _block(self, here: Context, runs: Runs) -> Block | None:
        if here.rank:
            runs = self._after_marker(runs)
            bold = all(Mark.BOLD in run.marks for run in runs)
            plain_runs = tuple(replace(run, marks=run.marks - {Mark.BOLD}) for run in runs) if bold else runs
            return Heading(new_id(), plain_runs)
        item = self._items[-1]
        if item is None and is_bullet(self._letters.sign):
            item = _Item(ItemKind(margin=here.margin, word=True), 1)
        if item and (item.kind.listed or self._letters.sign or item.placed):
            return self._item(item, runs, quote=here.quote)
        runs = self._after_marker(runs)
        return Quote(new_id(), runs) if here.quote else Paragraph(new_id(), runs)

    def _after_marker(self, runs: Runs) -> Runs:
        """Put the sign before the words, one space between; a bullet goes where there is no list."""
        sign = " ".join(self._letters.sign.split())
        if not sign or read_marker(sign) == (False, 1):
            return runs
        first = runs[0] if runs else Run("")
        return merged((Run(f"{sign} ", first.marks), *runs))

    def _item(self, item: _Item, runs: Runs, *, quote: bool) -> Block | None:
        if item.placed:
            last = self.pieces[-1].block if self.pieces else None
            if isinstance(last, ListItem) and last.id == item.placed:
                item.home = (self.pieces, len(self.pieces) - 1)
                item.more.append(runs)
                return None
            return Quote(new_id(), runs) if quote else Paragraph(new_id(), runs)
        item.placed, kind = new_id(), item.kind
        level, rank = self._levels.place(kind.declared, kind.margin, self._letters.sign if kind.word else "")
        if kind.word:
            meaning = read_marker(self._letters.sign, rank)
            if meaning is None:
                return Paragraph(item.placed, self._after_marker(runs))
            made = ListItem(item.placed, runs, meaning[0], level, meaning[1])
            made = replace(made, start=first_number(self.pieces, made))
        elif not kind.kind or (kind.ordered and not drawn_alike(kind.kind, rank)):
            sign = f"{numbered(kind.kind, item.number)} " if kind.kind else ""
            return Paragraph(item.placed, merged((Run(sign), *runs)))
        else:
            made = ListItem(item.placed, runs, kind.ordered, level, kind.start)
        if made.ordered:
            self._levels.say_ordered()
        return made


def _grow(item: _Item) -> None:
    """Add the further paragraphs of an item to its first one, all at once."""
    if item.home is not None:
        pieces, at = item.home
        first = pieces[at].block
        if isinstance(first, ListItem):
            pieces[at] = replace(pieces[at], block=replace(first, runs=joined([first.runs, *item.more])))
        item.more.clear()
        item.home = None
