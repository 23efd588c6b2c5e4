"""What the journal keeps of acts on articles: under the names that are stored for good, and put back by an undo."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desk.acts.article_details import (
    ApprovalVoided,
    Before,
    Filed,
    Judged,
    OldBefore,
    Reassigned,
    Restored,
    Settled,
    Signed,
    Undone,
    WithIssue,
)
from desk.acts.journal import stored_details
from desk.acts.workflow_state import WorkflowState

NOW = WorkflowState("approved", "2026-02", "Khen", 3, "a" * 64, 4, 5, "2026", 3, 6)
OLD = OldBefore("for_approval", "2026-01", "Sửa")


def test_details_are_stored_under_their_names() -> None:
    kept = (
        (Signed("Trần Thị Lãnh", 4), {"for": "Trần Thị Lãnh", "for_id": 4}),
        (Judged(None), {"revision": None}),
        (ApprovalVoided(2), {"approval_void": 2}),
        (Undone("submit", 9), {"undid": "submit", "entry": 9}),
        (Reassigned("An", 3, 2), {"author": "An", "author_id": 3, "was_author": 2}),
        (Restored(1), {"restored": 1}),
        (Filed(None), {"section": None}),
        (Filed(2, "document"), {"section": 2, "genre": "document"}),
        (WithIssue("4/2019"), {"issue": "4/2019"}),
        (Settled(8), {"comment": 8}),
    )
    for detail, stored in kept:
        assert stored_details([detail]) == stored
        assert type(detail).read(stored) == detail


def test_a_snapshot_is_read_whole_and_an_older_entry_has_none() -> None:
    assert Before.read(stored_details([Before(NOW)])) == Before(NOW)
    stored = {"from": "for_approval", "since": "2026-01", "was_note": "Sửa"}
    assert Before.read(stored) is None
    assert OldBefore.read(stored) == OLD
    assert OldBefore.read({"from": "draft"}) is None


def test_an_older_entry_puts_back_stage_time_and_note_alone() -> None:
    back = replace(NOW, stage="for_approval", stage_since="2026-01", note="Sửa")
    assert OLD.applied(NOW, approves=False, recommends=False) == back


def test_an_undone_approval_or_recommendation_of_then_is_taken_off() -> None:
    unsigned = OLD.applied(NOW, approves=True, recommends=False)
    assert [getattr(unsigned, name) for name in WorkflowState.APPROVAL] == [None] * 5
    assert (unsigned.recommended_revision, unsigned.recommended_by_id) == (3, 6)
    unrecommended = OLD.applied(NOW, approves=False, recommends=True)
    assert (unrecommended.recommended_revision, unrecommended.recommended_by_id) == (None, None)
    assert unrecommended.approved_by_id == 4


def test_an_undone_recall_of_then_gives_the_approval_back() -> None:
    approval = {name: getattr(NOW, name) for name in WorkflowState.APPROVAL}
    unsigned: dict[str, Any] = dict.fromkeys(WorkflowState.APPROVAL)
    open_again = replace(NOW, **{**unsigned, "stage": "for_approval"})
    was = OldBefore("approved", "2026-02", "Khen", approval)
    assert was.applied(open_again, approves=False, recommends=False) == NOW
