"""What the window shows of the registers, read as of one moment."""

from __future__ import annotations

from datetime import date

from desk.registers import editing, ignored, page, taught
from desk.registers.contradictions import Clash
from desk.registers.entries import DocumentEntry, Kind
from tests.desk.registers.filled import ENTRIES
from tests.making import Cast


def test_everything_is_read_in_one_question(cast: Cast) -> None:
    for entry in (*ENTRIES, DocumentEntry("Nghị quyết", "36", "-NQ/TW", date(2014, 7, 2))):
        editing.add(cast.editor, entry)
    editing.set_rule(cast.editor, "typography.dash", "off")
    ignored.ignore(cast.editor, "date.weekday", "Thứ Ba", None, "Theo lịch cũ")
    taught.keep(cast.editor, b"12", 12)
    book = page.read()
    assert [len(book.rows[kind]) for kind in Kind] == [1, 1, 2, 1]
    assert [[it.clash for it in row.contradictions] for row in book.rows[Kind.DOCUMENTS]] == [
        [Clash.TWO_DAYS],
        [Clash.TWO_DAYS],
    ]
    assert len(book.entries()) == 5
    assert book.rules == {"typography.dash": "off"}
    assert [row.text for row in book.ignored] == ["Thứ Ba"]
    assert book.taught is not None
    assert book.taught.articles == 12


def test_an_empty_desk_has_an_empty_book(cast: Cast) -> None:
    book = page.read()
    assert book.entries() == page.Book().entries() == ()
    assert (book.rules, book.ignored, book.taught) == ({}, (), None)
