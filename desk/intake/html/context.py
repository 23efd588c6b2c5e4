"""What is open around the letters of a page: each element inherits it and adds its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from desk.intake.html import inline_styles
from desk.intake.html.style_sheet import Style
from desk.intake.pieces import Hint
from desk.intake.result import Dropped
from desk.text.blocks import Mark
from desk.text.legacy_fonts import Legacy, legacy_of
from desk.text.symbol_fonts import symbol_font

PLAIN_BLOCKS = (
    *("p", "div", "section", "article", "main", "header", "pre", "center"),
    *("h1", "h2", "h3", "h4", "h5", "h6"),
)  # tags that hold a paragraph, each a block of its own
BLOCKS = frozenset(
    (
        *PLAIN_BLOCKS,
        *("ul", "ol", "li", "dl", "dt", "dd", "blockquote", "figure", "figcaption", "hr", "address"),
        *("table", "caption", "tr", "td", "th"),
    )
)
_HEADING = re.compile(r"h([1-6])")
_HEADING_CLASS = re.compile(r"\bmso(?:heading([1-9])|(title)|subtitle)\b", re.IGNORECASE)
_HINT_CLASS = re.compile(r"\bmso(title|caption|footnotetext|endnotetext)\b", re.IGNORECASE)
_HINTS = {"title": Hint.TITLE, "caption": Hint.CAPTION, "footnotetext": Hint.NOTE, "endnotetext": Hint.NOTE}
_QUOTE_CLASS = re.compile(r"\bmso(?:intense)?quote\b", re.IGNORECASE)
_INDENT_CLASS = re.compile(r"\bql-indent-([1-8])\b")
_LIST_MARGIN = 30.0  # points: what every program gives a list that names none
_NOTE = re.compile(r"#(?:_ftn\d|_edn\d|ftnt\d|sd(?:foot|end)note\d+sym)")  # Word, Google, LibreOffice
_NOTE_BACK = re.compile(r"#(?:_ftnref|_ednref|ftnt_ref|sd(?:foot|end)note\d+anc)")
_COMMENT = re.compile(r"#(?:cmnt\d|_msocom_\d)")  # Google, Word


@dataclass(frozen=True, slots=True)
class ListAround:
    """An open ul or ol."""

    ordered: bool
    kind: str  # how it counts: "1", "a", "A", "i", "I"; "" for no sign
    start: int
    margin: float


@dataclass(frozen=True, slots=True)
class ItemKind:
    """What is known of a list item before its words are read."""

    ordered: bool = False
    declared: int = 0
    start: int = 1
    margin: float = 0.0
    kind: str = "1"
    value: int | None = None  # the number that it names itself
    word: bool = False  # one of Word's paragraphs, its number is in the text
    listed: bool = True  # Word says so itself; else only a sign before it makes an item of it


@dataclass(frozen=True, slots=True)
class Context:
    """An open element, with all that it inherits."""

    tag: str = ""
    marks: frozenset[Mark] = frozenset()
    link: str = ""
    rank: int = 0
    quote: bool = False
    item: ItemKind | None = None
    lists: tuple[ListAround, ...] = ()
    indented: bool = False
    centred: bool = False
    right: bool = False
    size: float = 0.0  # of the letters, in points; 0: not said
    hint: Hint | None = None
    margin: float = 0.0  # of the paragraph, in points
    verbatim: bool = False
    marker: bool = False
    gap: bool = False
    sign_gap: bool = False  # the blanks between a list's sign and its words
    caption: bool = False
    drop_cap: bool = False  # a first letter over several lines, which Word writes as a table of its own
    note: str = ""  # "to" a note at the foot, or "back" from it
    transform: str = "none"
    legacy: Legacy | None = None
    symbols: str = ""  # the symbol font, if the letters are in one
    unseen: Dropped | None = None
    anchor: bool = False  # "[A1]" of a comment

    def inside(self, tag: str, style: Style, attrs: Mapping[str, str]) -> Context:
        """Return what is open inside an element."""
        return replace(self, **_changes(self, tag, style, attrs))


def _changes(around: Context, tag: str, style: Style, attrs: Mapping[str, str]) -> dict[str, Any]:
    new: dict[str, Any] = {"tag": tag}
    if tag in ("td", "th"):
        new.update(_CELL)
    marks = inline_styles.marks(tag, style, frozenset() if tag in ("td", "th") else around.marks)
    if tag == "a" and "href" in attrs:
        if _NOTE.match(attrs["href"]):
            new["note"], marks = "to", marks | {Mark.SUPER}
        elif _NOTE_BACK.match(attrs["href"]):
            new["note"] = "back"
        elif _COMMENT.match(attrs["href"]):
            new["anchor"] = True
    new["marks"] = marks
    if tag in BLOCKS:
        new.update(_block_changes(around, tag, style, attrs))
    if around.unseen is None and (unseen := inline_styles.unseen(tag, style, attrs)):
        new["unseen"] = unseen
    if style:
        new.update(_style_changes(style))
    font = inline_styles.font(style, attrs)
    if font:
        new["legacy"], new["symbols"] = legacy_of(font), symbol_font(font)
    if "class" in attrs:
        if inline_styles.is_comment_anchor(attrs):
            new["anchor"] = True
        elif attrs["class"] == "Apple-converted-space":
            new["gap"] = True
    return new


_CELL: dict[str, Any] = {
    **{"link": "", "rank": 0, "quote": False, "item": None, "lists": (), "centred": False, "right": False},
    **{"verbatim": False, "marker": False, "gap": False, "caption": False, "note": ""},
}


def _style_changes(style: Style) -> dict[str, Any]:
    new: dict[str, Any] = {}
    transform, verbatim = inline_styles.transform(style), inline_styles.is_verbatim(style)
    if transform is not None:
        new["transform"] = transform
    if verbatim is not None:
        new["verbatim"] = verbatim
    if inline_styles.is_marker(style):
        new["marker"] = True
    if "font-size" in style:
        new["size"] = inline_styles.points(style["font-size"])
    if style.get("mso-element", "").startswith("dropcap"):
        new["drop_cap"] = True
    if inline_styles.is_gap(style):
        new["gap"] = True
    if inline_styles.is_sign_gap(style):
        new["sign_gap"] = True
    return new


def _block_changes(around: Context, tag: str, style: Style, attrs: Mapping[str, str]) -> dict[str, Any]:
    new: dict[str, Any] = {}
    if "text-indent" in style:
        new["indented"] = inline_styles.indented(style)
    if tag in ("td", "th"):
        return new
    classes = attrs.get("class", "")
    centred = tag in ("figcaption", "center") or inline_styles.centred(style, attrs)
    new["centred"] = centred or (around.centred and "text-align" not in style)
    if inline_styles.set_right(style, attrs) or "text-align" in style:
        new["right"] = inline_styles.set_right(style, attrs)
    if classes and tag == "p":
        new["hint"] = _hint(classes)
    heading = _HEADING.fullmatch(tag)
    margin = inline_styles.left_margin(style)
    if margin is not None:
        new["margin"] = margin
    named = _HEADING_CLASS.search(classes) if tag == "p" and classes else None
    if heading or named:
        new["rank"] = int(heading[1]) if heading else _named_rank(named)
        return new
    if attrs.get("role") == "heading":
        level = attrs.get("aria-level", "")
        new["rank"] = int(level) if re.fullmatch("[1-6]", level) else 2
        return new
    if tag in ("ul", "ol"):
        new["lists"] = (*around.lists, _list(tag, style, attrs))
    elif tag == "li":
        new["item"] = _item(around, style, attrs)
    elif tag == "p" and not around.item:
        word = _word_item(style, classes)
        if word is not None:
            new["item"] = word
    if tag == "blockquote" or (classes and _QUOTE_CLASS.search(classes)):
        new["quote"] = True
    if tag == "pre":
        new["verbatim"] = True
    if tag == "figcaption":
        new["caption"] = True
    return new


def _hint(classes: str) -> Hint | None:
    named = _HINT_CLASS.search(classes)
    return _HINTS[named[1].lower()] if named else None


def _named_rank(named: re.Match[str] | None) -> int:
    assert named is not None
    if named[1]:
        return min(int(named[1]), 6)
    return 1 if named[2] else 2


def _list(tag: str, style: Style, attrs: Mapping[str, str]) -> ListAround:
    start = attrs.get("start", "")
    first = int(start) if re.fullmatch(r"\d{1,4}", start) else 1
    margin = inline_styles.left_margin(style)
    kind = inline_styles.numbering(style, attrs)
    return ListAround(
        tag == "ol", "1" if kind is None else kind, first, _LIST_MARGIN if margin is None else margin
    )


def _item(around: Context, style: Style, attrs: Mapping[str, str]) -> ItemKind:
    if not around.lists:
        return ItemKind()
    its = around.lists[-1]
    depth = _INDENT_CLASS.search(attrs.get("class", ""))
    level, value = attrs.get("aria-level", ""), attrs.get("value", "")
    declared = max(
        len(around.lists) - 1 + (int(depth[1]) if depth else 0),
        int(level) - 1 if re.fullmatch("[1-9]", level) else 0,
    )
    kind = inline_styles.numbering(style, attrs)
    return ItemKind(
        its.ordered,
        declared,
        its.start,
        its.margin + (inline_styles.left_margin(style) or 0.0),
        its.kind if kind is None else kind,
        int(value) if re.fullmatch(r"\d{1,4}", value) else None,
    )


def _word_item(style: Style, classes: str) -> ItemKind | None:
    level = inline_styles.list_level(style)
    named = classes[:7].lower() == "msolist" and style.get("mso-list") != "none"
    if level is None and not named:
        return None
    margin = inline_styles.left_margin(style) or 0.0
    return ItemKind(declared=level or 0, margin=margin, word=True, listed=level is not None)
