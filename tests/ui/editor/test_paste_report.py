"""What a paste through the window says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from desk.text.blocks import block_text
from tests.making import Cast
from ui.editor.paste import HEAVY
from ui.window.commands import Do as Command
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_a_heavy_page_is_read_beside_the_window_and_it_is_said_what_stayed_out(
    qtbot: QtBot, sit: Sit, cast: Cast
) -> None:
    window = sit(cast.writer)
    window.commands[Command.NEW].trigger()
    form = window.pages.editor.form
    mime = QMimeData()
    mime.setHtml("<p>Giữ <s>bỏ</s></p>" * (HEAVY // 15))
    form.body.insertFromMimeData(mime)
    assert {block_text(block) for block in form.text().blocks} == {"Giữ"}
    assert window.notice.words() == "Đã dán. Bỏ lại: chữ đã gạch bỏ."
    mime.setHtml("<img src='https://x.vn/a.jpg'>")
    form.body.insertFromMimeData(mime)
    assert window.notice.words() == "Không dán được gì. Trong đó chỉ có: ảnh không lấy được."


def test_a_picture_that_did_not_come_along_is_no_success(sit: Sit, cast: Cast) -> None:
    window = sit(cast.writer)
    window.commands[Command.NEW].trigger()
    mime = QMimeData()
    for html, kind in (
        ("<p>Giữ <s>bỏ</s></p>", "done"),
        ("<p>Giữ</p><img src='https://x.vn/a.jpg'>", "warning"),
    ):
        mime.setHtml(html)
        window.pages.editor.form.body.insertFromMimeData(mime)
        assert window.notice.words().startswith("Đã dán. Bỏ lại:")
        assert window.notice.property("kind") == kind
