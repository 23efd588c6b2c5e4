"""Picture output: the pictures of an issue made as fine as the paper can show, grey where the issue is grey."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable, Hashable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date

from PIL import Image

from desk.edition.design import PageFormat
from desk.edition.edition import Edition
from desk.edition.page_geometry import Geometry, geometry
from desk.errors import PressFailed
from desk.press.typeset.nested_lists import PicturePair, gathered
from desk.press.typeset.picture_sizes import header, pair, picture_size
from desk.press.typeset.typst import new_typesetter
from desk.press.typeset.vector_drawing import drawable, vector
from desk.text.blocks import Picture

_WORTHWHILE = 1.3  # times too many pixels before a picture is scaled: each time costs a little sharpness
_QUALITY = 85
THREADS = 2
_EMBLEM = 48.0  # mm, the largest on any cover of A5


@dataclass(frozen=True, slots=True)
class Reproduced:
    """A picture as it goes into a file: its name there, which stands for its bytes, is known before they are made."""

    name: str
    _made: Future[bytes]

    @property
    def ready(self) -> bool:
        """Tell whether `data` need not be waited for."""
        return self._made.done()

    @property
    def data(self) -> bytes:
        """Wait for the bytes; PressFailed or BadPicture names the picture that is none."""
        return self._made.result()


def reproduced(edition: Edition, *, dpi: int, grey: bool) -> dict[str, Reproduced]:
    """Begin to make every picture that is printed, emblem and cover photograph included; return them by key.

    `dpi` is the most that the paper shows, 0 to leave the pixels as they are. They are made while the caller does
    something else: Pillow lets the interpreter go while it reads, scales and writes. PressFailed or BadPicture
    names a picture that is none.
    """

    def one(key: str, width: float) -> Reproduced:
        data = edition.pictures.get(key, b"")
        if key == edition.design.emblem and vector(data):
            data = drawable(data, key)
            if grey:
                return Reproduced(f"{key}-g.png", _making(_greyed, data, key))
            return Reproduced(f"{key}.svg", _finished(data))
        suffix, across, _ = header(edition.pictures, key)
        pixels = round(width / 25.4 * dpi) if dpi else across
        if across <= pixels * _WORTHWHILE:
            pixels = across
        if pixels == across and not grey:
            return Reproduced(f"{key}.{suffix}", _finished(data))
        tone = "g" if grey else "c"
        ending = "png" if suffix in ("png", "gif") else "jpg"
        small = edition.renditions.get(key, b"")
        if small:
            _, reach, _ = header(edition.renditions, key)
            if reach >= pixels:
                key, data = f"{key}-s", small
                if reach <= pixels * _WORTHWHILE and not grey:
                    return Reproduced(f"{key}.{ending}", _finished(small))
        return Reproduced(f"{key}-{pixels}{tone}.{ending}", _making(again, data, key, pixels, grey))

    return {key: one(key, width) for key, width in _widths(edition).items()}


def _finished(data: bytes) -> Future[bytes]:
    made: Future[bytes] = Future()
    made.set_result(data)
    return made


@functools.cache
def picture_threads() -> ThreadPoolExecutor:
    """Return the threads that make pictures, and read them."""
    return ThreadPoolExecutor(THREADS, thread_name_prefix="pictures")


def _making(make: Callable[..., bytes], *given: Hashable) -> Future[bytes]:
    made = _begun(make, *given)
    if made.done() and made.exception():  # want of memory passes
        return picture_threads().submit(make, *given)
    return made


@functools.lru_cache(maxsize=64)
def _begun(make: Callable[..., bytes], *given: Hashable) -> Future[bytes]:
    return picture_threads().submit(make, *given)


def shown(edition: Edition) -> Iterator[tuple[int, Picture, float]]:
    """Yield every printed picture of the text with its article and its width in millimetres."""
    page = geometry(edition.design.format)
    for piece in edition.pieces:
        for part in gathered(piece.text.blocks):
            if isinstance(part, PicturePair):
                for one, fitted in zip((part.left, part.right), pair(edition, part, page), strict=True):
                    yield piece.article, one, fitted.width
            elif isinstance(part, Picture):
                yield piece.article, part, picture_size(edition, part, page).width


def _widths(edition: Edition) -> Mapping[str, float]:
    widths: dict[str, float] = {}
    page: Geometry = geometry(edition.design.format)
    for _, picture, width in shown(edition):
        widths[picture.picture] = max(width, widths.get(picture.picture, 0))
    if edition.design.photo:
        widths[edition.design.photo] = page.width + 6
    if edition.design.emblem:
        widest = _EMBLEM * page.width / geometry(PageFormat.A5).width
        widths[edition.design.emblem] = max(widths.get(edition.design.emblem, 0), widest)
    return widths


def _greyed(data: bytes, key: str) -> bytes:
    drawn = rasterised(data, key)
    with Image.open(io.BytesIO(drawn)) as image:
        width = image.width
    return again(drawn, key, width, True)


@functools.lru_cache(maxsize=8)
def rasterised(data: bytes, key: str) -> bytes:
    """Draw an SVG as a PNG for those who cannot print drawings; BadPicture or PressFailed if it is none."""
    name = f"{key}.svg"
    with new_typesetter() as typesetter:
        typesetter.put_pictures({name: drawable(data, key)})
        typesetter.put({"data": {"file": name}})
        (image,) = typesetter.setting("emblem.typ", date(2000, 1, 1)).images(300)
    return image


def again(data: bytes, key: str, pixels: int, grey: bool) -> bytes:
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
            # A JPEG has scaled itself by halves already.
            if not pixels <= image.width <= pixels * _WORTHWHILE:
                image = image.resize(size, Image.Resampling.HAMMING, reducing_gap=3.0)
            file = io.BytesIO()
            if kind in ("PNG", "GIF"):
                image.save(file, "PNG")
            else:
                image.save(file, "JPEG", quality=_QUALITY, optimize=True)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise PressFailed(f"picture {key[:12]}: {error}") from error
    return file.getvalue()


def forget() -> None:
    """Let go of the pictures made last, which a living proof wants again after every edit."""
    _begun.cache_clear()
