"""Files within a Word file: what programs put there that join documents."""

from __future__ import annotations

import pytest

from desk.intake.result import Dropped
from desk.intake.word.docx import read_docx
from tests.desk.intake.word.making import docx, drawing, paragraph, png

_HTML = "<html><body><p>Xã <b>Nậm Lư</b> ra quân.</p><p>Đợt hai.</p></body></html>"
_RTF = b"{\\rtf1\\ansi X\\u227? N\\u7853?m L\\u432? ra qu\\u226?n.\\par \\u272?\\u7907?t hai.\\par}"
_MHT = (
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    f"Content-Type: text/html; charset=utf-8\r\nContent-Location: a.htm\r\n\r\n{_HTML}\r\n--b--\r\n"
)
_WORD = docx(paragraph("Xã Nậm Lư ra quân.") + paragraph("Đợt hai."))


def _around(name: str, data: str | bytes, more: str = "") -> list[str]:
    body = f'{paragraph("Trước")}<w:altChunk r:id="c"/>{paragraph("Sau")}{more}'
    document = read_docx(docx(body, {name: data}, ("c", "aFChunk", name, False)), "bài.docx")
    assert Dropped.OBJECTS not in document.left_out
    return [piece.words for piece in document.pieces]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", _HTML),
        ("a.xhtml", f'<?xml version="1.0" encoding="utf-8"?>{_HTML}'),
        ("a.mht", _MHT),
        ("a.rtf", _RTF),
        ("a.docx", _WORD),
        ("a.txt", "Xã Nậm Lư ra quân.\n\nĐợt hai.\n"),
    ],
)
def test_its_words_stand_where_it_stands(name: str, data: str | bytes) -> None:
    assert _around(name, data) == ["Trước", "Xã Nậm Lư ra quân.", "Đợt hai.", "Sau"]


def test_two_stand_in_their_order_and_bring_their_pictures() -> None:
    picture = docx(
        paragraph("Kèm ảnh.") + f"<w:p>{drawing('i')}</w:p>",
        {"a.png": png()},
        ("i", "image", "a.png", False),
    )
    body = '<w:altChunk r:id="c"/><w:altChunk r:id="d"/>'
    links = (("c", "aFChunk", "a.docx", False), ("d", "aFChunk", "b.html", False))
    document = read_docx(docx(body, {"a.docx": picture, "b.html": _HTML}, *links), "bài.docx")
    assert [piece.words for piece in document.pieces][-2:] == ["Xã Nậm Lư ra quân.", "Đợt hai."]
    assert len(document.pictures) == 1
    assert document.pictures[0].block_id in {piece.block.id for piece in document.pieces}


def test_a_file_within_one_within_one_is_named() -> None:
    inner = docx('<w:altChunk r:id="c"/>', {"b.html": _HTML}, ("c", "aFChunk", "b.html", False))
    body = f'{paragraph("Ngoài")}<w:altChunk r:id="c"/>'
    document = read_docx(docx(body, {"a.docx": inner}, ("c", "aFChunk", "a.docx", False)), "bài.docx")
    assert [piece.words for piece in document.pieces] == ["Ngoài"]
    assert document.lines == ("b.html",)
    assert document.left_out == {Dropped.OBJECTS: 1}
