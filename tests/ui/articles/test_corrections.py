"""The lines between a printed article and its đính chính."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desk.articles import listing
from desk.issues import corrections
from desk.issues.corrections import Links
from tests.making import Cast, dated, filled, printed
from ui.articles.corrections import Corrections


def test_the_way_leads_there_and_back(qtbot: QtBot, cast: Cast) -> None:
    filled(cast, "Giao ban")
    dated()
    printed(cast)
    (article_id,) = (row.id for row in listing.listing(cast.chief, listing.ListQuery()).rows)
    corrections.correct(cast.secretary, article_id, "trao đổi", "trao đổi ý kiến")
    correction = max(row.id for row in listing.listing(cast.chief, listing.ListQuery()).rows)
    shown = Corrections()
    qtbot.addWidget(shown)
    assert shown.isHidden()
    wanted: list[int] = []
    shown.wanted.connect(wanted.append)
    for number in (article_id, correction):
        shown.show_links(corrections.links(number))
        (line,) = shown.lines
        line.click()
    assert wanted == [correction, article_id]
    shown.show_links(Links())
    assert shown.lines == []
    assert shown.isHidden()
