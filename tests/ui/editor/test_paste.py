"""What the clipboard brings: Word's HTML, the desk's own blocks, plain lines."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from desk.intake.result import Dropped
from desk.text.blocks import ListItem, Mark, Paragraph, Picture, Quote, Run, Table, block_text
from ui.editor.body import BodyEditor
from ui.editor.paste import BLOCKS

SHA = "cd" * 32
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}</style>
<script>alert(1)</script></head><body><!--StartFragment-->
<p class=MsoNormal style='font-family:"Times New Roman";color:red'><b>Tại hội nghị</b>, các đồng chí
<a href="https://nghean.gov.vn">đã trao đổi</a> H<sub>2</sub>O.<o:p></o:p></p>
<p class=MsoNormal>Xem <a href="javascript:alert(1)">đây</a><img src="file:///etc/hostname"></p>
<ul><li>Một</li><li>Hai</li></ul>
<table><tr><th>STT</th><th>Việc</th></tr><tr><td>1</td><td>Họp</td></tr></table>
<p class=MsoNormal>Cuối</p><!--EndFragment--></body></html>"""


@pytest.fixture
def editor(qtbot: QtBot) -> BodyEditor:
    made = BodyEditor()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def html(source: str, text: str = "chữ") -> QMimeData:
    mime = QMimeData()
    mime.setHtml(source)
    mime.setText(text)
    return mime


def test_word_becomes_blocks_in_one_step_and_says_what_it_left(qtbot: QtBot, editor: BodyEditor) -> None:
    editor.set_blocks((Paragraph("00000001", (Run("Đầu."),)),))
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    with qtbot.waitSignal(editor.paste_dropped) as told:
        editor.insertFromMimeData(html(WORD))
    blocks = editor.blocks()
    assert [type(block) for block in blocks[:5]] == [Paragraph, Paragraph, ListItem, ListItem, Table]
    assert block_text(blocks[0]).startswith("Đầu.Tại hội nghị")
    assert isinstance(blocks[0], Paragraph)
    assert any(run.marks == {Mark.BOLD} and run.text == "Tại hội nghị" for run in blocks[0].runs)
    assert {run.link for run in blocks[0].runs} == {"", "https://nghean.gov.vn"}
    assert block_text(blocks[-1]) == "Cuối"
    assert "alert" not in "".join(map(block_text, blocks))
    assert "javascript" not in repr(blocks)
    assert Dropped.PICTURES in told.args[0]
    editor.undo()
    assert editor.blocks() == (Paragraph("00000001", (Run("Đầu."),)),)


def test_a_paste_in_the_middle_keeps_what_stands_behind(editor: BodyEditor) -> None:
    editor.set_blocks((Quote("00000001", (Run("ab"),)),))
    cursor = editor.textCursor()
    cursor.setPosition(1)
    editor.setTextCursor(cursor)
    editor.insertFromMimeData(
        html("<p>x</p><table><tr><td>y</td><td>z</td></tr><tr><td>1</td><td>2</td></tr></table>")
    )
    assert [block_text(block) for block in editor.blocks()] == ["ax", "y\tz\n1\t2", "b"]
    assert [type(block) for block in editor.blocks()] == [Quote, Table, Quote]


def test_a_paste_in_a_cell_stays_in_it(editor: BodyEditor) -> None:
    editor.set_blocks((Table("00000001", (((Run("a"),), ()),)),))
    cursor = editor.textCursor()
    cursor.setPosition(2)
    editor.setTextCursor(cursor)
    editor.insertFromMimeData(html("<p>x</p><ul><li>y</li></ul><table><tr><td>z</td></tr></table>"))
    assert editor.blocks() == (Table("00000001", (((Run("ax\ny\nz"),), ()),)),)


def test_plain_lines_are_paragraphs_composed(editor: BodyEditor) -> None:
    mime = QMimeData()
    mime.setText("Nghệ An\r\n\r\nHội nghị\n")
    editor.insertFromMimeData(mime)
    assert [block_text(block) for block in editor.blocks()] == ["Nghệ An", "Hội nghị"]
    mime.setText(" và ")
    editor.insertFromMimeData(mime)
    assert block_text(editor.blocks()[-1]) == "Hội nghị và "


def test_cut_and_paste_between_editors_keeps_everything(qtbot: QtBot, editor: BodyEditor) -> None:
    blocks = (
        Paragraph("00000001", (Run("Đậm", frozenset({Mark.BOLD})),)),
        Picture("00000002", SHA, "Chú thích"),
        ListItem("00000003", (Run("Một"),), True, 1),
        Paragraph("00000004", (Run("Cuối"),)),
    )
    editor.set_blocks(blocks)
    editor.selectAll()
    mime = editor.createMimeDataFromSelection()
    assert mime.hasFormat(BLOCKS)
    other = BodyEditor()
    qtbot.addWidget(other)
    other.insertFromMimeData(mime)
    assert [(type(block), block_text(block)) for block in other.blocks()] == [
        (type(block), block_text(block)) for block in blocks
    ]
    assert other.blocks()[1:3] == blocks[1:3]
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    editor.insertFromMimeData(mime)
    ids = [block.id for block in editor.blocks()]
    assert len(set(ids)) == len(ids)
    assert ids[:4] == [block.id for block in blocks]


