"""The window's own commands."""

from __future__ import annotations

from collections.abc import Callable

from desk.acts.rules import Stage
from tests.making import Cast, article
from ui.window.commands import Do
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_the_data_check_says_that_all_is_well(sit: Sit, cast: Cast) -> None:
    article(cast, stage=Stage.APPROVED)
    window = sit(cast.admin)
    window.commands[Do.CHECK].trigger()
    assert "nguyên vẹn" in window.notice.words()
