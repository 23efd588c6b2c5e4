"""The door for files: unknown kinds, heavy and missing ones are refused with their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.errors import BadIntake, FileTrouble, IntakeFault, Trouble
from desk.intake.files import take_in
from desk.intake.result import DoubtKind, Dropped
from tests.desk.intake.word.making import docx


def test_a_text_is_taken_in(tmp_path: Path) -> None:
    path = tmp_path / "bài.TXT"
    path.write_text("Giao ban quý I\n\nChiều nay, Ban tổ chức hội nghị giao ban.", encoding="utf-8")
    assert take_in(path).text.title == "Giao ban quý I"


def test_what_is_no_article_is_refused_with_its_name(tmp_path: Path) -> None:
    photo = tmp_path / "ảnh.docx"
    photo.write_bytes(b"\xff\xd8\xff\xe0 JFIF")
    with pytest.raises(BadIntake) as refused:
        take_in(photo)
    assert (refused.value.fault, refused.value.name) == (IntakeFault.PICTURE_FILE, "ảnh.docx")
    with pytest.raises(FileTrouble) as missing:
        take_in(tmp_path / "không có.txt")
    assert missing.value.kind is Trouble.ABSENT


def test_what_a_word_file_shows_and_the_article_lacks_is_a_doubt(tmp_path: Path) -> None:
    ole = '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12" r:id="x"/></w:object></w:r>'
    path = tmp_path / "thu chi.docx"
    path.write_bytes(docx(f"<w:p><w:r><w:t>Tổng thu 186 triệu đồng</w:t></w:r>{ole}</w:p>"))
    (doubt,) = (one for one in take_in(path).doubts if one.kind is DoubtKind.OBJECTS_LOST)
    assert doubt.detail == "1"


def test_a_page_is_not_doubted_for_its_own_pictures(tmp_path: Path) -> None:
    path = tmp_path / "trang.html"
    path.write_text(
        '<h1>Giao ban quý I</h1><p>Chiều nay.</p><img src="https://a.vn/x.png">', encoding="utf-8"
    )
    taken = take_in(path)
    assert taken.left_out[Dropped.PICTURES] == 1
    assert not {one.kind for one in taken.doubts} & {DoubtKind.OBJECTS_LOST, DoubtKind.PICTURES_LOST}
