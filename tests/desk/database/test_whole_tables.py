"""Tables taken out whole and put into a new file; one of an older schema is brought up to date."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desk.articles import search
from desk.articles.search import SearchScope
from desk.database import migrations, store, whole_tables
from desk.errors import FileTrouble, Trouble
from desk.integrity import database
from tests.making import Cast, article, words

SEARCHED = ("article_id", "title", "lead", "byline", "body")


def test_rows_are_chosen_by_a_column(cast: Cast) -> None:
    for title in ("Một", "Hai", "Ba"):
        article(cast, words(title))
    by_name = {table.name: table for table in whole_tables.tables()}
    assert by_name["revision"].key == ("id",)
    assert by_name["tick"].key == ("article_id", "item_id", "revision")
    assert not {"article_text", "article_shingle", "article_fts_data", "sqlite_sequence"} & by_name.keys()
    assert [row[0] for row in whole_tables.rows(by_name["article"])] == [1, 2, 3]
    assert [row[0] for row in whole_tables.rows(by_name["revision"], "article_id", {3, 1})] == [1, 3]
    assert list(whole_tables.rows(by_name["article"], "id", set())) == []
    assert whole_tables.numbers_given()["article"] == 3


@pytest.mark.parametrize("version", range(2, migrations.CURRENT + 1))
def test_rows_of_an_older_schema_become_a_desk_of_this_one(version: int, tmp_path: Path) -> None:
    old, new = tmp_path / "desk.sqlite", tmp_path / "mới" / "desk.sqlite"
    shutil.copy(f"tests/files/desk-v{version}.sqlite", old)
    store.open_file(old, readonly=True)
    assert whole_tables.schema() == version
    given = [(table.name, table.columns, list(whole_tables.rows(table))) for table in whole_tables.tables()]
    numbers = whole_tables.numbers_given()
    searched = whole_tables.WholeTable("article_text", SEARCHED, ("article_id",))
    given.append(("article_text", SEARCHED, list(whole_tables.rows(searched))))
    store.close_file()
    whole_tables.fill(new, version, given, numbers, reseal=False)
    store.open_file(new)
    assert whole_tables.schema() == migrations.CURRENT
    assert database.check() == []
    assert search.newest("hội nghị", SearchScope())
    store.close_file()


def test_a_table_that_is_not_known_is_of_a_later_program(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    with pytest.raises(FileTrouble) as refused:
        whole_tables.fill(path, migrations.CURRENT, [("mai_sau", ("id",), [(1,)])], {}, reseal=True)
    assert refused.value.kind is Trouble.NEWER
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(FileTrouble):
        whole_tables.must_be_known(migrations.CURRENT + 1, path)
