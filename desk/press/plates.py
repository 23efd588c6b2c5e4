"""Plates: how large a picture stands in the column, and the file kind that its bytes are."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image

from desk.errors import PressFailed
from desk.press.edition import Edition

COLUMN = 113.0  # mm: 148 less the inner 20 and the outer 15
TALLEST = 118.0  # mm: leaves room for a caption and some lines on the page
COARSEST = 72.0  # dpi: a logo of 100 dots is not blown up to the column
THINNEST = 0.2  # mm
_SUFFIXES = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp"}


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture fitted to the page; sizes in millimetres."""

    suffix: str
    width: float
    height: float


def plate(edition: Edition, picture: str) -> Plate:
    """Fit a picture of the issue to the column; PressFailed if it is missing or no picture."""
    data = edition.pictures.get(picture)
    if data is None:
        raise PressFailed(f"picture {picture[:12]} is not in the issue")
    try:
        with warnings.catch_warnings():
            # Only the header is read here; the size of the bitmap was judged when it came in.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                kind, (across, down) = image.format or "", image.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise PressFailed(f"picture {picture[:12]}: {error}") from error
    if kind not in _SUFFIXES:
        raise PressFailed(f"picture {picture[:12]} is {kind}")
    width, height = fitted(across, down)
    return Plate(_SUFFIXES[kind], width, height)


def fitted(across: int, down: int) -> tuple[float, float]:
    """Return width and height in mm: column width, no taller than a page bears, no coarser than 72 dpi."""
    width = min(COLUMN, max(across / COARSEST * 25.4, COLUMN / 4))
    height = width * down / across
    if height > TALLEST:
        width, height = TALLEST * across / down, TALLEST
    return max(round(width, 3), THINNEST), max(round(height, 3), THINNEST)
