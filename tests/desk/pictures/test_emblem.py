"""An emblem: a drawing kept byte for byte when it can be drawn, a picture prepared as any other."""

from __future__ import annotations

import hashlib
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desk.errors import BadPicture, FileTrouble, PictureFault, Trouble
from desk.pictures.emblem import prepare_emblem
from desk.pictures.prepare import prepare

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="%s"/></svg>'
RED = SVG % b"#d00"


def _file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", ["biểu trưng.svg", "biểu trưng.SVG", "biểu trưng.png"])
def test_a_drawing_is_kept_as_it_is_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    made = prepare_emblem(_file(tmp_path, name, RED))
    assert (made.data, made.mime, made.name) == (RED, "image/svg+xml", name)
    assert made.sha256 == hashlib.sha256(RED).hexdigest()
    assert made.width // 2 == made.height > 0
    assert made.rendition == b""


def test_its_name_is_composed(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "Tỉnh ủy.svg")
    assert prepare_emblem(_file(tmp_path, name, RED)).name == "Tỉnh ủy.svg"


def test_a_picture_is_prepared_as_any_other(tmp_path: Path) -> None:
    out = BytesIO()
    Image.new("RGB", (30, 20), "red").save(out, "PNG")
    path = _file(tmp_path, "cờ.png", out.getvalue())
    assert prepare_emblem(path) == prepare(out.getvalue(), "cờ.png")


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("rỗng.svg", b" \n", PictureFault.EMPTY),
        ("vỡ.svg", b"<svg", PictureFault.BROKEN),
        ("trong suốt.svg", SVG % b"none", PictureFault.BROKEN),
        ("chữ.png", b"khong phai anh", PictureFault.NO_PICTURE),
        ("chữ.SVG", b"khong phai anh", PictureFault.BROKEN),
    ],
)
def test_what_shows_nothing_is_refused_by_name(
    tmp_path: Path, name: str, data: bytes, fault: PictureFault
) -> None:
    with pytest.raises(BadPicture) as refused:
        prepare_emblem(_file(tmp_path, name, data))
    assert (refused.value.fault, refused.value.name) == (fault, name)


def test_a_file_that_is_not_there_is_the_machines_trouble(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as refused:
        prepare_emblem(tmp_path / "không có.svg")
    assert refused.value.kind is Trouble.ABSENT


def test_what_may_not_be_drawn_is_not_stored(tmp_path: Path) -> None:
    made = prepare_emblem(_file(tmp_path, "a.svg", RED.replace(b"<rect", b"<script>x()</script><rect", 1)))
    assert b"script" not in made.data
    assert made.sha256 == hashlib.sha256(made.data).hexdigest()
