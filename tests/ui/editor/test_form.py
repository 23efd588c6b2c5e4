"""The page that is edited: loading, reading back, keys between fields, idle, find and replace, bylines, dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk import clock
from desk.dates.typed_day import parse_day
from desk.text.blocks import ArticleText, Heading, Paragraph, Run, normal
from tests.ui.editor.sample import ARTICLE, PICTURE, picture_bytes
from ui.editor.date_field import DateField
from ui.editor.find import FindQuery, found_in
from ui.editor.form import ArticleForm, Do
from ui.look import style
from ui.look.style import Scheme

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def form(qtbot: QtBot) -> ArticleForm:
    made = ArticleForm()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.body.set_picture_source({PICTURE: picture_bytes()}.get)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def write(widget: QWidget, text: str) -> None:
    for letter in text:
        QApplication.sendEvent(
            widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        )


def body(*texts: str) -> ArticleText:
    return ArticleText(blocks=tuple(Paragraph(f"{n:08x}", (Run(text),)) for n, text in enumerate(texts)))


# -- in and out --------------------------------------------------------------------------------------------


def test_a_text_comes_back_as_it_was_loaded(form: ArticleForm, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.changed):
        form.load(ARTICLE)
    assert form.text() == ARTICLE
    assert form.text() == normal(ARTICLE)
    form.load(ArticleText())
    assert form.text() == ArticleText()


def test_a_lead_of_two_lines_and_hard_spaces_come_back(form: ArticleForm) -> None:
    text = ArticleText(title="Điều\u00a01", lead="Một\nhai", byline="Phòng\u00a0Khoa giáo")
    form.load(text)
    assert form.text() == normal(text)


def test_decomposed_letters_are_stored_composed(form: ArticleForm) -> None:
    form.load(ArticleText())
    for field in form.fields:
        event = QInputMethodEvent()
        event.setCommitString("Nghe\u0323\u0302")
        QApplication.sendEvent(field, event)
    text = form.text()
    assert (text.title, text.lead, text.byline) == ("Nghệ", "Nghệ", "Nghệ")
    assert form.body.blocks() == text.blocks
    assert text.blocks[0].runs == (Run("Nghệ"),)  # type: ignore[union-attr]


def test_every_field_says_changed(form: ArticleForm, qtbot: QtBot) -> None:
    form.load(ARTICLE)
    for field in form.fields:
        with qtbot.waitSignal(form.changed):
            write(field, "x")
    assert form.text() != normal(ARTICLE)


def test_words_are_counted_when_idle(form: ArticleForm, qtbot: QtBot) -> None:
    form.load(body("một hai ba"))
    assert form.words.text() == "3 từ"
    form.body.moveCursor(QTextCursor.MoveOperation.End)
    write(form.body, " bốn")
    assert form.words.text() == "3 từ"
    qtbot.waitUntil(lambda: form.words.text() == "4 từ", timeout=2000)


def test_idle_comes_after_the_last_key_and_waits_for_a_composition(form: ArticleForm, qtbot: QtBot) -> None:
    form.load(body("một"))
    with qtbot.waitSignal(form.idle, timeout=2000):
        write(form.body, "x")
    QApplication.sendEvent(form.body, QInputMethodEvent("tiế", []))
    assert form.composing
    with qtbot.assertNotEmitted(form.idle, wait=1500):
        write(form.title, "y")
    done = QInputMethodEvent()
    done.setCommitString("tiếng")
    with qtbot.waitSignal(form.idle, timeout=2000):
        QApplication.sendEvent(form.body, done)


def test_a_read_only_form_keeps_its_text(form: ArticleForm) -> None:
    form.load(ARTICLE)
    form.set_read_only(True)
    for field in (*form.fields, form.date):
        write(field, "x")
        QTest.keyClick(field, Qt.Key.Key_Return)
    form.open_replace()
    form.find_bar.words.setText("Khoa giáo")
    form.find_bar.replace_all()
    assert form.text() == ARTICLE
    assert not form.format_bar.isVisible()
    form.set_read_only(False)
    assert form.format_bar.isVisible()


# -- from field to field -----------------------------------------------------------------------------------


def test_tab_goes_down_the_page(form: ArticleForm) -> None:
    form.load(ARTICLE)
    form.focus_title()
    for field in (form.lead, form.body, form.byline):
        QTest.keyClick(QApplication.focusWidget() or form, Qt.Key.Key_Tab)
        assert field.hasFocus()


def test_enter_and_arrows_go_from_field_to_field(form: ArticleForm) -> None:
    form.load(body("một"))
    form.focus_title()
    QTest.keyClick(form.title, Qt.Key.Key_Return)
    assert form.lead.hasFocus()
    QTest.keyClick(form.lead, Qt.Key.Key_Down)
    assert form.body.hasFocus()
    QTest.keyClick(form.body, Qt.Key.Key_Down)
    assert form.byline.hasFocus()
    QTest.keyClick(form.byline, Qt.Key.Key_Up)
    assert form.body.hasFocus()
    QTest.keyClick(form.body, Qt.Key.Key_Up)
    assert form.lead.hasFocus()


def test_the_page_follows_the_cursor(form: ArticleForm, qtbot: QtBot) -> None:
    form.load(body(*("một hai ba bốn năm " * 12 for _ in range(60))))
    form.body.setFocus()
    QTest.keyClick(form.body, Qt.Key.Key_End, CTRL)
    bar = form.pages.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 1000)
    here = form.body.textCursor().position()
    QTest.keyClick(form.body, Qt.Key.Key_PageUp)
    assert here - 6000 < form.body.textCursor().position() < here - 500
    QTest.keyClick(form.body, Qt.Key.Key_Home, CTRL)
    qtbot.waitUntil(lambda: bar.value() < 300)


def test_undo_belongs_to_the_field_that_is_written_in(form: ArticleForm) -> None:
    form.load(ARTICLE)
    form.focus_title()
    write(form.title, "x")
    form.body.setFocus()
    assert not form.acts[Do.UNDO].isEnabled()
    form.title.setFocus()
    form.acts[Do.UNDO].trigger()
    assert form.text() == ARTICLE


# -- bar, pictures -----------------------------------------------------------------------------------------


def test_the_bar_follows_the_cursor_and_changes_blocks(form: ArticleForm) -> None:
    form.load(ArticleText(blocks=(Heading("00000001", (Run("Đề"),), 2), Paragraph("00000002", (Run("x"),)))))
    assert form.format_bar.style_box.currentText() == "Đề mục nhỏ"
    form.body.moveCursor(QTextCursor.MoveOperation.End)
    assert form.format_bar.style_box.currentText() == "Đoạn văn"
    form.format_bar.style_box.activated.emit(1)
    assert form.text().blocks[1] == Heading("00000002", (Run("x"),), 1)
    form.body.selectAll()
    form.format_bar.buttons["bold"].click()
    assert form.format_bar.buttons["bold"].isChecked()
    for name, button in form.format_bar.buttons.items():
        assert button.accessibleName(), name
        assert button.toolTip(), name
        assert not button.icon().isNull(), name


def test_dropped_files_and_what_was_left_out_are_passed_on(
    form: ArticleForm, qtbot: QtBot, tmp_path: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.jpg"))])
    with qtbot.waitSignal(form.files_offered) as told:
        form.body.insertFromMimeData(mime)
    assert told.args[0] == [tmp_path / "a.jpg"]
    page = QMimeData()
    page.setHtml('<p style="color:red">chữ</p><img src="http://a.vn/x.png">')
    page.setText("chữ")
    with qtbot.waitSignal(form.paste_dropped):
        form.body.insertFromMimeData(page)
    form.body.pictures.add(PICTURE, "a.jpg")
    assert PICTURE in repr(form.text())
    form.grab()


# -- find and replace --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (FindQuery("khoa giáo"), 2),
        (FindQuery("khoa giáo", case=True), 1),
        (FindQuery("khoa giao"), 0),
        (FindQuery("khoa giao", no_marks=True), 3),
        (FindQuery("dang bo", no_marks=True), 1),
        (FindQuery("đang bo", case=True, no_marks=True), 0),
        (FindQuery("nghị"), 1),
        (FindQuery(""), 0),
    ],
)
def test_words_are_found_with_and_without_their_marks(
    form: ArticleForm, wanted: FindQuery, count: int
) -> None:
    form.load(body("Khoa giáo và khoa giáo, khoa giạo", "😀 Đảng bộ, nghi\u0323 quyết"))
    assert len(found_in(form.body.document(), wanted)) == count


def test_places_behind_wide_letters_are_right(form: ArticleForm) -> None:
    form.load(body("😀😀 Đảng bộ"))
    ((start, end),) = found_in(form.body.document(), FindQuery("dang bo", no_marks=True))
    cursor = form.body.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "Đảng bộ"


def test_find_counts_and_goes_around_through_every_field(form: ArticleForm) -> None:
    form.load(replace(body("Khoa giáo, khoa giáo"), title="Khoa giáo", byline="Phòng Khoa giáo"))
    form.title.setFocus()
    QTest.keyClick(form.title, Qt.Key.Key_F, CTRL)
    bar = form.find_bar
    assert bar.isVisible()
    bar.no_marks.setChecked(True)
    bar.words.setText("khoa giao")
    assert bar.count.text() == "1/4"
    for told in ("2/4", "3/4", "4/4", "1/4"):
        QTest.keyClick(bar.words, Qt.Key.Key_F3)
        assert bar.count.text() == told
    QTest.keyClick(bar.words, Qt.Key.Key_F3, SHIFT)
    assert bar.count.text() == "4/4"
    assert form.byline.textCursor().selectedText() == "Khoa giáo"
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert form.body.extraSelections() == []


def test_replace_all_is_one_undo_step_and_keeps_marks(form: ArticleForm) -> None:
    text = ArticleText(
        blocks=(
            Paragraph("00000001", (Run("Chỉ thị 38"), Run(" và chi thị 40", frozenset()))),
            Paragraph("00000002", (Run("chỉ thị"),)),
        )
    )
    form.load(text)
    form.body.setFocus()
    QTest.keyClick(form.body, Qt.Key.Key_H, CTRL)
    bar = form.find_bar
    bar.no_marks.setChecked(True)
    bar.words.setText("chi thi")
    bar.other.setText("Nghị quyết")
    bar.replace_one()
    assert form.text().blocks[0] == Paragraph("00000001", (Run("Nghị quyết 38 và chi thị 40"),))
    bar.replace_all()
    assert bar.count.text() == "Đã thay 2 chỗ"
    assert form.text() == ArticleText(
        blocks=(
            Paragraph("00000001", (Run("Nghị quyết 38 và Nghị quyết 40"),)),
            Paragraph("00000002", (Run("Nghị quyết"),)),
        )
    )
    form.body.undo()
    form.body.undo()
    assert form.text() == normal(text)


# -- date and byline ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("9/4/2019", date(2019, 4, 9)),
        ("09-04-19", date(2019, 4, 9)),
        ("Thứ 3 Ngày 09/04/2019", None),
        ("9.4", date(2026, 4, 9)),
        ("31/2/2019", None),
        ("hôm qua", None),
    ],
)
def test_days_are_read_as_clerks_write_them(typed: str, day: date | None) -> None:
    assert parse_day(typed, date(2026, 11, 23)) == day


def test_the_date_shows_as_it_prints_and_is_typed_as_numbers(qtbot: QtBot, form: ArticleForm) -> None:
    form.load(ARTICLE)
    field: DateField = form.date
    form.title.setFocus()
    assert field.text() == "Thứ 3 Ngày 09/04/2019"
    field.setFocus()
    assert field.text() == "09/04/2019"
    field.selectAll()
    with qtbot.waitSignal(form.changed):
        write(field, "10/4/2019")
    assert form.text().event_date == date(2019, 4, 10)
    form.title.setFocus()
    assert field.text() == "Thứ 4 Ngày 10/04/2019"
    field.setFocus()
    field.selectAll()
    write(field, "45/4")
    form.title.setFocus()
    assert form.text().event_date == date(2019, 4, 10)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, CTRL)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    form.title.setFocus()
    assert form.text().event_date is None
    assert field.text() == ""


@pytest.mark.qt_log_ignore("does not support")
def test_the_calendar_answers_today_and_no_date(qtbot: QtBot, form: ArticleForm) -> None:
    form.load(ARTICLE)
    field = form.date
    field.open_calendar()
    popup = field.popup
    assert popup is not None
    with qtbot.waitSignal(field.day_changed):
        popup.pick_today()
    assert form.text().event_date == clock.today()


@pytest.mark.qt_log_ignore("does not support")
def test_bylines_are_offered_without_their_marks(form: ArticleForm, qtbot: QtBot) -> None:
    form.load(ArticleText())
    form.set_bylines(["Phòng Khoa giáo – Ban Tuyên giáo Tỉnh ủy", "Nguyễn Hải Long"])
    form.byline.setFocus()
    write(form.byline, "khoa gi")
    popup = form.byline.completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    form.byline.completer.activated.emit("Phòng Khoa giáo – Ban Tuyên giáo Tỉnh ủy")
    assert form.text().byline == "Phòng Khoa giáo – Ban Tuyên giáo Tỉnh ủy"
    assert not popup.isVisible()


# -- look --------------------------------------------------------------------------------------------------


def test_forms_that_went_away_do_not_hear_of_a_new_scheme(qtbot: QtBot) -> None:
    for _ in range(3):
        made = ArticleForm()
        made.load(ARTICLE)
        made.show()
        made.close()
        made.deleteLater()
    qtbot.wait(1)
    for scheme in (Scheme.DARK, Scheme.LIGHT):
        style.look().wear(scheme)
