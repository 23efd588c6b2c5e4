"""Seals: what an act leaves is sealed, what is taken back is not, and nothing that the program does looks forged."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desk.acts.rules import Stage
from desk.articles import workflow, writing
from desk.database import connection, engine, schema, store
from desk.database.article_tables import Article
from desk.database.department_tables import Section
from desk.database.journal_tables import Journal, Seal
from desk.database.seals import SEALED, BrokenSeal, SealFault
from desk.department import people
from desk.errors import BadPassword
from tests.engine import tamper, unguard
from tests.making import PASSWORD, Cast, article, version, words

# Derived, or one person's own.
UNSEALED = {"draft", "article_text", "article_shingle", "notice", "read_mark", "reminder", "journal", "seal"}


def _last() -> dict[str, dict[str, Any]]:
    return dict(json.loads(Seal.select(Seal.rows).order_by(Seal.id.desc()).scalar()))


def _broken() -> list[BrokenSeal]:
    return list(engine.broken_seals())


def _broken_off(change: Any) -> None:
    with connection.writing():
        change.execute()
        raise ValueError("no")


def test_every_table_is_sealed_or_known_not_to_be() -> None:
    assert {table._meta.table_name for table in schema.TABLES} == SEALED.keys() | UNSEALED


def test_an_act_leaves_a_seal_of_the_rows_it_changed_and_of_its_entry(cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    workflow.approve(cast.chief, made, version(cast, made))
    assert set(_last()) == {"article"}
    assert set(_last()["article"]) == {str(made)}
    seal, entry = (
        Seal.select().order_by(Seal.id.desc()).get(),
        Journal.select().order_by(Journal.id.desc()).get(),
    )
    assert (seal.entry, seal.journal_hash) == (entry.id, entry.hash)
    assert _broken() == []


def test_a_row_that_is_taken_out_is_sealed_as_gone(cast: Cast) -> None:
    with connection.writing():
        number = Section.insert(title="Mục thêm", position=9, active=1).execute()
    with connection.writing():
        Section.delete().where(Section.id == number).execute()
    assert _last() == {"section": {str(number): None}}
    assert _broken() == []


def test_what_was_taken_back_within_an_act_is_not_sealed(cast: Cast) -> None:
    made = article(cast)
    with connection.writing():
        with pytest.raises(ValueError, match="no"):
            _broken_off(Article.update(note="bị bỏ").where(Article.id == made))
        Section.update(title="Tên khác").where(Section.id == 1).execute()
    assert set(_last()) == {"section"}
    assert _broken() == []


def test_an_act_that_fails_leaves_none(cast: Cast) -> None:
    before = Seal.select().count()
    with pytest.raises(ValueError, match="no"):
        _broken_off(Section.update(title="Tên khác").where(Section.id == 1))
    with connection.writing():
        pass
    assert Seal.select().count() == before
    assert _broken() == []


def test_a_draft_needs_none(cast: Cast) -> None:
    made = article(cast)
    before = Seal.select().count()
    writing.save(cast.writer, made, version(cast, made), words("Tin", "Hai câu."))
    assert Seal.select().count() == before + 1


def test_a_try_to_sign_in_needs_one_only_where_the_journal_tells_it(cast: Cast) -> None:
    before = Seal.select().count()
    for _ in range(2):  # the second within the same minute
        with pytest.raises(BadPassword):
            people.sign_in(cast.writer, "sai")
        assert Seal.select().count() == before + 1
    people.sign_in(cast.writer, PASSWORD)
    assert Seal.select().count() == before + 1
    assert _broken() == []


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE section SET title = 'x' WHERE id = 1", BrokenSeal(SealFault.CHANGED, "section", "1")),
        (
            "DELETE FROM setting WHERE key = 'x'; DELETE FROM section",
            BrokenSeal(SealFault.GONE, "section", "1"),
        ),
        (  # bytes that the engine itself reads as the words that stood there
            "UPDATE person SET name = jsonb(json_quote(name)) WHERE id = 2",
            BrokenSeal(SealFault.CHANGED, "person", "2"),
        ),
        (
            "UPDATE person SET name = CAST(x'C328' AS TEXT) WHERE id = 2",
            BrokenSeal(SealFault.UNREADABLE, "person", "2"),
        ),
        ("INSERT INTO section VALUES (99, 'x', 1, 1)", BrokenSeal(SealFault.ADDED, "section", "99")),
        ("UPDATE seal SET entry = 1 WHERE id = 3", BrokenSeal(SealFault.CHAIN, "seal", "3")),
    ],
)
def test_another_hand_is_seen(cast: Cast, statement: str, fault: BrokenSeal) -> None:
    article(cast)
    store.close_file()
    tamper(cast.path, *statement.split(";"))
    store.open_file(cast.path)
    assert fault in _broken()


def test_the_journal_cannot_be_cut_behind_the_seals(cast: Cast) -> None:
    article(cast)
    unguard()
    last = Journal.select().count()
    Journal.delete().where(Journal.id == last).execute()
    assert BrokenSeal(SealFault.CUT, "journal", str(last)) in _broken()


def test_it_costs_an_act_two_statements_and_few_letters(cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    workflow.approve(cast.chief, made, version(cast, made))
    assert len(Seal.select(Seal.rows).order_by(Seal.id.desc()).scalar()) < 100
