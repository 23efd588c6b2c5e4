"""What is edited now, and whether a revision has it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desk.acts.rules import Act
from desk.text.blocks import normal
from tests.making import words
from ui.editor.editor_state import Edited
from ui.editor.form import ArticleForm
from ui.editor.open_article import OpenArticle, SectionBox

TEXT = normal(words("Giao ban"))


@pytest.fixture
def edited(qtbot: QtBot) -> Edited:
    form, section = ArticleForm(), SectionBox()
    qtbot.addWidget(form)
    qtbot.addWidget(section)
    return Edited(form, section)


def test_nothing_is_open_at_first(edited: Edited) -> None:
    assert not edited.is_dirty()
    assert not edited.may(Act.EDIT)


def test_what_was_saved_is_not_dirty_until_it_is_changed(edited: Edited) -> None:
    edited.lay(OpenArticle("u", 7, saved=TEXT), TEXT)
    assert edited.text() == TEXT
    assert not edited.is_dirty()
    edited.form.title.setPlainText("Giao ban tháng 4")
    assert edited.is_dirty()


def test_another_section_is_a_change_once_the_article_is_there(edited: Edited) -> None:
    for article_id, dirty in ((None, False), (7, True)):
        edited.lay(OpenArticle("u", article_id, saved=TEXT), TEXT)
        edited.section.choose(3, "Khoa giáo")
        assert edited.section_id() == 3
        assert edited.is_dirty() is dirty


def test_who_may_not_edit_reads(edited: Edited) -> None:
    edited.lay(OpenArticle("u", 7, saved=TEXT, acts=frozenset()), TEXT)
    assert edited.form.body.isReadOnly()
    assert not edited.section.isEnabled()
    edited.lay(OpenArticle("u", 7, saved=TEXT), TEXT)
    assert not edited.form.body.isReadOnly()
