"""What is taken in beside the article of the desk that is like it."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from tests.making import Cast, article, words
from tests.ui.intake.given import like
from ui.intake.comparison_dialog import ComparisonDialog
from ui.session.session import Session


def test_both_are_shown_on_one_sheet(qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast) -> None:
    made = article(cast, words("Giao ban", "Tại hội nghị, các đồng chí đã trao đổi."))
    text = words("Giao ban", "Tại hội nghị, các đồng chí đã thảo luận.")
    dialog = ComparisonDialog(None, session_of(cast.writer), like(made, "Giao ban"), text)
    qtbot.addWidget(dialog)
    assert dialog.view.count == 1
    assert "thảo luận" in dialog.view.toPlainText()


def test_an_article_that_is_gone_is_said(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast
) -> None:
    dialog = ComparisonDialog(None, session_of(cast.writer), like(99, "Giao ban"), words())
    qtbot.addWidget(dialog)
    assert dialog.fault.text() == "Mục này không còn nữa."
