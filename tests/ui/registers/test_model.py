"""The table's model: sound, sorted as Vietnamese sort, thinned out without marks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from desk.registers import page
from desk.registers.entries import Kind
from tests.making import Cast
from tests.ui.registers.filled import fill
from ui.registers.model import EntriesModel

pytestmark = pytest.mark.usefixtures("april", "qapp")


@pytest.mark.parametrize("kind", list(Kind))
def test_the_model_is_sound(cast: Cast, qtmodeltester: ModelTester, kind: Kind) -> None:
    fill(cast)
    model = EntriesModel(kind)
    model.replace(page.read().rows[kind])
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.seek("a")
    model.seek("")
    assert model.rowCount() == model.count() > 0
    qtmodeltester.check(model)


def test_numbers_sort_as_numbers_names_by_the_given_name(cast: Cast) -> None:
    fill(cast)
    book = page.read()
    people = EntriesModel(Kind.PEOPLE)
    people.replace(book.rows[Kind.PEOPLE])
    people.sort(0)
    assert [str(people.index(at, 0).data()).split()[-1] for at in range(4)] == ["Én", "Mẫu", "Sình", "Ước"]
    documents = EntriesModel(Kind.DOCUMENTS)
    documents.replace(book.rows[Kind.DOCUMENTS])
    documents.sort(1)
    assert [documents.index(at, 1).data() for at in range(4)][:2] == ["30/2020/NĐ-CP", "36-NQ/TW"]
    documents.sort(5)
    assert documents.index(0, 5).data()
    row = documents.row(0)
    assert row is not None
    assert documents.place(row.entry.id) == 0
    assert documents.row(99) is None
