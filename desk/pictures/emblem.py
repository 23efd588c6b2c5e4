"""An office's emblem made fit for the cover: a picture as any other, or a drawing (SVG) of what may be drawn."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

from PIL import Image

from desk.errors import BadPicture, PictureFault, PressFailed
from desk.os_errors import file_trouble
from desk.pictures.prepare import prepare
from desk.pictures.prepared_picture import Prepared
from desk.press.typeset.picture_output import rasterised
from desk.press.typeset.vector_drawing import drawable, vector
from desk.text.blocks import nfc


def prepare_emblem(path: Path) -> Prepared:
    """Prepare an emblem file; FileTrouble when it cannot be read, BadPicture when it is no good picture."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise file_trouble(error, path) from error
    if path.suffix.lower() != ".svg" and not vector(data):
        return prepare(data, path.name)
    if not data.strip():
        raise BadPicture(PictureFault.EMPTY, path.name)
    data, width, height = _drawn(data, path.name)
    digest = hashlib.sha256(data).hexdigest()
    return Prepared(data, digest, "image/svg+xml", width, height, nfc(path.name))


def _drawn(svg: bytes, name: str) -> tuple[bytes, int, int]:
    """Draw an emblem once, to know that it can be and shows something; return what is drawn, and its size in dots."""
    try:
        svg = drawable(svg, "emblem")
        drawn = rasterised(svg, "emblem")
    except BadPicture as bad:
        raise BadPicture(bad.fault, name) from bad
    except PressFailed as error:
        raise BadPicture(PictureFault.BROKEN, name) from error
    with Image.open(BytesIO(drawn)) as image:
        if image.convert("RGBA").getchannel("A").getbbox() is None:
            raise BadPicture(PictureFault.BROKEN, name)
        return svg, image.width, image.height
