"""Words found in a document, whatever their case and diacritics."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from ui.editor.find import FindQuery, fold, found_in, replace_at


def _document(text: str) -> QTextDocument:
    document = QTextDocument()
    document.setPlainText(text)
    return document


@pytest.mark.parametrize(
    ("query", "places"),
    [
        (FindQuery("đảng"), [(0, 4), (13, 17)]),
        (FindQuery("đảng", case=True), [(13, 17)]),
        (FindQuery("dang", no_marks=True), [(0, 4), (13, 17)]),
        (FindQuery("không có"), []),
        (FindQuery(""), []),
    ],
)
def test_places_are_found(qapp: QApplication, query: FindQuery, places: list[tuple[int, int]]) -> None:
    assert found_in(_document("Đảng bộ tỉnh\nđảng viên"), query) == places


def test_wide_and_decomposed_letters_keep_their_places() -> None:
    text, places = fold("𝐀e\u0323\u0302", FindQuery("", no_marks=True))
    assert len(text) == len(places)
    assert places[-1] == (2, 5)


def test_all_places_are_replaced_in_one_step(qapp: QApplication) -> None:
    document = _document("một hai một")
    query = FindQuery("một")
    replace_at(document, found_in(document, query), "ba", query)
    assert document.toPlainText() == "ba hai ba"
    document.undo()
    assert document.toPlainText() == "một hai một"


@pytest.mark.parametrize(
    ("query", "words", "after"),
    [
        (FindQuery("hoà"), "hòa", "Hòa bình hòa giải HÒA"),
        (FindQuery("hoà", case=True), "hòa", "Hoà bình hòa giải HOÀ"),
        (FindQuery("hoa", no_marks=True), "hòa", "Hòa bình hòa giải HÒA"),
        (FindQuery("Hoà"), "Hòa", "Hòa bình hòa giải HÒA"),
        (FindQuery("hoà"), "Hòa", "Hòa bình Hòa giải Hòa"),
    ],
)
def test_what_is_replaced_keeps_its_capitals(
    qapp: QApplication, query: FindQuery, words: str, after: str
) -> None:
    document = _document("Hoà bình hoà giải HOÀ")
    replace_at(document, found_in(document, query), words, query)
    assert document.toPlainText() == after
