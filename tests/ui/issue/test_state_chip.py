"""The chip of an issue's state."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desk.acts.rules import IssueState
from ui.issue.state_chip import StateChip


@pytest.mark.parametrize("state", list(IssueState))
def test_a_state_is_said_in_words(qtbot: QtBot, state: IssueState) -> None:
    chip = StateChip()
    qtbot.addWidget(chip)
    chip.show_state(state)
    assert chip.words()
    assert chip.accessibleName() == chip.words()
    chip.show_state(None)
    assert chip.words() == ""
    assert chip.isHidden()
