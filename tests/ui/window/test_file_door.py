"""Files dropped anywhere on the window: articles, calendars, pictures over a text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.making import Cast, article
from tests.ui.calendar.test_import_dialog import FILE
from tests.ui.editor.sample import picture_bytes
from tests.ui.intake.given import CLEAN, carried, page
from tests.ui.modal import answer
from ui.calendar.import_dialog import CalendarImportDialog
from ui.intake.import_dialog import ImportDialog
from ui.window.commands import Do
from ui.window.window import Window

Sit = Callable[[int], Window]
_COPY, _LEFT, _NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(sit: Sit, cast: Cast) -> Window:
    """The window of one who writes and keeps the calendar."""
    return sit(cast.secretary)


def hold(window: Window, mime: QMimeData, place: QPoint) -> bool:
    """Hold files over a place of the window, as the system tells it; say whether they may be dropped."""
    handle = window.windowHandle()
    assert handle is not None
    enter = QDragEnterEvent(place, _COPY, mime, _LEFT, _NONE)
    QApplication.sendEvent(handle, enter)
    move = QDragMoveEvent(place, _COPY, mime, _LEFT, _NONE)
    QApplication.sendEvent(handle, move)
    return enter.isAccepted() or move.isAccepted()


def drop(window: Window, mime: QMimeData, place: QPoint) -> None:
    """Let files go over a place of the window."""
    handle = window.windowHandle()
    assert handle is not None
    QApplication.sendEvent(handle, QDropEvent(QPointF(place), _COPY, mime, _LEFT, _NONE))


def _opened(qtbot: QtBot, window: Window) -> ImportDialog:
    """Wait until what was dropped was read."""
    qtbot.waitUntil(lambda: window.pages.importer.dialog is not None, timeout=5_000)
    dialog = window.pages.importer.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.sources.count() == 1, timeout=30_000)
    return dialog


def _middle(window: Window, widget: QWidget) -> QPoint:
    return widget.mapTo(window, widget.rect().center())


@pytest.mark.parametrize("name", ["today", "articles", "calendar", "journal"])
def test_an_article_is_dropped_on_any_page(qtbot: QtBot, window: Window, tmp_path: Path, name: str) -> None:
    window.pages.go(name)
    mime, place = carried(page(tmp_path, CLEAN)), window.rect().center()
    assert hold(window, mime, place)
    overlay = window.door.overlay()
    assert overlay.isVisible()
    assert overlay.words == "Thả để nhập bài"
    drop(window, mime, place)
    assert not overlay.isVisible()
    dialog = _opened(qtbot, window)
    assert not hold(window, mime, place)  # a dialog stands over the window
    dialog.close()


def test_while_an_article_is_dragged_its_reader_begins(window: Window, tmp_path: Path) -> None:
    hold(window, carried(tmp_path / "lịch.ics"), window.rect().center())
    assert "importer" not in window.pages.__dict__
    hold(window, carried(page(tmp_path, CLEAN)), window.rect().center())
    reading = window.pages.importer.reading
    assert reading.stands_by()
    handle = window.windowHandle()
    assert handle is not None
    QApplication.sendEvent(handle, QDragLeaveEvent())
    assert not reading.stands_by()


def test_what_is_taken_away_again_leaves_nothing(window: Window, tmp_path: Path) -> None:
    hold(window, carried(page(tmp_path, CLEAN)), window.rect().center())
    handle = window.windowHandle()
    assert handle is not None
    QApplication.sendEvent(handle, QDragLeaveEvent())
    assert not window.door.overlay().isVisible()
    mime = QMimeData()
    mime.setText("chữ")
    window.pages.go("journal")
    assert not hold(window, mime, window.rect().center())


def test_a_calendar_goes_to_the_calendar(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "lịch.ics"
    path.write_text(FILE, "utf-8", newline="")
    met = answer(CalendarImportDialog, lambda dialog: dialog.reject())
    drop(window, carried(path), window.rect().center())
    qtbot.waitUntil(lambda: bool(met), timeout=10_000)
    assert window.pages.name() == "calendar"
    assert "importer" not in window.pages.__dict__


def test_a_calendar_that_is_chosen_as_an_article_goes_to_the_calendar(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lịch.ics"
    path.write_text(FILE, "utf-8", newline="")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    met = answer(CalendarImportDialog, lambda dialog: dialog.reject())
    qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(met), timeout=10_000)
    assert window.pages.name() == "calendar"
    assert window.pages.importer.dialog is None
    assert not window.pages.importer.reading.stands_by()


def test_a_calendar_dropped_on_the_articles_says_where_it_goes(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    drop(window, carried(page(tmp_path, CLEAN)), window.rect().center())
    dialog = _opened(qtbot, window)
    dialog.files_wanted.emit([tmp_path / "lịch.ics"])
    assert "“lịch.ics” không phải là bài" in dialog.notice.words()
    assert dialog.sources.count() == 1
    dialog.close()


def test_an_article_pasted_into_the_text_is_taken_in_beside_it(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path
) -> None:
    window = sit(cast.writer)
    window.navigation.edit(article(cast))
    body = window.pages.editor.form.body
    before = window.pages.editor.form.text()
    body.setFocus()
    text, photo = page(tmp_path, CLEAN), tmp_path / "ảnh.png"
    photo.write_bytes(picture_bytes(60, 40))
    QGuiApplication.clipboard().setMimeData(carried(text))
    qtbot.keyClick(body, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = _opened(qtbot, window)
    assert dialog.sources.entries()[0].name == text.name
    assert window.pages.editor.form.text() == before
    dialog.close()
    QGuiApplication.clipboard().setMimeData(carried(photo))
    qtbot.keyClick(body, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert any(block.__class__.__name__ == "Picture" for block in window.pages.editor.form.text().blocks)


def test_pictures_are_left_to_the_text_that_takes_them(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path
) -> None:
    window = sit(cast.writer)
    photo = tmp_path / "ảnh.png"
    photo.write_bytes(picture_bytes(60, 40))
    window.navigation.edit(article(cast))
    body = window.pages.editor.form.body
    place = _middle(window, body.viewport())
    mime = carried(photo)
    assert hold(window, mime, place)
    assert not window.door.overlay().isVisible()
    drop(window, mime, place)
    assert "importer" not in window.pages.__dict__
    assert any(block.__class__.__name__ == "Picture" for block in window.pages.editor.form.text().blocks)
    text = carried(page(tmp_path, CLEAN))
    assert hold(window, text, place)  # a text over the same place is an article
    assert window.door.overlay().isVisible()
    drop(window, text, place)
    dialog = _opened(qtbot, window)
    dialog.close()


def test_a_calendar_among_articles_waits_for_a_drop_of_its_own(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "lịch.ics"
    path.write_text(FILE, "utf-8", newline="")
    drop(window, carried(path, page(tmp_path, CLEAN)), window.rect().center())
    dialog = _opened(qtbot, window)
    assert window.notice.words() == "Tệp lịch chưa được nhập. Hãy thả riêng tệp lịch."
    dialog.close()


def test_a_notice_pasted_on_the_calendar_is_read(qtbot: QtBot, window: Window) -> None:
    QGuiApplication.clipboard().setText("Thời gian: 8 giờ 00, ngày 16/4/2019. Địa điểm: Phòng họp số 2.")
    window.pages.go("calendar")
    window.commands[Do.PASTE_FILES].trigger()
    dialog = window.pages.calendar.in_and_out.announcement
    assert dialog is not None
    qtbot.waitUntil(lambda: len(dialog.found) == 1)
    assert dialog.found[0].place == "Phòng họp số 2"
    dialog.reject()
    window.pages.go("articles")
    said: list[str] = []
    window.session.said.connect(lambda words, *_: said.append(words))
    window.commands[Do.PASTE_FILES].trigger()
    assert said == ["Chưa có tệp nào được sao chép để nhập."]
