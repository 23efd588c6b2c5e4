"""The sample's registers: entered by acts, with a contradiction to be seen."""

from __future__ import annotations

from desk.acts import journal
from desk.acts.journal import JournalQuery, Subject
from desk.registers import page
from desk.registers.contradictions import Clash
from desk.registers.entries import Kind
from desk.sample import registers
from tests.making import Cast


def test_every_register_has_entries_and_one_document_two_dates(cast: Cast) -> None:
    registers.fill()
    book = page.read()
    assert all(book.rows[kind] for kind in Kind)
    clashes = {it.clash for kind in Kind for row in book.rows[kind] for it in row.contradictions}
    assert clashes == {Clash.TWO_DAYS}
    assert book.rules == {"capital.tier": "off", "abbreviation.unexplained": "gợi ý"}
    assert len(book.ignored) == 1
    assert len(journal.entries(JournalQuery(subject=Subject.REGISTER))) == 4
