"""An element's style: which of it is meaning (bold, hidden, a list level) and which is only looks."""

from __future__ import annotations

import re
from collections.abc import Mapping

from desk.intake.html.style_sheet import Style
from desk.intake.result import Dropped
from desk.text.blocks import Mark
from desk.text.legacy_fonts import legacy_of

_TAG_MARKS = {
    "b": Mark.BOLD,
    "strong": Mark.BOLD,
    "i": Mark.ITALIC,
    "em": Mark.ITALIC,
    "cite": Mark.ITALIC,
    "u": Mark.UNDERLINE,
    "sub": Mark.SUB,
    "sup": Mark.SUPER,
}
_STRUCK_TAGS = {"del", "s", "strike"}
# Word writes black on every other span; dropping it changes nothing that a person would miss.
_NOTHING = (
    r"black|windowtext|#000(?:000)?|inherit|initial|unset|auto|transparent|none|rgba?\(0, ?0, ?0[^)]*\)"
)
_NO_COLOUR = re.compile(rf"(?:{_NOTHING}|var\(.*)$")
_NO_BACKGROUND = re.compile(
    rf"(?:{_NOTHING}|white|#fff(?:fff)?|rgba?\(255, ?255, ?255[^)]*\)|var\(.*)(?: |$)"
)
_FONT_KEYS = {"font", "font-family", "font-size"}
_LIST_LEVEL = re.compile(r"\bl\d+\s+level(\d)")
_LENGTH = re.compile(r"\s*([+-]?\d*\.?\d+)\s*(pt|px|cm|mm|in|pc|em|rem)?")
_POINTS = {"pt": 1.0, "px": 0.75, "cm": 28.35, "mm": 2.835, "in": 72.0, "pc": 12.0, "em": 12.0, "rem": 12.0}
_RAISED = 2.0  # points; less sets a picture or a formula straight in its line
_FAR = 900.0  # points; no sheet is as wide
_SEEN = 1.5  # points
_NUMBER = re.compile(r"\d*\.?\d")
_NO_HEIGHT = re.compile(r"0(?:\.0*)?(?:px|pt|em)?$")
_UNSEEN_CLASSES = {"sr-only", "visually-hidden", "screen-reader-text", "screen-reader-only"}
_COMMENT_CLASSES = {"msocomtxt", "msocommenttext"}
_ANCHOR_CLASSES = {"msocommentreference", "msocomanchor"}
_NUMBERINGS = {
    "decimal": "1",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "none": "",
}
_TRANSFORMS = {"uppercase", "lowercase", "capitalize", "none"}
_PRE = {"pre", "pre-wrap", "pre-line", "break-spaces"}


def marks(tag: str, style: Style, before: frozenset[Mark]) -> frozenset[Mark]:
    """Return the marks inside an element: those around it, its own, and what its style adds or takes."""
    found = set(before)
    if tag in _TAG_MARKS:
        found.add(_TAG_MARKS[tag])
    _set(found, Mark.BOLD, _bold(style.get("font-weight", "")))
    slant = style.get("font-style", "")
    _set(
        found,
        Mark.ITALIC,
        slant in ("italic", "oblique") if slant in ("italic", "oblique", "normal") else None,
    )
    # A word that came in while changes were tracked is drawn underlined; it is a word like the others.
    _set(found, Mark.UNDERLINE, True if "underline" in _decoration(style) and tag != "ins" else None)
    if _decoration(style) == "none" and tag in _TAG_MARKS:
        found.discard(Mark.UNDERLINE)
    raised = _raise(style)
    _set(found, Mark.SUB, True if raised < 0 else None)
    _set(found, Mark.SUPER, True if raised > 0 else None)
    return frozenset(found)


def _decoration(style: Style) -> str:
    return style.get("text-decoration", "") or style.get("text-decoration-line", "")


def _raise(style: Style) -> float:
    """Return how far letters stand above the line (below: negative), in points where a number says it."""
    height = style.get("vertical-align", "")
    if height in ("sub", "super"):
        return 1 if height == "super" else -1
    by = points(style.get("mso-text-raise", ""))
    if not by and style.get("position") == "relative":
        by = -points(style.get("top", ""))
    return by if abs(by) >= _RAISED else 0


def _set(found: set[Mark], mark: Mark, on: bool | None) -> None:
    if on is True:
        found.add(mark)
    elif on is False:
        found.discard(mark)


def _bold(weight: str) -> bool | None:
    if weight in ("bold", "bolder"):
        return True
    if weight in ("normal", "lighter"):
        return False
    return int(weight) >= 600 if weight.isascii() and weight.isdigit() else None


# -- what a reader does not see --------------------------------------------------------------------------


def unseen(tag: str, style: Style, attrs: Mapping[str, str]) -> Dropped | None:
    """Return why the source shows an element's words as no part of its text; None when it shows them."""
    if tag in _STRUCK_TAGS or "line-through" in _decoration(style):
        return Dropped.STRUCK
    if style.get("mso-element", "").startswith("comment") or _COMMENT_CLASSES & _classes(attrs):
        return Dropped.COMMENTS
    hidden = (
        # Word hides page numbers of a contents list from browsers alone.
        (style.get("display") == "none" and style.get("mso-hide") != "screen")
        or style.get("visibility") in ("hidden", "collapse")
        or _is_out_of_sight(style)
        or style.get("mso-hide") == "all"
        or "hidden" in attrs
        or _is_no_size(style.get("font-size", ""))
        or bool(_UNSEEN_CLASSES & _classes(attrs))
    )
    return Dropped.HIDDEN if hidden else None


