"""Reads cleaned HTML into pieces: what is open around the letters decides what block they become."""

from __future__ import annotations

import base64
import binascii
import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

from desk.intake import inline_styles
from desk.intake.html_context import BLOCKS, Context, OpenItem
from desk.intake.pieces import IntakePiece, collapsed, indent, joined, paragraphs, stripped
from desk.intake.result import Dropped
from desk.intake.style_sheet import Style, StyleSheet, parsed
from desk.intake.tables import Cell, Grid, span
from desk.intake.word_lists import ListLevels, drawn_alike, first_number, numbered, read_marker
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
    new_id,
    plain,
)
from desk.text.legacy_fonts import Legacy, from_legacy
from desk.text.signs import shown

# The cleaner writes every "<" and ">" that is no tag's as an entity, and every value between double quotes.
_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)([^>]*)>|([^<]+)")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&nbsp;", "\xa0"), ("&amp;", "&"))
_VOID = frozenset(("br", "img", "hr", "col"))
_LINKS = ("https://", "http://", "mailto:")
_SPACE = re.compile("[ \t\r\n\f]+")
_TABS = re.compile("[ \t]+")
_DATA = re.compile(r"data:image/[\w.+-]+;base64,", re.IGNORECASE)
_WORD_START = re.compile(r"(?<![^\W_])[^\W\d_]")
_UNICODE_LETTER = re.compile("[\u0100-\u1ef9]")  # no font before Unicode has it
_SIGN_LETTERS = 8  # "1.2.10."
PICTURE_BYTES = 20 * 1024 * 1024
PICTURE_COUNT = 50


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

    def __init__(self, *, embedded: bool, sheet: StyleSheet | None = None) -> None:
        self.pieces: list[IntakePiece] = []
        self.pictures: list[tuple[str, bytes]] = []
        self.addresses: list[str] = []
        self.dropped: Counter[Dropped] = Counter()
        self._embedded = embedded
        self._sheet = sheet or StyleSheet()
        self._open: list[Context] = [Context()]
        self._known: dict[tuple[int, str, str], _Element] = {}
        self._looks: list[tuple[int, Dropped]] = []  # (depth, kind) of what no letter was seen in so far
        self._runs: list[Run] = []
        self._legacy: dict[int, Legacy] = {}  # place among the runs → how its letters are kept
        self._marker = ""
        self._levels = ListLevels()
        self._anchors = 0
        self._unseen_at = 0  # depth of the element whose words were counted as unseen
        self._after_picture = False
        self._outer: list[list[IntakePiece]] = []
        self._grids: list[Grid] = []

    # -- the stream ----------------------------------------------------------------------------------------

    def read(self, clean: str) -> None:
        """Read well-formed HTML from the cleaner, the whole of it."""
        for close, tag, given, letters in _TOKEN.findall(clean):
            if letters:
                self._letters(_unescaped(letters))
            elif close:
                self._end(tag)
            else:
                self._start(tag, given)
        self._flush()
        if self._anchors:  # one for each comment; the list of their words may lie outside of what was copied
            self.dropped[Dropped.COMMENTS] = self._anchors

    def _start(self, tag: str, given: str) -> None:
        if tag in BLOCKS:
            self._flush()
        if tag == "br":
            self._runs.append(Run("\n"))
        elif tag == "img":
            self._image(_attributes(given))
        if tag in _VOID:
            return
        element = self._element(tag, given)
        here = element.inside
        if tag == "a":
            here = replace(here, link=self._link(element.attrs) if here.unseen is None else "")
        if here.anchor and not self._open[-1].anchor and here.unseen is None:
            self._anchors += 1
        self._open.append(here)
        self._looks.extend((len(self._open), kind) for kind in element.looks)
        self._open_table(tag, element)

    def _element(self, tag: str, given: str) -> _Element:
        """Return what an element means where it stands; a program writes the same one a thousand times."""
        around = self._open[-1]
        key = (id(around), tag, given)
        known = self._known.get(key)
        if known is None:
            attrs = _attributes(given) if given else {}
            style = self._style(tag, attrs)
            inside = around.inside(tag, style, attrs)
            looks = []
            if inline_styles.sets_font(tag, style, attrs):
                looks.append(Dropped.FONTS)
            if inline_styles.sets_colour(tag, style, attrs):
                looks.append(Dropped.COLOURS)
            known = _Element(attrs, style, inside, tuple(looks), around)
            if inside.item is around.item and inside.lists is around.lists:  # each item and list is its own
                self._known[key] = known
        return known

    def _end(self, tag: str) -> None:
        if tag in _VOID:
            return
        if tag in BLOCKS:
            self._flush()
        self._close_table(tag)
        depth = len(self._open)
        while self._looks and self._looks[-1][0] == depth:
            self._looks.pop()
        if self._unseen_at == depth:
            self._unseen_at = 0
        here = self._open.pop()
        if here.item is not None and here.item is not self._open[-1].item:
            _grow(here.item)

    def _style(self, tag: str, attrs: dict[str, str]) -> Style:
        inline = _declared(attrs["style"]) if "style" in attrs else {}
        ruled = self._sheet.of(tag, attrs.get("class", ""))
        return {**ruled, **inline} if ruled else inline

    # -- letters -------------------------------------------------------------------------------------------

    def _letters(self, data: str) -> None:
        here = self._open[-1]
        if here.unseen is not None or here.anchor:
            self._count_unseen(here, data)
            return
        if here.marker:
            self._marker += data
            return
        if here.sign_gap and data.isspace() and self._stands_after_sign():
            self._marker, self._runs = plain(tuple(self._runs)), []
            return
        if self._looks and not data.isspace():
            self.dropped.update(kind for _, kind in self._looks)
            self._looks.clear()
        if here.legacy is not None:
            self._legacy[len(self._runs)] = _kept(here.legacy, here.transform)
        if here.transform != "none" and here.legacy is not Legacy.TCVN3:
            data = _transformed(data, here.transform)
        if here.note:
            data = f"{data.strip().strip('[]')}{' ' if here.note == 'back' else ''}"
        marks = here.marks - {Mark.UNDERLINE} if here.link else here.marks
        self._runs.append(Run(self._spaced(data, here), marks, here.link))

    def _spaced(self, data: str, here: Context) -> str:
        if here.gap and not data.strip():
            return " "
        if here.verbatim:
            return _TABS.sub(" ", data.replace("\r\n", "\n"))
        return _SPACE.sub(" ", data)

    def _stands_after_sign(self) -> bool:
        """Say whether what was read of a list paragraph so far is no more than its number or bullet."""
        item = self._open[-1].item
        fresh = item is not None and item.word and not item.placed and not self._marker
        return fresh and 0 < len(plain(tuple(self._runs)).strip()) <= _SIGN_LETTERS

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
            self._marker += "•"
            return
        if here.unseen is not None:
            return
        address = attrs.get("src", "")
        data = embedded_picture(address) if self._embedded and len(self.pictures) < PICTURE_COUNT else b""
        if data or not self._embedded:
            self._flush()
        self._after_picture = True
        if data:
            picture = Picture(new_id(), "", alt=shown(attrs.get("alt", "")))
            self.pictures.append((picture.id, data))
            self.pieces.append(IntakePiece(picture))
        else:
            self.dropped[Dropped.PICTURES] += 1
            self.addresses.append(address.partition(";")[0] if _DATA.match(address) else address[:200])

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
            cell.joined = "colspan" not in element.style.get(
                "mso-ignore", ""
            )  # Excel lets long words run over
            if self._open[-1].unseen is not Dropped.HIDDEN:
                self._grids[-1].rows[-1].append(cell)
            self._outer.append(self.pieces)
            self.pieces = cell.pieces

    def _close_table(self, tag: str) -> None:
        if tag in ("td", "th") and self._outer:
            self.pieces = self._outer.pop()
        elif tag == "table" and self._grids:
            grid = self._grids.pop()
            self.pieces.extend(grid.pieces())
            if grid.merged:
                self.dropped[Dropped.MERGED_CELLS] += grid.merged

    # -- blocks --------------------------------------------------------------------------------------------

    def _flush(self) -> None:
        """Make blocks of the letters read since the last one."""
        if not self._runs and not self._marker:
            return
        here = self._open[-1]
        runs = collapsed(self._taken_runs())
        for part in paragraphs(runs):
            inset = indent(part) >= 2 or here.indented
            block = None if self._is_caption(here, part) else self._block(here, stripped(part))
            if block is not None:
                self.pieces.append(IntakePiece(block, inset, here.centred, here.rank, self._after_picture))
                if not isinstance(block, ListItem):
                    self._levels.forget()
            self._after_picture = False
        self._marker = ""

    def _taken_runs(self) -> Runs:
        """Return the letters read so far, all in Unicode and without unseen signs."""
        runs = self._runs
        if self._legacy:
            old = [runs[at].text for at in self._legacy]
            if not any(map(_UNICODE_LETTER.search, old)):
                for at, kept in self._legacy.items():
                    runs[at] = replace(runs[at], text=from_legacy(runs[at].text, kept))
                if any(before != runs[at].text for before, at in zip(old, self._legacy, strict=True)):
                    self.dropped[Dropped.LEGACY_LETTERS] += 1
            self._legacy = {}
        self._runs = []
        return tuple(run if _is_plain(run.text) else replace(run, text=shown(run.text)) for run in runs)

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
        item = here.item
        if item and (item.listed or self._marker or item.placed):
            return self._item(item, runs, quote=here.quote)
        runs = self._after_marker(runs)
        return Quote(new_id(), runs) if here.quote else Paragraph(new_id(), runs)

    def _after_marker(self, runs: Runs) -> Runs:
        """Put the sign before the words, one space between; a bullet goes where there is no list."""
        sign = " ".join(self._marker.split())
        if not sign or read_marker(sign) == (False, 1):
            return runs
        first = runs[0] if runs else Run("")
        return (Run(f"{shown(sign)} ", first.marks), *runs)

    def _item(self, item: OpenItem, runs: Runs, *, quote: bool) -> Block | None:
        if item.placed:
            last = self.pieces[-1].block if self.pieces else None
            if isinstance(last, ListItem) and last.id == item.placed:
                item.home = (self.pieces, len(self.pieces) - 1)
                item.more.append(runs)
                return None
            return Quote(new_id(), runs) if quote else Paragraph(new_id(), runs)
        item.placed = new_id()
        level, rank = self._levels.place(item.declared, item.margin, self._marker if item.word else "")
        if item.word:
            meaning = read_marker(self._marker, rank)
            if meaning is None:
                return Paragraph(item.placed, self._after_marker(runs))
            made = ListItem(item.placed, runs, meaning[0], level, meaning[1])
            made = replace(made, start=first_number(self.pieces, made))
        elif not item.kind or (item.ordered and not drawn_alike(item.kind, rank)):
            sign = f"{numbered(item.kind, item.number)} " if item.kind else ""
            return Paragraph(item.placed, (Run(sign), *runs) if sign else runs)
        else:
            made = ListItem(item.placed, runs, item.ordered, level, item.start)
        if made.ordered:
            self._levels.say_ordered()
        return made


