"""Drawings: what may be drawn stays byte for byte, what may not is left out, what is none is refused by name."""

from __future__ import annotations

import io
from base64 import b64encode

import pytest
from PIL import Image

from desk.errors import BadPicture, PictureFault
from desk.press.typeset.picture_output import rasterised
from desk.press.typeset.vector_drawing import drawable, vector

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' width="100" height="100">'
)
RED = '<rect width="99" height="99" fill="#dd0000"/>'


def svg(inner: str) -> bytes:
    return f"{HEAD}{inner}</svg>".encode()


def cleaned(inner: str) -> str:
    return drawable(svg(inner), "k").decode("utf-8").partition("?>\n")[2] or svg(inner).decode("utf-8")


def photograph(width: int, height: int) -> str:
    out = io.BytesIO()
    Image.new("L", (width, height)).save(out, "PNG")
    return "data:image/png;base64," + b64encode(out.getvalue()).decode("ascii")


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (b"\xef\xbb\xbf <svg/>", True), (b"\n<?xml?>", True), (b"<!-- a --><svg/>", True),
        (b"\x89PNG", False), (b"<html><svg/>", False), (b"", False),
    ],
)  # fmt: skip
def test_a_drawing_is_known_by_its_beginning(data: bytes, is_one: bool) -> None:
    assert vector(data) is is_one


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"<svg>" + b" " * 2 * 1024 * 1024 + b"</svg>", PictureFault.TOO_HEAVY),
        (b"<svg>", PictureFault.BROKEN),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', PictureFault.BROKEN),
        (b"<svg>" + b"<g>" * 200 + b"</g>" * 200 + b"</svg>", PictureFault.BROKEN),
        (b"<g><svg/></g>", PictureFault.NO_PICTURE),
    ],
)
def test_a_drawing_that_is_none_is_refused_with_its_reason(data: bytes, fault: PictureFault) -> None:
    with pytest.raises(BadPicture) as refused:
        drawable(data, "k" * 64)
    assert (refused.value.fault, refused.value.name) == (fault, "k" * 12 + ".svg")


def test_a_drawing_may_weigh_two_megabytes() -> None:
    drawable(b"<svg>" + b" " * (2 * 1024 * 1024 - 11) + b"</svg>", "k")
    with pytest.raises(BadPicture):
        drawable(b"<svg>" + b" " * (2 * 1024 * 1024 - 10) + b"</svg>", "k")


@pytest.mark.parametrize(
    "inner",
    [
        RED,
        "<!-- Huy hiệu --><g transform='scale(2)'><path d='M0 0L9 9' style='fill:none;stroke:#d00'/></g>",
        "<style>.a{fill:#d00}</style><linearGradient id='g'><stop offset='0' stop-color='red'/></linearGradient>"
        "<rect class='a' width='9' height='9' fill='url(#g)'/><use xlink:href='#g'/>",
        "<text x='1' y='9' font-size='4'>Tỉnh <tspan>ủy</tspan></text>",
        f"<image width='9' height='9' href='{photograph(20, 20)}'/>",
    ],
)
def test_what_may_be_drawn_stays_byte_for_byte(inner: str) -> None:
    assert drawable(svg(inner), "k") == svg(inner)


@pytest.mark.parametrize(
    "left_out",
    [
        "<script>alert(1)</script>",
        "<filter id='f' width='99999' height='99999'><feTurbulence numOctaves='9999'/></filter>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>a</p></foreignObject>",
        "<animate attributeName='x' to='9'/>",
        "<image width='9' height='9' xlink:href='file:///etc/passwd'/>",
        "<image width='9' height='9' xlink:href='data:image/svg+xml;base64,PHN2Zy8+'/>",
        "<image width='9' height='9' href='data:image/png;base64,AAAA'/>",
        f"<image width='9' height='9' href='{photograph(4001, 4000)}'/>",
        "<metadata><a xmlns='x'/></metadata>",
        "<view xmlns='http://www.inkscape.org/x' zoom='2'/>",
    ],
)
def test_what_may_not_be_drawn_is_left_out(left_out: str) -> None:
    said = cleaned(left_out + RED)
    assert said == svg(RED.replace("/>", " />")).decode().replace(
        ' xmlns:xlink="http://www.w3.org/1999/xlink"', ""
    )


@pytest.mark.parametrize(
    ("inner", "stays"),
    [
        ('<rect onclick="x()" width="9" />', '<rect width="9" />'),
        ('<rect filter="url(#f)" width="9" />', '<rect width="9" />'),
        ('<rect style="fill:red;filter:blur(9px);stroke:none" />', '<rect style="fill:red;stroke:none" />'),
        ('<rect fill="url(https://a.vn/b#c)" />', '<rect fill="none" />'),
        ('<use href="https://a.vn/b.svg#c" />', "<use />"),
        (
            "<style>@import url(a.css);/* filter: */.a{fil\\ter:blur(9px);fill:red}</style>",
            "<style>.a{fill:red}</style>",
        ),
        ("<text>a<script />b</text>", "<text>ab</text>"),
    ],
)
def test_of_what_may_be_drawn_only_what_may_not_is_left_out(inner: str, stays: str) -> None:
    assert cleaned(inner).partition(">")[2] == f"{stays}</svg>"


def test_a_drawing_with_a_filter_that_wants_petabytes_is_drawn_without_it() -> None:
    data = svg(
        '<filter id="f" width="99999" height="99999"><feGaussianBlur stdDeviation="99999"/>'
        '<feTurbulence numOctaves="9999"/></filter>' + RED.replace("/>", ' filter="url(#f)"/>')
    )
    with Image.open(io.BytesIO(rasterised(data, "k" * 64))) as image:
        assert image.convert("RGB").getpixel((50, 50)) == (221, 0, 0)
