"""What could not be done is said where it was asked for, and asked again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts.rules import Stage
from desk.department import settings
from desk.issues import issues, placing
from desk.issues.issues import IssueWords
from tests.making import Cast, article, words
from tests.ui.modal import answer, front
from ui.issue.actions import Do
from ui.issue.export_dialog import ExportDialog
from ui.window.window import Window

Sit = Callable[[int], Window]


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


@pytest.fixture
def window(sit: Sit, cast: Cast) -> Window:
    """Return the window of the secretary at an issue of three articles."""
    issues.make(cast.secretary, IssueWords("4", 2019, 4))
    titles = ("Một", "Hai", "Ba")
    placing.place(cast.secretary, 1, 1, [article(cast, words(title), Stage.APPROVED) for title in titles])
    made = sit(cast.secretary)
    made.pages.go("issue")
    front(made)
    return made


def test_a_folder_that_took_nothing_is_asked_for_again_and_not_remembered(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    (tmp_path / "tệp").touch()
    proposed: list[str] = []

    def choose(dialog: ExportDialog) -> None:
        proposed.append(dialog.folder.path.text())
        dialog.folder.path.setText(str(tmp_path / "tệp" / "con"))
        dialog.agree()

    answer(ExportDialog, choose)
    with qtbot.waitSignal(window.pages.exporter.finished, timeout=10_000):
        window.pages.issue.acts[Do.EXPORT].trigger()
    answer(ExportDialog, lambda dialog: choose(dialog))
    with qtbot.waitSignal(window.pages.exporter.finished, timeout=10_000):
        window.notice.press()
    assert len(proposed) == 2
    assert "tệp" not in proposed[1]


def test_settings_offer_to_save_what_was_changed(sit: Sit, cast: Cast) -> None:
    window = sit(cast.admin)
    window.pages.go("settings")
    names = window.pages.settings.names
    assert not names.save.isEnabled()
    names.fields["place"].setText("Nậm Mu")
    assert names.save.isEnabled()
    names.save.click()
    assert settings.names().place == "Nậm Mu"
    assert not names.save.isEnabled()
