"""What happened to an article, in cards."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desk.acts import journal
from desk.acts.journal import JournalEntry
from desk.acts.rules import Stage
from tests.making import Cast, article
from ui.articles.history import History


def test_the_newest_comes_first_with_its_reason_and_its_text_a_press_away(qtbot: QtBot, cast: Cast) -> None:
    made = article(cast, stage=Stage.RETURNED)
    history = History()
    qtbot.addWidget(history)
    history.show_entries(journal.of_article(made))
    texts = [shown.text() for shown in history.findChildren(QLabel)]
    assert texts[0] == "Phạm Văn Biên trả lại bài"
    assert "“Bổ sung số liệu.”" in texts
    assert [text.rpartition(" · ")[2] for text in texts if "phiên bản" in text] == ["phiên bản 1"] * 3
    wanted: list[JournalEntry] = []
    history.revision_wanted.connect(wanted.append)
    history.findChildren(QPushButton)[0].click()
    assert wanted == journal.of_article(made)[:1]
    history.show_entries([])
    assert "Chọn một bài" in [shown.text() for shown in history.findChildren(QLabel)][-1]
