"""A contributor's photograph made fit for the bulletin: upright, of sane size, without where it was taken.

`prepare` is pure: the same bytes give the same picture, and it may run in a spawned process.
"""

from __future__ import annotations

import hashlib
import struct
import warnings
import zlib
from io import BytesIO
from pathlib import Path, PureWindowsPath

from PIL import Image, ImageCms, UnidentifiedImageError

from desk.errors import BadPicture, PictureFault
from desk.os_errors import file_size, file_trouble
from desk.pictures.prepared_picture import Prepared
from desk.text.blocks import nfc

BYTES_LIMIT = 60 * 1024 * 1024
PIXELS_LIMIT = 50_000_000
SIDE_LIMIT = 2400  # pixels: a full A4 page's width at 300 dpi
JPEG_QUALITY = 88
RENDITION = 600  # pixels across: fills the column of A5 on the screen
SMALL, _SMALL_MOST = 720, 900  # pixels of the longer side: at least, where there are so many; at most
_SPARED = 1.3  # times as many pixels before a rendition is worth its room
_FEW_COLOURS = 256  # a drawing or a chart, which JPEG would smear
_NAME_LIMIT = 120
# No EPS (it would start Ghostscript), no vector files: only what cameras, phones and Word make.
_FORMATS = ("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP")
_MAGIC = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    TypeError,
    IndexError,
    KeyError,
    struct.error,
    zlib.error,
)
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def prepare(data: bytes, name: str) -> Prepared:
    """Make a picture fit for the desk; BadPicture says why it is refused."""
    if not data:
        raise BadPicture(PictureFault.EMPTY, name)
    if len(data) > BYTES_LIMIT:
        raise BadPicture(PictureFault.TOO_HEAVY, name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of odd metadata, all of which is dropped here
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        image = _opened(data, name)
        try:
            image, drawing = _decoded(image)
            image.thumbnail((SIDE_LIMIT, SIDE_LIMIT), Image.Resampling.LANCZOS)
            made, suffix, mime = _written(image, drawing=drawing)
            small = rendition(image) if suffix == ".jpg" else b""
        except _BROKEN as error:
            raise BadPicture(PictureFault.BROKEN, name) from error
    digest = hashlib.sha256(made).hexdigest()
    return Prepared(made, digest, mime, image.width, image.height, _named(name, suffix), small)


def small(data: bytes) -> bytes:
    """Return a picture small and upright, to be looked at before it is prepared; b"" for what cannot be read.

    A camera's JPEG is decoded at an eighth, a quarter or half of its size, which lets the interpreter go.
    """
    try:  # the filters of warnings belong to all threads: none is changed here
        image = _opened(data, "")
        share = min(1.0, SMALL / max(image.size))
        image.draft(image.mode, (max(round(image.width * share), 1), max(round(image.height * share), 1)))
        profile = image.info.get("icc_profile")
        image.load()
        image = _coloured(_upright(image), profile)
        image.thumbnail((_SMALL_MOST, _SMALL_MOST), Image.Resampling.BILINEAR)
        out = BytesIO()
        image.save(out, "PNG" if image.mode in ("RGBA", "LA") else "JPEG", quality=80)
    except (BadPicture, Warning, *_BROKEN):
        return b""
    return out.getvalue()


def prepare_file(path: Path) -> Prepared:
    """Prepare a picture file; FileTrouble when it cannot be read, BadPicture when it is no good picture."""
    file_size(path)  # only a file has an end
    try:
        data = path.read_bytes()
    except OSError as error:
        raise file_trouble(error, path) from error
    return prepare(data, path.name)


def _opened(data: bytes, name: str) -> Image.Image:
    """Read the header alone and measure it before a pixel is decoded."""
    try:
        image = Image.open(BytesIO(data), formats=_FORMATS)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise BadPicture(PictureFault.TOO_LARGE, name) from error
    except UnidentifiedImageError as error:
        fault = PictureFault.BROKEN if data.startswith(_MAGIC) else PictureFault.NO_PICTURE
        raise BadPicture(fault, name) from error
    except _BROKEN as error:
        raise BadPicture(PictureFault.BROKEN, name) from error
    if image.width * image.height > PIXELS_LIMIT:
        raise BadPicture(PictureFault.TOO_LARGE, name)
    return image


def _decoded(image: Image.Image) -> tuple[Image.Image, bool]:
    """Decode the first frame, turn it upright, bring it to sRGB, forget the rest; say if it is a drawing."""
    camera = image.format in ("JPEG", "MPO")
    if camera:
        image.draft(image.mode, (SIDE_LIMIT, SIDE_LIMIT))
    profile = image.info.get("icc_profile")
    image.load()
    image = _coloured(_upright(image), profile)
    image.info = {}
    return image, not camera and image.getcolors(_FEW_COLOURS) is not None


def _upright(image: Image.Image) -> Image.Image:
    try:
        turn = _TURNS.get(image.getexif().get(_ORIENTATION, 1))
    except _BROKEN:
        return image  # EXIF that cannot be read says nothing about how the camera was held
    return image if turn is None else image.transpose(turn)


def _coloured(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the image as L, RGB, LA or RGBA."""
    if image.mode.startswith("I;16") or image.mode in ("I", "F"):
        return _grey(image)
    if "transparency" in image.info or image.mode in ("RGBA", "LA", "PA", "RGBa", "La"):
        image = image.convert("LA" if image.mode in ("LA", "La", "L", "1") else "RGBA")
        if image.getchannel("A").getextrema() != (255, 255):
            return image
        image = image.convert(image.mode[:-1])
    if profile and image.mode in ("RGB", "CMYK"):
        image = _to_srgb(image, profile)
    return image.convert("L" if image.mode in ("1", "L") else "RGB")


def _grey(image: Image.Image) -> Image.Image:
    """Bring 16-bit grey to 8 bits; plain conversion would clip it to white."""
    whole = image.convert("F")
    low, high = whole.getextrema()
    assert isinstance(low, float)
    assert isinstance(high, float)
    scale = 1 / 257 if high > 255 else 1.0
    return whole.point(lambda value: value * scale + 0).convert("L")


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Keep the colours that the camera meant; a profile that cannot be read is as good as none."""
    try:
        made = ImageCms.profileToProfile(
            image,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
    except (ImageCms.PyCMSError, OSError):
        return image
    return made or image


def _written(image: Image.Image, *, drawing: bool) -> tuple[bytes, str, str]:
    """Write PNG where JPEG would lose transparency, or smear a drawing and be no smaller; else JPEG."""
    clear = image.mode in ("RGBA", "LA")
    png = _saved(image, "PNG") if clear or drawing else b""
    jpeg = b"" if clear else _saved(image, "JPEG")
    if clear or (drawing and len(png) <= len(jpeg)):
        return png, ".png", "image/png"
    return jpeg, ".jpg", "image/jpeg"


def rendition(image: Image.Image) -> bytes:
    """Return a photograph as a JPEG of `RENDITION` pixels across; nothing if it is hardly wider."""
    if image.width <= RENDITION * _SPARED:
        return b""
    size = (RENDITION, max(round(image.height * RENDITION / image.width), 1))
    return _saved(image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0), "JPEG")


def _saved(image: Image.Image, kind: str) -> bytes:
    out = BytesIO()
    image.save(out, kind, quality=JPEG_QUALITY, optimize=True)
    return out.getvalue()


def _named(name: str, suffix: str) -> str:
    """Return the file's own name, however its path was written, with the suffix of what it is now."""
    stem = PureWindowsPath(nfc(name)).stem.strip()
    return (stem[:_NAME_LIMIT] or "anh") + suffix
