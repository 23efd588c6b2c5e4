"""Pages are fetched as they come into view, and the layout follows the issue."""

from __future__ import annotations

import io

import pypdf
import pytest
from pytestqt.qtbot import QtBot

from desk.press.typeset.layout import Layout
from desk.press.typeset.pdf_pages import Facsimile
from tests.ui.held import hold
from ui.proof.live import PageFeed
from ui.proof.view import ProofView
from ui.session.desk_client import DeskClient

SIZE = (148.0, 210.0)


def _pdf(pages: int) -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(420, 595)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _view(qtbot: QtBot, height: int) -> ProofView:
    view = ProofView()
    qtbot.addWidget(view)
    view.resize(420, height)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_pages_of_a_booklet_that_was_closed_do_not_stop_those_of_the_next(
    qtbot: QtBot, client: DeskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = _view(qtbot, 500)
    feed = PageFeed(client, view)
    one, two = Facsimile(_pdf(4), SIZE), Facsimile(_pdf(4), SIZE)
    held = hold(monkeypatch, client, "away")
    feed.show(one)
    view.show_layout(Layout((), 4, 4, SIZE))
    (asked,) = held
    held.clear()
    one.close()
    feed.show(two)
    view.show_layout(Layout((), 4, 4, SIZE))
    assert not held  # one page at a time
    asked()
    while held:
        held.pop(0)()
    assert not view.missing()
    two.close()


def test_a_tall_screen_holds_all_the_pages_that_it_shows(qtbot: QtBot, client: DeskClient) -> None:
    view = _view(qtbot, 3600)
    feed = PageFeed(client, view)
    booklet = Facsimile(_pdf(60), SIZE)
    view.set_zoom(0.25)
    feed.show(booklet)
    view.show_layout(Layout((), 60, 60, SIZE))
    in_view = [n for n in range(1, 61) if view.page_rect(n).intersects(view.viewport().rect())]
    assert len(in_view) > 24
    assert not view.missing()
    booklet.close()
