"""The model of a list of articles."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from desk.articles import listing
from desk.articles.listing import ListQuery
from tests.making import Cast, article, words
from ui.articles.list_model import ROW, ArticlesModel


def test_it_is_sound_and_asks_for_more_once(qtmodeltester: ModelTester, cast: Cast) -> None:
    for title in ("Một", "Hai", "Ba"):
        article(cast, words(title))
    page = listing.listing(cast.writer, ListQuery(), limit=2)
    model = ArticlesModel()
    model.replace(page.rows, page.more)
    asked: list[int] = []
    model.more_wanted.connect(lambda: asked.append(1))
    qtmodeltester.check(model, force_py=True)
    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert len(asked) == 1
    rest = listing.listing(cast.writer, ListQuery(), page.rows[-1])
    model.append(rest.rows, rest.more)
    assert model.rowCount() == 3
    assert not model.canFetchMore(QModelIndex())


def test_a_row_is_found_and_spoken(cast: Cast) -> None:
    made = article(cast, words("Giao ban"))
    model = ArticlesModel()
    model.replace(listing.listing(cast.writer, ListQuery()).rows, False)
    assert (model.place_of(made), model.place_of(999)) == (0, -1)
    index = model.index(0, 0)
    row = model.row_at(index)
    assert row is not None
    assert model.data(index, ROW) == row
    assert model.data(index) == "Giao ban"
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole).startswith("Giao ban, Bản thảo")
    assert model.row_at(QModelIndex()) is None
