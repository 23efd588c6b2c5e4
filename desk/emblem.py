"""An office's emblem made fit for the cover: a picture as any other, or an SVG drawn once as pixels."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PIL import Image

from desk.errors import BadPicture, PictureFault, PressFailed
from desk.pictures import BYTES_LIMIT, Prepared, prepare
from desk.press.typesetter import refusals, workshop
from desk.text import nfc
from desk.troubles import file_trouble

_PPI = 600.0  # at 60 mm: twice what a cover wants
_LARGEST = 6000  # pixels of the longer side


def prepare_emblem(path: Path) -> Prepared:
    """Prepare an emblem file; FileTrouble when it cannot be read, BadPicture when it is no good picture."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise file_trouble(error, path) from error
    if path.suffix.lower() != ".svg":
        return prepare(data, path.name)
    if not data.strip():
        raise BadPicture(PictureFault.EMPTY, path.name)
    if len(data) > BYTES_LIMIT // 10:
        raise BadPicture(PictureFault.TOO_HEAVY, path.name)
    made = _drawn(data, path.name)
    digest = hashlib.sha256(made).hexdigest()
    width, height = int.from_bytes(made[16:20], "big"), int.from_bytes(made[20:24], "big")  # the PNG's IHDR
    if max(width, height) > _LARGEST or min(width, height) < 1:
        raise BadPicture(PictureFault.TOO_LARGE, path.name)
    return Prepared(made, digest, "image/png", width, height, nfc(f"{path.stem}.png"))


def _drawn(svg: bytes, name: str) -> bytes:
    try:
        with workshop() as shop:
            shop.lay("emblem.svg", svg)
            with refusals():
                made = shop.compiler("emblem.typ").compile(format="png", ppi=_PPI)
    except PressFailed as error:
        raise BadPicture(PictureFault.BROKEN, name) from error
    if not isinstance(made, bytes) or not _shows_something(made):
        raise BadPicture(PictureFault.BROKEN, name)
    return made


def _shows_something(png: bytes) -> bool:
    from io import BytesIO

    with Image.open(BytesIO(png)) as image:
        return image.convert("RGBA").getchannel("A").getbbox() is not None
