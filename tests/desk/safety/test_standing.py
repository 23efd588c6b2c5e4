"""How it stands with the backups of the desk at work."""

from __future__ import annotations

from desk.safety import trial
from desk.safety.backups import make
from desk.safety.facts import Reason
from desk.safety.standing import standing
from tests.making import Cast, article, later


def test_half_an_hour_after_the_last_one_when_something_was_done(cast: Cast) -> None:
    later(0)
    assert standing().due
    make(cast.path, Reason.INTERVAL)
    later(60)
    assert not standing().due
    article(cast)
    assert standing().due
    make(cast.path, Reason.INTERVAL)
    article(cast)
    later(29)
    assert not standing().due
    later(1)
    assert standing().due


def test_a_day_of_work_in_no_backup_is_said(cast: Cast) -> None:
    later(0)
    make(cast.path, Reason.CLOSE)
    later(3 * 24 * 60)
    assert not standing().stale
    article(cast)
    assert standing().stale
    make(cast.path, Reason.CLOSE)
    assert not standing().stale


def test_a_restore_is_tried_once_there_is_a_backup_and_again_after_a_month(cast: Cast) -> None:
    later(0)
    assert not standing().trial_due
    make(cast.path, Reason.CLOSE)
    assert standing().trial_due
    tried = trial.try_restore(cast.path)
    assert tried is not None
    trial.write_down(tried)
    assert not standing().trial_due
    later(30 * 24 * 60)
    assert standing().trial_due
    assert not standing().faulty
