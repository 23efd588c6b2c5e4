"""The check-up names everything that can be wrong with a desk's file, and nothing on a sound one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import pytest

from desk.acts.rules import Stage
from desk.database import connection, store
from desk.database.article_tables import Revision
from desk.integrity import database
from desk.integrity.database import CheckResult, Finding
from desk.issues import manifest, releases
from tests.engine import damage_pages, tamper, tampering
from tests.making import Cast, article


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
    assert [(one.finding, one.where, one.detail) for one in found] == [(finding, where, detail)]


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
    assert database.check(index=False) == []


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
    assert found == [CheckResult(Finding.RELEASE, "1", "manifest")]


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
    assert [one.finding for one in found] == [
        Finding.FOREIGN_KEY,
        Finding.JOURNAL,
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
