"""Where files come from."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from desk.intake.kinds import SUFFIXES
from tests.ui.intake.given import carried
from ui.intake.chosen_files import are_pictures, files_of, filters


def test_every_kind_that_is_read_can_be_chosen() -> None:
    first, *others = filters().split(";;")
    assert all(f"*{ending}" in first for ending in SUFFIXES)
    named = {word.strip("()") for group in others for word in group.split() if word.startswith(("*.", "(*."))}
    assert named == {f"*{ending}" for ending in SUFFIXES}


def test_only_files_of_this_machine_count(tmp_path: Path) -> None:
    assert files_of(carried(tmp_path / "Bài của xã.docx")) == [tmp_path / "Bài của xã.docx"]
    mime = QMimeData()
    mime.setUrls([QUrl("https://a.vn/bài.docx")])
    assert files_of(mime) == []
    assert files_of(QMimeData()) == []


def test_pictures_are_told_by_their_names() -> None:
    assert are_pictures([Path("a.JPG"), Path("b.png")])
    assert not are_pictures([Path("a.jpg"), Path("b.docx")])
    assert not are_pictures([])
