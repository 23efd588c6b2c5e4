"""Files taken in: one after the other, and a refused one does not stop the next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.articles import listing
from desk.intake.result import Taken
from tests.making import Cast
from ui.intake.import_dialog import ImportDialog, ImportWish
from ui.intake.importer import Importer
from ui.session.session import Session


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_refused_file_and_one_thought_better_of_do_not_stop_the_next(
    qtbot: QtBot,
    session_of: Callable[[int], Session],
    cast: Cast,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session, window = session_of(cast.writer), QWidget()
    qtbot.addWidget(window)
    said: list[str] = []
    session.said.connect(lambda text, *_: said.append(text))
    importer = Importer(session, window)
    taken: list[int] = []
    importer.taken.connect(taken.append)

    def ask(_: object, name: str, read: Taken, __: object) -> ImportWish | None:
        return None if name == "hai.txt" else ImportWish(read.text, 2)

    monkeypatch.setattr(ImportDialog, "ask", ask)
    body = "Giao ban công tác khoa giáo\n\nTại hội nghị, các đồng chí đã trao đổi.\n"
    importer.take(
        [
            _file(tmp_path, "một.txt", ""),
            _file(tmp_path, "hai.txt", body),
            _file(tmp_path, "ba.txt", body),
        ]
    )
    (row,) = listing.listing(cast.writer, listing.ListQuery()).rows
    assert taken == [row.id]
    assert len(said) == 2
    assert said[1].startswith("Đã nhập “")


def test_a_photograph_that_cannot_be_read_leaves_the_article(
    qtbot: QtBot,
    session_of: Callable[[int], Session],
    cast: Cast,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session, window = session_of(cast.writer), QWidget()
    qtbot.addWidget(window)
    said: list[str] = []
    session.said.connect(lambda text, *_: said.append(text))
    importer = Importer(session, window)
    broken = _file(tmp_path, "ảnh.jpg", "không phải ảnh")

    def ask(_: object, __: str, read: Taken, ___: object) -> ImportWish:
        return ImportWish(read.text, 2, ((read.text.blocks[0].id, broken),))

    monkeypatch.setattr(ImportDialog, "ask", ask)
    importer.take([_file(tmp_path, "một.txt", "Giao ban\n\nTại hội nghị, các đồng chí trao đổi.\n")])
    assert len(listing.listing(cast.writer, listing.ListQuery()).rows) == 1
    assert "ảnh.jpg" in said[0]
