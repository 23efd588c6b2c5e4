"""The week's sheet as files: names, formats, bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.errors import FileTrouble
from desk.week_schedule import text
from desk.week_schedule.files import MAKERS, SheetFormat, name, write
from tests.desk.week_schedule.sheets import sheet


def test_a_file_is_named_by_its_week() -> None:
    assert name(sheet(1), SheetFormat.PDF) == "lich-cong-tac-tuan-15-2019.pdf"
    assert name(sheet(1, week=3), SheetFormat.DOCX) == "lich-cong-tac-tuan-03-2019.docx"
    assert name(sheet(1), SheetFormat.TXT).endswith(".txt")


def test_every_format_is_what_its_name_says() -> None:
    week = sheet(1)
    assert MAKERS[SheetFormat.PDF](week).startswith(b"%PDF")
    assert MAKERS[SheetFormat.DOCX](week).startswith(b"PK")
    assert MAKERS[SheetFormat.TXT](week) == b"\xef\xbb\xbf" + text.text(week).encode()


def test_files_are_written_into_a_new_folder_in_the_order_wished(tmp_path: Path) -> None:
    folder = tmp_path / "tuần 15"
    made = write(sheet(1), (SheetFormat.TXT, SheetFormat.DOCX), folder)
    assert [one.name for one in made] == ["lich-cong-tac-tuan-15-2019.txt", "lich-cong-tac-tuan-15-2019.docx"]
    assert made[0].read_bytes() == MAKERS[SheetFormat.TXT](sheet(1))
    assert sorted(folder.iterdir()) == sorted(made)


def test_a_folder_that_is_a_file_is_trouble(tmp_path: Path) -> None:
    (tmp_path / "tệp").write_bytes(b"")
    with pytest.raises(FileTrouble):
        write(sheet(1), (SheetFormat.TXT,), tmp_path / "tệp")
