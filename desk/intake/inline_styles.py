"""Inline style: which of it is meaning (bold, a list level) and which is only looks."""

from __future__ import annotations

import re
from collections.abc import Mapping

from desk.text.blocks import Mark

_TAG_MARKS = {
    "b": Mark.BOLD,
    "strong": Mark.BOLD,
    "i": Mark.ITALIC,
    "em": Mark.ITALIC,
    "cite": Mark.ITALIC,
    "u": Mark.UNDERLINE,
    "ins": Mark.UNDERLINE,
    "sub": Mark.SUB,
    "sup": Mark.SUPER,
}
# Word writes black on every other span; dropping it changes nothing that a person would miss.
_NO_COLOUR = {"black", "windowtext", "#000", "#000000", "inherit", "initial", "auto", "transparent", "none"}
_NO_BACKGROUND = {*_NO_COLOUR, "white", "#fff", "#ffffff"}
_FONT_KEYS = {"font", "font-family", "font-size"}
_LIST_LEVEL = re.compile(r"\bl\d+\s+level(\d)")
_INDENT = re.compile(r"\s*(\d*\.?\d+)")

Style = Mapping[str, str]


def parsed(style: str) -> dict[str, str]:
    """Read a style attribute's declarations, names and values in small letters."""
    out: dict[str, str] = {}
    for part in style.split(";"):
        key, colon, value = part.partition(":")
        if colon:
            out[key.strip().lower()] = value.strip().lower()
    return out


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
    _set(found, Mark.UNDERLINE, True if "underline" in _decoration(style) else None)
    if _decoration(style) == "none" and tag in _TAG_MARKS:
        found.discard(Mark.UNDERLINE)
    height = style.get("vertical-align", "")
    _set(found, Mark.SUB, True if height == "sub" else None)
    _set(found, Mark.SUPER, True if height == "super" else None)
    return frozenset(found)


def _decoration(style: Style) -> str:
    return style.get("text-decoration", "") or style.get("text-decoration-line", "")


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


def sets_font(tag: str, style: Style, attrs: Mapping[str, str]) -> bool:
    """Say whether an element chooses a font or a size."""
    return bool(_FONT_KEYS & style.keys()) or (tag == "font" and bool({"face", "size"} & attrs.keys()))


def sets_colour(tag: str, style: Style, attrs: Mapping[str, str]) -> bool:
    """Say whether an element chooses a colour that one would see on white paper."""
    ink = style.get("color") or (attrs.get("color", "").lower() if tag == "font" else "")
    behind = style.get("background-color") or style.get("background") or attrs.get("bgcolor", "").lower()
    return bool(ink and ink not in _NO_COLOUR) or bool(behind and behind not in _NO_BACKGROUND)


def list_level(style: Style) -> int | None:
    """Return the level (from 0) that Word's `mso-list:l0 level2 lfo1` gives a paragraph, if it does."""
    match = _LIST_LEVEL.search(style.get("mso-list", ""))
    return int(match[1]) - 1 if match else None


def is_marker(style: Style) -> bool:
    """Say whether a span holds the number or bullet that Word draws before a list paragraph."""
    return style.get("mso-list", "") == "ignore"


def indented(style: Style) -> bool:
    """Say whether the first line is set in (a hanging indent is not)."""
    match = _INDENT.match(style.get("text-indent", ""))
    return bool(match) and float(match[1]) > 0 if match else False


def centred(style: Style, attrs: Mapping[str, str]) -> bool:
    """Say whether a paragraph is set in the middle of the line."""
    return style.get("text-align") == "center" or attrs.get("align", "").lower() == "center"
