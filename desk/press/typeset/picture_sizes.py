"""Picture sizes: how large a picture is printed, and what its bytes are."""

from __future__ import annotations

import functools
import io
import warnings
from collections.abc import Mapping
from dataclasses import dataclass

from PIL import Image

from desk.edition.edition import Edition
from desk.edition.page_geometry import Geometry
from desk.errors import PressFailed
from desk.press.typeset.nested_lists import PicturePair
from desk.text.blocks import Picture

COARSEST = 72.0  # dpi: a logo of 100 dots is not blown up to the column
THINNEST = 0.2  # mm
BETWEEN = 4.0  # mm between two halves
_COLUMN_TALL, _HALF_TALL = 0.68, 0.45  # of the column's height: leaves room for a caption and some lines
_PAGE_WORDS = 22.0  # mm that a page-high picture leaves for its caption
_SLIMMEST = 0.34  # of two halves side by side
_SUFFIXES = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp"}


@dataclass(frozen=True, slots=True)
class PictureSize:
    """A picture fitted to the page; sizes in millimetres, `across` and `down` in pixels."""

    suffix: str
    width: float
    height: float
    across: int
    down: int

    @property
    def dpi(self) -> float:
        """Return how many pixels stand on an inch of paper."""
        return self.across / self.width * 25.4


def picture_size(edition: Edition, picture: Picture, page: Geometry) -> PictureSize:
    """Fit a picture to the width chosen for it; PressFailed if it is missing or no picture."""
    suffix, across, down = header(edition.pictures, picture.picture)
    width, tallest = _room(picture.width, page)
    return PictureSize(suffix, *fitted(across, down, width, tallest), across, down)


def pair(edition: Edition, both: PicturePair, page: Geometry) -> tuple[PictureSize, PictureSize]:
    """Fit two pictures side by side, equally high where their shapes allow it."""
    heads = [header(edition.pictures, one.picture) for one in (both.left, both.right)]
    shapes = [across / down for _, across, down in heads]
    share = min(max(shapes[0] / sum(shapes), _SLIMMEST), 1 - _SLIMMEST)
    room = page.column - BETWEEN
    widths = (room * share, room * (1 - share))
    left, right = (
        PictureSize(suffix, *fitted(across, down, width, _HALF_TALL * page.room), across, down)
        for (suffix, across, down), width in zip(heads, widths, strict=True)
    )
    return left, right


def fitted(across: int, down: int, width: float, tallest: float) -> tuple[float, float]:
    """Return width and height in mm: the width wanted, no taller than the page bears, no coarser than 72 dpi."""
    wide = min(width, max(across / COARSEST * 25.4, width / 4))
    high = wide * down / across
    if high > tallest:
        wide, high = tallest * across / down, tallest
    return max(round(wide, 3), THINNEST), max(round(high, 3), THINNEST)


def header(pictures: Mapping[str, bytes], key: str) -> tuple[str, int, int]:
    """Return a picture's suffix and pixels; PressFailed if it is missing or no picture."""
    data = pictures.get(key)
    if data is None:
        raise PressFailed(f"picture {key[:12]} is not in the issue")
    return _header(data, key)


def _room(width: str, page: Geometry) -> tuple[float, float]:
    if width == "half":
        return (page.column - BETWEEN) / 2, _HALF_TALL * page.room
    if width == "page":
        return page.text, page.room - _PAGE_WORDS
    return page.column, _COLUMN_TALL * page.room


@functools.lru_cache(maxsize=512)
def _header(data: bytes, key: str) -> tuple[str, int, int]:
    try:
        with warnings.catch_warnings():
            # Only the header is read here; the size of the bitmap was judged when it came in.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                kind, (across, down) = image.format or "", image.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise PressFailed(f"picture {key[:12]}: {error}") from error
    if kind not in _SUFFIXES:
        raise PressFailed(f"picture {key[:12]} is {kind}")
    return _SUFFIXES[kind], across, down