@pytest.mark.parametrize("data", [b"{", b"\xff", b'{"v":99}', b'{"v":1,"blocks":[{"t":"img","id":"a"}]}'])
def test_foreign_data_under_our_name_is_not_trusted(editor: BodyEditor, data: bytes) -> None:
    mime = QMimeData()
    mime.setData(BLOCKS, data)
    mime.setText("chữ thường")
    editor.insertFromMimeData(mime)
    assert [block_text(block) for block in editor.blocks()] == ["chữ thường"]


def test_html_alone_is_pasted(editor: BodyEditor) -> None:
    mime = QMimeData()
    mime.setHtml("<p>Một <b>hai</b></p>")
    assert editor.canInsertFromMimeData(mime)
    editor.insertFromMimeData(mime)
    assert [block_text(block) for block in editor.blocks()] == ["Một hai"]


def test_a_page_of_a_picture_from_elsewhere_gives_the_picture_itself(
    qtbot: QtBot, editor: BodyEditor
) -> None:
    mime = html("<img src='https://x.vn/a.jpg'>", "")
    mime.setImageData(QImage(8, 8, QImage.Format.Format_RGB32))
    with qtbot.waitSignal(editor.pictures_pasted), qtbot.assertNotEmitted(editor.paste_dropped):
        editor.insertFromMimeData(mime)


def test_what_cannot_be_pasted_is_told(qtbot: QtBot, editor: BodyEditor) -> None:
    with qtbot.waitSignal(editor.paste_empty) as told, qtbot.assertNotEmitted(editor.paste_dropped):
        editor.insertFromMimeData(html("<img src='https://x.vn/a.jpg'>", ""))
    assert told.args == [{Dropped.PICTURES: 1}]
    assert editor.blocks() == ()


def test_of_a_page_nested_without_end_the_letters_come_and_it_is_told(
    qtbot: QtBot, editor: BodyEditor
) -> None:
    with qtbot.waitSignal(editor.paste_dropped) as told:
        editor.insertFromMimeData(html("<div>" * 5_000 + "x", "chữ"))
    assert told.args == [{Dropped.STRUCTURE: 1}]
    assert [block_text(block) for block in editor.blocks()] == ["chữ"]


@pytest.mark.parametrize("as_page", [True, False])
def test_old_letters_whose_font_nobody_names_are_told(
    qtbot: QtBot, editor: BodyEditor, as_page: bool
) -> None:
    words = "Ban Tuyeân giaùo Tænh uûy toå chöùc Hoäi nghò, ñaùnh giaù keát quaû, ñoàng chí Bí thö Ñaûng uûy"
    mime = QMimeData()
    (mime.setHtml if as_page else mime.setText)(words)
    with qtbot.waitSignal(editor.paste_dropped) as told:
        editor.insertFromMimeData(mime)
    assert told.args == [{Dropped.LEGACY_UNREAD: 1}]
    assert [block_text(block) for block in editor.blocks()] == [words]


def test_lines_parted_by_tabs_are_a_table(editor: BodyEditor) -> None:
    mime = QMimeData()
    mime.setText("Huyện\tĐảng viên\r\nAnh Sơn\t12\r\n")
    editor.insertFromMimeData(mime)
    (table,) = editor.blocks()
    assert isinstance(table, Table)
    assert block_text(table) == "Huyện\tĐảng viên\nAnh Sơn\t12"


def test_unseen_signs_stay_outside(editor: BodyEditor) -> None:
    mime = QMimeData()
    mime.setText("Ban\u200b Tuyên\u202e giáo\x1f, 01\x1e7")
    editor.insertFromMimeData(mime)
    assert [block_text(block) for block in editor.blocks()] == ["Ban Tuyên giáo, 01\u20117"]


def test_letters_alone_are_taken_from_a_page_where_there_are_no_others(editor: BodyEditor) -> None:
    mime = QMimeData()
    mime.setHtml("<p><b>Một</b></p><ul><li>hai</li></ul>")
    QGuiApplication.clipboard().setMimeData(mime)
    editor.pasting.insert_plain()
    assert [(type(block), block_text(block)) for block in editor.blocks()] == [
        (Paragraph, "Một"),
        (Paragraph, "hai"),
    ]