def _grow(item: OpenItem) -> None:
    """Add the further paragraphs of an item to its first one, all at once."""
    if item.home is not None:
        pieces, at = item.home
        first = pieces[at].block
        if isinstance(first, ListItem):
            pieces[at] = replace(pieces[at], block=replace(first, runs=joined([first.runs, *item.more])))
        item.more.clear()
        item.home = None


@lru_cache(maxsize=2048)
def _declared(style: str) -> dict[str, str]:
    return parsed(style)


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _unescaped(text: str) -> str:
    """Return the letters that the cleaner wrote; it knows these five entities."""
    if "&" not in text:
        return text
    for entity, sign in _ENTITIES:
        text = text.replace(entity, sign)
    return text


def _attributes(given: str) -> dict[str, str]:
    return {key: _unescaped(value) for key, value in _ATTRIBUTE.findall(given)}


def _kept(legacy: Legacy, transform: str) -> Legacy:
    capitals = legacy is Legacy.TCVN3 and transform == "uppercase"
    return Legacy.TCVN3_CAPITALS if capitals else legacy


def _transformed(data: str, wish: str) -> str:
    if wish == "uppercase":
        return data.upper()
    if wish == "lowercase":
        return data.lower()
    return _WORD_START.sub(lambda match: match[0].upper(), data)


def embedded_picture(address: str) -> bytes:
    """Return the bytes of a `data:image/…;base64,` address, b"" for every other one or one too heavy."""
    match = _DATA.match(address)
    if not match or (len(address) - match.end()) * 3 // 4 > PICTURE_BYTES:
        return b""
    try:
        return base64.b64decode(_SPACE.sub("", address[match.end() :]), validate=True)
    except binascii.Error:
        return b""