def _is_out_of_sight(style: Style) -> bool:
    """Say whether words are there for screen readers alone, or drawn with no ink."""
    if style.get("opacity") in ("0", "0.0") or style.get("clip", "").replace(" ", "").startswith("rect(0"):
        return True
    if style.get("clip-path", "").startswith("inset(") or style.get("color") == "transparent":
        return True
    if "hidden" in style.get("overflow", "") and any(
        _NO_HEIGHT.match(style.get(key, "")) for key in ("height", "max-height")
    ):
        return True
    return any(points(style.get(side, "")) < -_FAR for side in ("left", "top", "text-indent", "margin-left"))


def _is_no_size(size: str) -> bool:
    """Say whether letters of this size are too small to be seen, as pages hide what only machines should read."""
    return bool(_NUMBER.match(size)) and "em" not in size and "%" not in size and points(size) < _SEEN


def font(style: Style, attrs: Mapping[str, str]) -> str:
    """Return the font of letters with marks: Word names it apart where plain letters have another."""
    named = style.get("mso-symbol-font-family") or style.get("font-family") or style.get("font")
    named = named or attrs.get("face", "")
    apart = style.get("mso-hansi-font-family") or style.get("mso-ascii-font-family", "")
    return apart if apart and legacy_of(apart) and not legacy_of(named) else named


def is_comment_anchor(attrs: Mapping[str, str]) -> bool:
    """Say whether an element is the "[A1]" that Word puts where a comment was made."""
    return bool(_ANCHOR_CLASSES & _classes(attrs))


def _classes(attrs: Mapping[str, str]) -> set[str]:
    return set(attrs.get("class", "").lower().split())


def transform(style: Style) -> str | None:
    """Return "uppercase", "lowercase", "capitalize" or "none"; None where the style says nothing.

    Small capitals are capitals: the desk has no smaller ones.
    """
    if "small-caps" in style.get("font-variant", "") or "small-caps" in style.get("font-variant-caps", ""):
        return "uppercase"
    wish = style.get("text-transform", "")
    return wish if wish in _TRANSFORMS else None


def is_verbatim(style: Style) -> bool | None:
    """Say whether line ends are lines; None where the style says nothing."""
    space = style.get("white-space", "")
    return (space in _PRE) if space else None


# -- looks -----------------------------------------------------------------------------------------------


def sets_font(tag: str, style: Style, attrs: Mapping[str, str]) -> bool:
    """Say whether an element chooses a font or a size; what is raised or sunk is smaller by itself."""
    if "small-caps" in style.get("font-variant", ""):
        return True
    if _FONT_KEYS & style.keys() and not _raise(style):
        return True
    return tag == "font" and bool({"face", "size"} & attrs.keys())


def sets_colour(tag: str, style: Style, attrs: Mapping[str, str]) -> bool:
    """Say whether an element chooses a colour that one would see on white paper."""
    ink = style.get("color") or (attrs.get("color", "").lower() if tag == "font" else "")
    behind = style.get("background-color") or style.get("background") or attrs.get("bgcolor", "").lower()
    return bool(ink and not _NO_COLOUR.match(ink)) or bool(behind and not _NO_BACKGROUND.match(behind))


# -- lists and places ------------------------------------------------------------------------------------


def list_level(style: Style) -> int | None:
    """Return the level (from 0) that Word's `mso-list:l0 level2 lfo1` gives a paragraph, if it does."""
    match = _LIST_LEVEL.search(style.get("mso-list", ""))
    return int(match[1]) - 1 if match else None


def is_marker(style: Style) -> bool:
    """Say whether a span holds the number or bullet that Word or PowerPoint draws before a list paragraph."""
    return style.get("mso-list", "") == "ignore" or style.get("mso-special-format", "").startswith("bullet")


def is_gap(style: Style) -> bool:
    """Say whether a span holds nothing but the blanks that Word writes for a tab or for several spaces."""
    return "mso-tab-count" in style or style.get("mso-spacerun") == "yes"


def is_sign_gap(style: Style) -> bool:
    """Say whether a span holds the blanks that Word draws between a list's sign and its words, always at 7 pt."""
    return style.get("font", "").startswith("7.0pt")


def numbering(style: Style, attrs: Mapping[str, str]) -> str | None:
    """Return how a list counts: "1", "a", "A", "i", "I", "" for no sign at all; None where nothing is said."""
    wish = style.get("list-style-type", "") or style.get("list-style", "").partition(" ")[0]
    if wish in _NUMBERINGS:
        return _NUMBERINGS[wish]
    kind = attrs.get("type", "")
    return kind if kind in ("1", "a", "A", "i", "I") else None


def set_right(style: Style, attrs: Mapping[str, str]) -> bool:
    """Say whether a paragraph is set to the right margin."""
    said = style.get("text-align") or attrs.get("align", "").lower()
    return said in ("right", "end")


def points(length: str) -> float:
    """Return a CSS length in points; 0 for what is none, such as a share."""
    match = _LENGTH.match(length)
    return float(match[1]) * _POINTS[match[2] or "px"] if match and "%" not in length else 0.0


def left_margin(style: Style) -> float | None:
    """Return how far in a paragraph stands, in points; None where the style says nothing."""
    if "margin-left" in style:
        return points(style["margin-left"])
    sides = style.get("margin", "").split()
    return points(sides[3]) if len(sides) == 4 else None


def indented(style: Style) -> bool:
    """Say whether the first line is set in (a hanging indent is not)."""
    return points(style.get("text-indent", "")) > 0


def centred(style: Style, attrs: Mapping[str, str]) -> bool:
    """Say whether a paragraph is set in the middle of the line."""
    return style.get("text-align") == "center" or attrs.get("align", "").lower() == "center"
