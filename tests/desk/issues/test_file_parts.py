"""The parts of files: where they begin and end, and that nothing is lost whatever a file says of itself."""

from __future__ import annotations

import io
import zipfile

import pytest

from desk.issues.file_parts import SMALLEST, spans

PHOTO, OTHER = b"\xff\xd8" + bytes(range(256)) * 20, b"\xff\xd8" + b"\r\n" * 3000
FONT = b"\x01endstreak" * 600


def test_the_streams_of_a_pdf_are_parts_and_small_ones_are_not() -> None:
    data = (
        b"%PDF-1.7\n1 0 obj <</Length 9>> stream\n" + b"x" * 90 + b"\nendstream endobj\n"
        b"2 0 obj <<>> stream\r\n"
        + PHOTO
        + b"\nendstream endobj\n3 0 obj <<>> stream\n"
        + OTHER
        + b"\r\nendstream"
        b"\n4 0 obj stream\n" + FONT + b"\nendstream endobj"
    )
    assert [data[start:stop] for start, stop in spans(data)] == [PHOTO, OTHER, FONT]


def test_what_a_zip_stores_as_it_is_is_a_part() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", "chữ " * 5000)
        made.writestr("word/media/ảnh 1.jpg", PHOTO, zipfile.ZIP_STORED)
        made.writestr("word/media/2.jpg", FONT, zipfile.ZIP_STORED)
    data = file.getvalue()
    assert [data[start:stop] for start, stop in spans(data)] == [PHOTO, FONT]


@pytest.mark.parametrize(
    ("data", "parts"),
    [
        (PHOTO, [PHOTO]),
        (b"x" * (SMALLEST - 1), []),
        (b"x" * SMALLEST, [b"x" * SMALLEST]),
        (b"", []),
        (b"%PDF stream\n" + PHOTO, []),
        (b"%PDF stream\n" + PHOTO + b"endstream", [PHOTO[:-1]]),
        (b"PK\3\4" + PHOTO, []),
    ],
    ids=["a picture", "a small file", "the least", "nothing", "no end", "no line end", "no zip"],
)
def test_what_is_no_such_file_is_one_part_or_none(data: bytes, parts: list[bytes]) -> None:
    assert [data[start:stop] for start, stop in spans(data)] == parts
