"""Words that no seal covers are held against their source."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk import clock
from desk.acts.rules import Role, Stage
from desk.department import delegations
from desk.integrity import database, unsealed
from desk.integrity.database import Finding
from desk.review import comments
from desk.review.comments import Stretch
from tests.engine import act, unguard
from tests.making import Cast, article, person, words


@pytest.fixture
def notified(cast: Cast) -> int:
    """An article that everybody was notified of in every way: judged, spoken of, cut short; and a delegation."""
    made = article(cast, words("Bài một"), Stage.RETURNED)
    article(cast, words("Bài hai"), Stage.APPROVED)
    long = "@Lê Thị Viết xem lại chỗ này. " * 20
    comments.comment(cast.editor, made, Stretch(""), long)
    deputy = person(cast, "Phó Ban", Role.DEPUTY, Role.CHIEF)
    now = clock.now()
    delegations.delegate(cast.chief, deputy, now, now + timedelta(days=9), "Đi công tác")
    return made


def test_of_a_sound_desk_nothing_is_said(notified: int) -> None:
    assert list(unsealed.altered_notifications()) == []
    assert list(unsealed.altered_search_words()) == []


@pytest.mark.parametrize(
    "change",
    [
        "title = 'Bài mốt'",
        "by = 'Ai đó'",
        "words = 'Bổ sung số liêu.'",
        "words = words || 'x'",
        "kind = 'Returned'",
        "at = '2018' || substr(at, 5)",
        "at = substr(at, 1, 22) || (substr(at, 23, 1) + 1) % 10 || substr(at, 24)",
        "at = 'x'",
    ],
)
def test_a_letter_of_a_notification_is_seen(notified: int, change: str) -> None:
    act(f"UPDATE notice SET {change} WHERE kind = 'returned'")
    assert len(list(unsealed.altered_notifications())) == 1
    (found,) = database.check()
    assert (found.finding, found.subject[0]) == (Finding.ROW, "notice")


def test_a_comment_quoted_is_held_against_the_comment(notified: int) -> None:
    act("UPDATE notice SET words = replace(words, 'chỗ', 'chổ') WHERE kind = 'mentioned'")
    assert len(list(unsealed.altered_notifications())) == 1


@pytest.mark.parametrize("column", ["title", "lead", "byline", "body"])
def test_a_sign_of_the_searched_words_is_seen(notified: int, column: str) -> None:
    """The index folds marks and capitals: it does not see all of them."""
    unguard()
    act(f"UPDATE article_text SET {column} = replace({column}, 'o', 'ò') || '.' WHERE article_id = 2")
    assert list(unsealed.altered_search_words()) == list(unsealed.altered_search_words([2])) == [2]
    assert list(unsealed.altered_search_words([1])) == []
    assert [one.subject for one in database.check(index=False)] == [("article_text", "2")]
