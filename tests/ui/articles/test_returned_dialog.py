from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desk.articles import writing
from desk.circulation import receiving
from desk.circulation.recognise import stamp_in
from desk.database import revisions
from desk.review import discussion
from desk.text.blocks import Run
from tests.making import Cast, version
from tests.ui.articles.given_back import FIRST, NAME, given_out, read_back, sent_back
from ui.articles.returned_dialog import ReturnedDialog
from ui.session.session import Session

SessionOf = Callable[[int], Session]


@pytest.fixture
def dialog_of(qtbot: QtBot, session_of: SessionOf, cast: Cast) -> Callable[..., ReturnedDialog]:
    def show(made: int, author: str = "", *, edited: bool = True) -> ReturnedDialog:
        file = read_back(cast, made, author, edited=edited)
        dialog = ReturnedDialog(None, session_of(cast.editor), file)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show


def test_it_says_what_came_and_makes_suggestions_of_it(
    qtbot: QtBot, dialog_of: Callable[..., ReturnedDialog], cast: Cast
) -> None:
    made = given_out(cast)
    dialog = dialog_of(made)
    assert "3 chỗ sửa" in dialog.told.text()
    assert dialog.warnings == []
    assert dialog.view.count == 3
    dialog.ok.click()  # nobody is said to have written it before somebody is chosen
    assert dialog.fault.text() == "Chọn người đã sửa bản này."
    assert dialog.beside.count() == 1
    dialog.person.setCurrentIndex(dialog.person.findData(cast.secretary))
    with qtbot.waitSignal(dialog.received) as got:
        dialog.ok.click()
    assert got.args == [made]
    authors = {one.said[0].author for one in discussion.of_article(cast.editor, made)}
    assert authors == {"Hoàng Thư Ký"}


def test_who_tracked_the_changes_is_offered_first(
    dialog_of: Callable[..., ReturnedDialog], cast: Cast
) -> None:
    dialog = dialog_of(given_out(cast), "Hoàng Thư Ký")
    assert dialog.person.currentData() == cast.secretary
    assert "Hoàng Thư Ký" in dialog.told.text()


def test_a_file_without_corrections_is_not_taken(
    dialog_of: Callable[..., ReturnedDialog], cast: Cast
) -> None:
    dialog = dialog_of(given_out(cast), edited=False)
    assert not dialog.ok.isEnabled()
    assert "không có chỗ nào được sửa" in dialog.warnings[0].text()


def test_clashes_are_named_and_both_sides_can_be_seen(
    dialog_of: Callable[..., ReturnedDialog], cast: Cast
) -> None:
    made = given_out(cast)
    text = revisions.text_of(made, 1)
    first = replace(text.blocks[0], runs=(Run(FIRST.replace("trao đổi", "tranh luận")),))  # type: ignore[arg-type]  # of the sample
    writing.save(cast.editor, made, version(cast, made), replace(text, blocks=(first, text.blocks[1])), 2)
    dialog = dialog_of(made)
    (warned,) = dialog.warnings
    assert "“trao đổi” → “bàn bạc”" in warned.text()
    dialog.beside.setCurrentIndex(1)
    assert "hiện nay" in dialog.beside.currentText()
    assert dialog.view.count == 3


def test_the_same_file_again_is_said_to_be_and_brings_nothing(
    qtbot: QtBot, session_of: SessionOf, cast: Cast
) -> None:
    made = given_out(cast)
    data = sent_back(cast, made)

    def shown(data: bytes) -> ReturnedDialog:
        file = receiving.read(receiving.base(cast.editor, stamp_in(data, NAME), NAME), data, NAME)
        dialog = ReturnedDialog(None, session_of(cast.editor), file)
        qtbot.addWidget(dialog)
        if file.wanted:
            receiving.receive(cast.editor, file, cast.secretary)
        return dialog

    shown(data)
    dialog = shown(data)
    assert "3 chỗ đã nhận lần trước" in dialog.told.text()
    assert dialog.warnings[0].text().startswith("Chính tệp này đã được nhận lúc ")
    assert not dialog.ok.isEnabled()
    other = shown(sent_back(cast, made, "Hoàng Thư Ký"))  # the same corrections in another file
    assert other.warnings[0].text().startswith("Mọi chỗ sửa trong tệp này đã có trong bài")
