"""Nhập bài through the real window: chosen, dropped, pasted; looked at; taken in one by one or all at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desk.articles import listing
from desk.text.blocks import Picture
from tests.making import Cast
from tests.ui.intake.given import (
    CAPTION,
    CLEAN,
    CLEAN_TOO,
    LOCKED,
    PICTURED,
    TRACKED,
    carried,
    like,
    page,
    story,
)
from tests.ui.modal import answer, front
from ui.controls.choice_dialog import ChoiceDialog
from ui.intake.comparison_dialog import ComparisonDialog
from ui.intake.entry import State
from ui.intake.import_dialog import ImportDialog
from ui.intake.importer import Importer
from ui.window.window import Window

Sit = Callable[[int], Window]
_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(sit: Sit, cast: Cast) -> Window:
    """The window of one who writes."""
    return sit(cast.writer)


def read(qtbot: QtBot, importer: Importer, number: int) -> ImportDialog:
    """Wait until so many sources stand in the dialog and all is read."""
    dialog = importer.dialog
    assert dialog is not None
    qtbot.waitUntil(
        lambda: dialog.sources.count() == number and not importer.reading.is_reading(), timeout=30_000
    )
    front(dialog)
    return dialog


def titles(cast: Cast) -> list[str]:
    """Return the titles of the desk's articles."""
    return [row.title for row in listing.listing(cast.writer, listing.ListQuery()).rows]


def test_one_file_is_chosen_looked_at_and_becomes_a_draft_that_opens(
    qtbot: QtBot, window: Window, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(PICTURED)], ""))
    qtbot.keyClick(window, Qt.Key.Key_O, _CTRL)
    dialog = read(qtbot, window.pages.importer, 1)
    assert dialog.sources.isHidden()
    assert titles(cast) == []  # nothing is written before the button is pressed
    qtbot.keyClick(dialog, Qt.Key.Key_Return, _CTRL)
    assert not dialog.isVisible()
    (row,) = listing.listing(cast.writer, listing.ListQuery()).rows
    assert row.title == "CHI BỘ TRƯỜNG PTDTBT THCS CHIỀNG PHA KẾT NẠP ĐẢNG VIÊN MỚI"
    opened = listing.open_article(cast.writer, row.id)
    (picture,) = [block for block in opened.text.blocks if isinstance(block, Picture)]
    assert opened.pictures[picture.picture]
    assert picture.caption.startswith("Đồng chí Lường Thị Nga")
    assert window.pages.editor.form.text().title == row.title
    assert window.notice.words() == f"Đã nhập “{row.title}” thành bản thảo."


def test_a_list_is_walked_through_with_one_refused(
    qtbot: QtBot, window: Window, cast: Cast, tmp_path: Path
) -> None:
    files = [TRACKED, LOCKED, *(page(tmp_path, which) for which in (CLEAN, CAPTION, *CLEAN_TOO[:2]))]
    window.pages.importer.take(files)
    dialog = read(qtbot, window.pages.importer, 6)
    states = [one.state for one in dialog.sources.entries()]
    assert states == [State.NEW, State.REFUSED, *[State.NEW] * 4]
    dialog.sources.setCurrentRow(1)
    assert "mật khẩu" in dialog.preview.shown_message()
    dialog.sources.setCurrentRow(0)
    qtbot.keyClick(dialog, Qt.Key.Key_Delete, _CTRL)
    assert dialog.sources.currentRow() == 2  # past the one that cannot be read
    qtbot.keyClick(dialog, Qt.Key.Key_Return, _CTRL)
    assert dialog.sources.currentRow() == 3
    assert len(titles(cast)) == 1
    assert dialog.notice.words().startswith("Đã nhập “")
    dialog.close()
    assert window.notice.words() == "Đã nhập 1 bài; còn 3 bài chưa nhập; 1 tệp không đọc được."
    window.notice.press()
    assert dialog.isVisible()
    assert dialog.sources.count() == 6
    dialog.close()


def test_all_that_need_no_look_are_taken_in_at_once(
    qtbot: QtBot, window: Window, cast: Cast, tmp_path: Path
) -> None:
    window.pages.importer.take([page(tmp_path, CAPTION), *(story(tmp_path, at) for at in range(5))])
    dialog = read(qtbot, window.pages.importer, 6)
    (button,) = [one for one in dialog.buttons() if one.text().startswith("Nhập tất cả")]
    assert button.text().endswith("(5)")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [one.state for one in dialog.sources.entries()] == [State.NEW, *[State.TAKEN] * 5]
    assert len(titles(cast)) == 5
    qtbot.waitUntil(lambda: not button.isEnabled())
    dialog.close()
    assert window.notice.words() == "Đã nhập 5 bài; còn 1 bài chưa nhập."


