"""The page that is edited: loading, reading back, keys between fields, undo where one writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.text.blocks import ArticleText, Paragraph, Run, Table, block_text, body_text, normal
from tests.ui.editor.sample import ARTICLE, PICTURE
from tests.ui.keys import type_in as write
from ui.editor.form import ArticleForm, Do
from ui.look import style
from ui.look.style import Scheme


def body(*texts: str) -> ArticleText:
    return ArticleText(blocks=tuple(Paragraph(f"{n:08x}", (Run(text),)) for n, text in enumerate(texts)))


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


def test_the_page_is_one_text_for_undo(form: ArticleForm) -> None:
    form.load(ARTICLE)
    assert not form.acts[Do.UNDO].isEnabled()
    form.focus_title()
    write(form.title, "x")
    form.body.setFocus()
    form.acts[Do.UNDO].trigger()
    assert form.text() == ARTICLE
    assert form.title.hasFocus()


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


@pytest.mark.parametrize("name", ["title", "lead", "byline"])
def test_files_pasted_into_a_line_of_words_are_no_words(
    qtbot: QtBot, form: ArticleForm, tmp_path: Path, name: str
) -> None:
    field = getattr(form, name)
    mime = QMimeData()
    path = tmp_path / "Bài gửi.docx"
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    mime.setText(str(path))  # as a file manager gives them
    with qtbot.waitSignal(form.files_offered) as offered:
        QGuiApplication.clipboard().setMimeData(mime)
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert offered.args == [[path]]
    assert field.toPlainText() == ""


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


def test_enter_leaves_the_lead_and_shift_enter_breaks_its_line(form: ArticleForm) -> None:
    form.load(ArticleText(title="Tít", lead="Sapô", blocks=body("").blocks))
    form.lead.setFocus()
    form.lead.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(form.lead, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    write(form.lead, "hai dòng")
    assert form.text().lead == "Sapô\nhai dòng"
    QTest.keyClick(form.lead, Qt.Key.Key_Return)
    assert form.body.hasFocus()
    write(form.body, "Thân bài")
    assert (form.text().lead, body_text(form.text())) == ("Sapô\nhai dòng", "Thân bài")


def test_a_click_below_a_last_table_opens_a_paragraph_there(qtbot: QtBot, form: ArticleForm) -> None:
    cells = tuple(((Run(f"Hàng {n}"),), (Run("x"),)) for n in range(12))  # higher than an empty body
    form.load(ArticleText(title="Tít", blocks=(Table("00000001", cells, True),)))
    body = form.body

    def below() -> int:
        return round(body.page.size().height())

    # A line's height: who aims below the table does not hit the byline.
    qtbot.waitUntil(lambda: form.byline.y() - body.y() - below() >= 24)
    for step in range(4, 24, 4):
        form.byline.setFocus()
        body.moveCursor(QTextCursor.MoveOperation.Start)
        place = body.pos() + QPoint(120, below() + step)
        hit = form.sheet.childAt(place) or form.sheet
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFrom(form.sheet, place))
        assert body.hasFocus()
        assert body.textCursor().atEnd()
    body.insertPlainText("Dưới bảng")
    assert [block_text(block) for block in form.text().blocks[1:]] == ["Dưới bảng"]


def test_ctrl_end_and_ctrl_home_go_to_the_ends_of_the_page_not_of_a_line(form: ArticleForm) -> None:
    form.load(body("một", "hai"))
    control = Qt.KeyboardModifier.ControlModifier
    for upper in (form.title, form.lead):
        upper.setFocus()
        QTest.keyClick(upper, Qt.Key.Key_End, control)
        assert form.body.hasFocus()
        assert form.body.textCursor().atEnd()
        QTest.keyClick(form.body, Qt.Key.Key_Home, control)
        assert form.title.hasFocus()
        assert form.title.textCursor().atStart()
    form.byline.setFocus()
    write(form.byline, "Phòng")
    QTest.keyClick(form.byline, Qt.Key.Key_Home, control)
    assert form.title.hasFocus()
    form.byline.setFocus()
    QTest.keyClick(form.byline, Qt.Key.Key_End, control)
    assert form.byline.textCursor().atEnd()
