"""The chain finds every altered, missing or reordered entry and names it."""

from __future__ import annotations

from collections.abc import Callable

import apsw
import pytest

from desk.acts import journal
from desk.acts.journal import ChainBreak, Fault, JournalQuery, Subject
from desk.acts.rules import Act, Stage
from desk.database import store
from tests.making import Cast, article


@pytest.fixture
def busy(cast: Cast) -> Cast:
    for _ in range(3):
        article(cast, stage=Stage.APPROVED)
    return cast


def _tamper(cast: Cast, *statements: str) -> list[ChainBreak]:
    store.close_file()
    other = apsw.Connection(str(cast.path))
    other.execute("DROP TRIGGER journal_immutable")
    other.execute("DROP TRIGGER journal_kept")
    for statement in statements:
        other.execute(statement)
    other.close()
    store.open_file(cast.path)
    return journal.check()


def test_an_untouched_chain_is_whole(busy: Cast) -> None:
    assert journal.check() == []


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (("UPDATE journal SET note = 'khác' WHERE id = 9",), lambda n: [ChainBreak(Fault.ALTERED, 9)]),
        (("UPDATE journal SET at = '2019' WHERE id = 7",), lambda n: [ChainBreak(Fault.ALTERED, 7)]),
        (("DELETE FROM journal WHERE id = 8",), lambda n: [ChainBreak(Fault.MISSING, 8)]),
        (
            ("DELETE FROM journal WHERE id = (SELECT max(id) FROM journal)",),
            lambda n: [ChainBreak(Fault.MISSING, n)],
        ),
    ],
)
def test_faults_are_named(
    busy: Cast, statements: tuple[str, ...], expected: Callable[[int], list[ChainBreak]]
) -> None:
    last = journal.entries(JournalQuery(), limit=1)[0].id
    assert _tamper(busy, *statements) == expected(last)


def test_a_swap_is_named(busy: Cast) -> None:
    faults = _tamper(
        busy,
        "UPDATE journal SET id = 1000 WHERE id = 8",
        "UPDATE journal SET id = 8 WHERE id = 9",
        "UPDATE journal SET id = 9 WHERE id = 1000",
        "UPDATE sqlite_sequence SET seq = (SELECT max(id) FROM journal) WHERE name = 'journal'",
    )
    assert {fault.entry for fault in faults} == {8, 9, 10}
    assert Fault.REORDERED in {fault.fault for fault in faults}


def test_filters(busy: Cast) -> None:
    assert {e.act for e in journal.entries(JournalQuery(act=Act.APPROVE))} == {Act.APPROVE}
    assert len(journal.entries(JournalQuery(person_id=busy.chief))) == 3
    assert {e.subject for e in journal.entries(JournalQuery(subject=Subject.PERSON))} == {Subject.PERSON}
    newest = journal.entries(JournalQuery(), limit=5)
    assert [e.id for e in journal.entries(JournalQuery(), newest[-1].id, 1)] == [newest[-1].id - 1]
    assert journal.entries(JournalQuery(since="2100-01-01")) == []
    assert len(journal.entries(JournalQuery(until="2100-01-01"), limit=500)) == newest[0].id
