"""Drawings (SVG): which bytes are one, and what of it is drawn – a list of what may be, the rest is left out.

Left out are filters (one may ask for more memory than there is, which ends the program), scripts, whatever lies
outside of the file, and what drawing programs note for themselves.
"""

from __future__ import annotations

import re
import xml.parsers.expat
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Callable, Mapping
from io import BytesIO
from xml.etree import ElementTree

from PIL import Image, UnidentifiedImageError

from desk.errors import BadPicture, PictureFault

_LIMIT = 2 * 1024 * 1024  # bytes
_DEPTH = 200  # elements in one another
_PIXELS = 16_000_000  # of a photograph within a drawing
_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_ELEMENTS = frozenset(
    (
        *("svg", "g", "a", "defs", "symbol", "use", "switch", "style", "title", "desc", "image"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath"),
        *("linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker"),
    )
)
_ATTRIBUTES = frozenset(
    (
        *(
            "id",
            "class",
            "style",
            "version",
            "width",
            "height",
            "viewBox",
            "preserveAspectRatio",
            "transform",
        ),
        *("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "d", "points"),
        *(
            "dx",
            "dy",
            "rotate",
            "textLength",
            "lengthAdjust",
            "startOffset",
            "method",
            "spacing",
            "pathLength",
        ),
        *("gradientUnits", "gradientTransform", "spreadMethod", "offset", "stop-color", "stop-opacity"),
        *("clipPathUnits", "maskUnits", "maskContentUnits", "mask-type", "clip-path", "clip-rule", "mask"),
        *("patternUnits", "patternContentUnits", "patternTransform"),
        *("markerUnits", "markerWidth", "markerHeight", "refX", "refY", "orient"),
        *("marker", "marker-start", "marker-mid", "marker-end"),
        *("fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap"),
        *("stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "vector-effect"),
        *(
            "color",
            "opacity",
            "display",
            "visibility",
            "overflow",
            "paint-order",
            "mix-blend-mode",
            "isolation",
        ),
        *("shape-rendering", "text-rendering", "image-rendering", "color-interpolation"),
        *("font-family", "font-size", "font-style", "font-weight", "font-variant", "font-stretch", "kerning"),
        *("letter-spacing", "word-spacing", "text-anchor", "text-decoration", "dominant-baseline"),
        *("alignment-baseline", "baseline-shift", "direction", "unicode-bidi", "writing-mode", "href"),
        *(f"{{{_XLINK}}}href", f"{{{_XML}}}space", f"{{{_XML}}}lang"),
    )
)
_HREFS = ("href", f"{{{_XLINK}}}href")
_PHOTOGRAPH = re.compile(r"data:image/(?:png|jpe?g);base64,", re.IGNORECASE)
# Of a style: what filters, and what is fetched from elsewhere.
_FILTER = re.compile(r"(?<![\w-])(?:-\w+-)?(?:backdrop-)?filter\s*:[^;}]*;?", re.IGNORECASE)
_IMPORT = re.compile(r"@import[^;]*;?|@font-face\s*\{[^}]*\}", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_OUTSIDE = re.compile(r"url\(\s*['\"]?\s*(?!#|\s)[^)]*\)", re.IGNORECASE)

ElementTree.register_namespace("", _SVG)
ElementTree.register_namespace("xlink", _XLINK)


def vector(data: bytes) -> bool:
    """Tell whether the bytes are meant to be an SVG."""
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith((b"<svg", b"<?xml", b"<!DOCTYPE svg", b"<!--"))


def drawable(data: bytes, key: str) -> bytes:
    """Return a drawing as it may be drawn: the same bytes where nothing had to be left out.

    BadPicture names one that is broken, huge, nested without end, or declares entities.
    """
    name = f"{key[:12]}.svg"
    _check(data, name)
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise BadPicture(PictureFault.BROKEN, name) from error
    if not _pruned(root):
        return data
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _check(data: bytes, name: str) -> None:
    if len(data) > _LIMIT:
        raise BadPicture(PictureFault.TOO_HEAVY, name)
    roots: list[str] = []
    depth = 0

    def began(tag: str, _: Mapping[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEPTH:
            raise BadPicture(PictureFault.BROKEN, name)
        if not roots:
            roots.append(tag)

    def ended(_: str) -> None:
        nonlocal depth
        depth -= 1

    def refuse(*_: object) -> None:
        raise BadPicture(PictureFault.BROKEN, name)

    parser = xml.parsers.expat.ParserCreate()
    parser.StartElementHandler = began
    parser.EndElementHandler = ended
    declared: Callable[..., None] = refuse
    parser.EntityDeclHandler = declared
    try:
        parser.Parse(data, True)
    except xml.parsers.expat.ExpatError as error:
        raise BadPicture(PictureFault.BROKEN, name) from error
    if roots[0].rpartition(":")[2] != "svg":
        raise BadPicture(PictureFault.NO_PICTURE, name)


def _pruned(element: ElementTree.Element) -> bool:
    """Leave out of an element what may not be drawn; say whether anything was."""
    changed = False
    for inner in list(element):
        if not _may_stand(inner):
            _drop(element, inner)
            changed = True
        else:
            changed = _pruned(inner) or changed
    for attribute, value in list(element.attrib.items()):
        kept = _kept(element, attribute, value)
        if kept != value:
            changed = True
            if kept is None:
                del element.attrib[attribute]
            else:
                element.set(attribute, kept)
    if _local(element) == "style" and element.text:
        styled = _style(element.text)
        changed = changed or styled != element.text
        element.text = styled
    return changed


def _local(element: ElementTree.Element) -> str:
    """Return an element's name, "" where it is none of SVG but a note of some program."""
    space, _, name = element.tag.rpartition("}")
    return name if space in ("", f"{{{_SVG}") else ""


def _may_stand(element: ElementTree.Element) -> bool:
    name = _local(element)
    return name in _ELEMENTS and (name != "image" or any(_photograph(element.get(one, "")) for one in _HREFS))


def _drop(parent: ElementTree.Element, element: ElementTree.Element) -> None:
    """Take an element away; the letters behind it stay."""
    tail, at = element.tail or "", list(parent).index(element)
    parent.remove(element)
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail


def _kept(element: ElementTree.Element, attribute: str, value: str) -> str | None:
    if attribute not in _ATTRIBUTES:
        return None
    if attribute in _HREFS:
        within = value.strip().startswith("#") or (_local(element) == "image" and _photograph(value))
        return value if within else None
    return _style(value) if attribute == "style" else _OUTSIDE.sub("none", value)


def _style(text: str) -> str:
    if not re.search(r"filter|@|url\(|\\", text, re.IGNORECASE):
        return text
    # A letter written by its number could hide any of these; no drawing program writes one.
    text = _COMMENT.sub("", text).replace("\\", "")
    return _OUTSIDE.sub("none", _IMPORT.sub("", _FILTER.sub("", text)))


def _photograph(address: str) -> bool:
    """Say whether an address holds a photograph of sane size itself."""
    begun = _PHOTOGRAPH.match(address.strip())
    if not begun:
        return False
    try:
        with Image.open(BytesIO(b64decode(address.strip()[begun.end() :])), formats=("PNG", "JPEG")) as image:
            return image.width * image.height <= _PIXELS
    except (
        NotBase64,
        ValueError,
        OSError,
        UnidentifiedImageError,
        Image.DecompressionBombError,
        SyntaxError,
    ):
        return False
