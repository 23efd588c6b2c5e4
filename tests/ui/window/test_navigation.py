"""The ways through the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from pytestqt.qtbot import QtBot

from desk.acts.requirements import Auto
from desk.acts.rules import Stage
from desk.issues import issues
from desk.review.queue import Queue
from tests.making import Cast, article, words
from ui.window.window import Window


def test_each_way_leads_to_the_thing_itself(sit: Callable[[int], Window], cast: Cast, april: None) -> None:
    first, second = (article(cast, words(title), Stage.FOR_APPROVAL) for title in ("Một", "Hai"))
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    window = sit(cast.chief)
    ways, pages = window.navigation, window.pages
    ways.show_queue(Queue.TO_APPROVE, second)
    row = pages.review.list.current()
    assert (pages.name(), pages.review.queues.queue()) == ("review", Queue.TO_APPROVE)
    assert row is not None
    assert row.id == second
    pages.articles.search.setText("không có")
    ways.show_article(first)
    row = pages.articles.list.current()
    assert pages.name() == "articles"
    assert row is not None
    assert row.id == first
    ways.show_checks(second, Auto.SHARPNESS.value)
    assert pages.articles.reading.tabs.currentWidget() is pages.articles.reading.checks
    ways.show_issue(1)
    assert pages.name() == "issue"
    ways.show_imprint("licence")
    assert pages.name() == "settings"
    ways.show_day(date(2019, 4, 20))
    assert pages.name() == "calendar"
    ways.edit(first)
    assert pages.editor.article_id() == first
    ways.ask_and_edit(second)
    assert pages.editor.article_id() == second


def test_what_is_wrong_in_an_article_is_looked_at_in_the_editor(
    qtbot: QtBot, sit: Callable[[int], Window], cast: Cast
) -> None:
    made = article(cast, words("Hội nghị tổng kêt năm"))
    window = sit(cast.writer)
    window.navigation.look_at(made)
    proofing = window.pages.editor.proofing
    qtbot.waitUntil(proofing.panel.isVisible, timeout=10_000)
    found = proofing.panel.list.current()
    assert found is not None
    assert found.finding.text == "kêt"
