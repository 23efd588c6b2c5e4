"""HTML, from a web page or from Word's clipboard, to blocks; everything else is dropped and counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import nh3

from desk.errors import BadIntake, IntakeFault
from desk.intake.document import IntakeDocument, SourcePicture
from desk.intake.html.context import PLAIN_BLOCKS
from desk.intake.html.reader import HtmlReader
from desk.intake.html.source import source_of
from desk.intake.html.style_sheet import StyleSheet
from desk.intake.pieces import IntakePiece, levelled
from desk.intake.result import Dropped
from desk.text.blocks import Block, Picture

_TEXT_TAGS = {
    *PLAIN_BLOCKS,
    *("ul", "ol", "li", "dl", "dt", "dd", "blockquote", "figure", "figcaption", "hr", "br", "address"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "colgroup", "col"),
    *("span", "font", "a", "b", "strong", "i", "em", "cite", "u", "sub", "sup", "img"),
    *("ins", "del", "s", "strike", "q"),
}
_GONE = {
    "script",
    "style",
    "title",
    "xml",
    "template",
    "noscript",
    "iframe",
    "object",
    "svg",
    "math",
    "select",
    *("comment", "datalist", "rp", "video", "audio", "canvas", "embed", "applet"),
}
_PAGE_FURNITURE = {"nav", "footer", "aside", "form", "button"}
_ATTRIBUTES = {
    "*": {"style", "class", "align", "bgcolor", "hidden"},
    "a": {"href"},
    "img": {"src", "alt"},
    "p": {"role", "aria-level"},
    "div": {"role", "aria-level"},
    "ol": {"start", "type"},
    "li": {"aria-level", "type", "value"},
    "col": {"span"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "font": {"face", "size", "color"},
}
# They survive the cleaning to be counted; Reader lets http, https, mailto and embedded pictures through.
_SCHEMES = {"http", "https", "mailto", "data", "file", "javascript", "vbscript", "cid", "blob", "ftp", "tel"}
# Google Docs draws the box of a list of tasks as a picture.
_CHECKBOX = re.compile(r"<img\b[^<>]*\baria-roledescription=[\"']?checkbox[^<>]*>", re.IGNORECASE)
# Facebook, Gmail and Zalo draw one as a picture of that name.
_EMOJI = re.compile(
    r"<img\b[^<>]*\balt=[\"']([\U0001F000-\U0001FAFF\u2190-\u21ff\u2600-\u27bf\ufe0f\u200d]{1,8})[\"'][^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)")
_NEVER_DEEP = frozenset(
    [
        "p",
        "li",
        "td",
        "th",
        "tr",
        "br",
        "img",
        "hr",
        "meta",
        "link",
        "input",
        "col",
        "option",
        "dt",
        "dd",
        "tbody",
        "thead",
        "tfoot",
        "html",
        "head",
        "body",
        "base",
        "o:p",
    ]
)
_DEPTH_LIMIT = 4000  # html5ever is quadratic in depth: 10,000 levels 0.2 s, 100,000 levels 20 s


@dataclass(frozen=True, slots=True)
class Pasted:
    """What became of pasted HTML; a Picture block's SHA-256 is "" until the caller has stored its bytes."""

    blocks: tuple[Block, ...]
    dropped: Mapping[Dropped, int]
    pictures: tuple[tuple[str, bytes], ...] = ()  # (block id, bytes), in reading order


@dataclass(frozen=True, slots=True)
class CopiedPage:
    """A whole page in pieces, with its pictures that lie beside it, and the addresses of those that were dropped."""

    pieces: tuple[IntakePiece, ...]
    dropped: Mapping[Dropped, int]
    addresses: tuple[str, ...]
    pictures: tuple[SourcePicture, ...] = ()


def html_blocks(html: str) -> Pasted:
    """Turn pasted HTML into blocks: structure, marks, links and embedded pictures stay, looks go."""
    reader, dropped = _read(html, _GONE, embedded=True)
    return Pasted(tuple(levelled(reader.pieces, top=1)), dropped, tuple(reader.pictures))


def page_pieces(html: str, parts: Mapping[str, bytes] | None = None) -> CopiedPage:
    """Turn a saved web page into pieces without menus, forms and pictures but those in `parts`, by address."""
    reader, dropped = _read(html, _GONE | _PAGE_FURNITURE, embedded=False, parts=parts)
    return CopiedPage(tuple(reader.pieces), dropped, tuple(reader.addresses), _pictures(reader))


def html_document(html: str, parts: Mapping[str, bytes]) -> IntakeDocument:
    """Read the HTML of a mail or of a saved page; `parts` are the pictures that came with it, by address."""
    reader, dropped = _read(html, _GONE, embedded=True, parts=parts)
    found = _pictures(reader)
    return IntakeDocument(tuple(reader.pieces), found, left_out=dropped, lines=tuple(reader.addresses))


def _pictures(reader: HtmlReader) -> tuple[SourcePicture, ...]:
    alts = {piece.block.id: piece.block.alt for piece in reader.pieces if isinstance(piece.block, Picture)}
    return tuple(SourcePicture(block_id, data, alts.get(block_id, "")) for block_id, data in reader.pictures)


def _read(
    html: str, gone: set[str], *, embedded: bool, parts: Mapping[str, bytes] | None = None
) -> tuple[HtmlReader, Mapping[Dropped, int]]:
    source = source_of(html)
    if _depth(source.markup) > _DEPTH_LIMIT:
        raise BadIntake(IntakeFault.TOO_HEAVY)
    clean = nh3.clean(
        _EMOJI.sub(r"\1", _CHECKBOX.sub("", source.markup)),
        tags=_TEXT_TAGS,
        clean_content_tags=gone,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    # A saved page's rules are for what its scripts make of it; a clipboard's are for what one saw.
    reader = HtmlReader(embedded=embedded, sheet=StyleSheet(source.styles if embedded else ""), parts=parts)
    reader.read(clean)
    counts = Counter(reader.dropped)
    counts[Dropped.SCRIPTS] += source.scripts
    counts[Dropped.EMBEDDED] += source.embedded
    counts[Dropped.COMMENTS] += source.comments
    return reader, {kind: counts[kind] for kind in Dropped if counts[kind]}


def _depth(html: str) -> int:
    depth = deepest = 0
    for close, tag in _TAG.findall(html):
        if tag.lower() not in _NEVER_DEEP:
            depth = max(0, depth - 1) if close else depth + 1
            deepest = max(deepest, depth)
    return deepest
