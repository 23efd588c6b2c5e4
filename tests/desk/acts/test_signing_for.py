"""Whose signature a person may give: from a moment until another, while the chief is one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desk import clock
from desk.acts import journal, signing_for
from desk.acts.rules import Act, Role, Stage
from desk.acts.signing_for import SigningAuthority
from desk.articles import listing, workflow
from desk.database.department_tables import Person
from desk.department import delegations, people
from desk.errors import Denied, Why
from desk.review import queue
from desk.review.queue import Queue
from tests.making import Cast, article, later, person, version

NOW = datetime(2019, 4, 9, 3, tzinfo=UTC)
HOUR = timedelta(hours=1)


def _at(moment: datetime) -> None:
    clock.set_clock(lambda: moment)


def test_it_holds_from_its_first_moment_and_not_at_its_last(cast: Cast) -> None:
    _at(NOW)
    delegations.delegate(cast.chief, cast.editor, NOW + HOUR, NOW + 2 * HOUR)
    lady = (SigningAuthority(cast.chief, "Trần Thị Lãnh"),)
    for moment, holds in (
        (NOW + HOUR - timedelta(milliseconds=1), ()),
        (NOW + HOUR, lady),
        (NOW + 2 * HOUR - timedelta(milliseconds=1), lady),
        (NOW + 2 * HOUR, ()),
    ):
        _at(moment)
        assert signing_for.held(cast.editor) == holds, moment
        assert signing_for.with_authorities(cast.editor) == (frozenset({Role.EDITOR}), holds), moment


def test_nobody_else_holds_it_and_an_ended_one_nobody(cast: Cast) -> None:
    _at(NOW)
    delegations.delegate(cast.chief, cast.editor, NOW, NOW + HOUR)
    assert signing_for.held(cast.chief) == signing_for.held(cast.writer) == ()
    delegations.end(cast.chief, delegations.listing()[0].id)
    assert signing_for.held(cast.editor) == signing_for.with_authorities(cast.editor)[1] == ()


def test_two_chiefs_come_in_order_each_once(cast: Cast) -> None:
    _at(NOW)
    second = person(cast, "Ngô Phó Ban", Role.CHIEF)
    for chief in (second, cast.chief, second):
        delegations.delegate(chief, cast.editor, NOW, NOW + HOUR)
    expected = [second, cast.chief]
    assert [one.chief_id for one in signing_for.held(cast.editor)] == expected
    assert [one.chief_id for one in signing_for.with_authorities(cast.editor)[1]] == expected


@pytest.mark.parametrize("change", [{"active": False}, {"roles": "writer"}])
def test_a_chief_who_is_none_any_more_lends_nothing(cast: Cast, change: dict[str, object]) -> None:
    _at(NOW)
    delegations.delegate(cast.chief, cast.editor, NOW, NOW + HOUR)
    Person.update(**change).where(Person.id == cast.chief).execute()
    assert signing_for.held(cast.editor) == signing_for.with_authorities(cast.editor)[1] == ()


def test_who_left_reads_and_signs_nothing(cast: Cast) -> None:
    Person.update(active=False).where(Person.id == cast.editor).execute()
    for who in (cast.editor, 9999):
        with pytest.raises(Denied) as refused:
            signing_for.with_authorities(who)
        assert refused.value.why is Why.INACTIVE


def test_a_delegate_signs_and_both_are_named(cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    with pytest.raises(Denied):
        workflow.approve(cast.editor, made, version(cast, made))
    delegations.delegate(cast.chief, cast.editor, clock.now(), clock.now() + timedelta(days=1), "Đi công tác")
    assert Act.APPROVE in listing.row(cast.editor, made).acts
    assert queue.counts(cast.editor)[Queue.TO_APPROVE] == 1
    workflow.approve(cast.editor, made, version(cast, made))
    opened = listing.open_article(cast.writer, made)
    assert (opened.approved_by, opened.approved_for) == ("Phạm Văn Biên", "Trần Thị Lãnh")
    entry = journal.of_article(made)[0]
    assert (entry.person, entry.detail["for"]) == ("Phạm Văn Biên", "Trần Thị Lãnh")


def test_a_delegation_that_ended_a_minute_ago_signs_nothing(cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    delegations.delegate(cast.chief, cast.editor, clock.now(), clock.now() + timedelta(minutes=5))
    seen = listing.row(cast.editor, made)
    assert Act.APPROVE in seen.acts
    later(6)
    with pytest.raises(Denied) as refused:
        workflow.approve(cast.editor, made, seen.version)
    assert refused.value.why is Why.ROLE
    assert Act.APPROVE not in listing.row(cast.editor, made).acts


def test_a_delegation_ends_with_its_revocation_and_with_the_chiefs_role(cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    delegations.delegate(cast.chief, cast.editor, clock.now(), clock.now() + timedelta(days=1))
    delegations.end(cast.chief, delegations.listing()[0].id)
    with pytest.raises(Denied):
        workflow.approve(cast.editor, made, version(cast, made))
    delegations.delegate(cast.chief, cast.editor, clock.now(), clock.now() + timedelta(days=1))
    chief = people.person(cast.chief)
    no_chief = people.PersonEdit(chief.name, "", "", frozenset({Role.WRITER}))
    people.change(cast.admin, chief.id, chief.version, no_chief)
    with pytest.raises(Denied):
        workflow.approve(cast.editor, made, version(cast, made))
