"""What Sổ tay does to the desk, run through a client."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject

from desk.acts.gate import Changes
from desk.errors import Denied, DeskError
from desk.registers import ignored, storage, taught
from desk.registers.entries import WordEntry, WordKind
from tests.making import Cast
from tests.ui.registers.filled import ENTRIES, fill
from ui.registers import operations
from ui.session.session import Session

SessionOf = Callable[[int], Session]
pytestmark = pytest.mark.usefixtures("april")
WORD = WordEntry(WordKind.WORD, "Mường Thà")


def test_an_entry_is_kept_changed_removed_and_put_back(session_of: SessionOf, cast: Cast) -> None:
    session, owner = session_of(cast.editor), QObject()
    operations.keep(session, None, WORD).run(session, owner)
    (seen,) = storage.words()
    assert replace(seen, id=0) == WORD
    operations.keep(session, seen, replace(seen, word="Mường Lò")).run(session, owner)
    (now,) = storage.words()
    assert (now.id, now.word) == (seen.id, "Mường Lò")
    done: list[Changes] = []
    operations.remove(session, now).run(session, owner, done.append)
    assert storage.words() == ()
    operations.undo(session, done[0].entry).run(session, owner)
    assert storage.words() == (now,)


def test_many_are_taken_in_and_a_rule_is_set(session_of: SessionOf, cast: Cast) -> None:
    session, owner = session_of(cast.editor), QObject()
    operations.take_in(session, ENTRIES, "Sổ tay.xlsx").run(session, owner)
    assert len(storage.people()) == 4
    operations.set_rule(session, "typography.dash", "off").run(session, owner)
    assert storage.rule_states() == {"typography.dash": "off"}
    operations.set_rule(session, "typography.dash", "").run(session, owner)
    assert storage.rule_states() == {}


def test_a_finding_is_heeded_again_and_a_lesson_forgotten(session_of: SessionOf, cast: Cast) -> None:
    made = fill(cast)
    session, owner = session_of(cast.editor), QObject()
    (row,) = [one for one in ignored.listed() if one.article_id == made]
    operations.heed(session, row.id).run(session, owner)
    assert ("spelling.syllable", "Mường Thà") not in ignored.of(made)
    operations.forget(session).run(session, owner)
    assert taught.read() is None


def test_a_contributor_is_refused(session_of: SessionOf, cast: Cast) -> None:
    session, refused = session_of(cast.writer), list[DeskError]()
    operations.keep(session, None, WORD).run(session, QObject(), refused=refused.append)
    assert [type(one) for one in refused] == [Denied]
    assert storage.words() == ()
