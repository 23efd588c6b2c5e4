"""What a painter has put on paper, read back from the SVG that Qt writes of it: words, colours, places, pictures."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"


@dataclass(frozen=True)
class Words:
    """A line of words: its colour and where its baseline begins."""

    words: str
    color: str
    x: float
    y: float


@dataclass(frozen=True)
class Shape:
    """A rectangle, path or line as the SVG has it; colours "#rrggbb", "" for none."""

    kind: str
    fill: str
    line: str
    opacity: float
    at: str  # "x,y,width,height" of a rectangle and a circle's "x,y,radius", else its points
    width: float  # of its line


class Painted:
    """What was painted on `size` pixels."""

    def __init__(self, draw: Callable[[QPainter], object], width: int = 400, height: int = 300) -> None:
        data = QByteArray()
        out = QBuffer(data)
        out.open(QIODevice.OpenModeFlag.WriteOnly)
        paper = QSvgGenerator()
        paper.setOutputDevice(out)
        paper.setSize(QSize(width, height))
        paper.setViewBox(QRect(0, 0, width, height))
        painter = QPainter(paper)
        draw(painter)
        painter.end()
        out.close()
        self._root = fromstring(bytes(data.data()).decode("utf-8"))

    def lines(self) -> list[Words]:
        """Return the lines of words, in the order in which they were painted."""
        return [
            Words(one.text or "", one.get("fill", ""), float(one.get("x", "0")), float(one.get("y", "0")))
            for one in self._root.iter(f"{_SVG}text")
        ]

    def words(self) -> list[str]:
        """Return the words alone."""
        return [line.words for line in self.lines()]

    def faint(self) -> list[str]:
        """Return the words that were painted half transparent: the ground shows through them."""
        return [
            one.text or ""
            for group in self._root.iter(f"{_SVG}g")
            if float(group.get("opacity", "1")) < 1 or float(group.get("fill-opacity", "1")) < 1
            for one in group.iter(f"{_SVG}text")
        ]

    def color(self, words: str) -> str:
        """Return the colour of a line of words."""
        return next(line.color for line in self.lines() if line.words == words)

    def shapes(self) -> list[Shape]:
        """Return rectangles, paths, lines and circles, in the order in which they were painted."""
        return list(self._shapes())

    def _shapes(self) -> Iterator[Shape]:
        for group in self._root.iter(f"{_SVG}g"):
            for one in group:
                kind = one.tag.removeprefix(_SVG)
                if kind in ("rect", "path", "polyline", "circle"):
                    fill = "" if one.get("fill") == "none" else _color(group, "fill")
                    opacity, width = float(group.get("opacity", "1")), float(group.get("stroke-width", "1"))
                    yield Shape(kind, fill, _color(group, "stroke"), opacity, _place(kind, one), width)

    def fills(self) -> list[str]:
        """Return the colours of the shapes that are filled, in order."""
        return [shape.fill for shape in self.shapes() if shape.fill]

    def pictures(self) -> list[tuple[float, float, QImage]]:
        """Return the pixels painted, each with its place."""
        return [
            (float(one.get("x", "0")), float(one.get("y", "0")), _image(one.get(_LINK, "")))
            for one in self._root.iter(f"{_SVG}image")
        ]


def _color(group: Element, what: str) -> str:
    value = group.get(what, "none")
    return "" if value == "none" else value


def _place(kind: str, one: Element) -> str:
    names = {"rect": ("x", "y", "width", "height"), "circle": ("cx", "cy", "r")}.get(kind)
    if names:
        return ",".join(one.get(name, "") for name in names)
    return (one.get("d") or one.get("points") or "").strip()


def _image(address: str) -> QImage:
    return QImage.fromData(base64.b64decode(address.partition(",")[2]))
