"""The entries in the file: written, read back, put back as they stood."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desk.database import connection
from desk.registers import storage
from desk.registers.entries import Kind, PersonEntry, kind_of
from desk.registers.storage import Changing
from tests.desk.registers.filled import ENTRIES, MAU
from tests.making import Cast


def test_what_is_written_is_read_back_with_its_number(cast: Cast) -> None:
    with connection.writing():
        numbers = [Changing().add(one) for one in ENTRIES]
    for number, entry in zip(numbers, ENTRIES, strict=True):
        assert storage.entries(kind_of(entry)) == (replace(entry, id=number),)


def test_rows_are_put_back_as_they_stood_before(cast: Cast) -> None:
    with connection.writing():
        number = Changing().add(MAU)
    before = storage.people()
    with connection.writing():
        changing = Changing()
        changing.change(number, PersonEntry("Nguyễn Thị Mẫn"))
        changing.add(PersonEntry("Giàng A Sình"))
    assert [(one.name, len(one.titles)) for one in storage.people()] == [
        ("Nguyễn Thị Mẫn", 0),
        ("Giàng A Sình", 0),
    ]
    with connection.writing():
        Changing().put_back(changing.before)
    assert storage.people() == before
    with connection.writing():
        removing = Changing()
        removing.remove(Kind.PEOPLE, number)
    assert storage.people() == ()
    with connection.writing():
        Changing().put_back(removing.before)
    assert storage.people() == before


def test_a_rule_has_one_state_and_a_day_that_is_none_is_an_open_end(cast: Cast) -> None:
    with connection.writing():
        for state in ("off", "sai"):
            Changing().set_rule("typography.dash", state)
    assert storage.rule_states() == {"typography.dash": "sai"}
    assert storage.read_day("2014-07-01") == date(2014, 7, 1)
    assert storage.read_day("") is None
    assert storage.read_day("2014-02-31") is None
