"""Where what is pasted or dropped goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.text.blocks import Paragraph, Picture, Run, block_text
from ui.editor.body import BodyEditor
from ui.editor.paste import HEAVY, Brought

SHA = "cd" * 32


@pytest.fixture
def editor(qtbot: QtBot) -> BodyEditor:
    made = BodyEditor()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def test_an_image_waits_where_it_was_pasted_until_it_is_stored(qtbot: QtBot, editor: BodyEditor) -> None:
    editor.set_blocks((Paragraph("00000001", (Run("Trước"),)), Paragraph("00000002", (Run("Sau"),))))
    cursor = editor.textCursor()
    cursor.setPosition(5)
    editor.setTextCursor(cursor)
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    mime = QMimeData()
    mime.setImageData(image)
    with qtbot.waitSignal(editor.pictures_pasted) as told:
        editor.insertFromMimeData(mime)
    ((name, data),) = told.args[0]
    assert data.startswith(b"\x89PNG")
    assert [type(block) for block in editor.blocks()] == [Paragraph, Paragraph]
    editor.moveCursor(cursor.MoveOperation.End)
    editor.pictures.add(SHA, name.replace(".png", ".jpg"))
    assert [type(block) for block in editor.blocks()] == [Paragraph, Picture, Paragraph]
    editor.undo()
    assert [block.id for block in editor.blocks()] == ["00000001", "00000002"]
    assert [block_text(block) for block in editor.blocks()] == ["Trước", "Sau"]


def test_a_refused_image_leaves_nothing(qtbot: QtBot, editor: BodyEditor) -> None:
    mime = QMimeData()
    mime.setImageData(QImage(8, 8, QImage.Format.Format_RGB32))
    with qtbot.waitSignal(editor.pictures_pasted) as told:
        editor.insertFromMimeData(mime)
    editor.pictures.refuse(told.args[0][0][0])
    assert not any(isinstance(block, Picture) for block in editor.blocks())
    assert "\ufffc" not in editor.page.toRawText()


def test_dropped_files_are_offered_unread(qtbot: QtBot, editor: BodyEditor, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "không có.jpg"))])
    with qtbot.waitSignal(editor.files_dropped) as told:
        editor.insertFromMimeData(mime)
    assert told.args[0] == [tmp_path / "không có.jpg"]
    assert editor.blocks() == ()


class Aside:
    """Holds the reading back until it is let go."""

    def __init__(self, editor: BodyEditor) -> None:
        self.finish: Callable[[], None] | None = None
        editor.pasting.aside = self.hold

    def hold(self, work: Callable[[], Brought], then: Callable[[Brought], None]) -> None:
        self.finish = lambda: then(work())


def heavy() -> QMimeData:
    mime = QMimeData()
    mime.setHtml(f"<p>dán</p><!--{'x' * HEAVY}--><p>vào</p>")
    return mime


def texts(editor: BodyEditor) -> list[str]:
    return [block_text(block) for block in editor.blocks()]


def test_what_is_heavy_is_read_aside_and_stands_where_it_was_pasted(editor: BodyEditor) -> None:
    editor.set_blocks((Paragraph("00000001", (Run("Trước "),)), Paragraph("00000002", (Run("Sau"),))))
    cursor = editor.textCursor()
    cursor.setPosition(6)
    editor.setTextCursor(cursor)
    aside = Aside(editor)
    editor.insertFromMimeData(heavy())
    assert texts(editor) == ["Trước ", "Sau"]
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, "!")
    assert aside.finish is not None
    aside.finish()
    assert texts(editor) == ["Trước dán", "vào", "Sau!"]
    QTest.keyClicks(editor, "?")
    assert texts(editor)[-1] == "Sau!?"


def test_what_is_typed_meanwhile_stands_behind_it(editor: BodyEditor) -> None:
    aside = Aside(editor)
    editor.insertFromMimeData(heavy())
    QTest.keyClicks(editor, "go tiep")
    assert aside.finish is not None
    aside.finish()
    QTest.keyClicks(editor, "!")
    assert texts(editor) == ["dán", "vàogo tiep!"]
    editor.undo()
    editor.undo()
    assert texts(editor) == ["go tiep"]


def test_what_was_chosen_is_replaced_when_it_comes(editor: BodyEditor) -> None:
    editor.set_blocks((Paragraph("00000001", (Run("Trước cũ sau"),)),))
    cursor = editor.page.find("cũ")
    editor.setTextCursor(cursor)
    aside = Aside(editor)
    editor.insertFromMimeData(heavy())
    assert aside.finish is not None
    aside.finish()
    assert texts(editor) == ["Trước dán", "vào sau"]


def test_what_was_read_for_another_text_is_dropped(editor: BodyEditor) -> None:
    aside = Aside(editor)
    editor.insertFromMimeData(heavy())
    editor.set_blocks((Paragraph("00000001", (Run("Bài khác"),)),))
    assert aside.finish is not None
    aside.finish()
    assert texts(editor) == ["Bài khác"]


def test_what_comes_while_letters_are_composed_waits_for_them(editor: BodyEditor) -> None:
    aside = Aside(editor)
    editor.insertFromMimeData(heavy())
    QApplication.sendEvent(editor, QInputMethodEvent("d", []))
    assert aside.finish is not None
    aside.finish()
    assert "dán" not in "".join(texts(editor))
    done = QInputMethodEvent()
    done.setCommitString("đ")
    QApplication.sendEvent(editor, done)
    assert texts(editor) == ["dán", "vàođ"]


def test_nothing_is_read_for_a_text_that_may_not_be_changed(editor: BodyEditor) -> None:
    aside = Aside(editor)
    editor.setReadOnly(True)
    editor.pasting.insert(heavy())
    assert aside.finish is None
