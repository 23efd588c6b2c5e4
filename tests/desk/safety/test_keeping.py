"""Which backups stay, by tables of dates; when the next one, and the next trial, is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desk.safety.keeping import Dated, due, kept, late, stale, trial_due

NOON = datetime(2026, 11, 30, 5, 0, tzinfo=UTC)  # twelve o'clock on the office's wall
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


def _dated(*moments: datetime, good: bool = True) -> list[Dated[str]]:
    return [Dated(moment.isoformat(), moment, good) for moment in moments]


def _ago(stayed: frozenset[str]) -> list[int]:
    return sorted((NOON - datetime.fromisoformat(one)).days for one in stayed)


def test_the_twelve_newest_of_a_busy_day_stay() -> None:
    made = _dated(*(NOON - 30 * MINUTE * at for at in range(20)))
    assert kept(made) == {one.what for one in made[:12]}


def test_of_each_day_the_last_of_ten_days_then_of_nine_weeks_then_of_every_month() -> None:
    made = _dated(*(NOON - DAY * at for at in range(400)))
    newest = set(range(12))
    sundays = [at for at in range(400) if (NOON - DAY * at).weekday() == 6]
    last_days = [at for at in range(400) if (NOON - DAY * (at - 1)).day == 1]
    assert set(_ago(kept(made))) == newest | {0, *sundays[:8]} | set(last_days)


def test_several_a_day_leave_the_last_of_the_day() -> None:
    made = _dated(*(NOON - DAY * day - HOUR * hour for day in range(30) for hour in range(4)))
    stayed = kept(made)
    assert (NOON - DAY * 5).isoformat() in stayed
    assert (NOON - DAY * 5 - HOUR).isoformat() not in stayed


def test_a_day_is_that_of_the_office_and_not_of_greenwich() -> None:
    late_evening = datetime(2026, 11, 1, 16, 59, tzinfo=UTC)  # 23.59 on the wall
    midnight = late_evening + 2 * MINUTE
    newer = [NOON - MINUTE * at for at in range(12)]
    stayed = kept(_dated(*newer, midnight, late_evening))
    assert {midnight.isoformat(), late_evening.isoformat()} <= stayed


def test_a_holiday_takes_no_days_away() -> None:
    before = [NOON - DAY * (40 + at) for at in range(10)]
    made = _dated(*(NOON - MINUTE * at for at in range(12)), *before)
    assert {one.isoformat() for one in before[:9]} <= kept(made)


def test_what_was_faulty_pushes_nothing_out() -> None:
    good = _dated(*(NOON - DAY * at for at in range(12)))
    faulty = _dated(*(NOON + HOUR * at for at in range(1, 30)), good=False)
    stayed = kept([*good, *faulty])
    assert {one.what for one in good} <= stayed
    assert len(stayed) == 12 + 3


def test_nothing_is_kept_of_nothing() -> None:
    assert kept([]) == frozenset()


@pytest.mark.parametrize(
    ("minutes", "changed", "wanted"),
    [(29, True, False), (30, True, True), (300, False, False), (-5, True, True)],
)
def test_half_an_hour_and_only_when_something_changed(minutes: int, changed: bool, wanted: bool) -> None:
    assert due(NOON, NOON - MINUTE * minutes, changed=changed) is wanted


def test_the_first_is_due_as_soon_as_something_was_done() -> None:
    assert due(NOON, None, changed=True)
    assert not due(NOON, None, changed=False)


@pytest.mark.parametrize(("days", "wanted"), [(29, False), (30, True), (-1, True)])
def test_a_restore_is_tried_once_a_month(days: int, wanted: bool) -> None:
    assert trial_due(NOON, NOON - DAY * days) is wanted
    assert trial_due(NOON, None)


def test_the_second_place_may_be_away_for_a_week() -> None:
    assert not late(NOON, None)
    assert not late(NOON, NOON - 7 * DAY)
    assert late(NOON, NOON - 7 * DAY - MINUTE)


def test_a_day_of_work_that_lies_in_no_backup_is_said() -> None:
    assert not stale(NOON, NOON - HOUR, changed=True)
    assert stale(NOON, NOON - 2 * DAY, changed=True)
    assert not stale(NOON, NOON - 90 * DAY, changed=False)
