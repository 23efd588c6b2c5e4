"""The journal says what was changed; its chain finds every altered, missing or reordered entry and names it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from desk import clock
from desk.acts import journal
from desk.acts.article_details import Filed, WithIssue
from desk.acts.entry_details import FromTerminal
from desk.acts.journal import ChainBreak, Fault, JournalQuery, NewEntry, Subject
from desk.acts.rules import Act, Stage
from desk.articles import listing, writing
from desk.database import connection, revisions, store
from desk.database.journal_tables import Journal
from desk.department import settings
from desk.edition.edition import Imprint
from desk.issues import issues
from tests.engine import journal_moved, tamper
from tests.making import Cast, article, words


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
        (
            ("DELETE FROM journal WHERE id IN (5, 6)", "UPDATE journal SET note = 'x' WHERE id = 9"),
            lambda n: [ChainBreak(Fault.MISSING, 5), ChainBreak(Fault.ALTERED, 9)],
        ),
        (("DELETE FROM journal WHERE id = 1",), lambda n: [ChainBreak(Fault.MISSING, 1)]),
        (
            (f"UPDATE journal SET hash = '{'a' * 64}' WHERE id = 9",),
            lambda n: [ChainBreak(Fault.ALTERED, 9), ChainBreak(Fault.ALTERED, 10)],
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


def test_a_check_goes_on_behind_an_entry(busy: Cast) -> None:
    """What stands before it was looked at another time."""
    last = journal.entries(JournalQuery(), limit=1)[0].id
    assert journal.check(8) == journal.check(last) == []
    assert _tamper(busy, "UPDATE journal SET note = 'khác' WHERE id = 9") == [ChainBreak(Fault.ALTERED, 9)]
    assert journal.check(8) == [ChainBreak(Fault.ALTERED, 9)]
    assert journal.check(9) == []
    assert _tamper(busy, "DELETE FROM journal WHERE id = 11")[-1] == ChainBreak(Fault.MISSING, 11)
    assert journal.check(10) == [ChainBreak(Fault.MISSING, 11)]


NOON = datetime(2019, 4, 9, 5, tzinfo=UTC)


def _entry(**other: object) -> NewEntry:
    known: dict[str, object] = {
        "person_id": 3,
        "person": "Phạm Văn Biên",
        "act": Act.FILE,
        "subject": Subject.ARTICLE,
        "subject_id": 70,
    }
    return NewEntry(**{**known, **other})  # type: ignore[arg-type]  # fields by name


def _written(*given: NewEntry) -> list[int]:
    with connection.writing():
        return [journal.write(one) for one in given]


def test_an_entry_is_read_as_it_was_written(cast: Cast) -> None:
    clock.set_clock(lambda: NOON)
    before = journal.entries(JournalQuery(), limit=1)[0].id
    details = (WithIssue("4/2019"), Filed(3, "news"))
    new = _entry(title="Giao ban", version=4, sha256="ab", note="vì trùng", details=details)
    (number,) = _written(new)
    (entry,) = journal.entries(JournalQuery(), limit=1)
    assert (entry.id, entry.at, entry.person_id, entry.person) == (before + 1, NOON, 3, "Phạm Văn Biên")
    assert (entry.act, entry.subject, entry.subject_id) == (Act.FILE, Subject.ARTICLE, 70)
    assert (entry.title, entry.version, entry.sha256, entry.note) == ("Giao ban", 4, "ab", "vì trùng")
    assert entry.detail == {**WithIssue("4/2019").facts(), **Filed(3, "news").facts()}
    assert (number, entry.read(Filed)) == (before + 1, Filed(3, "news"))
    rows = list(Journal.select().order_by(Journal.id))
    assert [row.prev for row in rows] == ["0" * 64, *(row.hash for row in rows[:-1])]


def test_what_an_entry_does_not_say_is_nothing(cast: Cast) -> None:
    _written(NewEntry(person_id=3, person="Phạm Văn Biên", act=Act.FOUND, subject=Subject.DESK))
    (entry,) = journal.entries(JournalQuery(), limit=1)
    assert (entry.subject_id, entry.title, entry.version) == (0, "", 0)
    assert (entry.sha256, entry.note, entry.detail) == ("", "", {})


def test_a_page_of_the_journal_is_200_entries_and_an_articles_story_500(cast: Cast) -> None:
    _written(*(_entry(version=number) for number in range(501)))
    assert len(journal.entries(JournalQuery())) == 200
    story = journal.of_article(70)
    assert (len(story), story[0].version, story[-1].version) == (500, 500, 1)


def test_a_query_lets_through_what_every_one_of_its_filters_does(cast: Cast) -> None:
    clock.set_clock(lambda: NOON)
    article_, other, issue, noted, by_another = _written(
        _entry(title="Giao ban quý I"),
        _entry(subject_id=71, title="Hội thi", act=Act.EDIT),
        _entry(subject=Subject.ISSUE, title="4/2019"),
        _entry(subject_id=72, note="Nhắc lại: giao BAN"),
        _entry(subject_id=70, person_id=4, act=Act.EDIT),
    )

    def found(**wanted: object) -> list[int]:
        query = JournalQuery(since="2019-04-09", until="2019-04-09", **wanted)  # type: ignore[arg-type]  # by name
        listed = [entry.id for entry in journal.entries(query)]
        assert [entry.id for entry in journal.everything(query)] == listed[::-1]
        return listed

    assert found() == [by_another, noted, issue, other, article_]
    assert found(person_id=4) == [by_another]
    assert found(act=Act.EDIT) == [by_another, other]
    assert found(subject=Subject.ISSUE) == [issue]
    assert found(subject_id=70) == [by_another, issue, article_]
    assert found(subject_id=70, subject=Subject.ARTICLE) == [by_another, article_]
    assert found(words="ao ba") == [noted, article_]
    assert found(words="GIAO BAN") == found(words="giáo bàn") == found(words="Giao ban")
    assert found(words="không có") == []
    assert found(subject_id=70, act=Act.EDIT) == [by_another]
    assert [one.id for one in journal.of_article(70)] == [by_another, article_]
    assert [one.id for one in journal.entries(JournalQuery(), noted, 2)] == [issue, other]
    last = journal.last_of(Subject.ISSUE, 70)
    assert last is not None
    assert last.id == issue
    assert journal.last_of(Subject.MEETING, 70) is None


def test_what_made_a_version_was_no_word_beside_it(cast: Cast) -> None:
    first, _, said, second = _written(
        _entry(version=1, act=Act.CREATE),
        _entry(version=2, subject=Subject.ISSUE),
        _entry(version=1, act=Act.COMMENT),
        _entry(version=2, act=Act.EDIT),
    )
    made = [journal.making(70, number) for number in (1, 2)]
    assert [one.id for one in made if one is not None] == [first, second]
    assert journal.making(70, 3) is journal.making(71, 1) is None
    latest = journal.last_of(Subject.ARTICLE, 70)
    assert latest is not None
    assert (latest.id, said) == (second, second - 1)


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
        "changed": {"printer": "Nhà in Báo Nghệ An"},
        "changed_from": {"printer": ""},
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


def test_an_entry_tells_the_revision_that_stood_then_by_the_number_of_its_list(cast: Cast) -> None:
    made = article(cast, words("Một"), Stage.RETURNED)
    assert {entry.revision for entry in journal.of_article(made)} == {1}
    row = listing.row(cast.writer, made)
    writing.save(cast.writer, made, row.version, words("Một hai"), 2)
    numbers = [row.number for row in revisions.listing(made)]
    assert sorted({entry.revision for entry in journal.of_article(made)}, reverse=True) == numbers
    assert listing.row(cast.writer, made).revision == numbers[0]
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    assert journal.entries(JournalQuery(subject=Subject.ISSUE))[0].revision == 0


def test_a_clock_that_went_back_is_marked_once(cast: Cast) -> None:
    at = NOON
    clock.set_clock(lambda: at)
    first, second = _written(_entry(), _entry())
    at -= timedelta(milliseconds=1)
    _written(_entry(version=1), _entry(version=2))
    store.close_file()  # the last entry's time is asked of the file then
    store.open_file(cast.path)
    at -= timedelta(days=3)
    _written(_entry(version=3, details=(Filed(3, "news"),)))
    at += timedelta(minutes=1)
    _written(_entry(version=4))
    entries = {one.version: one for one in journal.entries(JournalQuery(), limit=4)}
    assert [entries[number].detail.get("clock_back") for number in (1, 2, 3, 4)] == [
        clock.stamp(NOON),
        None,
        clock.stamp(NOON - timedelta(milliseconds=1)),
        None,
    ]
    assert entries[3].read(Filed) == Filed(3, "news")
    assert [one.detail for one in journal.everything(JournalQuery()) if one.id in (first, second)] == [{}, {}]
    assert journal.check() == []


def test_what_is_noted_is_in_every_entry_written_meanwhile(cast: Cast) -> None:
    with journal.noting(FromTerminal(True)):
        _written(_entry(version=1, details=(Filed(3, "news"),)))
    _written(_entry(version=2))
    newer, older = journal.entries(JournalQuery(), limit=2)
    assert older.detail == {"terminal": True, **Filed(3, "news").facts()}
    assert newer.detail == {}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("214-1a2b-3c4d-5e6f-7a8b", (214, "1a2b3c4d5e6f7a8b")),
        (" 214 – 1A2B 3C4D ", (214, "1a2b3c4d")),
        ("214-1a2b", None),  # too short to tell anything
        ("214", None),
        ("214-1a2b-3cđ4", None),
        ("214-1a2b-3c4g-5e6f", None),
        ("a-1a2b-3c4d", None),
        ("9" * 20 + "-1a2b3c4d", None),
        ("", None),
    ],
)
def test_a_code_is_read_as_people_type_it(written: str, read: tuple[int, str] | None) -> None:
    assert journal.read_code(written) == read
