"""The journal says what was changed; its chain finds every altered, missing or reordered entry and names it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from desk import clock
from desk.acts import journal
from desk.acts.journal import ChainBreak, Fault, JournalQuery, Subject
from desk.acts.rules import Act, Stage
from desk.database import store
from desk.department import settings
from desk.edition.edition import Imprint
from desk.issues import issues
from tests.engine import journal_moved, tamper
from tests.making import Cast, article


@pytest.fixture
def busy(cast: Cast) -> Cast:
    for _ in range(3):
        article(cast, stage=Stage.APPROVED)
    return cast


def _tamper(cast: Cast, *statements: str) -> list[ChainBreak]:
    store.close_file()
    tamper(cast.path, *statements)
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
        *journal_moved(8, 9),
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


def test_the_journal_tells_what_was_changed(cast: Cast) -> None:
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    issues.edit(cast.secretary, 1, 1, issues.IssueWords("4+5", 2019, 5, "Chủ đề", ""))
    entry = journal.entries(JournalQuery(act=Act.EDIT_ISSUE))[0]
    assert entry.title == "4+5/2019"
    assert entry.detail["was"] == "4/2019"
    names = settings.names()
    settings.change(cast.admin, names, Imprint(printer="Nhà in Báo Nghệ An"))
    assert journal.entries(JournalQuery(act=Act.CHANGE_SETTINGS))[0].detail == {
        "changed": {"printer": "Nhà in Báo Nghệ An"}
    }
    assert journal.check() == []


@pytest.mark.parametrize(
    ("hour", "minute", "since", "until", "found"),
    [
        (0, 0, "2019-04-20", "2019-04-20", True),
        (23, 59, "2019-04-20", "2019-04-20", True),
        (23, 59, "2019-04-21", "", False),
        (0, 0, "", "2019-04-19", False),
    ],
)
def test_both_days_of_a_span_are_in_it_from_midnight_to_midnight_at_the_office(
    cast: Cast, hour: int, minute: int, since: str, until: str, found: bool
) -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, hour, minute, tzinfo=clock.HANOI))
    made = article(cast)
    there = journal.entries(JournalQuery(subject=Subject.ARTICLE, since=since, until=until))
    assert [one.subject_id for one in there] == ([made] if found else [])
