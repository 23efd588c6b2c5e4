"""The outputs that a person last chose."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject

from desk.department import export_profiles
from desk.edition.outputs import Finish, Output
from tests.making import Cast
from ui.issue.chosen_outputs import ChosenOutputs
from ui.look import local_settings
from ui.session.session import Session

SessionOf = Callable[[int], Session]
DESKS = {Output.PRINT: Finish(bleed=True), Output.WORD: Finish()}
MINE = {Output.SCREEN: Finish(grey=True)}


@pytest.fixture
def chosen(session_of: SessionOf) -> Callable[[int], ChosenOutputs]:
    owner = QObject()
    made = [owner]  # held as long as the test
    return lambda who: ChosenOutputs(session_of(who), made[0])


def test_until_one_chose_the_desks_are_proposed(cast: Cast, chosen: Callable[[int], ChosenOutputs]) -> None:
    assert chosen(cast.chief).last(DESKS) == DESKS
    assert chosen(cast.secretary).last(DESKS) == DESKS


def test_a_choice_is_kept_for_this_person_alone(cast: Cast, chosen: Callable[[int], ChosenOutputs]) -> None:
    before = export_profiles.profiles()
    chosen(cast.chief).remember(MINE)
    assert chosen(cast.chief).last(DESKS) == MINE
    assert chosen(cast.editor).last(DESKS) == DESKS
    assert export_profiles.profiles() == before
    chosen(cast.chief).remember(DESKS)
    assert chosen(cast.chief).last(MINE) == DESKS


def test_who_sets_the_desks_outputs_sets_them_by_choosing(
    cast: Cast, chosen: Callable[[int], ChosenOutputs]
) -> None:
    chosen(cast.secretary).remember(MINE)
    assert export_profiles.profiles() == MINE
    assert chosen(cast.secretary).last(DESKS) == DESKS  # what the desk says, whoever set it
    assert chosen(cast.chief).last(DESKS) == DESKS


def test_a_mere_proof_is_not_how_the_desk_exports(cast: Cast, chosen: Callable[[int], ChosenOutputs]) -> None:
    before = export_profiles.profiles()
    chosen(cast.secretary).remember({Output.PROOF: Finish()})
    assert export_profiles.profiles() == before
    both = {Output.SCREEN: Finish(), Output.PROOF: Finish()}
    chosen(cast.secretary).remember(both)
    assert export_profiles.profiles() == both


@pytest.mark.parametrize("stored", ["", "{", "[]", "null", '{"print": 1}', "{}"])
def test_what_is_damaged_counts_as_never_chosen(
    cast: Cast, chosen: Callable[[int], ChosenOutputs], stored: str
) -> None:
    local_settings.write(f"export/outputs-{cast.chief}", stored)
    assert chosen(cast.chief).last(DESKS) == DESKS
