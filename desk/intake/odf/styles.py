"""The styles of an OpenDocument text: each is based on another (ODF 1.3 part 3, 16.2, 16.27, 20)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from desk.intake.flow.look import Look, ParagraphLook
from desk.intake.flow.style_names import Named, named
from desk.intake.html.inline_styles import points
from desk.intake.odf.names import q

Properties = dict[str, str]

_ALIGN = {"start": "left", "left": "left", "center": "center", "end": "right", "right": "right"}
_DEPTH = 30  # of styles that are based on each other
_SCALED = 1000.0  # points; a share of a share ends here


class Styles:
    """Resolves the styles by family and name."""

    def __init__(self, roots: Iterable[Any]) -> None:
        self._styles: dict[tuple[str, str], Any] = {}
        self._defaults: dict[str, Any] = {}
        self._fonts: dict[str, str] = {}
        self._known: dict[tuple[str, str, str], Properties] = {}
        for root in roots:
            for style in root.iter(q("style:style")):
                key = (style.get(q("style:family"), ""), style.get(q("style:name"), ""))
                self._styles[key] = style
            for style in root.iter(q("style:default-style")):
                self._defaults[style.get(q("style:family"), "")] = style
            for font in root.iter(q("style:font-face")):
                self._fonts[font.get(q("style:name"), "")] = font.get(q("svg:font-family"), "")

    def properties(self, family: str, name: str, kind: str) -> Properties:
        """Return the properties ("text", "paragraph", "graphic") of a style and of all that it is based on."""
        key = (family, name, kind)
        if key not in self._known:
            out: Properties = {}
            if family == "paragraph" and family in self._defaults:
                out.update(_own(self._defaults[family], kind))
            for style in self._chain(family, name):
                out.update(_sized(_own(style, kind), out))
            self._known[key] = out
        return self._known[key]

    def paragraph(self, name: str) -> ParagraphLook:
        """Return the look of paragraphs of a style."""
        given = self.properties("paragraph", name, "paragraph")
        meaning = Named()
        for style in self._chain("paragraph", name):
            shown = style.get(q("style:display-name")) or style.get(q("style:name"), "")
            own = named(shown)
            meaning = own if own != Named() else meaning
        return ParagraphLook(
            align=_ALIGN.get(given.get(q("fo:text-align"), ""), ""),
            first=points(given.get(q("fo:text-indent"), "")),
            left=points(given.get(q("fo:margin-left"), "")),
            named=meaning,
        )

    def letters(self, around: Properties, family: str, name: str) -> Properties:
        """Return the properties of letters of a style inside of others."""
        own = self.properties(family, name, "text")
        return {**around, **_sized(own, around)} if own else around

    def look(self, given: Properties) -> Look:
        """Return what properties of letters mean."""
        height = given.get(q("style:text-position"), "").split()
        raised = {"super": 1, "sub": -1}.get(height[0], 0) if height else 0
        if height and height[0].endswith("%") and not raised:
            share = height[0].rstrip("%")
            raised = (share.lstrip("-") not in ("0", "")) * (-1 if share.startswith("-") else 1)
        font = given.get(q("style:font-name"), "")
        return Look(
            bold=_is_bold(given.get(q("fo:font-weight"), "")),
            italic=given.get(q("fo:font-style"), "") in ("italic", "oblique"),
            underline=given.get(q("style:text-underline-style"), "none") != "none",
            struck=given.get(q("style:text-line-through-style"), "none") != "none",
            raised=raised,
            capitals=given.get(q("fo:text-transform")) == "uppercase",  # small ones stay as they were written
            hidden=given.get(q("text:display")) == "none",
            size=points(given.get(q("fo:font-size"), "")),
            font=self._fonts.get(font, font) or given.get(q("fo:font-family"), ""),
        )

    def _chain(self, family: str, name: str) -> list[Any]:
        out: list[Any] = []
        while (family, name) in self._styles and len(out) < _DEPTH:
            out.append(self._styles[family, name])
            name = out[-1].get(q("style:parent-style-name"), "")
        return out[::-1]


def with_link(look: Look, link: str) -> Look:
    """Return the look of letters that lead somewhere."""
    return replace(look, link=link) if link else look


def _own(style: Any, kind: str) -> Properties:
    found = style.find(q(f"style:{kind}-properties"))
    return dict(found.attrib) if found is not None else {}


def _sized(own: Properties, around: Properties) -> Properties:
    """Return properties whose size is in points, where it was a share of the size around."""
    size = own.get(q("fo:font-size"), "")
    if not size.endswith("%"):
        return own
    share = size[:-1]
    before = points(around.get(q("fo:font-size"), ""))
    if not before or not share.replace(".", "", 1).isascii() or not share.replace(".", "", 1).isdigit():
        return {key: value for key, value in own.items() if key != q("fo:font-size")}
    return {**own, q("fo:font-size"): f"{min(before * float(share) / 100, _SCALED):g}pt"}


def _is_bold(weight: str) -> bool:
    return weight == "bold" or (weight.isascii() and weight.isdigit() and int(weight[:4]) >= 600)
