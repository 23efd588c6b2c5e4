"""Where search looks: somebody's name beside words of what they wrote."""

from __future__ import annotations

import uuid

import pytest

from desk.acts.rules import Role
from desk.articles import search, writing
from desk.articles.search import SearchScope
from desk.articles.search_tiers import plan_of
from desk.department import people
from tests.making import PASSWORD, Cast, words


@pytest.fixture
def market(cast: Cast) -> int:
    """Return an article by Lương Thị Hải Vân; another by her, and one of the same words by somebody else."""
    people.add(cast.admin, "Lương Thị Hải Vân", "", "Phòng", frozenset({Role.WRITER}), PASSWORD)
    vân = people.by_name("Lương Thị Hải Vân").id
    made = [
        writing.create(who, uuid.uuid4().hex, words(title, body), 2).articles
        for who, title, body in (
            (vân, "Chợ phiên vùng cao", "Người Mông xuống chợ."),
            (vân, "Mùa cá cơm", "Ngư dân ra khơi."),
            (cast.writer, "Chợ phiên Mèo Vạc", "Chợ họp sáng Chủ nhật."),
        )
    ]
    return min(made[0])


@pytest.mark.parametrize(
    "typed",
    [
        "hai van cho phien",
        "Lương Thị Hải Vân chợ phiên",
        "chợ phiên hải vân",
        "cho phien luong thi hai van",
        "hải vân chợ ph",
    ],
)
@pytest.mark.parametrize("look", [search.ranked, search.newest])
def test_a_name_beside_words_finds_what_that_person_wrote(market: int, typed: str, look: object) -> None:
    hits = look(typed, SearchScope())  # type: ignore[operator]
    assert [hit.article_id for hit in hits] == [market]
    assert market in search.ids(typed, SearchScope())


def test_one_word_of_a_name_is_a_word_like_others(market: int) -> None:
    assert not any(tier.theirs for tier in plan_of("vân chợ phiên").tiers)
    assert search.ranked("hải vân tàu hỏa", SearchScope()) == []
