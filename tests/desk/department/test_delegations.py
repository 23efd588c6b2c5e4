"""Delegations: given by a chief for a time, listed newest first, ended by the chief or an administrator."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desk import clock
from desk.acts import journal, notifications
from desk.acts.journal import JournalQuery
from desk.acts.notifications import NotificationKind
from desk.acts.rules import Act, Role
from desk.department import delegations
from desk.errors import Denied, Missing, NotNow, Why
from tests.making import Cast, person

NOW = datetime(2019, 4, 9, 3, tzinfo=UTC)
DAY = timedelta(days=1)


def _at(moment: datetime) -> None:
    clock.set_clock(lambda: moment)


@pytest.fixture(autouse=True)
def _now() -> None:
    _at(NOW)


def test_a_delegation_names_both_and_its_time(cast: Cast) -> None:
    delegations.delegate(cast.chief, cast.editor, NOW + DAY, NOW + 2 * DAY, "  Đi công tác ")
    (row,) = delegations.listing()
    assert (row.chief_id, row.chief) == (cast.chief, "Trần Thị Lãnh")
    assert (row.delegate_id, row.delegate) == (cast.editor, "Phạm Văn Biên")
    assert (row.since, row.until, row.note) == (NOW + DAY, NOW + 2 * DAY, "Đi công tác")
    assert row.ended_at is None
    (entry,) = journal.entries(JournalQuery(act=Act.DELEGATE))
    assert (entry.person_id, entry.subject_id, entry.title) == (cast.chief, cast.editor, "Phạm Văn Biên")
    assert entry.detail == {"since": clock.stamp(NOW + DAY), "until": clock.stamp(NOW + 2 * DAY)}
    (notice,) = notifications.inbox(cast.editor)
    assert (notice.kind, notice.words) == (NotificationKind.DELEGATED, clock.stamp(NOW + 2 * DAY))


def test_it_is_open_until_its_last_moment(cast: Cast) -> None:
    delegations.delegate(cast.chief, cast.editor, NOW + DAY, NOW + 2 * DAY)
    (row,) = delegations.listing()
    for moment, is_open in (
        (NOW, True),
        (NOW + 2 * DAY - timedelta(seconds=1), True),
        (NOW + 2 * DAY, False),
    ):
        _at(moment)
        assert row.open is is_open


def test_the_newest_comes_first_and_is_ended_alone(cast: Cast) -> None:
    for to in (cast.editor, cast.secretary):
        delegations.delegate(cast.chief, to, NOW, NOW + DAY)
    newest, oldest = delegations.listing()
    assert (newest.delegate_id, oldest.delegate_id) == (cast.secretary, cast.editor)
    clock.set_clock(lambda: NOW + timedelta(hours=1))
    delegations.end(cast.admin, newest.id)
    assert [(row.ended_at, row.open) for row in delegations.listing()] == [
        (NOW + timedelta(hours=1), False),
        (None, True),
    ]
    (entry,) = journal.entries(JournalQuery(act=Act.END_DELEGATION))
    assert (entry.subject_id, entry.title) == (cast.secretary, "Hoàng Thư Ký")


def test_what_is_over_or_not_there_is_not_ended(cast: Cast) -> None:
    delegations.delegate(cast.chief, cast.editor, NOW, NOW + DAY)
    (row,) = delegations.listing()
    with pytest.raises(Missing):
        delegations.end(cast.chief, row.id + 1)
    with pytest.raises(Denied):
        delegations.end(cast.editor, row.id)
    delegations.end(cast.chief, row.id)
    with pytest.raises(NotNow) as refused:
        delegations.end(cast.chief, row.id)
    assert refused.value.why is Why.DATES


def test_another_chiefs_is_ended_by_an_administrator_alone(cast: Cast) -> None:
    delegations.delegate(cast.chief, cast.editor, NOW, NOW + DAY)
    (row,) = delegations.listing()
    other = person(cast, "Ngô Cùng Lãnh", Role.CHIEF)
    for who in (other, cast.editor):
        with pytest.raises(Denied):
            delegations.end(who, row.id)
    assert delegations.why_not_ended(row, other, frozenset({Role.CHIEF})) == Denied(
        Why.OTHERS_DELEGATION, "Trần Thị Lãnh"
    )
    both = person(cast, "Ngô Lãnh Quản", Role.CHIEF, Role.ADMIN)
    delegations.end(both, row.id)
    assert not delegations.listing()[0].open


def test_it_ends_after_it_begins_and_after_now(cast: Cast) -> None:
    for since, until in ((NOW + DAY, NOW + DAY), (NOW - DAY, NOW)):
        with pytest.raises(NotNow) as refused:
            delegations.delegate(cast.chief, cast.editor, since, until)
        assert refused.value.why is Why.DATES
    with pytest.raises(Denied) as gone:
        delegations.delegate(cast.chief, 99, NOW, NOW + DAY)
    assert gone.value.why is Why.INACTIVE
    assert delegations.listing() == []


def test_delegations_refuse_nonsense(cast: Cast) -> None:
    now = clock.now()
    for to, since, until, why in (
        (cast.chief, now, now + timedelta(days=1), Why.SELF_DELEGATE),
        (cast.editor, now, now - timedelta(days=1), Why.DATES),
        (cast.editor, now - timedelta(days=2), now - timedelta(days=1), Why.DATES),
    ):
        with pytest.raises(NotNow) as refused:
            delegations.delegate(cast.chief, to, since, until)
        assert refused.value.why is why
    with pytest.raises(Denied):
        delegations.delegate(cast.editor, cast.writer, now, now + timedelta(days=1))
