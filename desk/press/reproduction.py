"""Reproduction: the pictures of an issue made as fine as the paper can show, grey where the issue is grey."""

from __future__ import annotations

import functools
import io
import xml.parsers.expat
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date

from PIL import Image

from desk.errors import BadPicture, PictureFault, PressFailed
from desk.press.dress import PageFormat
from desk.press.edition import Edition
from desk.press.geometry import Geometry, geometry
from desk.press.lists import Pair, gathered
from desk.press.plates import header, pair, plate
from desk.press.typesetter import workshop
from desk.text import Picture

_WORTHWHILE = 1.2  # times too many pixels before a picture is made anew: each time costs a little sharpness
_QUALITY = 88
_HANDS = 2
_EMBLEM = 48.0  # mm, the largest on any cover of A5
_VECTOR_LIMIT = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Reproduced:
    """A picture as it goes into a file: its name there (which stands for its bytes) and the bytes."""

    name: str
    data: bytes


def reproduced(edition: Edition, *, dpi: int, grey: bool) -> dict[str, Reproduced]:
    """Return every picture that is printed, emblem and cover photograph included, by its key.

    `dpi` is the most that the paper shows, 0 to leave the pixels as they are. PressFailed or BadPicture names
    the picture that is none.
    """

    def one(key: str, width: float) -> Reproduced:
        data = edition.pictures.get(key, b"")
        if key == edition.dress.emblem and vector(data):
            check_vector(data, key)
            return _greyed(data, key) if grey else Reproduced(f"{key}.svg", data)
        suffix, across, _ = header(edition.pictures, key)
        pixels = round(width / 25.4 * dpi) if dpi else across
        if across <= pixels * _WORTHWHILE:
            pixels = across
        if pixels == across and not grey:
            return Reproduced(f"{key}.{suffix}", data)
        tone = "g" if grey else "c"
        ending = "png" if suffix in ("png", "gif") else "jpg"
        return Reproduced(f"{key}-{pixels}{tone}.{ending}", again(data, key, pixels, grey=grey))

    widths = _widths(edition)
    with ThreadPoolExecutor(
        _HANDS
    ) as hands:  # Pillow lets the interpreter go while it reads, scales and writes
        return dict(zip(widths, hands.map(one, widths, widths.values()), strict=True))


def shown(edition: Edition) -> Iterator[tuple[int, Picture, float]]:
    """Yield every printed picture of the text with its article and its width in millimetres."""
    page = geometry(edition.dress.format)
    for piece in edition.pieces:
        for part in gathered(piece.text.blocks):
            if isinstance(part, Pair):
                for one, fitted in zip((part.left, part.right), pair(edition, part, page), strict=True):
                    yield piece.article, one, fitted.width
            elif isinstance(part, Picture):
                yield piece.article, part, plate(edition, part, page).width


def _widths(edition: Edition) -> Mapping[str, float]:
    widths: dict[str, float] = {}
    page: Geometry = geometry(edition.dress.format)
    for _, picture, width in shown(edition):
        widths[picture.picture] = max(width, widths.get(picture.picture, 0))
    if edition.dress.photo:
        widths[edition.dress.photo] = page.width + 6
    if edition.dress.emblem:
        widest = _EMBLEM * page.width / geometry(PageFormat.A5).width
        widths[edition.dress.emblem] = max(widths.get(edition.dress.emblem, 0), widest)
    return widths


@functools.lru_cache(maxsize=8)
def _greyed(data: bytes, key: str) -> Reproduced:
    drawn = rasterised(data, key)
    with Image.open(io.BytesIO(drawn)) as image:
        width = image.width
    return Reproduced(f"{key}-g.png", again(drawn, key, width, grey=True))


@functools.lru_cache(maxsize=8)
def rasterised(data: bytes, key: str) -> bytes:
    """Draw an SVG as a PNG for those who cannot print drawings; BadPicture or PressFailed if it is none."""
    check_vector(data, key)
    name = f"{key}.svg"
    with workshop() as shop:
        shop.put({"file": name}, {name: data})
        (image,) = shop.setting("emblem.typ", date(2000, 1, 1)).images(300)
    return image


@functools.lru_cache(maxsize=64)
def again(data: bytes, key: str, pixels: int, *, grey: bool) -> bytes:
    """Return a picture so many pixels wide, grey if wanted; drawings stay PNG, photographs JPEG."""
    try:
        with Image.open(io.BytesIO(data)) as source:
            kind = source.format
            size = (pixels, max(round(source.height * pixels / source.width), 1))
            source.draft("L" if grey else "RGB", size)
            image: Image.Image = source
            image.load()
            clear = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
            image = image.convert(("LA" if grey else "RGBA") if clear else ("L" if grey else "RGB"))
            if image.size != size:
                image = image.resize(size, Image.Resampling.HAMMING, reducing_gap=3.0)
            file = io.BytesIO()
            if kind in ("PNG", "GIF"):
                image.save(file, "PNG")
            else:
                image.save(file, "JPEG", quality=_QUALITY)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise PressFailed(f"picture {key[:12]}: {error}") from error
    return file.getvalue()


# -- Emblems that are drawings ---------------------------------------------------------------------------


def vector(data: bytes) -> bool:
    """Tell whether the bytes are meant to be an SVG."""
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith((b"<svg", b"<?xml", b"<!DOCTYPE svg", b"<!--"))


def check_vector(data: bytes, key: str) -> None:
    """Refuse an SVG that is broken, huge, or declares entities; BadPicture names it."""
    name = f"{key[:12]}.svg"
    if len(data) > _VECTOR_LIMIT:
        raise BadPicture(PictureFault.TOO_HEAVY, name)
    roots: list[str] = []

    def began(tag: str, _: Mapping[str, str]) -> None:
        if not roots:
            roots.append(tag)

    def refuse(*_: object) -> None:
        raise BadPicture(PictureFault.BROKEN, name)

    parser = xml.parsers.expat.ParserCreate()
    parser.StartElementHandler = began
    declared: Callable[..., None] = refuse
    parser.EntityDeclHandler = declared
    try:
        parser.Parse(data, True)
    except xml.parsers.expat.ExpatError as error:
        raise BadPicture(PictureFault.BROKEN, name) from error
    if roots[0].rpartition(":")[2] != "svg":
        raise BadPicture(PictureFault.NO_PICTURE, name)
