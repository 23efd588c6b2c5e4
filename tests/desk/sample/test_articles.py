"""The sample desk's people and articles: read from its folder, led along the workflow by its own rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from desk import clock
from desk.acts import journal
from desk.acts.rules import Stage
from desk.articles import listing
from desk.articles.listing import ListQuery
from desk.department import people, sections, settings
from desk.sample import articles
from desk.sample.articles import START, Sample, Walk
from desk.sample.door import PASSWORD
from desk.text.blocks import Picture
from tests.making import Cast


@pytest.fixture(scope="module")
def sample() -> Sample:
    """The sample, read once: it is taken in from Word files and pages."""
    return articles.read()


def test_the_clock_walks_six_minutes_at_a_look() -> None:
    walk = Walk()
    assert walk() == START + timedelta(minutes=6)
    assert walk() == START + timedelta(minutes=12)


@pytest.mark.parametrize(("day", "morning"), [(9, 10), (12, 15)])
def test_at_five_it_goes_on_the_next_working_morning(day: int, morning: int) -> None:
    """12 April 2019 is a Friday."""
    walk = Walk(datetime(2019, 4, day, 16, 48, tzinfo=clock.HANOI))
    assert walk() == datetime(2019, 4, day, 16, 54, tzinfo=clock.HANOI)
    assert walk() == datetime(2019, 4, morning, 7, 30, tzinfo=clock.HANOI)
    assert walk() == datetime(2019, 4, morning, 7, 36, tzinfo=clock.HANOI)


def test_it_is_moved_on_and_stands_still() -> None:
    walk = Walk()
    walk.advance(2)
    assert walk() == walk() == START + timedelta(hours=2)
    walk.rest(START + timedelta(days=3))
    assert walk() == walk() == START + timedelta(days=3)


def test_everything_that_is_named_is_there(sample: Sample) -> None:
    assert sample.articles
    names = {person["name"] for person in sample.people}
    for one in sample.articles:
        assert one.author in names
        assert one.section in sample.sections
        assert one.text.title
        assert one.picture is None or one.picture.is_file()
        assert not one.caption_block or one.caption_block in {block.id for block in one.text.blocks}


def test_a_photograph_stands_where_its_caption_was_or_after_the_first_paragraph(
    cast: Cast, sample: Sample
) -> None:
    captioned = next(one for one in sample.articles if one.caption_block)
    blocks = articles.illustrated(captioned, cast.writer).blocks
    place = [block.id for block in captioned.text.blocks].index(captioned.caption_block)
    picture = blocks[place]
    assert isinstance(picture, Picture)
    assert (len(blocks), picture.credit) == (len(captioned.text.blocks), captioned.credit)
    plain = next(one for one in sample.articles if one.picture is None)
    assert articles.illustrated(plain, cast.writer) is plain.text
    loose = replace(captioned, caption_block="")
    second = articles.illustrated(loose, cast.writer).blocks[1]
    assert isinstance(second, Picture)
    assert (second.caption, second.alt, second.credit) == (loose.alt, loose.alt, loose.credit)


def test_a_filled_desk_has_its_people_and_all_articles_but_the_first(cast: Cast, sample: Sample) -> None:
    clock.set_clock(Walk())
    articles.fill(sample, cast.admin)
    assert settings.names() == sample.names
    by_name = {row.name: row for row in people.everybody()}
    for person in sample.people:
        assert {role.name for role in by_name[person["name"]].roles} == set(person["roles"])
    assert people.sign_in(by_name[sample.people[0]["name"]].id, PASSWORD).name == sample.people[0]["name"]
    rows = listing.listing(cast.admin, ListQuery(), limit=200).rows
    assert {row.title for row in rows} == {one.text.title for one in sample.articles[1:]}
    known = {row.title for row in sections.listing()}
    wanted = {one.text.title: one for one in sample.articles}
    for row in rows:
        assert row.author == wanted[row.title].author
        assert row.section == (wanted[row.title].section if wanted[row.title].section in known else "")
    expected = {one.text.title: stage for stage, one in zip(_stages(), sample.articles[1:], strict=False)}
    assert {row.title: row.stage for row in rows} == expected
    assert journal.check() == []


def _stages() -> list[Stage]:
    """Say again where the articles stand: of thirteen nine are approved, one each is on its way."""
    approved = Stage.APPROVED
    return [
        *[approved] * 5,
        Stage.FOR_APPROVAL,
        *[approved] * 2,
        Stage.SUBMITTED,
        *[approved] * 2,
        Stage.RETURNED,
        Stage.DRAFT,
    ] * 5
