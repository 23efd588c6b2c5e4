"""What Nhập bài does to the desk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desk.acts.changes import Changes
from desk.articles import listing
from tests.making import Cast
from tests.ui.intake.given import CLEAN, page_entry
from ui.intake import operations
from ui.session.session import Session


def test_what_is_taken_in_becomes_one_draft_however_often_it_is_sent(
    session_of: Callable[[int], Session], cast: Cast
) -> None:
    session, owner = session_of(cast.writer), QObject()
    entry = page_entry(CLEAN)
    entry.section_id = 2
    op = operations.take_in(session, entry, entry.arrangement.text())
    assert op.quiet
    for _ in range(2):
        op.run(session, owner)
    (row,) = listing.listing(cast.writer, listing.ListQuery()).rows
    assert row.title == entry.arrangement.text().title
    assert row.section_id == 2


def test_what_the_desk_cannot_take_back_has_no_undo(session_of: Callable[[int], Session], cast: Cast) -> None:
    session = session_of(cast.writer)
    assert operations.undo(session, Changes(frozenset((1,)))) is None
    assert operations.undo(session, Changes(frozenset((1,)), undo=True, version=1)) is not None
