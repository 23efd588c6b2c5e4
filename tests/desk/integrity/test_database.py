"""The check-up names everything that can be wrong with a desk's file, and nothing on a sound one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desk.acts.rules import Stage
from desk.database import store
from desk.integrity import database
from desk.integrity.database import CheckResult, Finding
from tests.engine import damage_pages, tamper
from tests.making import Cast, article

pytestmark = pytest.mark.released


@pytest.fixture
def released(cast: Cast) -> Cast:
    """A desk with a released issue, an approved article and a draft."""
    article(cast, stage=Stage.APPROVED)
    article(cast)
    return cast


def _checked(cast: Cast, *statements: str, also: Callable[[Path], None] | None = None) -> list[CheckResult]:
    store.close_file()
    tamper(cast.path, *statements)
    if also is not None:
        also(cast.path)
    store.open_file(cast.path)
    return database.check()


def test_a_sound_desk_has_nothing_to_say(released: Cast) -> None:
    assert database.check() == []


@pytest.mark.parametrize(
    ("statement", "finding", "where"),
    [
        ("UPDATE revision SET text = replace(text, 'hội', 'hôi') WHERE id = 3", Finding.TEXT_CHANGED, "3/1"),
        ("UPDATE article SET approved_sha256 = 'x' WHERE id = 3", Finding.APPROVAL, "3/1"),
        ("UPDATE journal SET note = 'khác' WHERE id = 7", Finding.JOURNAL, "7"),
        ("UPDATE release SET manifest = manifest || ' '", Finding.RELEASE, "1"),
        ("UPDATE release_file SET data = x'00' WHERE id = 1", Finding.RELEASE, "1"),
        ("UPDATE article_text SET body = 'chữ khác' WHERE article_id = 3", Finding.INDEX, "article_fts"),
        ("UPDATE article SET section_id = 999 WHERE id = 4", Finding.FOREIGN_KEY, "article 4"),
    ],
    ids=lambda given: given.name if isinstance(given, Finding) else "",
)
def test_what_is_wrong_is_named(released: Cast, statement: str, finding: Finding, where: str) -> None:
    found = _checked(released, statement)
    assert [(one.finding, one.where) for one in found] == [(finding, where)]


def test_a_text_that_is_no_articles_is_named(released: Cast) -> None:
    found = _checked(released, "UPDATE revision SET text = '{\"v\": 99}' WHERE id = 3")
    assert {(one.finding, one.where) for one in found} == {
        (Finding.TEXT, "3/1"),
        (Finding.TEXT_CHANGED, "3/1"),
    }


def test_a_damaged_file_is_named_first(released: Cast) -> None:
    found = _checked(released, also=damage_pages)
    assert found[0].finding is Finding.FILE
    assert found[0].where == "desk.sqlite"


def test_the_index_may_be_left_out(released: Cast) -> None:
    _checked(released, "UPDATE article_text SET body = 'chữ khác' WHERE article_id = 3")
    assert database.check(index=False) == []