def test_what_was_taken_in_from_a_list_is_taken_back(
    qtbot: QtBot, window: Window, cast: Cast, tmp_path: Path
) -> None:
    window.pages.importer.take([page(tmp_path, CLEAN), TRACKED])
    dialog = read(qtbot, window.pages.importer, 2)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, _CTRL)
    assert dialog.sources.entries()[0].state is State.TAKEN
    assert len(titles(cast)) == 1
    dialog.notice.press()
    assert dialog.sources.entries()[0].state is State.NEW
    assert titles(cast) == []
    dialog.close()


def test_the_same_text_again_is_told(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    for _ in range(2):
        window.pages.importer.take([page(tmp_path, CLEAN)])
        dialog = read(qtbot, window.pages.importer, 1)
        said = dialog.preview.banner.words()
        qtbot.keyClick(dialog, Qt.Key.Key_Return, _CTRL)
    assert said.startswith("Nội dung giống hệt bài “")


def test_reading_is_stopped_and_goes_on(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    importer = window.pages.importer
    importer.reading.came.connect(lambda _: importer.reading.stop())
    importer.take([page(tmp_path, CLEAN), TRACKED, PICTURED])
    dialog = importer.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.told() == "Đã dừng, còn 2 tệp chưa đọc", timeout=20_000)
    importer.reading.came.disconnect()
    importer.reading.came.connect(importer.came)
    (button,) = [one for one in dialog.buttons() if one.text() == "Đọc tiếp"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    read(qtbot, importer, 3)
    assert dialog.told() == ""
    dialog.close()


def test_files_are_pasted_where_no_text_takes_them(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(window, Qt.Key.Key_V, _CTRL)
    assert "sao chép" in window.notice.words()
    QGuiApplication.clipboard().setMimeData(carried(page(tmp_path, CLEAN)))
    qtbot.keyClick(window, Qt.Key.Key_V, _CTRL)
    read(qtbot, window.pages.importer, 1).close()
    QGuiApplication.clipboard().clear()


def test_a_folder_is_chosen(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "bài gửi"
    folder.mkdir()
    page(folder, CLEAN), page(folder, CAPTION)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    qtbot.keyClick(window, Qt.Key.Key_I, _CTRL | Qt.KeyboardModifier.ShiftModifier)
    read(qtbot, window.pages.importer, 2).close()


def test_what_is_dropped_on_the_dialog_is_added_to_it(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.pages.importer.take([TRACKED])
    dialog = read(qtbot, window.pages.importer, 1)
    mime, copy, left = carried(page(tmp_path, CLEAN)), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none, place = Qt.KeyboardModifier.NoModifier, dialog.rect().center()
    enter = QDragEnterEvent(place, copy, mime, left, none)
    dialog.dragEnterEvent(enter)
    assert enter.isAccepted()
    dialog.dropEvent(QDropEvent(QPointF(place), copy, mime, left, none))
    read(qtbot, window.pages.importer, 2)
    assert dialog.sources.isVisible()
    dialog.close()


def test_the_text_before_its_tracked_changes_is_shown_on_demand(qtbot: QtBot, window: Window) -> None:
    window.pages.importer.take([TRACKED])
    dialog = read(qtbot, window.pages.importer, 1)
    paper, source = dialog.preview.result.paper, dialog.preview.source
    qtbot.waitUntil(lambda: bool(paper.toPlainText()))
    after = paper.toPlainText()
    assert "7 chỗ sửa" in source.facts()
    qtbot.mouseClick(source.original, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: paper.toPlainText() != after)
    assert "bản gốc" in source.facts()
    qtbot.mouseClick(source.original, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: paper.toPlainText() == after)
    dialog.close()


def test_an_article_that_is_there_already_is_shown_beside_it(
    qtbot: QtBot, window: Window, cast: Cast, tmp_path: Path
) -> None:
    importer, path = window.pages.importer, page(tmp_path, CLEAN)
    importer.take([path])
    dialog = read(qtbot, importer, 1)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, _CTRL)
    (row,) = listing.listing(cast.writer, listing.ListQuery()).rows
    importer.take([path])
    again = read(qtbot, importer, 1)
    entry = again.sources.entries()[0]
    entry.similar = [like(row.id, row.title)]
    again.follow(entry)
    assert f"Giống 97% bài “{row.title}” (Bản thảo, 12/05/2024)" in again.preview.banner.words()
    assert not entry.is_clean()
    met = answer(ComparisonDialog, lambda shown: shown.accept())
    qtbot.mouseClick(again.preview.banner.buttons()[0], Qt.MouseButton.LeftButton)
    assert met
    assert met[0].view.count == 0
    assert again.preview.banner.words()
    again.close()


def test_enter_after_an_import_does_not_take_it_back(
    qtbot: QtBot, window: Window, cast: Cast, tmp_path: Path
) -> None:
    window.pages.importer.take([page(tmp_path, CLEAN), TRACKED])
    dialog = read(qtbot, window.pages.importer, 2)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, _CTRL)
    assert dialog.notice.words()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert dialog.sources.entries()[0].state is State.TAKEN
    assert len(titles(cast)) == 1
    dialog.close()


def test_of_copies_in_one_list_one_is_taken_in_by_the_button(
    qtbot: QtBot, window: Window, cast: Cast, tmp_path: Path
) -> None:
    first = page(tmp_path, CLEAN)
    copies = [tmp_path / f"bản {number}.txt" for number in range(3)]
    for copy in copies:
        copy.write_bytes(first.read_bytes())
    window.pages.importer.take([first, *copies, story(tmp_path, 1)])
    dialog = read(qtbot, window.pages.importer, 5)
    entries = dialog.sources.entries()
    assert [one.is_clean() for one in entries] == [True, False, False, False, True]
    dialog.sources.setCurrentRow(1)
    said = dialog.preview.banner.words()
    assert said.startswith("Giống bài “")
    assert said.endswith(f"” trong danh sách này ({first.name})")
    (button,) = [one for one in dialog.buttons() if one.text().startswith("Nhập tất cả")]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(titles(cast)) == 2
    assert dialog.notice.words() == "Đã nhập 2 bài thành bản thảo."
    assert dialog.preview.banner.words().startswith("Nội dung giống hệt bài “")  # the desk was asked again
    dialog.notice.press()
    assert titles(cast) == []
    assert [one.state for one in entries] == [State.NEW] * 5
    assert [one.is_clean() for one in entries] == [True, False, False, False, True]
    dialog.close()


def test_a_list_in_which_somebody_worked_is_left_after_a_question(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    window.pages.importer.take([page(tmp_path, CLEAN), TRACKED, LOCKED])
    dialog = read(qtbot, window.pages.importer, 3)
    dialog.preview.result.title.setFocus()
    qtbot.keyClicks(dialog.preview.result.title, "2019 ")
    met = answer(ChoiceDialog, lambda shown: shown.reject())
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert [one.intro.text() for one in met] == ["Còn 2 bài chưa nhập. Đóng và bỏ các bài này?"]
    assert dialog.isVisible()
    met = answer(ChoiceDialog, lambda shown: shown.agree())
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert met
    assert not dialog.isVisible()
    assert window.notice.words() == "Còn 2 bài chưa nhập; 1 tệp không đọc được."


def test_a_reading_that_was_left_is_forgotten(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    importer = window.pages.importer
    folder = tmp_path / "nhiều"
    folder.mkdir()
    for number in range(4):
        story(folder, number)

    def leave(_: object) -> None:
        assert importer.dialog is not None
        importer.dialog.reject()

    importer.reading.came.connect(leave)
    importer.take([folder])
    qtbot.waitUntil(lambda: bool(window.notice.words()), timeout=20_000)
    importer.reading.came.disconnect(leave)
    assert window.notice.words() == "Còn 1 bài chưa nhập; 3 tệp chưa đọc."
    window.notice.press()
    assert importer.dialog is not None
    assert importer.dialog.told() == ""  # there is nothing to go on with
    importer.dialog.close()
    importer.take([folder])
    again = read(qtbot, importer, 4)
    assert importer.reading.unread() == 0
    assert again.told() == ""
    again.close()


def test_the_keyboard_goes_on_to_the_next_article(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.pages.importer.take([page(tmp_path, CLEAN), page(tmp_path, CAPTION), story(tmp_path, 1)])
    dialog = read(qtbot, window.pages.importer, 3)
    (button,) = [one for one in dialog.buttons() if one.text().startswith("Nhập tất cả")]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert QApplication.focusWidget() is dialog.preview.source.list
    assert dialog.sources.currentRow() == 1
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert dialog.sources.entries()[1].state is State.NEW
    qtbot.keyClick(dialog, Qt.Key.Key_Delete, _CTRL)
    assert dialog.notice.words().startswith("Đã bỏ qua “")
    dialog.notice.press()
    assert dialog.sources.entries()[1].state is State.NEW
    dialog.close()


def test_an_equal_article_beside_its_own_has_no_other_picture(qtbot: QtBot, window: Window) -> None:
    importer = window.pages.importer
    importer.take([PICTURED])
    qtbot.keyClick(read(qtbot, importer, 1), Qt.Key.Key_Return, _CTRL)
    importer.take([PICTURED])
    again = read(qtbot, importer, 1)
    qtbot.waitUntil(lambda: bool(again.preview.banner.words()))
    counts: list[int] = []

    def look(shown: ComparisonDialog) -> None:
        counts.append(shown.view.count)
        shown.reject()

    met = answer(ComparisonDialog, look)
    qtbot.mouseClick(again.preview.banner.buttons()[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(met), timeout=10_000)
    assert counts == [0]
    again.close()
