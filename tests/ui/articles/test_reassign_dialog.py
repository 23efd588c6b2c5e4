"""An article given to another author."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desk.articles import listing
from desk.department import people
from tests.making import Cast, article
from tests.ui.modal import answer
from ui.articles.reassign_dialog import ReassignDialog


def test_its_author_is_not_offered_and_a_reason_is_due(qtbot: QtBot, cast: Cast) -> None:
    row = listing.row(cast.editor, article(cast))

    def fill(dialog: ReassignDialog) -> None:
        assert dialog.person.findData(cast.writer) < 0
        dialog.agree()
        assert dialog.fault.isVisible()
        dialog.person.setCurrentIndex(dialog.person.findData(cast.secretary))
        dialog.words.setPlainText("Nghỉ phép")
        dialog.agree()

    answer(ReassignDialog, fill)
    assert ReassignDialog.ask(None, row, people.everybody()) == (cast.secretary, "Nghỉ phép")
    answer(ReassignDialog, ReassignDialog.reject)
    assert ReassignDialog.ask(None, row, people.everybody()) is None
