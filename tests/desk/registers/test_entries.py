"""The entries as values: cleaned, told apart, written in a line."""

from __future__ import annotations

from datetime import date

import pytest

from desk.errors import NotNow, Why
from desk.registers import editing, storage
from desk.registers.entries import (
    BodyEntry,
    DocumentEntry,
    Entry,
    PersonEntry,
    Title,
    WordEntry,
    WordKind,
    cleaned,
    key,
    lines,
    name,
    span,
    split_number,
    within,
)
from tests.desk.registers.filled import ENTRIES
from tests.making import Cast


def test_what_was_typed_is_cleaned(cast: Cast) -> None:
    editing.add(cast.editor, PersonEntry("  Giàng   A Sình ", (Title("Phó\nChủ tịch "), Title("  "))))
    editing.add(cast.editor, DocumentEntry("nghị quyết", "", " 36 – NQ / TW"))
    assert storage.people()[0].titles == (Title("Phó Chủ tịch"),)
    assert storage.people()[0].name == "Giàng A Sình"
    document = storage.documents()[0]
    assert (document.type, document.number, document.symbol) == ("Nghị quyết", "36", "-NQ/TW")


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("36-NQ/TW", ("36", "-NQ/TW")),
        (" 36 – NQ / TW ", ("36", "-NQ/TW")),
        ("30/2020/NĐ-CP", ("30", "/2020/NĐ-CP")),
        ("NQ/TW", ("", "NQ/TW")),
        ("", ("", "")),
    ],
)
def test_a_number_is_split_from_its_symbol(typed: str, parts: tuple[str, str]) -> None:
    assert split_number(typed) == parts


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (PersonEntry(" "), Why.NAME_EMPTY),
        (PersonEntry("An", (Title("Bí thư", "", date(2020, 1, 1), date(2019, 1, 1)),)), Why.DATES_TURNED),
        (DocumentEntry("Chỉ thị", "", " "), Why.NUMBER_EMPTY),
        (WordEntry(WordKind.WORD, "x" * 501), Why.TITLE_TOO_LONG),
    ],
)
def test_what_cannot_be_cleaned_says_why(entry: Entry, why: Why) -> None:
    with pytest.raises(NotNow) as refused:
        cleaned(entry)
    assert refused.value.why is why


def test_what_is_clean_stays_and_a_place_in_the_order_has_bounds() -> None:
    assert tuple(cleaned(one) for one in ENTRIES) == ENTRIES
    ranks = [Title("Bí thư", rank=rank) for rank in (-1, 7, 5000)]
    found = cleaned(PersonEntry("An", tuple(ranks)))
    assert isinstance(found, PersonEntry)
    assert [one.rank for one in found.titles] == [0, 7, 999]


def test_entries_are_told_apart_by_name_and_day_not_by_capitals() -> None:
    assert key(PersonEntry("NGUYỄN AN")) == key(PersonEntry("Nguyễn An", (Title("Bí thư"),)))
    assert key(BodyEntry("Ban A")) != key(BodyEntry("Ban A", since=date(2020, 1, 1)))
    days = [DocumentEntry("Chỉ thị", "37", "-CT/TW", date(2014, 6, day)) for day in (6, 16)]
    assert key(days[0]) != key(days[1])
    assert key(WordEntry(WordKind.WORD, "an")) != key(WordEntry(WordKind.WORD, "An"))


def test_an_entry_is_called_and_told_in_lines() -> None:
    assert [name(one) for one in ENTRIES[2:]] == ["Nghị quyết 36-NQ/TW, 01/7/2014", "TGTU"]
    assert lines(ENTRIES[1]) == (
        "Ban Tuyên giáo và Dân vận Tỉnh ủy · BTGDV · 01/02/2025 – · Ban Tuyên giáo Tỉnh ủy",
    )
    assert lines(ENTRIES[3]) == ("TGTU · Tuyên giáo Tỉnh ủy",)


def test_a_span_has_open_ends_and_holds_both_its_days() -> None:
    first, last = date(2020, 7, 1), date(2025, 6, 30)
    assert span(first, last) == "01/7/2020 – 30/6/2025"
    assert (span(None, last), span(None, None)) == ("– 30/6/2025", "")
    assert within(first, last, first)
    assert within(first, last, last)
    assert not within(first, last, date(2025, 7, 1))
    assert within(None, None, last)
    assert within(first, last, None)
