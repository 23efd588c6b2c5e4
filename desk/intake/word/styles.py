"""Word's styles and what a paragraph or a run inherits from them (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from desk.intake.packages import Element
from desk.intake.word.names import A, child_value, is_on, points, value, w, whole
from desk.text.legacy_fonts import legacy_of

Looks = dict[str, Any]  # property → value, as far as something is said of it

_TOGGLES = {w(name): name for name in ("b", "i", "caps", "smallCaps", "strike", "dstrike", "vanish")}
_HALF_POINT, _TWIP = 0.5, 0.05
_CHAIN = 20  # styles above a style; more is a circle
_HEADING = re.compile(r"(?:heading|dau de|tieu de|de muc) ?([1-9])")
_CLASSES = {
    "title": "MsoTitle",
    "tieu de": "MsoTitle",
    "ten bai": "MsoTitle",
    "subtitle": "MsoSubtitle",
    "tieu de phu": "MsoSubtitle",
    "caption": "MsoCaption",
    "chu thich": "MsoCaption",
    "chu thich anh": "MsoCaption",
    "footnote text": "MsoFootnoteText",
    "endnote text": "MsoEndnoteText",
    "quote": "MsoQuote",
    "intense quote": "MsoQuote",
    "trich dan": "MsoQuote",
}
_ALIGNED = {"center": "center", "right": "right", "end": "right"}


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """What is known of a paragraph before its letters are read."""

    align: str = ""  # "center", "right", "" for the usual
    first: float = 0.0  # points that its first line is set in
    left: float | None = None  # points from the margin, where a style or the paragraph says so
    rank: int = 0  # as a heading
    named: str = ""  # the class that Word's own HTML gives a paragraph of its style
    number: str = ""  # id of its numbering, "" for none
    level: int | None = None  # in its numbering; None: the numbering knows it by the style
    style: str = ""
    letters: Looks = field(default_factory=dict)  # what its runs inherit
    drop_cap: bool = False


class Styles:
    """The styles of a file, resolved when they are asked for."""

    def __init__(self, root: Element | None, theme: Callable[[], Element | None]) -> None:
        self._theme = theme
        self._fonts: dict[str, str] | None = None
        self._styles: dict[str, Element] = {}
        self._first: dict[str, str] = {}  # kind → the style of what names none
        self._letters: dict[str, Looks] = {}
        self._looks: dict[tuple[str, bool], ParagraphLook] = {}
        self._bordered: dict[str, bool] = {}
        self._defaults: Looks = {}
        for one in () if root is None else root.iter(w("style")):
            self._styles.setdefault(value(one, w("styleId")), one)
            if value(one, w("default")).lower() in ("1", "true", "on"):
                self._first.setdefault(value(one, w("type")), value(one, w("styleId")))
        if root is not None:
            self._defaults = self._read(root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"))

    # -- paragraphs ----------------------------------------------------------------------------------------

    def paragraph(self, properties: Element | None) -> ParagraphLook:
        """Return how a paragraph looks: its style, then what it says itself."""
        style = child_value(properties, "pStyle") or self._first.get("paragraph", "")
        key = (style, properties is None)
        look = self._looks.get(key)
        if look is None:
            said = self._inherited(style)
            look = self._looks[key] = self._look(style, said)
        if properties is None or all(one.tag in _SILENT for one in properties):
            return look
        said = self._inherited(style)
        _say(said, properties)
        return self._look(style, said)

    def _inherited(self, style: str) -> Looks:
        said: Looks = {}
        for one in reversed(self._chain(style)):
            name = _plain_name(child_value(one, "name"))
            if name in _CLASSES:
                said["named"] = _CLASSES[name]
            elif heading := _HEADING.fullmatch(name):
                said["outline"] = int(heading[1]) - 1
            properties = one.find(w("pPr"))
            if properties is not None:
                if properties.find(w("numPr")) is not None:
                    said.pop("level", None)
                _say(said, properties)
        return said

    def _look(self, style: str, said: Looks) -> ParagraphLook:
        outline = said.get("outline", 9)
        return ParagraphLook(
            _ALIGNED.get(said.get("align", ""), ""),
            said.get("first", 0.0),
            said.get("left"),
            min(outline + 1, 6) if outline < 9 else 0,
            said.get("named", ""),
            said.get("number", "") if said.get("number") != "0" else "",
            said.get("level"),
            style,
            self._of_style(style),
            bool(said.get("drop_cap")),
        )

    def numbering_of(self, style: str) -> str:
        """Return the id of the numbering that a numbering style stands for (17.9.21)."""
        return str(self._inherited(style).get("number", ""))

    def is_bordered(self, style: str) -> bool:
        """Say whether a table's style draws lines."""
        if style not in self._bordered:
            properties = (one.find(w("tblPr")) for one in self._chain(style))
            self._bordered[style] = any(draws_lines(one, "tblBorders") for one in properties)
        return self._bordered[style]

    # -- letters -------------------------------------------------------------------------------------------

    def run(self, properties: Element | None, inherited: Looks) -> Looks:
        """Return how a run looks inside a paragraph whose style gives `inherited`."""
        if properties is None or not len(properties):
            return inherited
        looks = dict(inherited)
        style = child_value(properties, "rStyle")
        if style:
            for name, meant in self._of_chain(style).items():
                # 17.7.3: two styles that both make letters bold make them plain.
                toggled = name in _TOGGLE_NAMES and name in looks
                looks[name] = looks[name] != meant if toggled else meant
        looks.update(self._read(properties))
        return looks

    def _of_style(self, style: str) -> Looks:
        if style not in self._letters:
            self._letters[style] = {**self._defaults, **self._of_chain(style)}
        return self._letters[style]

    def _of_chain(self, style: str) -> Looks:
        looks: Looks = {}
        for one in reversed(self._chain(style)):
            looks.update(self._read(one.find(w("rPr"))))
        return looks

    def _chain(self, style: str) -> list[Element]:
        """Return a style and those that it is based on, the closest first."""
        chain: list[Element] = []
        while style in self._styles and len(chain) < _CHAIN:
            chain.append(self._styles[style])
            style = child_value(chain[-1], "basedOn")
        return chain

    def _read(self, properties: Element | None) -> Looks:
        looks: Looks = {}
        for one in () if properties is None else properties:
            tag = one.tag
            if tag in _TOGGLES:
                looks[_TOGGLES[tag]] = is_on(one)
            elif tag == _U:
                looks["u"] = value(one) not in ("none", "")
            elif tag == _SZ:
                looks["size"] = points(value(one), _HALF_POINT)
            elif tag == _ALIGN:
                looks["raised"] = {"superscript": 1, "subscript": -1}.get(value(one), 0)
            elif tag == _POSITION and abs(points(value(one), _HALF_POINT)) >= _RAISED:
                looks["raised"] = 1 if points(value(one), _HALF_POINT) > 0 else -1
            elif tag == _FONTS:
                looks.update(self._font(one))
        return looks

    def _font(self, fonts: Element) -> Looks:
        """Return the font of letters above U+007F: old letters are kept there (17.3.2.26)."""
        found = {}
        for key in ("ascii", "hAnsi"):
            theme = value(fonts, w(f"{key}Theme"))
            name = self._theme_font(theme) if theme else value(fonts, w(key))
            if name:
                found[key] = name
        if "hAnsi" not in found and legacy_of(found.get("ascii", "")):
            return {"font": found["ascii"]}
        return {"font": found["hAnsi"]} if "hAnsi" in found else {}

    def _theme_font(self, name: str) -> str:
        if self._fonts is None:
            root, self._fonts = self._theme(), {}
            for kind in ("major", "minor"):
                latin = None if root is None else next(root.iter(f"{A}{kind}Font"), None)
                latin = None if latin is None else latin.find(f"{A}latin")
                self._fonts[kind] = value(latin, "typeface")
        return self._fonts.get(name[:5], "")


