"""Documents that the register lacks are hinted at once each, where the office keeps any."""

from __future__ import annotations

from datetime import date

from desk.proofing.article import laid, written
from desk.proofing.register import Document, Register
from desk.registers.entries import DocumentEntry
from desk.registers.unknown import entry_of, find

_SAID = (
    "Sơ kết Nghị quyết số 36-NQ/TW, ngày 01/7/2014 của Bộ Chính trị và Chỉ thị số 37-CT/TW, ngày 06/6/2014 của Ban "
    "Bí thư; tiếp tục thực hiện Nghị quyết số 36-NQ/TW."
)
_LINES = laid([("@title", "Sơ kết"), ("aa", _SAID)])
_KEEPS = Register(documents=(Document("Chỉ thị", "37", "-CT/TW", date(2014, 6, 6), "Ban Bí thư"),))


def test_an_unknown_document_is_hinted_at_once_with_its_day() -> None:
    (one,) = find(_LINES, written(_LINES), _KEEPS)
    assert one.place == "aa"
    assert one.words == "Nghị quyết số 36-NQ/TW, ngày 01/7/2014 của Bộ Chính trị"
    assert entry_of(one.words) == DocumentEntry(
        "Nghị quyết", "36", "-NQ/TW", date(2014, 7, 1), "Bộ Chính trị"
    )


def test_an_office_that_keeps_no_documents_is_told_of_none() -> None:
    assert find(_LINES, written(_LINES), Register()) == ()
    off = Register(documents=_KEEPS.documents, off=frozenset({"citation.unknown"}))
    assert find(_LINES, written(_LINES), off) == ()


def test_words_that_cite_nothing_are_no_entry() -> None:
    assert entry_of("Hội nghị lần thứ 6") is None
    assert entry_of("Nghị quyết số 36-NQ/TW") is None
