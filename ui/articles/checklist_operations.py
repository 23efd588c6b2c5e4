"""What is done in an article's checklists, as operations."""

from __future__ import annotations

from desk.review import checklists
from ui.session.operation import Op
from ui.session.session import Session


def tick(session: Session, article_id: int, item: int) -> Op:
    """Tick an item of a checklist; the box shows it."""
    return Op(lambda: checklists.tick(session.who, article_id, item), quiet=True)


def untick(session: Session, article_id: int, item: int) -> Op:
    """Take a tick, or a chief's "let it pass", back."""
    return Op(lambda: checklists.untick(session.who, article_id, item), quiet=True)


def overrule(session: Session, article_id: int, item: int, reason: str) -> Op:
    """Let an item pass that is not met, with a reason."""
    return Op(lambda: checklists.overrule(session.who, article_id, item, reason))
