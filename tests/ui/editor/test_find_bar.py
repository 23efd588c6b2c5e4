"""Find and replace in the whole article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from desk.text.blocks import ArticleText, Paragraph, Run, normal
from ui.editor.find import FindQuery, found_in
from ui.editor.form import ArticleForm

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def body(*texts: str) -> ArticleText:
    return ArticleText(blocks=tuple(Paragraph(f"{n:08x}", (Run(text),)) for n, text in enumerate(texts)))


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


def test_words_that_stand_nowhere_leave_nothing_selected_and_stay_for_replacing(form: ArticleForm) -> None:
    form.load(body("Các chi bộ họp"))
    form.body.setFocus()
    QTest.keyClick(form.body, Qt.Key.Key_F, CTRL)
    bar = form.find_bar
    bar.no_marks.setChecked(True)
    bar.words.setText("chi b")
    assert form.body.textCursor().selectedText() == "chi b"
    bar.words.setText("chi bon")
    assert bar.count.text() == "Không có"
    assert not form.body.textCursor().hasSelection()
    bar.open_bar(replacing=True)
    assert bar.words.text() == "chi bon"


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


def test_replacing_all_keeps_capitals_unless_case_was_asked_for(form: ArticleForm) -> None:
    form.load(replace(body("Hoà bình hoà giải HOÀ"), title="HOÀ BÌNH"))
    form.open_replace()
    form.find_bar.words.setText("hoà")
    form.find_bar.other.setText("hòa")
    QTest.mouseClick(form.find_bar.all, Qt.MouseButton.LeftButton)
    assert (form.text().title, form.body.toPlainText()) == ("HÒA BÌNH", "Hòa bình hòa giải HÒA")
    form.find_bar.case.setChecked(True)
    form.find_bar.words.setText("HÒA")
    form.find_bar.other.setText("hoa")
    QTest.mouseClick(form.find_bar.all, Qt.MouseButton.LeftButton)
    assert (form.text().title, form.body.toPlainText()) == ("hoa BÌNH", "Hòa bình hòa giải hoa")


def test_the_last_place_replaced_leaves_the_focus_in_the_bar(form: ArticleForm) -> None:
    form.load(body("Chi bộ họp"))
    form.body.setFocus()
    QTest.keyClick(form.body, Qt.Key.Key_H, CTRL)
    bar = form.find_bar
    bar.words.setText("Chi bộ")
    bar.other.setText("Đảng bộ")
    bar.one.setFocus()
    QTest.keyClick(bar.one, Qt.Key.Key_Space)
    assert form.body.toPlainText() == "Đảng bộ họp"
    assert not bar.one.isEnabled()
    assert bar.words.hasFocus()
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not bar.isVisible()
