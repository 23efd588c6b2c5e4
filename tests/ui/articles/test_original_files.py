"""Tệp gốc in the window: by key, menu and button, from the list and in the editor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desk.acts.rules import Act
from desk.articles import listing, originals, workflow
from desk.articles.originals import Original
from desk.database import connection
from desk.review.taking_in import Intake, take_in
from tests import engine
from tests.making import Cast, article, words
from ui.articles.original_files import OriginalDo
from ui.window.window import Window

Sit = Callable[[int], Window]
DATA = b"PK\x03\x04" + b"tin" * 300
KEY = Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path]:
    paths: list[Path] = []

    def note(url: QUrl) -> bool:
        paths.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    return paths


def _taken(cast: Cast, name: str = "Tin giao ban.docx", kind: str = "docx", title: str = "Giao ban") -> int:
    (made,) = take_in(cast.writer, Intake(words(title), 2, Original(name, kind, DATA))).articles
    return made


def _again(cast: Cast, made: int, name: str) -> None:
    with connection.writing():
        originals.keep(made, Original(name, "docx", name.encode("utf-8")), cast.writer)


def _chosen(sit: Sit, cast: Cast, made: int) -> Window:
    window = sit(cast.writer)
    window.pages.go("articles")
    assert window.pages.articles.list.choose(made)
    return window


def test_the_key_opens_a_copy_that_cannot_be_changed(
    qtbot: QtBot, sit: Sit, cast: Cast, opened: list[Path]
) -> None:
    window = _chosen(sit, cast, _taken(cast))
    qtbot.keyClick(window.pages.articles.list.view, *KEY)
    (path,) = opened
    assert (path.name, path.read_bytes()) == ("Tin giao ban.docx", DATA)
    assert not path.stat().st_mode & 0o222


def test_an_article_that_was_typed_has_nothing_to_open(
    qtbot: QtBot, sit: Sit, cast: Cast, opened: list[Path]
) -> None:
    made = article(cast)
    window = _chosen(sit, cast, made)
    acts = window.pages.acts.originals.actions
    assert not any(action.isEnabled() for action in acts.all())
    assert acts[OriginalDo.OPEN].whatsThis() == "Bài này không có tệp gốc."
    qtbot.keyClick(window.pages.articles.list.view, *KEY)
    assert opened == []
    assert listing.row(cast.writer, made).originals == 0


def _menu_of(window: Window) -> QMenu:
    view = window.pages.articles.list.view
    view.customContextMenuRequested.emit(view.visualRect(view.currentIndex()).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_lists_menu_opens_it_by_mouse(qtbot: QtBot, sit: Sit, cast: Cast, opened: list[Path]) -> None:
    window = _chosen(sit, cast, _taken(cast))
    menu = _menu_of(window)
    (action,) = [one for one in menu.actions() if one.text() == "Mở tệp gốc"]
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    assert [path.name for path in opened] == ["Tin giao ban.docx"]


def test_the_lists_menu_names_it_only_where_there_is_one(sit: Sit, cast: Cast) -> None:
    window = _chosen(sit, cast, article(cast))
    menu = _menu_of(window)
    assert not [one.text() for one in menu.actions() if "tệp gốc" in one.text()]
    assert not menu.actions()[-1].isSeparator()
    menu.close()


def test_of_several_one_is_chosen_by_key(qtbot: QtBot, sit: Sit, cast: Cast, opened: list[Path]) -> None:
    made = _taken(cast)
    _again(cast, made, "Phụ lục & biểu.docx")
    window = _chosen(sit, cast, made)
    qtbot.keyClick(window.pages.articles.list.view, *KEY)
    menu = window.pages.acts.originals.menu
    assert menu is not None
    assert [one.text().partition("  ")[0] for one in menu.actions()] == [
        "Tin giao ban.docx",
        "Phụ lục && biểu.docx",
    ]
    assert opened == []
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert [path.name for path in opened] == ["Phụ lục & biểu.docx"]


def test_it_is_saved_where_one_says(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "bản lưu.docx"
    proposed: list[str] = []

    def ask(parent: QWidget, title: str, name: str, kinds: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return str(target), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    window = _chosen(sit, cast, _taken(cast, "Tin: số 4?.docx"))
    window.pages.acts.originals.actions[OriginalDo.SAVE].trigger()
    assert proposed == ["Tin_ số 4_.docx"]
    assert target.read_bytes() == DATA
    assert window.notice.words() == "Đã lưu tệp gốc ra “bản lưu.docx”."


def test_where_it_cannot_be_saved_is_said(
    sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = tmp_path / "không có" / "tin.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(nowhere), ""))
    window = _chosen(sit, cast, _taken(cast))
    window.pages.acts.originals.actions[OriginalDo.SAVE].trigger()
    assert not nowhere.exists()
    assert window.notice.words()


def test_what_was_named_a_program_is_opened_as_what_it_is(
    qtbot: QtBot, sit: Sit, cast: Cast, opened: list[Path]
) -> None:
    window = _chosen(sit, cast, _taken(cast, "giấy mời.docx.exe"))
    qtbot.keyClick(window.pages.articles.list.view, *KEY)
    assert [path.name for path in opened] == ["giấy mời.docx.exe.docx"]


def test_a_file_that_was_changed_in_the_desk_is_not_opened(
    qtbot: QtBot, sit: Sit, cast: Cast, opened: list[Path]
) -> None:
    window = _chosen(sit, cast, _taken(cast))
    engine.unguard()
    engine.act("UPDATE original_file SET data = CAST('khác' AS BLOB)")
    qtbot.keyClick(window.pages.articles.list.view, *KEY)
    assert opened == []
    assert window.notice.words()


def test_a_machine_without_a_program_for_it_says_so(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    window = _chosen(sit, cast, _taken(cast))
    qtbot.keyClick(window.pages.articles.list.view, *KEY)
    assert "chưa có chương trình" in window.notice.words()


def _button(window: Window) -> QPushButton:
    (button,) = [one for one in window.pages.editor.findChildren(QPushButton) if one.text() == "Mở tệp gốc"]
    return button


def test_in_the_editor_by_button_and_key(qtbot: QtBot, sit: Sit, cast: Cast, opened: list[Path]) -> None:
    made = _taken(cast)
    window = sit(cast.writer)
    window.navigation.edit(made)
    assert window.pages.is_writing()
    assert _button(window).isVisible()
    qtbot.mouseClick(_button(window), Qt.MouseButton.LeftButton)
    qtbot.keyClick(window.pages.editor.form.body, *KEY)
    assert [path.name for path in opened] == ["Tin giao ban.docx"] * 2
    assert window.pages.editor.form.text().title == "Giao ban"


def test_the_editor_follows_what_it_opens(qtbot: QtBot, sit: Sit, cast: Cast, opened: list[Path]) -> None:
    made, typed = _taken(cast), article(cast, words("Tự viết"))
    window = sit(cast.writer)
    window.navigation.edit(typed)
    assert not _button(window).isVisible()
    window.navigation.edit(made)
    assert _button(window).isVisible()
    window.pages.editor.back.trigger()
    assert not window.pages.is_writing()
    window.navigation.new_article()
    assert not _button(window).isVisible()
    qtbot.keyClick(window.pages.editor.form.body, *KEY)
    assert opened == []


def test_back_in_the_list_it_speaks_of_what_is_chosen_there(
    qtbot: QtBot, sit: Sit, cast: Cast, opened: list[Path]
) -> None:
    first, second = _taken(cast), _taken(cast, "Hai.docx", title="Hai")
    window = _chosen(sit, cast, second)
    window.navigation.edit(first)
    window.pages.editor.back.trigger()
    view = window.pages.articles.list.view
    chosen = window.pages.articles.list.current()
    assert chosen is not None
    qtbot.keyClick(view, *KEY)
    names = {first: "Tin giao ban.docx", second: "Hai.docx"}
    assert [path.name for path in opened] == [names[chosen.id]]


def test_a_menu_over_nothing_is_not_shown(sit: Sit, cast: Cast) -> None:
    """The article's last original cannot go; one that was asked for at the wrong moment shows no empty menu."""
    window = sit(cast.writer)
    files = window.pages.acts.originals
    files.follow(999, 1)
    files.actions[OriginalDo.OPEN].trigger()
    assert files.menu is None
    assert QApplication.activePopupWidget() is None


def test_who_judges_opens_it_in_the_review(qtbot: QtBot, sit: Sit, cast: Cast, opened: list[Path]) -> None:
    made = _taken(cast)
    workflow.move(cast.writer, Act.SUBMIT, made, 1)
    window = sit(cast.editor)
    window.pages.go("review")
    qtbot.keyClick(window.pages.review.list.view, *KEY)
    assert [path.name for path in opened] == ["Tin giao ban.docx"]
    window.pages.go("journal")
    qtbot.keyClick(window.pages.journal, *KEY)
    assert len(opened) == 1
