"""The documents kept with a meeting: chosen, opened as a copy, taken away, refused."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desk import clock
from tests.making import Cast
from tests.ui.calendar.calendars import page, pick, put
from ui.window.window import Window

Sit = Callable[[int], Window]
pytestmark = pytest.mark.usefixtures("april")
K = Qt.Key


def test_documents_in_the_panel(qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path) -> None:
    put(cast, "Họp", datetime(2019, 4, 18, 8))
    calendar = page(sit(cast.secretary))
    pick(calendar, "Họp")
    paper = tmp_path / "Giấy mời số 12.docx"
    paper.write_bytes(b"PK" * 8)
    calendar.acts.files.attach(paper)
    assert calendar.acts.details is not None
    (kept,) = calendar.acts.details.attachments
    assert kept.name == "Giấy mời số 12.docx"
    calendar.panel.buttons[f"drop-{kept.id}"].click()
    assert calendar.acts.details.attachments == ()


def test_documents_are_chosen_by_key_and_opened_as_a_copy(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(cast, "Họp", datetime(2019, 4, 18, 8))
    calendar = page(sit(cast.secretary))
    pick(calendar, "Họp")
    paper = tmp_path / "Báo cáo quý I.docx"
    paper.write_bytes(b"PK" * 80)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(paper)], ""))
    calendar.month.setFocus()
    QTest.keyClick(calendar.month, K.Key_K)
    assert calendar.acts.details is not None
    (kept,) = calendar.acts.details.attachments
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    for _ in range(2):
        calendar.panel.buttons[f"file-{kept.id}"].click()
    first, second = (Path(one.toLocalFile()) for one in opened)
    assert first.parent != second.parent  # on Windows the copy of before could not be replaced
    for copy in (first, second):
        assert copy.read_bytes() == paper.read_bytes()
        assert copy.name == paper.name
        assert not copy.stat().st_mode & 0o222
    now = clock.now()
    os.utime(first.parent, (now.timestamp(), (now - timedelta(hours=25)).timestamp()))
    os.utime(second.parent, (now.timestamp(), (now - timedelta(hours=23)).timestamp()))
    calendar.panel.buttons[f"file-{kept.id}"].click()
    assert not first.parent.exists()
    assert second.exists()


def test_a_program_is_no_document(qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path) -> None:
    put(cast, "Họp", datetime(2019, 4, 18, 8))
    window = sit(cast.secretary)
    calendar = page(window)
    pick(calendar, "Họp")
    for name in ("giấy mời.pdf.EXE", "mở.lnk. "):
        path = tmp_path / name
        path.write_bytes(b"MZ")
        calendar.acts.files.attach(path)
        assert "là một chương trình" in window.notice.words()
    assert calendar.acts.details is not None
    assert calendar.acts.details.attachments == ()
