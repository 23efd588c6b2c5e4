"""What is written grows with the size of words, and gives the room back with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from desk.text.blocks import ArticleText, ListItem, Paragraph, Run
from tests.making import Cast
from ui.editor.form import ArticleForm
from ui.look import style
from ui.look.style import Scheme
from ui.paper.paper import Paper
from ui.window.window import Window

_TEXT = ArticleText(
    event_date=date(2019, 4, 9),
    title="Hội nghị trực tuyến toàn quốc sơ kết công tác sáu tháng đầu năm của các cơ quan",
    lead="Sáng nay, hội nghị đã khai mạc với sự tham dự của các đồng chí lãnh đạo.",
    blocks=(
        Paragraph("a", (Run("Đoạn mở đầu của bài, đủ dài để tràn sang dòng sau. " * 6),)),
        ListItem("b", (Run("Một việc"),)),
    ),
    byline="Văn phòng",
)


def _sizes(form: ArticleForm) -> dict[str, float]:
    """Return how high letters and fields stand."""
    found: dict[str, float] = {"date": form.date.fontMetrics().height(), "date field": form.date.width()}
    assert form.date.fontMetrics().horizontalAdvance(form.date.text()) < form.date.width()
    for field in form.fields:
        assert isinstance(field, QTextEdit)
        start = field.cursorRect(QTextCursor(field.document()))
        found[field.accessibleName()] = field.height()
        found[f"{field.accessibleName()}: letters"] = start.height()
        found[f"{field.accessibleName()}: indent"] = field.document().firstBlock().blockFormat().textIndent()
    return found


def _wear(percent: int) -> None:
    style.look().wear(Scheme.LIGHT, percent)
    for _ in range(3):
        QApplication.processEvents()


def test_every_field_grows_and_gives_the_room_back(qtbot: QtBot) -> None:
    form = ArticleForm()
    qtbot.addWidget(form)
    form.resize(900, 700)
    form.load(_TEXT)
    form.show()
    _wear(100)
    usual = _sizes(form)
    _wear(150)
    large = _sizes(form)
    assert [name for name, size in usual.items() if size and large[name] < size * 1.3] == []
    _wear(100)
    assert _sizes(form) == usual
    assert form.text() == _TEXT
    assert not form.acts[next(iter(form.acts))].isEnabled()  # nothing that could be undone


def test_what_was_typed_can_be_undone_after_the_words_grew(qtbot: QtBot) -> None:
    form = ArticleForm()
    qtbot.addWidget(form)
    form.load(_TEXT)
    form.show()
    form.title.insertPlainText("Mới: ")
    form.body.insertPlainText("Thêm. ")
    _wear(150)
    assert form.text().title.startswith("Mới: ")
    form.title.undo()
    form.body.undo()
    assert form.text() == _TEXT


def test_a_page_that_is_read_grows_too(qtbot: QtBot) -> None:
    paper = Paper()
    qtbot.addWidget(paper)
    paper.resize(900, 700)
    paper.show_text(_TEXT, {})
    paper.show()
    _wear(100)
    usual = paper.page.size().height()
    _wear(150)
    assert paper.page.size().height() > usual * 1.3
    _wear(100)
    assert paper.page.size().height() == usual


@pytest.mark.usefixtures("april")
def test_the_editor_of_the_window_gives_the_room_back(sit: Callable[[int], Window], cast: Cast) -> None:
    window = sit(cast.writer)
    window.navigation.new_article()
    form = window.pages.editor.form
    form.load(_TEXT)
    _wear(100)
    usual = _sizes(form)
    _wear(150)
    assert form.title.height() > usual["Tít bài"] * 1.3
    _wear(100)
    assert _sizes(form) == usual