_U, _SZ, _ALIGN, _FONTS, _POSITION = w("u"), w("sz"), w("vertAlign"), w("rFonts"), w("position")
_RAISED = 2.0  # points; less sets letters straight in their line
_TOGGLE_NAMES = frozenset(_TOGGLES.values())
_SILENT = frozenset(
    w(name) for name in ("pStyle", "rPr", "spacing", "keepNext", "widowControl", "tabs", "shd")
)


def _say(said: Looks, properties: Element) -> None:
    """Add what a paragraph's properties say."""
    for one in properties:
        tag = one.tag
        if tag == w("jc"):
            said["align"] = value(one)
        elif tag == w("ind"):
            _set_in(said, one)
        elif tag == w("outlineLvl"):
            said["outline"] = whole(value(one), 9)
        elif tag == w("numPr"):
            number, level = child_value(one, "numId"), child_value(one, "ilvl")
            if number:
                said["number"] = number
            if level:
                said["level"] = min(max(whole(level), 0), 8)
        elif tag == w("framePr"):
            said["drop_cap"] = value(one, w("dropCap")) in ("drop", "margin")


def _set_in(said: Looks, indents: Element) -> None:
    left = value(indents, w("start")) or value(indents, w("left"))
    if left:
        said["left"] = points(left, _TWIP)
    for name, sign in (("firstLine", 1.0), ("hanging", -1.0)):
        if length := value(indents, w(name)):
            said["first"] = sign * points(length, _TWIP)
    if chars := value(indents, w("firstLineChars")):
        said["first"] = whole(chars) * 0.12  # hundredths of a letter, of some twelve points each


def draws_lines(properties: Element | None, name: str) -> bool:
    """Say whether the borders of a table or a cell are drawn."""
    borders = None if properties is None else properties.find(w(name))
    return borders is not None and any(value(one) not in ("nil", "none", "") for one in borders)


def _plain_name(name: str) -> str:
    """Return a style's name in small letters without marks: "Tiêu đề 1" is "tieu de 1"."""
    letters = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return " ".join("".join(one for one in letters if not unicodedata.combining(one)).split())
