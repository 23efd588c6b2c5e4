"""Pictures: what comes in, what is refused, and that nothing but the picture comes out."""

from __future__ import annotations

import struct
import zlib
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from io import BytesIO
from multiprocessing import get_context
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageDraw

from desk.errors import BadPicture, PictureFault
from desk.pictures import prepare as pictures_prepare
from desk.pictures.prepare import RENDITION, SMALL, prepare, small


def photo(width: int = 300, height: int = 200) -> Image.Image:
    noise = Image.frombytes("L", (width, height), Random(2019).randbytes(width * height))
    return Image.merge("RGB", (noise, noise.rotate(90, expand=False), noise.rotate(180)))


def written(image: Image.Image, kind: str = "JPEG", **how: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def read(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_header(width: int, height: int) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 2501 * 64)) + chunk(b"IEND", b"")
    )


def fault(data: bytes, name: str = "anh.jpg") -> PictureFault:
    with pytest.raises(BadPicture) as caught:
        prepare(data, name)
    assert caught.value.name == name
    return caught.value.fault


def test_a_photograph_becomes_a_jpeg_with_its_own_address() -> None:
    made = prepare(written(photo(), quality=95), r"C:\Ảnh\Hội nghị.JPEG")
    assert (made.mime, made.width, made.height, made.name) == ("image/jpeg", 300, 200, "Hội nghị.jpg")
    assert made.sha256 == sha256(made.data).hexdigest()
    assert read(made.data).size == (300, 200)


def test_the_same_bytes_give_the_same_picture() -> None:
    data = written(photo())
    assert prepare(data, "a.jpg") == prepare(data, "a.jpg")


def test_a_photograph_is_kept_small_too_and_what_is_small_is_not() -> None:
    made = prepare(written(photo(1200, 800)), "a.jpg")
    small = read(made.rendition)
    assert (small.size, small.format) == ((RENDITION, 400), "JPEG")
    assert len(made.rendition) < len(made.data)
    assert prepare(written(photo(RENDITION + 50, 300)), "a.jpg").rendition == b""
    chart = Image.new("P", (1200, 800))
    assert prepare(written(chart, "PNG"), "a.png").rendition == b""


def test_it_runs_in_a_spawned_process() -> None:
    data = written(photo())
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(prepare, data, "a.jpg").result() == prepare(data, "a.jpg")


@pytest.mark.parametrize(
    ("size", "wanted"), [((5000, 2500), (2400, 1200)), ((1000, 4800), (500, 2400)), ((9, 7), (9, 7))]
)
def test_large_pictures_are_made_smaller_and_small_ones_left(
    size: tuple[int, int], wanted: tuple[int, int]
) -> None:
    made = prepare(written(Image.new("RGB", size, (120, 90, 60))), "a.jpg")
    assert (made.width, made.height) == wanted == read(made.data).size


@pytest.mark.parametrize(
    ("turn", "corner"),
    [(1, (0, 0)), (2, (1, 0)), (3, (1, 1)), (4, (0, 1)), (5, (0, 0)), (6, (1, 0)), (7, (1, 1)), (8, (0, 1))],
)
def test_the_camera_s_turn_is_applied_and_forgotten(turn: int, corner: tuple[int, int]) -> None:
    image = Image.new("RGB", (90, 60), "white")
    ImageDraw.Draw(image).rectangle((0, 0, 29, 19), fill="black")  # the top left corner as the sensor saw it
    exif = Image.Exif()
    exif[0x0112] = turn
    made = read(prepare(written(image, quality=95, exif=exif), "a.jpg").data)
    assert made.size == ((90, 60) if turn < 5 else (60, 90))
    width, height = made.size
    across, down = (5 if corner[0] == 0 else width - 6), (5 if corner[1] == 0 else height - 6)
    assert made.convert("L").tobytes()[down * width + across] < 60
    assert not made.getexif()


