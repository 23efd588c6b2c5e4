"""Random sequences of acts by random people: the short form of `python -m tests.bench law`."""

from __future__ import annotations

from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from desk.acts import journal
from desk.acts.rules import Act
from desk.integrity import database
from tests.desk.acts.workflow_machine import WorkflowMachine
from tests.effort import LONG, examples
from tests.making import Cast

_LOTS = 5  # lots in which every act is tried often: else a word changed in the machine would draw others


def test_random_hands_do_not_break_the_law(cast: Cast) -> None:
    WorkflowMachine.hire(cast.admin)
    short = settings(
        max_examples=examples(60),
        stateful_step_count=25,
        suppress_health_check=list(HealthCheck),
    )
    if not LONG:
        seed(_LOTS)(WorkflowMachine)
    run_state_machine_as_test(WorkflowMachine, settings=short)
    assert WorkflowMachine.done > 300
    assert WorkflowMachine.refused > 300
    approvals = journal.everything(journal.JournalQuery(act=Act.APPROVE))
    assert len(approvals) > 15, "the law was hardly tried"
    released = journal.everything(journal.JournalQuery(act=Act.RELEASE, subject=journal.Subject.ISSUE))
    assert len(released) > 5, "hardly anything was printed"
    assert any(entry.detail.get("for") for entry in approvals), "nobody signed for a chief"
    assert database.check() == []
