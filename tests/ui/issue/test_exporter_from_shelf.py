"""An export of what was released: from the shelf, byte for byte, in the window and on the command line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desk import clock
from desk.acts.rules import IssueState
from desk.database import store
from desk.department import export_profiles, settings
from desk.edition.outputs import PLAIN, Finish, Output
from desk.issues import issues, placing, releases
from desk.issues import plan as issue_plan
from main import main
from tests.making import Cast
from tests.ui.issue.releasing import IMPRINT
from tests.ui.modal import answer
from ui.controls.reason_dialog import ReasonDialog
from ui.issue.actions import Do
from ui.issue.export_dialog import ExportDialog, OutputChoice
from ui.issue.release_dialog import ReleaseDialog
from ui.window.window import Window

Sit = Callable[[int], Window]
PRINTED = {Output.PRINT: PLAIN}


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


@pytest.fixture
def window(sit: Sit, released: Cast) -> Window:
    """The secretary's window, its number 4/2019 in the shelf."""
    made = sit(released.secretary)
    made.pages.go("issue")
    return made


def _release(window: Window) -> None:
    def agree(dialog: ReleaseDialog) -> None:
        assert dialog.ok.isEnabled(), [line.text() for line in dialog.lines]
        dialog.write.setChecked(False)
        dialog.agree()

    window.pages.go("issue")
    answer(ReleaseDialog, agree)
    window.pages.issue.acts[Do.RELEASE].trigger()


def test_what_is_in_the_shelf_cannot_be_finished_otherwise(window: Window, tmp_path: Path) -> None:
    def look(dialog: ExportDialog) -> None:
        choice: OutputChoice = dialog.outputs
        finishes = (choice.bleed, choice.marks, choice.grey)
        assert [box.isEnabled() for box in finishes] == [False, False, False]
        assert "lấy từ tủ, đúng từng byte" in choice.told.words()
        choice.boxes[Output.PROOF].setChecked(True)  # which no release holds
        assert [box.isEnabled() for box in finishes] == [False, False, True]
        choice.grey.setChecked(True)
        assert choice.profiles()[Output.PROOF] == Finish(grey=True)
        assert choice.profiles()[Output.PRINT] == export_profiles.profiles()[Output.PRINT]
        dialog.folder.path.setText(str(tmp_path / "ra"))
        dialog.agree()

    met = answer(ExportDialog, look)
    window.pages.issue.acts[Do.EXPORT].trigger()
    assert met
    (folder,) = (tmp_path / "ra").iterdir()
    kept = releases.files(releases.newest(1).id)
    assert (folder / "ban-tin-so-4-2019-in.pdf").read_bytes() == kept["ban-tin-so-4-2019-in.pdf"]
    assert not any(
        finish.grey for output, finish in export_profiles.profiles().items() if output is Output.PRINT
    )


def test_the_command_line_says_so_too(
    window: Window, desk_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert window
    store.close_file()
    shared = ["--data", str(desk_file.parent), "--out", str(tmp_path / "ra")]
    assert main(["export", "4/2019", "--profile", "print", *shared]) == 0
    assert "lấy từ tủ" not in capsys.readouterr().err
    assert main(["export", "4/2019", "--profile", "print", "--marks", *shared]) == 0
    assert "lấy từ tủ, đúng từng byte" in capsys.readouterr().err
    (tmp_path / "tệp").touch()
    assert main(["export", "4/2019", *shared[:2], "--out", str(tmp_path / "tệp")]) == 1
    assert f"“{tmp_path / 'tệp'}” không phải là thư mục" in capsys.readouterr().err
    store.open_file(desk_file)


def test_an_issue_reopened_is_released_a_second_time(
    window: Window, sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.change(cast.admin, settings.names(), IMPRINT)
    first = releases.files(releases.newest(1).id)
    chief = sit(cast.chief)
    chief.pages.go("issue")
    monkeypatch.setattr(ReasonDialog, "ask", lambda *_: "Sai thứ tự bài")
    chief.pages.issue.acts[Do.REOPEN].trigger()
    assert issues.row(1).state is IssueState.CLOSED
    section = next(part for part in issue_plan.plan(1).parts if part.placed)
    moved = section.placed[-1].article_id
    placing.arrange(cast.secretary, 1, issues.row(1).version, moved, section.section_id, 0)
    _release(window)
    assert [(row.number, row.standing) for row in releases.listing()] == [(2, True), (1, False)]
    second = releases.files(releases.newest(1).id)
    assert second["ban-tin-so-4-2019-in.pdf"] != first["ban-tin-so-4-2019-in.pdf"]
    window.pages.exporter.begin(1, PRINTED, tmp_path / "ra")
    (folder,) = (tmp_path / "ra").iterdir()
    assert (folder / "ban-tin-so-4-2019-in.pdf").read_bytes() == second["ban-tin-so-4-2019-in.pdf"]
