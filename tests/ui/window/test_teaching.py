"""Dạy bằng số cũ: a folder of old issues, read by the reading process, is kept as counts for the proofreader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.acts import journal
from desk.acts.journal import JournalQuery
from desk.acts.rules import Act, Stage
from desk.registers import known, taught
from tests.making import Cast, article
from ui.registers.page import RegistersPage
from ui.window.window import Window

Sit = Callable[[int], Window]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Số cũ năm 2018"
    made.mkdir()
    for number in range(3):
        document = Document()
        document.add_paragraph(f"Bản tin số {number}: xã Đạ Lâm ra quân làm đường.")
        document.add_paragraph(
            f"Nhân dân bản {number} hiến đất mở đường. " + f"Tổ {number} góp công. " * (number + 4)
        )
        document.save(str(made / f"Bản tin {number}.docx"))
    (made / "hong.docx").write_bytes(b"PK\x03\x04 not a file")
    return made


def _page(window: Window) -> RegistersPage:
    window.pages.go("registers")
    page = window.pages.registers
    page.tabs.setCurrentWidget(page.taught)
    return page


def test_a_folder_is_counted_with_the_approved_articles_and_kept(
    qtbot: QtBot, sit: Sit, cast: Cast, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article(cast, stage=Stage.APPROVED)
    window = sit(cast.secretary)
    page = _page(window)
    monkeypatch.setattr("ui.window.teaching.choose_folder", lambda *_: folder)
    window.pages.teaching.by_folder.setFocus()
    qtbot.keyClick(window.pages.teaching.by_folder, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: taught.kept() is not None, timeout=30_000)
    assert page.taught.state.text() == "Đã dạy bằng 4 bài."
    assert "thư mục “Số cũ năm 2018”" in window.notice.words()
    assert "1 tệp không đọc được: hong.docx" in window.notice.words()
    assert known.of(None).taught == taught.read()
    assert any(entry.act is Act.TEACH for entry in journal.entries(JournalQuery()))


def test_the_approved_articles_alone_teach_too_and_who_may_not_is_told(sit: Sit, cast: Cast) -> None:
    window = sit(cast.secretary)
    _page(window)
    window.pages.teaching.by_approved.click()
    assert taught.kept() is None
    assert "Không có bài nào" in window.notice.words()
    article(cast, stage=Stage.APPROVED)
    window.pages.teaching.by_approved.click()
    row = taught.kept()
    assert row is not None
    assert row.articles == 1
    window.pages.registers.take_focus()
    assert window.pages.teaching.by_folder.hasFocus()
    writer = sit(cast.writer)
    _page(writer)
    assert not writer.pages.teaching.by_folder.isEnabled()
    assert writer.pages.teaching.by_folder.toolTip()
