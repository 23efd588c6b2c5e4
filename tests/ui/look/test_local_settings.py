"""What belongs to this machine, kept beside the desk's file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QStandardPaths

from ui.look import local_settings
from ui.look.style import Scheme


def test_what_is_written_is_read_again_at_the_next_start(tmp_path: Path) -> None:
    folder = tmp_path / "Bản tin nội bộ"
    folder.mkdir()
    local_settings.use(folder)
    local_settings.write("a/b", "Lê Thị Viết, “một”; hai")
    local_settings.use(tmp_path)
    assert local_settings.read("a/b") == ""
    local_settings.use(folder)
    assert local_settings.read("a/b") == "Lê Thị Viết, “một”; hai"
    assert (folder / "giao-dien.ini").exists()


def test_what_was_never_written_is_what_one_says_instead() -> None:
    assert local_settings.read("x") == ""
    assert local_settings.read("x", "khác") == "khác"
    local_settings.write("x", "")
    assert local_settings.read("x", "khác") == ""


@pytest.mark.parametrize(("stored", "number"), [("12", 12), ("", 0), ("-3", 0), ("1.5", 0), ("hỏng", 0)])
def test_a_damaged_number_is_none(stored: str, number: int) -> None:
    local_settings.write("x", stored)
    assert local_settings.read_number("x") == number
    assert local_settings.read_number("never") == 0


@pytest.mark.parametrize(
    ("stored", "scheme"),
    [("light", Scheme.LIGHT), ("dark", Scheme.DARK), ("", Scheme.SYSTEM), ("DARK", Scheme.SYSTEM)],
)
def test_a_damaged_scheme_is_the_systems(stored: str, scheme: Scheme) -> None:
    local_settings.write("look/scheme", stored)
    assert local_settings.read_scheme() is scheme


@pytest.mark.parametrize(("stored", "percent"), [("150", 150), ("100", 100), ("", 100), ("117", 100)])
def test_a_damaged_size_of_words_is_the_usual_one(stored: str, percent: int) -> None:
    local_settings.write("look/text", stored)
    assert local_settings.read_text_size() == percent


def test_a_folder_is_the_last_one_and_before_it_that_of_documents() -> None:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    assert local_settings.read_folder("ics/folder") == documents != ""
    local_settings.write("ics/folder", "/tài liệu")
    assert local_settings.read_folder("ics/folder") == "/tài liệu"


def test_geometry_goes_through_letters() -> None:
    data = QByteArray(bytes(range(256)))
    local_settings.write_bytes("window/place", data)
    assert local_settings.read("window/place").isascii()
    assert local_settings.read_bytes("window/place") == data
    assert local_settings.read_bytes("never").isEmpty()


def test_without_a_folder_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_settings, "_store", None)
    local_settings.write("x", "y")
    assert local_settings.read("x", "khác") == "khác"
    assert local_settings.read_number("x") == 0
