"""What lies in menus: old revisions, chuyên mục, the keys' sheet, the data check; undo only where it leads back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desk.acts.rules import Act, Genre, Stage
from desk.articles import listing, writing
from desk.database import revisions
from tests.making import Cast, article, version, words
from ui.articles.revisions_dialog import RevisionsDialog
from ui.articles.section_dialog import SectionDialog
from ui.controls.reason_dialog import ReasonDialog
from ui.window.commands import Do
from ui.window.keys import KeysDialog
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_an_old_revision_is_seen_and_taken_back(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast, words("Tít đầu"))
    writing.save(cast.writer, made, 1, words("Tít sau"))
    window = sit(cast.writer)
    window.pages.go("articles")
    window.pages.articles.list.choose(made)
    qtbot.keyClick(window.pages.articles.list.view, Qt.Key.Key_V)
    dialog = window.findChild(RevisionsDialog)
    assert isinstance(dialog, RevisionsDialog)
    assert not dialog.ok.isEnabled()  # the newest is what it says now
    dialog.choice.setCurrentIndex(1)
    assert dialog.view.count >= 1
    assert dialog.ok.isEnabled()
    dialog.agree()
    assert listing.row(cast.writer, made).title == "Tít đầu"
    assert [row.number for row in revisions.listing(made)] == [3, 2, 1]


def test_a_secretary_files_an_approved_article(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = article(cast, stage=Stage.APPROVED)
    window = sit(cast.secretary)
    window.pages.go("articles")
    window.pages.articles.list.choose(made)
    monkeypatch.setattr(SectionDialog, "ask", lambda *_: (4, Genre.FEATURE))
    qtbot.keyClick(window.pages.articles.list.view, Qt.Key.Key_M)
    row = listing.row(cast.secretary, made)
    assert (row.section_id, row.stage) == (4, Stage.APPROVED)
    assert listing.open_article(cast.secretary, made).approved_revision == 1


def test_the_sheet_lists_every_key(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.chief)
    window.commands[Do.KEYS].trigger()
    sheet = window.findChild(KeysDialog)
    assert isinstance(sheet, KeysDialog)
    said = {made.text() for made in sheet.findChildren(QLabel)}
    assert {"Duyệt", "D", "Trả lại", "Ctrl+N", "Ctrl+S", "SOẠN BÀI", "Nhập bài", "F1"} <= said
    sheet.close()


def test_menus_hold_every_action(sit: Sit, cast: Cast) -> None:
    window = sit(cast.secretary)
    said = set()
    for top in window.menuBar().actions():
        menu = top.menu()
        assert menu is not None
        menu.aboutToShow.emit()  # type: ignore[attr-defined]  # QMenu, the stub says QObject
        said |= {action.text().replace("&", "") for action in menu.actions()}  # type: ignore[attr-defined]  # as above
    assert {
        "Bài mới",
        "Nhập bài…",
        "Lưu",
        "Xuất…",
        "Duyệt",
        "Các phiên bản…",
        "Số mới",
        "Bài sau",
        "Nền tối",
    } <= said


def test_the_data_check_says_that_all_is_well(sit: Sit, cast: Cast) -> None:
    article(cast, stage=Stage.APPROVED)
    window = sit(cast.admin)
    window.commands[Do.CHECK].trigger()
    assert "nguyên vẹn" in window.notice.words()


def test_a_refused_reason_need_not_be_typed_again(
    sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go("review")
    offered: list[str] = []

    def ask(parent: object, title: str, told: str, accept: str, words: str = "", phrases: object = ()) -> str:
        offered.append(words)
        return "Thiếu số liệu"

    monkeypatch.setattr(ReasonDialog, "ask", ask)
    writing.save(cast.editor, made, version(cast, made), words("Sửa trong lúc đó"))
    window.pages.acts.perform(Act.RETURN)
    assert "vừa lưu phiên bản mới" in window.notice.words()
    window.pages.acts.perform(Act.RETURN)
    assert offered == ["", "Thiếu số liệu"]
    assert listing.row(cast.chief, made).stage is Stage.RETURNED
