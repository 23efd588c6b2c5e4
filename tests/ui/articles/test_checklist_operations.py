"""What is done in checklists, as operations."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desk.acts import requirements
from desk.acts.requirements import Before, Level
from desk.acts.rules import Genre, Stage
from desk.review import checklists
from desk.review.checklists import ItemEdit
from tests.making import Cast, article
from ui.articles import checklist_operations
from ui.session.session import Session

SessionOf = Callable[[int], Session]


def test_an_item_is_ticked_unticked_and_let_pass(session_of: SessionOf, cast: Cast) -> None:
    item = ItemEdit(None, "Đã soát tên riêng", dict.fromkeys(Genre, Level.REQUIRED))
    checklists.set_list(cast.admin, Before.APPROVE, [item])
    (stored,) = (one for one in requirements.items(Before.APPROVE) if one.auto is None)
    made = article(cast, stage=Stage.FOR_APPROVAL)
    session, owner = session_of(cast.chief), QObject()

    def state() -> requirements.ItemState:
        states = checklists.of_article(made).approve
        return next(one for one in states if one.item.id == stored.id)

    checklist_operations.tick(session, made, stored.id).run(session, owner)
    assert state().met
    checklist_operations.untick(session, made, stored.id).run(session, owner)
    assert not state().met
    checklist_operations.overrule(session, made, stored.id, "Tin gấp").run(session, owner)
    assert state().reason == "Tin gấp"
