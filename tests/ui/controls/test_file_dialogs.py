"""Dialogs of files begin in Documents, then where one was last for the same thing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from ui.controls.file_dialogs import choose_file, choose_files, choose_folder, choose_new_file
from ui.look import local_settings

DOCUMENTS = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _answering(began: list[str], answer: object) -> Callable[..., object]:
    def dialog(_: object, title: str, begin: str, *kinds: str) -> object:
        assert title == "Chọn"
        began.append(begin)
        return answer

    return staticmethod(dialog)


def test_each_thing_has_the_folder_that_was_chosen_last(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    there = tmp_path / "Tháng 4"
    began: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", _answering(began, ([str(there / "a.txt")], "")))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", _answering(began, (str(there / "b.pdf"), "")))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", _answering(began, (str(there / "c.xlsx"), "")))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", _answering(began, str(there)))
    for _ in range(2):
        assert choose_files(None, "Chọn", "a/folder") == [there / "a.txt"]
        assert choose_file(None, "Chọn", "b/folder", "PDF (*.pdf)") == there / "b.pdf"
        assert choose_new_file(None, "Chọn", "c/folder", "mới.xlsx", "Excel (*.xlsx)") == there / "c.xlsx"
        assert choose_folder(None, "Chọn", "d/folder") == there
    first, last = began[:4], began[4:]
    assert first == [DOCUMENTS, DOCUMENTS, str(Path(DOCUMENTS) / "mới.xlsx"), DOCUMENTS]
    assert last == [str(there), str(there), str(there / "mới.xlsx"), str(there)]
    assert choose_folder(None, "Chọn", "d/folder", begin="/khác") == there
    assert began[-1] == "/khác"


def test_who_steps_back_chooses_nothing_and_nothing_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, answer in (
        ("getOpenFileNames", ([], "")), ("getOpenFileName", ("", "")),
        ("getSaveFileName", ("", "")), ("getExistingDirectory", ""),
    ):  # fmt: skip
        monkeypatch.setattr(QFileDialog, name, _answering([], answer))
    assert choose_files(None, "Chọn", "a/folder") == []
    assert choose_file(None, "Chọn", "a/folder") is None
    assert choose_new_file(None, "Chọn", "a/folder", "mới", "") is None
    assert choose_folder(None, "Chọn", "a/folder") is None
    assert local_settings.read("a/folder") == ""
