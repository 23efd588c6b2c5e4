"""The check-up names everything that can be wrong with a desk's file, and nothing on a sound one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import pytest

from desk.acts import journal
from desk.acts.article_details import Judged
from desk.acts.journal import NewEntry, Subject
from desk.acts.rules import Act, Stage
from desk.database import connection, store
from desk.database.article_tables import Revision
from desk.errors import NotNow, Why
from desk.integrity import database
from desk.integrity.database import CheckResult, Finding
from desk.issues import issues, manifest, placing, printing, releases
from desk.issues.printing import BlockerKind
from tests.engine import damage_pages, tamper, tampering
from tests.making import Cast, article, filled

ROWS = (Finding.ROW, Finding.SEAL)  # what the seals say beside: tests/desk/database/test_seals.py


@pytest.fixture
def desk(released: Cast) -> Cast:
    """A desk with a released issue of two articles, an approved article and a draft."""
    article(released, stage=Stage.APPROVED)
    article(released)
    return released


def _checked(cast: Cast, *statements: str, also: Callable[[Path], None] | None = None) -> list[CheckResult]:
    store.close_file()
    tamper(cast.path, *statements)
    if also is not None:
        also(cast.path)
    store.open_file(cast.path)
    return database.check()


def test_a_sound_desk_has_nothing_to_say(desk: Cast) -> None:
    assert database.check() == []


@pytest.mark.parametrize(
    ("statement", "finding", "where", "detail"),
    [
        (
            "UPDATE revision SET text = replace(text, 'hội', 'hôi') WHERE id = 3",
            Finding.TEXT_CHANGED,
            "3/1",
            "",
        ),
        ("UPDATE article SET approved_sha256 = 'x' WHERE id = 3", Finding.APPROVAL, "3/1", ""),
        ("UPDATE article SET approved_revision = 9 WHERE id = 3", Finding.APPROVAL, "3/9", ""),
        ("UPDATE journal SET note = 'khác' WHERE id = 7", Finding.JOURNAL, "7", "ALTERED"),
        ("UPDATE release SET manifest = manifest || ' '", Finding.RELEASE, "1", "manifest"),
        (
            "UPDATE release_file SET data = x'00' WHERE id = 1",
            Finding.RELEASE,
            "1",
            "ban-tin-so-4-2019-in.pdf",
        ),
        (
            "UPDATE article_text SET body = 'chữ khác' WHERE article_id = 3",
            Finding.INDEX,
            "article_fts",
            "database disk image is malformed",
        ),
        ("UPDATE article SET section_id = 999 WHERE id = 4", Finding.FOREIGN_KEY, "article 4", "section"),
    ],
    ids=lambda given: given.name if isinstance(given, Finding) else "",
)
def test_what_is_wrong_is_named(
    desk: Cast, statement: str, finding: Finding, where: str, detail: str
) -> None:
    found = _checked(desk, statement)
    named = [(one.finding, one.where, one.detail) for one in found if one.finding not in ROWS]
    assert (finding, where, detail) in named
    assert {one for one, *_ in named} == {finding}


def test_a_text_that_is_no_articles_is_named(desk: Cast) -> None:
    found = _checked(desk, "UPDATE revision SET text = '{\"v\": 99}' WHERE id = 3")
    assert {(one.finding, one.where) for one in found} == {
        (Finding.TEXT, "3/1"),
        (Finding.TEXT_CHANGED, "3/1"),
    }


def test_a_damaged_file_is_named_first(desk: Cast) -> None:
    found = _checked(desk, also=damage_pages)
    assert found[0].finding is Finding.FILE
    assert found[0].where == "desk.sqlite"


def test_the_index_may_be_left_out(desk: Cast) -> None:
    _checked(desk, "UPDATE article_text SET body = 'chữ khác' WHERE article_id = 3")
    assert Finding.INDEX not in {one.finding for one in database.check(index=False)}


def test_a_text_that_is_not_as_it_is_written_is_named(desk: Cast) -> None:
    found = _checked(desk, "UPDATE revision SET text = text || ' ' WHERE id = 4")
    assert found == [
        CheckResult(Finding.TEXT_CHANGED, "4/1"),
        CheckResult(Finding.TEXT, "4/1", "not canonical"),
    ]


def test_a_manifest_that_the_journal_does_not_know_is_named(desk: Cast) -> None:
    """Whoever alters it and reckons its sum anew is found by the journal, which keeps the one that was released."""
    told = releases.files(1)[manifest.NAME] + b" "
    digest = sha256(told).hexdigest()
    found = _checked(desk, f"UPDATE release SET manifest = manifest || ' ', sha256 = '{digest}'")
    assert found == [
        CheckResult(Finding.ROW, "release 1", "CHANGED"),
        CheckResult(Finding.RELEASE, "1", "manifest"),
    ]


def test_what_is_wrong_stands_in_the_order_of_how_bad_it_is(desk: Cast) -> None:
    found = _checked(
        desk,
        "UPDATE article_text SET body = 'chữ khác' WHERE article_id = 3",
        "UPDATE release_file SET data = x'00' WHERE id = 2",
        "UPDATE article SET approved_sha256 = 'x' WHERE id = 3",
        "UPDATE revision SET text = replace(text, 'hội', 'hôi') WHERE id = 4",
        "UPDATE journal SET note = 'khác' WHERE id = 7",
        "UPDATE article SET section_id = 999 WHERE id = 4",
    )
    assert list(dict.fromkeys(one.finding for one in found)) == [
        Finding.FOREIGN_KEY,
        Finding.JOURNAL,
        Finding.ROW,
        Finding.TEXT_CHANGED,
        Finding.APPROVAL,
        Finding.RELEASE,
        Finding.INDEX,
    ]


def test_a_file_is_checked_beside_the_program_that_has_it(desk: Cast, tmp_path: Path) -> None:
    with _beside() as process:
        assert process.submit(database.check_file, desk.path).result() == []
        with tampering(), connection.writing():
            Revision.update(text='{"v": 99}').where(Revision.id == 3).execute()
        found = process.submit(database.check_file, desk.path).result()
    assert {one.finding for one in found} >= {Finding.TEXT_CHANGED, Finding.TEXT}
    article(desk)  # and it can be worked on as before
    assert database.place() == desk.path


@contextmanager
def _beside() -> Iterator[ProcessPoolExecutor]:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        yield process


def test_a_row_that_cannot_be_read_hides_no_other(desk: Cast) -> None:
    found = _checked(
        desk,
        "UPDATE revision SET text = CAST(x'C328' AS TEXT) WHERE id = 2",
        "UPDATE revision SET text = replace(text, 'hội', 'hôi') WHERE id = 4",
        "UPDATE person SET name = CAST(x'FF' AS TEXT) WHERE id = 5",
        "UPDATE article SET stage = 'ký rồi' WHERE id = 4",
    )
    named = {(one.finding, one.where) for one in found}
    assert named >= {
        (Finding.UNREADABLE, "revision 2"),
        (Finding.TEXT_CHANGED, "4/1"),
        (Finding.UNREADABLE, "person 5"),
        (Finding.ROW, "article 4"),
        (Finding.APPROVAL, "4/0"),
    }


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revision SET text = 'null'",
        "UPDATE revision SET text = '[' WHERE id = 1",
        "UPDATE journal SET detail = '{' WHERE id = 9",
        "UPDATE journal SET act = 'bay' WHERE id = 9",
        "UPDATE journal SET at = 'hôm qua'",
        "UPDATE journal SET subject = CAST(x'FF' AS TEXT) WHERE id = 8",
        "UPDATE release SET manifest = x'FFFE'",
        "UPDATE release SET manifest = '[]'",
        "UPDATE release_file SET parts = '{' WHERE id = 1",
        "UPDATE article SET event_date = 'mai', month = 7",
        "UPDATE setting SET value = CAST(x'FF' AS TEXT)",
        "UPDATE person SET roles = '{'",
        "UPDATE seal SET rows = '[1]' WHERE id = 3",
        "UPDATE seal SET prev = 7, hash = x'00' WHERE id = 3",
        "DELETE FROM seal WHERE id = 3",
        "UPDATE picture SET data = NULL, sha256 = 5 WHERE 0",
    ],
)
def test_whatever_is_in_the_file_the_check_ends_with_findings(desk: Cast, statement: str) -> None:
    found = _checked(desk, statement)
    assert found or statement.endswith("WHERE 0")
    assert all(all(one.subject) for one in found)


FORGERIES = {
    "a draft approved": (
        "UPDATE article SET stage = 'approved', approved_revision = revision, approved_by_id = 4,"
        " approved_sha256 = (SELECT sha256 FROM revision r WHERE r.article_id = article.id)"
        " WHERE id = 4",
    ),
    "another's name under an approval": ("UPDATE article SET approved_by_id = 1 WHERE id = 3",),
    "another day": ("UPDATE article SET approved_at = '2026-01-01T00:00:00.000+00:00' WHERE id = 3",),
    "an approval taken off": (
        "UPDATE article SET stage = 'draft', approved_revision = NULL, approved_sha256 = NULL,"
        " approved_by_id = NULL, approved_at = NULL WHERE id = 3",
    ),
    "words and both sums": (
        "UPDATE revision SET text = replace(text, 'hội', 'hôi'), sha256 = 'f' WHERE id = 3",
        "UPDATE article SET approved_sha256 = 'f' WHERE id = 3",
    ),
    "the only revision": ("DELETE FROM revision WHERE article_id = 4",),
    "a revision more": (
        "INSERT INTO revision SELECT 99, article_id, 2, text, sha256, saved_by_id, saved_at"
        " FROM revision WHERE id = 4",
    ),
    "who saved it": ("UPDATE revision SET saved_by_id = 1 WHERE id = 4",),
    "the title in lists": ("UPDATE article SET title = 'Tin khác' WHERE id = 3",),
    "an author less": ("DELETE FROM authorship WHERE article_id = 3",),
    "an author more": ("INSERT INTO authorship VALUES (4, 1)",),
    "the author": ("UPDATE article SET author_id = 1 WHERE id = 4",),
    "a role": ("UPDATE person SET roles = '[\"chief\"]' WHERE id = 2",),
    "a password": ("UPDATE person SET password = (SELECT password FROM person WHERE id = 1) WHERE id = 4",),
    "a name": ("UPDATE person SET name = 'Người Khác' WHERE id = 4",),
    "somebody new": (
        "INSERT INTO person SELECT 99, 'Lạ', 'la', title, unit, roles, active, password, 0, NULL, 1,"
        " 0, 0 FROM person WHERE id = 4",
    ),
    "a setting": ("UPDATE setting SET value = '1' WHERE key = (SELECT min(key) FROM setting)",),
    "a setting more": ("INSERT INTO setting VALUES ('lạ', '1')",),
    "a delegation": ("INSERT INTO delegation VALUES (9, 4, 2, '2019', '2099', '', NULL)",),
    "a chuyên mục": ("UPDATE section SET title = 'Khác' WHERE id = 1",),
    "a placement": ("DELETE FROM placement WHERE article_id = 2",),
    "a placement moved": ("UPDATE placement SET position = position + 7",),
    "the issue's state": ("UPDATE issue SET state = 'open' WHERE id = 1",),
    "the cover": ("UPDATE issue SET theme = 'Chủ đề khác' WHERE id = 1",),
    "the design": ("UPDATE issue SET dress = '{}', pages = 4 WHERE id = 1",),
    "a release": ("DELETE FROM release_file", "DELETE FROM release"),
    "a released file and its sum": (
        "UPDATE release_file SET data = x'00',"
        " sha256 = '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d' WHERE id = 1",
    ),
    "a released file less": ("DELETE FROM release_file WHERE id = 2",),
    "the manifest": ("UPDATE release SET manifest = replace(manifest, 'Trần', 'Trấn')",),
    "when it was released": ("UPDATE release SET at = '2020-01-01T00:00:00.000+00:00'",),
    "a checklist": ("UPDATE checklist_item SET active = 0",),
    "an item less": ("DELETE FROM checklist_item WHERE id = 1",),
    "an entry of the journal": ("DELETE FROM journal WHERE id = 9",),
    "the journal's end": (
        "DELETE FROM journal WHERE id > 20",
        "UPDATE sqlite_sequence SET seq = 20 WHERE name = 'journal'",
    ),
    "a seal": ("DELETE FROM seal WHERE id = 5",),
    "the seals' end": (
        "DELETE FROM seal WHERE id > 5",
        "UPDATE sqlite_sequence SET seq = 5 WHERE name = 'seal'",
    ),
}


@pytest.mark.parametrize("statements", FORGERIES.values(), ids=FORGERIES)
def test_whatever_was_not_done_by_the_program_is_named(desk: Cast, statements: tuple[str, ...]) -> None:
    assert _checked(desk, *statements) != []


def test_an_entry_that_fits_the_chain_is_no_act(desk: Cast) -> None:
    """Somebody adds to the journal, with all sums right, that an article was approved."""
    head = journal.head()[0]
    journal.write(  # in no act's transaction
        NewEntry(
            person_id=desk.chief,
            person="Trần Thị Lãnh",
            act=Act.APPROVE,
            subject=Subject.ARTICLE,
            subject_id=4,
            version=2,
            sha256=Revision.get_by_id(4).sha256,
            details=(Judged(1),),
        )
    )
    found = database.check()
    assert CheckResult(Finding.SEAL, f"journal {head + 1}", "UNSEALED") in found
    assert (Finding.APPROVAL, "4/0") in {(one.finding, one.where) for one in found}


@pytest.mark.parametrize(
    "statements",
    [
        FORGERIES["a draft approved"],
        FORGERIES["another's name under an approval"],
        FORGERIES["words and both sums"],
    ],
)
def test_a_forged_approval_is_not_printed(cast: Cast, statements: tuple[str, ...]) -> None:
    made = [article(cast, stage=Stage.APPROVED) for _ in range(3)]
    draft = article(cast)
    filled(cast)
    placing.place(cast.secretary, 1, issues.row(1).version, made)
    store.close_file()
    tamper(cast.path, *statements, f"INSERT INTO placement VALUES ({draft}, 1, 1, 9) ON CONFLICT DO NOTHING")
    store.open_file(cast.path)
    with pytest.raises(NotNow) as refused:
        printing.edition(1)
    assert refused.value.why in (Why.UNPROVEN, Why.STALE_APPROVAL)
    assert any(one.kind is BlockerKind.STALE for one in printing.blockers(1))


def test_checks_beside_work_cry_no_wolf(desk: Cast) -> None:
    """A check reads as of one moment: what is done meanwhile is neither half there nor an entry without its act."""
    with _beside() as process:
        process.submit(database.check_file, desk.path).result()  # it has started
        waiting = [process.submit(database.check_file, desk.path) for _ in range(6)]
        while not waiting[-1].done():
            article(desk, stage=Stage.APPROVED)
        assert [one.result() for one in waiting] == [[]] * 6
