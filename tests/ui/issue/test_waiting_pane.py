"""The articles that wait for a place: given by the page, more of them asked for at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desk.acts.rules import Stage
from desk.articles import listing
from desk.issues.page import WAITING
from tests.making import Cast, article, words
from ui.issue.waiting_pane import WaitingPane
from ui.session.page import Page
from ui.session.session import Session


@pytest.fixture
def pane(qtbot: QtBot, cast: Cast, session_of: Callable[[int], Session]) -> WaitingPane:
    page = Page(session_of(cast.secretary))
    qtbot.addWidget(page)
    made = WaitingPane(page)
    page.column.addWidget(made)
    return made


def test_more_are_added_where_the_list_ends(pane: WaitingPane, cast: Cast) -> None:
    for title in ("Một", "Hai", "Ba"):
        article(cast, words(title), Stage.APPROVED)
    assert not pane.any()
    first = listing.listing(cast.secretary, WAITING, None, 2)
    pane.show_page(first)
    assert pane.any()
    pane.list.more_wanted.emit()
    assert len({row.id for row in pane.list.model.rows()}) == 3
    assert pane.length() == 100


def test_an_empty_list_asks_for_no_more(pane: WaitingPane, cast: Cast) -> None:
    article(cast, words("Một"), Stage.APPROVED)
    pane.show_page(replace(listing.listing(cast.secretary, WAITING), rows=(), more=False))
    pane.list.more_wanted.emit()
    assert not pane.any()
