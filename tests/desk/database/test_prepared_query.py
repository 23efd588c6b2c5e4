"""A query whose SQL is kept answers like the query itself, with every call's own values."""

from __future__ import annotations

import peewee as pw

from desk.database import connection, store
from desk.database.connection import column, rows
from desk.database.department_tables import Section, Setting
from desk.database.prepared_query import Prepared, insertion, record, save_changes
from tests.making import Cast

_TITLED = Prepared(
    lambda active, least: (
        Section.select(Section.id, Section.title)
        .where((Section.id >= least) & (Section.active == active) & Section.title.is_null(False))
        .order_by(Section.id)
        .limit(2)
    )
)


def test_each_call_has_its_own_values(cast: Cast) -> None:
    ids = column(Section.select(Section.id).order_by(Section.id))
    assert [number for number, _ in _TITLED.rows(1, ids[0])] == ids[:2]
    assert [number for number, _ in _TITLED.rows(1, ids[3])] == ids[3:5]
    assert _TITLED.rows(0, ids[0]) == []
    assert _TITLED.first(0, ids[0]) is None


def test_it_stores_and_changes(cast: Cast) -> None:
    insert = insertion(Setting, "value", "key")
    change = Prepared(lambda value, key: Setting.update(value=value).where(Setting.key == key))
    with connection.writing():
        insert.run('"một"', "thử")
        insert.run('"hai"', "khác")
        change.run('"ba"', "thử")
    stored = rows(Setting.select(Setting.key, Setting.value).where(Setting.key.in_(["thử", "khác"])))
    assert set(stored) == {("thử", '"ba"'), ("khác", '"hai"')}


def test_it_is_written_once(cast: Cast) -> None:
    built: list[int] = []

    def build() -> pw.Query:
        built.append(1)
        return Section.select(Section.id)

    asked = Prepared(build)
    assert asked.rows() == asked.rows()
    assert built == [1]


def test_it_lives_on_in_another_desk(cast: Cast) -> None:
    first = _TITLED.rows(1, 0)
    store.close_file()
    store.open_file(cast.path)
    assert _TITLED.rows(1, 0) == first


def test_a_record_stores_what_was_changed_and_nothing_else(cast: Cast) -> None:
    (values, *_) = rows(Section.select(Section).order_by(Section.id))
    found = record(Section, values)
    assert tuple(found.__data__.values()) == values
    with connection.writing():
        Section.update(title="Đổi ở nơi khác").where(Section.id == found.id).execute()
        save_changes(found)  # nothing was changed in it
        found.active = False
        save_changes(found)
    again = Section.get_by_id(found.id)
    assert (again.title, again.active) == ("Đổi ở nơi khác", False)
    assert found.dirty_fields == []
