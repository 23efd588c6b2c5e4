"""What the proofreader is told by the office comes in one question."""

from __future__ import annotations

from dataclasses import replace

from desk.acts.review_settings import ReviewSettings
from desk.department import settings
from desk.proofing import teaching
from desk.registers import ignored, known, taught
from tests.making import Cast, article


def test_an_article_has_its_own_and_the_desks(cast: Cast) -> None:
    one, other = article(cast), article(cast)
    ignored.ignore(cast.writer, "context.word", "lảnh", one)
    ignored.ignore(cast.secretary, "citation.so", "38-CT/TW", None, "Quy ước của Ban")
    assert known.of(one).ignored == {("context.word", "lảnh"), ("citation.so", "38-CT/TW")}
    assert known.of(None).ignored == {("citation.so", "38-CT/TW")}
    every = known.of_all([one, other])
    assert every.ignored[one] == known.of(one).ignored
    assert every.ignored[other] == known.of(None).ignored


def test_what_was_taught_comes_with_it(cast: Cast) -> None:
    assert known.of(None).taught is None
    counts = teaching.count(["Hội nghị giao ban công tác khoa giáo."])
    taught.keep(cast.secretary, counts, 1)
    assert known.of(None).taught == counts


def test_whether_what_is_wrong_stops_an_article_comes_with_it(cast: Cast) -> None:
    assert not known.of(None).wrong_stops
    settings.change_practice(cast.admin, replace(ReviewSettings(), wrong_stops=True))
    assert known.of(None).wrong_stops
