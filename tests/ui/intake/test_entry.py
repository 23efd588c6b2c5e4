"""How far a source has come."""

from __future__ import annotations

from pathlib import Path

from desk.errors import BadIntake, IntakeFault
from desk.intake.sources import Source
from tests.ui.intake.given import CAPTION, CLEAN, TRACKED, entry, page
from ui.intake.entry import State, entry_of, refused_entry


def test_a_source_that_was_refused_is_a_row_with_its_reason() -> None:
    error = BadIntake(IntakeFault.ENCRYPTED, "bài.docx")
    for made in (entry_of(Source("thư.eml › bài.docx", refused=error)), refused_entry("bài.docx", error)):
        assert made.state is State.REFUSED
        assert made.error is error
        assert not made.is_open()
        assert made.to_look_at() == 0
        assert not made.is_clean()


def test_what_a_person_must_look_at_is_counted(tmp_path: Path) -> None:
    clean, doubtful = entry(page(tmp_path, CLEAN)), entry(page(tmp_path, CAPTION))
    assert clean.is_clean()
    assert clean.to_look_at() == 0
    assert doubtful.to_look_at() == 1
    clean.compared = False  # nobody knows yet whether the desk has it
    assert not clean.is_clean()
    doubtful.state = State.TAKEN
    assert doubtful.to_look_at() == 0
    assert not doubtful.is_open()


def test_the_text_before_its_changes_keeps_what_was_decided_about_each() -> None:
    made, before = entry(TRACKED), entry(TRACKED).arrangement
    after = made.arrangement
    assert (made.tracked, made.comments) == (7, 0)
    made.turn(before)
    assert made.arrangement is before
    assert made.shows_original
    made.turn()
    assert made.arrangement is after
    assert not made.shows_original
