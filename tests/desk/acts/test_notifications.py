"""The inbox: what an undone act, and a step further on, leave of what was said before."""

from __future__ import annotations

from desk.acts import notifications
from desk.acts.notifications import NotificationKind
from desk.acts.rules import Stage
from desk.articles import workflow
from tests.making import Cast, article, version


def test_what_was_read_stays_when_its_act_is_undone(cast: Cast) -> None:
    """Only who has not seen it yet is spared it: nothing vanishes that somebody may look for."""
    made = article(cast, stage=Stage.SUBMITTED)
    (told,) = notifications.inbox(cast.editor)
    notifications.mark(cast.editor, [told.id])
    workflow.undo(cast.writer, made, version(cast, made))
    (stays,) = notifications.inbox(cast.editor)
    assert (stays.id, stays.kind, stays.read) == (told.id, NotificationKind.TO_EDIT, True)