def test_place_camera_profile_and_comment_are_dropped() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Máy ảnh của anh An".encode().decode("latin-1")
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (21.0, 1.0, 40.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = written(photo(), exif=exif, icc_profile=profile, comment=b"bi mat", dpi=(300, 300))
    made = read(prepare(data, "a.jpg").data)
    assert not made.getexif()
    assert {"icc_profile", "comment", "exif", "xmp"}.isdisjoint(made.info)
    png = written(photo().convert("RGBA"), "PNG", icc_profile=profile)
    assert "icc_profile" not in read(prepare(png, "a.png").data).info


def test_exif_that_cannot_be_read_does_no_harm() -> None:
    data = written(photo(), exif=b"Exif\0\0II*\0\xff\xff\xff\xff" + b"\xee" * 40)
    assert prepare(data, "a.jpg").width == 300


def test_a_picture_seen_through_keeps_its_transparency_as_png() -> None:
    image = photo().convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    made = prepare(written(image, "PNG"), "dấu.png")
    assert (made.mime, made.name, read(made.data).mode) == ("image/png", "dấu.png", "RGBA")


def test_an_alpha_channel_that_hides_nothing_is_dropped() -> None:
    made = prepare(written(photo().convert("RGBA"), "PNG"), "a.png")
    assert (made.mime, read(made.data).mode) == ("image/jpeg", "RGB")


def test_a_drawing_stays_a_png_and_a_photograph_does_not() -> None:
    chart = Image.new("RGB", (800, 400), "white")
    draw = ImageDraw.Draw(chart)
    for at in range(8):
        draw.rectangle((at * 90 + 20, 380 - at * 40, at * 90 + 80, 380), fill=(160, 30, 30))
    made = prepare(written(chart, "PNG"), "biểu đồ.png")
    assert made.mime == "image/png"
    assert read(made.data).convert("RGB").tobytes() == chart.tobytes()
    assert prepare(written(photo(), "PNG"), "a.png").mime == "image/jpeg"
    assert prepare(written(photo().convert("L"), "PNG"), "scan.png").mime == "image/jpeg"


def test_print_colours_become_screen_colours() -> None:
    made = prepare(written(photo().convert("CMYK")), "a.jpg")
    assert read(made.data).mode == "RGB"


def test_a_scan_of_16_bits_is_not_bleached() -> None:
    made = read(prepare(written(Image.new("I;16", (20, 20), 30000), "PNG"), "a.png").data)
    assert 110 < made.tobytes()[0] < 122


def test_of_a_moving_picture_the_first_frame_stays() -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "blue", "green")]
    data = written(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=50)
    made = read(prepare(data, "a.gif").data).convert("RGB")
    assert getattr(made, "n_frames", 1) == 1
    assert made.getpixel((5, 5)) == (255, 0, 0)


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"", PictureFault.EMPTY),
        (b"MZ\x90\x00" + b"\0" * 500, PictureFault.NO_PICTURE),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", PictureFault.NO_PICTURE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", PictureFault.NO_PICTURE),
        (b"\x89PNG\r\n\x1a\n", PictureFault.BROKEN),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", PictureFault.BROKEN),
        (png_header(20_000, 20_000), PictureFault.TOO_LARGE),
        (png_header(8_000, 8_000), PictureFault.TOO_LARGE),
        (png_header(50_000, 50_000), PictureFault.TOO_LARGE),
    ],
)
def test_refusals(data: bytes, wanted: PictureFault) -> None:
    assert fault(data) is wanted


def test_a_cut_picture_is_broken() -> None:
    whole = written(photo())
    assert fault(whole[: len(whole) // 2]) is PictureFault.BROKEN


def test_too_many_bytes_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures_prepare, "BYTES_LIMIT", 100)
    assert fault(b"\xff\xd8\xff" + b"\0" * 100) is PictureFault.TOO_HEAVY


SEEDS = [written(photo(48, 32), kind) for kind in ("JPEG", "PNG", "GIF", "TIFF", "WEBP", "BMP")]


@given(st.sampled_from(SEEDS), st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), max_size=8))
def test_damage_is_refused_or_read_and_nothing_else(data: bytes, damage: list[tuple[int, int]]) -> None:
    hurt = bytearray(data)
    for at, value in damage:
        hurt[at % len(hurt)] = value
    try:
        made = prepare(bytes(hurt), "x")
    except BadPicture:
        return
    assert max(made.width, made.height) <= pictures_prepare.SIDE_LIMIT


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (written(Image.new("RGB", (3000, 2000))), (750, 500)),  # a quarter, as a JPEG is decoded
        (written(Image.new("RGB", (300, 200))), (300, 200)),
        (
            written(
                Image.new("RGB", (4000, 3000), "red"),
                exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
            ),
            (675, 900),
        ),
        (written(Image.new("RGBA", (400, 300), (200, 30, 30, 90)), "PNG"), (400, 300)),
        (written(Image.new("RGB", (1800, 900)), "PNG"), (900, 450)),
    ],
)
def test_a_picture_to_be_looked_at_is_small_and_upright(data: bytes, size: tuple[int, int]) -> None:
    assert read(small(data)).size == size
    assert max(size) >= SMALL or max(size) <= 400


def test_what_is_no_picture_has_no_small_one() -> None:
    assert small(b"none") == b""
    assert small(b"") == b""
    assert small(written(photo())[:2000]) == b""
