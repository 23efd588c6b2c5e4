"""Export profiles: the outputs that the office makes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desk import clock
from desk.department import export_profiles
from desk.edition.outputs import Finish, Output
from desk.errors import Denied
from tests.making import Cast


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def test_the_offices_outputs_are_kept(cast: Cast) -> None:
    assert set(export_profiles.profiles()) == {Output.PRINT, Output.SCREEN, Output.WORD}
    wanted = {Output.PRINT: Finish(bleed=True, marks=True), Output.OFFICE: Finish(grey=True)}
    export_profiles.save(cast.secretary, wanted)
    assert export_profiles.profiles() == wanted
    for other in (cast.writer, cast.editor):
        with pytest.raises(Denied):
            export_profiles.save(other, {Output.WORD: Finish()})
    assert export_profiles.profiles() == wanted
