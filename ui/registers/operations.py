"""What Sổ tay does to the desk, as operations; the window says what was done and offers to take it back."""

from __future__ import annotations

from collections.abc import Sequence

from desk.registers import editing, ignored, importing, taught
from desk.registers.entries import Entry
from ui.session.operation import Op
from ui.session.session import Session


def keep(session: Session, seen: Entry | None, entry: Entry) -> Op:
    """Add an entry, or give the one that was seen other words."""
    if seen is None:
        return Op(lambda: editing.add(session.who, entry))
    return Op(lambda: editing.change(session.who, seen, entry))


def remove(session: Session, seen: Entry) -> Op:
    """Take an entry out of its register."""
    return Op(lambda: editing.remove(session.who, seen))


def set_rule(session: Session, rule: str, state: str) -> Op:
    """Set a rule's state; "" as the program has it."""
    return Op(lambda: editing.set_rule(session.who, rule, state))


def take_in(session: Session, entries: Sequence[Entry], file: str) -> Op:
    """Take many entries in."""
    return Op(lambda: importing.take(session.who, entries, file))


def heed(session: Session, ignored_id: int) -> Op:
    """Heed a finding again that was passed over."""
    return Op(lambda: ignored.take_back(session.who, ignored_id))


def forget(session: Session) -> Op:
    """Forget what the proofreader was taught."""
    return Op(lambda: taught.forget(session.who))


def undo(session: Session, entry: int) -> Op:
    """Take back one's own last act on the registers, by its entry in the journal."""
    return Op(lambda: editing.undo(session.who, entry))
