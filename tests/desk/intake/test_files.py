"""The door for files: unknown kinds, heavy and missing ones are refused with their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.errors import BadIntake, FileTrouble, IntakeFault, Trouble
from desk.intake.files import take_in


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
