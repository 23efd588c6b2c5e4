"""Pictures inside a foreign file: which can be taken, and how they are shown there (cropped, mirrored, turned)."""

from __future__ import annotations

import struct
import warnings
import zlib
from dataclasses import dataclass
from enum import Enum, auto
from io import BytesIO

from PIL import Image, ImageOps

from desk.intake import limits

_DRAWN = ("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP")
_VECTOR = ("WMF",)  # EMF too; Pillow draws both where the system can, which is Windows
_VECTOR_STARTS = (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00", b"\x01\x00\x00\x00")
_EMF_SIGN = b" EMF"  # MS-EMF 2.3.4.2, at byte 40
_GZIP = b"\x1f\x8b"  # .emz, .wmz
_HEAD = 1000  # bytes in which an SVG says what it is
_LEAST = 0.01  # of a side; less is no crop that one sees, nor a picture
# What Pillow's readers of broken files raise.
_FAULTS = (
    *(OSError, SyntaxError, ValueError, EOFError, TypeError, IndexError, KeyError, AttributeError),
    *(ArithmeticError, AssertionError, RuntimeError, struct.error, zlib.error),
)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a picture is shown: shares of its sides cut off (left, top, right, bottom), degrees clockwise, mirrored."""

    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    turn: float = 0.0
    flip_x: bool = False
    flip_y: bool = False

    @property
    def is_plain(self) -> bool:
        """Say whether the picture is shown as it is."""
        return not (self.flip_x or self.flip_y or round(self.turn) % 360 or any(map(_cuts, self.crop)))


PLAIN = Shape()


@dataclass(slots=True)
class PixelBudget:
    """How many dots of one file may still be decoded to crop, turn or mirror pictures."""

    left: int = limits.SHAPED_PIXELS

    def spend(self, image: Image.Image) -> bool:
        """Take a picture's dots; say whether there were as many."""
        self.left -= image.width * image.height
        return self.left >= 0


class PictureLoss(Enum):
    """Why a picture cannot be taken."""

    UNDRAWN = auto()  # lines instead of dots, which this machine cannot draw
    TOO_LARGE = auto()
    BROKEN = auto()


def shaped(data: bytes, shape: Shape = PLAIN, budget: PixelBudget | None = None) -> bytes | PictureLoss:
    """Return a picture as it is shown, its own bytes where nothing is cropped or turned."""
    if len(data) > limits.PICTURE_BYTES:
        return PictureLoss.TOO_LARGE
    vector = _is_vector(data)
    if vector and not data.startswith(_VECTOR_STARTS):
        return PictureLoss.UNDRAWN
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # odd metadata; the number of dots is asked below
        try:
            with Image.open(BytesIO(data), formats=_VECTOR if vector else _DRAWN) as image:
                if image.width * image.height > limits.PICTURE_PIXELS:
                    return PictureLoss.TOO_LARGE
                if vector or not shape.is_plain:
                    if budget is not None and not budget.spend(image):
                        return PictureLoss.TOO_LARGE
                    return _written(image, shape)
        except (*_FAULTS, Image.DecompressionBombError):
            return PictureLoss.UNDRAWN if vector else PictureLoss.BROKEN
    return data


def _is_vector(data: bytes) -> bool:
    emf = data.startswith(_VECTOR_STARTS[3]) and data[40:44] == _EMF_SIGN
    return emf or data.startswith((*_VECTOR_STARTS[:3], _GZIP)) or b"<svg" in data[:_HEAD]


def _cuts(share: float) -> bool:
    return share >= _LEAST


def _written(image: Image.Image, shape: Shape) -> bytes:
    kind = "JPEG" if image.format == "JPEG" else "PNG"
    profile = image.info.get("icc_profile")
    image = ImageOps.exif_transpose(image)
    if image.mode not in ("RGB", "L", "RGBA", "LA"):
        image = image.convert("RGBA" if "transparency" in image.info or image.mode == "PA" else "RGB")
    left, top, right, bottom = (max(0.0, share) for share in shape.crop)
    box = (
        round(image.width * left),
        round(image.height * top),
        round(image.width * (1 - right)),
        round(image.height * (1 - bottom)),
    )
    if box[2] > box[0] and box[3] > box[1]:
        image = image.crop(box)
    if shape.flip_x:
        image = ImageOps.mirror(image)
    if shape.flip_y:
        image = ImageOps.flip(image)
    turn = round(shape.turn) % 360
    if turn % 90 == 0:
        turns = {
            90: Image.Transpose.ROTATE_270,
            180: Image.Transpose.ROTATE_180,
            270: Image.Transpose.ROTATE_90,
        }
        image = image.transpose(turns[turn]) if turn else image
    else:
        white = (255,) * len(image.getbands())
        image = image.rotate(-turn, Image.Resampling.BICUBIC, expand=True, fillcolor=white)
    out = BytesIO()
    if kind == "JPEG":
        image.convert("RGB").save(out, "JPEG", quality=92, icc_profile=profile)
    else:
        image.save(out, "PNG", icc_profile=profile)
    return out.getvalue()
