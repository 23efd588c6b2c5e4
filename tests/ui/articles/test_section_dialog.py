"""A chuyên mục and a kind of piece, chosen for an article."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desk.acts.rules import Genre
from desk.department import sections
from tests.making import Cast
from tests.ui.modal import answer
from ui.articles.section_dialog import SectionDialog


def test_it_begins_from_what_is_and_returns_what_is_chosen(qtbot: QtBot, cast: Cast) -> None:
    rows = sections.listing()
    answer(SectionDialog, SectionDialog.agree)
    assert SectionDialog.ask(None, "Giao ban", rows, rows[1].id, Genre.FEATURE) == (rows[1].id, Genre.FEATURE)

    def choose(dialog: SectionDialog) -> None:
        dialog.section.setCurrentIndex(0)
        dialog.genre.setCurrentIndex(0)
        dialog.agree()

    answer(SectionDialog, choose)
    chosen = SectionDialog.ask(None, "Giao ban", rows, rows[1].id, Genre.FEATURE)
    assert chosen == (None, next(iter(Genre)))
    answer(SectionDialog, SectionDialog.reject)
    assert SectionDialog.ask(None, "Giao ban", rows, None, Genre.FEATURE) is None
