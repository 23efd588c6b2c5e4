"""Source and result side by side."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QSplitter
from pytestqt.qtbot import QtBot

from desk.errors import BadIntake, IntakeFault
from desk.intake.recogniser.roles import Role
from tests.ui.intake.given import CLEAN, PICTURED, entry, like, page_entry
from ui.intake.entry import State, refused_entry
from ui.intake.pictures import Pictures
from ui.intake.preview import Preview
from ui.session.desk_client import DeskClient


@pytest.fixture
def preview(qtbot: QtBot, client: DeskClient) -> Preview:
    made = Preview(Pictures(client, client), QSplitter())
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def test_what_is_changed_in_the_source_is_shown_in_the_result(qtbot: QtBot, preview: Preview) -> None:
    preview.show_entry(page_entry(CLEAN))
    source, result = preview.source, preview.result
    arrangement = preview.arrangement()
    assert arrangement is not None
    at = next(at for at, one in enumerate(arrangement.pieces) if one.role is Role.BODY)
    words = arrangement.pieces[at].piece.words
    qtbot.waitUntil(lambda: words in result.paper.toPlainText())
    source.list.go_to(at)
    source.give(Role.OUT)
    qtbot.waitUntil(lambda: words not in result.paper.toPlainText())
    preview.undo()
    qtbot.waitUntil(lambda: words in result.paper.toPlainText())
    preview.redo()
    qtbot.waitUntil(lambda: words not in result.paper.toPlainText())


def test_one_that_cannot_be_read_says_why(preview: Preview) -> None:
    preview.show_entry(refused_entry("a.docx", BadIntake(IntakeFault.ENCRYPTED, "a.docx")))
    assert preview.shown_message() == "“a.docx” được đặt mật khẩu. Hãy bỏ mật khẩu rồi nhập."
    assert preview.arrangement() is None
    preview.undo()
    preview.show_entry(entry(PICTURED))
    assert preview.shown_message() == ""


def test_one_that_was_taken_in_changes_no_more(preview: Preview) -> None:
    one = page_entry(CLEAN)
    one.similar = [like(1, "Bài trước")]
    preview.show_entry(one)
    assert preview.banner.words()
    one.state = State.TAKEN
    preview.follow(one)
    assert not preview.banner.words()
    assert preview.result.title.isReadOnly()
    before = one.arrangement.text()
    preview.source.give(Role.OUT)
    assert one.arrangement.text() == before


def test_each_pane_is_made_in_a_turn_of_its_own(qtbot: QtBot, preview: Preview) -> None:
    with qtbot.waitSignal(preview.made, timeout=0, raising=False) as made:
        assert preview.make_next()  # the result's is left
    assert not made.signal_triggered
    with qtbot.waitSignal(preview.made):
        assert not preview.make_next()
    assert preview._splitter.indexOf(preview.source) == 0
    assert preview._splitter.indexOf(preview.result) == 1


def test_sections_that_came_before_the_result_s_pane_are_offered_in_it(preview: Preview) -> None:
    preview.show_sections([])
    assert preview.result.section.count() == 1  # in none of them
