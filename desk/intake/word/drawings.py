"""What is drawn in a text (ECMA-376 part 1, 20; part 4, 19 for VML): pictures, boxes of words, charts, objects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from desk.intake.packages import Element
from desk.intake.picture_parts import Shape
from desk.intake.word.names import ALTERNATE, OFFICE, A, R, V, chosen, value, w, whole

_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
SHOWN_PICTURES = (f"{A}blip", f"{V}imagedata")
_FORMULA = re.compile(r"equation|mathtype", re.IGNORECASE)
_TURN = 60_000  # of a degree
_SHARE = re.compile(r"([+-]?[\d.]+)(f|%)?")
_VML_SHARE = {"f": 1 / 65536, "%": 0.01, None: 1.0}


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture: the id of its bytes in the file, or of its place outside; how it is cropped and turned."""

    inside: str
    outside: str
    alt: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class ShownBox:
    """A box with paragraphs of its own."""

    content: Element


@dataclass(frozen=True, slots=True)
class ShownWords:
    """Words drawn as a picture (WordArt)."""

    text: str


@dataclass(frozen=True, slots=True)
class ShownObject:
    """A chart, a diagram, a sheet or another program's piece."""

    name: str
    formula: bool = False


Shown: TypeAlias = ShownPicture | ShownBox | ShownWords | ShownObject


def floats(drawing: Element) -> bool:
    """Say whether a drawing stands beside the words instead of among them."""
    if drawing.tag == w("drawing"):
        return drawing.find(f"{_WP}anchor") is not None
    return any("position:absolute" in str(one.get("style", "")).replace(" ", "").lower() for one in drawing)


def shown(drawing: Element) -> Iterator[Shown]:
    """Yield what a `w:drawing`, `w:pict` or `w:object` shows, in its order."""
    names = drawing.find(f".//{_WP}docPr")
    if names is not None and value(names, "hidden") in ("1", "true"):
        return
    yield from _inside(drawing, _alt(names))


def _alt(properties: Element | None) -> str:
    return value(properties, "descr") or value(properties, "title")


def _inside(node: Element, alt: str) -> Iterator[Shown]:
    for one in chosen(node) if node.tag == ALTERNATE else node:
        tag = one.tag
        if tag in (f"{_PIC}pic", f"{A}blipFill"):  # a picture, a shape that one fills
            yield _picture(one, alt)
        elif tag == w("txbxContent"):
            yield ShownBox(one)
        elif tag == _CHART:
            yield ShownObject(alt or "chart")
        elif tag == _DIAGRAM:
            yield ShownObject(alt or "SmartArt")
        elif tag == f"{V}imagedata" or (tag == f"{V}fill" and value(one, f"{R}id")):
            yield from _vml_picture(one, alt)
        elif tag == f"{V}textpath" and value(one, "string").strip():
            yield ShownWords(value(one, "string"))
        elif tag == f"{OFFICE}OLEObject":
            program = value(one, "ProgID")
            yield ShownObject(program or "OLE", bool(_FORMULA.search(program)))
        else:
            yield from _inside(one, alt)


def _picture(picture: Element, alt: str) -> ShownPicture:
    blip = next(picture.iter(f"{A}blip"), None)
    crop = next(picture.iter(f"{A}srcRect"), None)
    frame = next(picture.iter(f"{A}xfrm"), None)
    sides = tuple(_part(value(crop, side)) for side in "ltrb")
    shape = Shape(
        (sides[0], sides[1], sides[2], sides[3]),
        whole(value(frame, "rot")) / _TURN,
        value(frame, "flipH") in ("1", "true"),
        value(frame, "flipV") in ("1", "true"),
    )
    own = alt or _alt(next(picture.iter(f"{_PIC}cNvPr"), None))
    return ShownPicture(value(blip, f"{R}embed"), value(blip, f"{R}link"), own, shape)


def _part(share: str) -> float:
    """Return a share of a side: thousandths of a percent, or a percentage in strict files (20.1.10.41)."""
    return _share(share) if share.endswith("%") else whole(share) / 100_000


def _share(text: str) -> float:
    match = _SHARE.fullmatch(text.strip())
    try:
        return float(match[1]) * _VML_SHARE[match[2]] if match else 0.0
    except ValueError:  # "1.2.3"
        return 0.0


def _vml_picture(data: Element, alt: str) -> Iterator[ShownPicture]:
    around = data.getparent()
    look = {
        key.strip().lower(): said.strip().lower()
        for key, _, said in (part.partition(":") for part in value(around, "style").split(";"))
    }
    if look.get("visibility") == "hidden":
        return
    turn = re.match(r"-?\d+", look.get("rotation", ""))
    flip = look.get("flip", "")
    crop = tuple(_share(value(data, f"crop{side}")) for side in ("left", "top", "right", "bottom"))
    shape = Shape(
        (crop[0], crop[1], crop[2], crop[3]), float(turn[0]) if turn else 0.0, "x" in flip, "y" in flip
    )
    words = alt or value(around, "alt") or value(data, f"{OFFICE}title")
    inside = value(data, f"{R}id") or value(data, f"{R}pict")
    yield ShownPicture(inside, value(data, f"{R}href"), words, shape)
