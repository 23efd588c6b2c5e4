"""Export from the window: progress, cancel, folders that refuse."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desk.acts.gate import Changes
from desk.acts.rules import Stage
from desk.department import export_profiles
from desk.edition.outputs import Finish, Output
from desk.errors import FileTrouble, Trouble
from desk.export import write_files
from desk.issues import issues, placing, printing
from tests.making import Cast, article, words
from tests.ui.modal import answer
from ui.issue.actions import Do
from ui.issue.export_dialog import ExportDialog, ExportProgress
from ui.window.window import Window

Sit = Callable[[int], Window]
SCREEN = {Output.SCREEN: Finish()}


@pytest.fixture
def issue_id(cast: Cast) -> int:
    made = article(cast, words("Bài của số 4"), Stage.APPROVED)
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    placing.place(cast.secretary, 1, 1, [made])
    return 1


def test_the_dialog_asks_what_and_where(
    qtbot: QtBot, sit: Sit, cast: Cast, issue_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit(cast.secretary)
    window.pages.go("issue")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "ra"))

    def fill(dialog: ExportDialog) -> None:
        assert [box.isChecked() for box in dialog.outputs.boxes.values()] == [
            True,
            False,
            True,
            True,
            False,
            False,
        ]
        for box in dialog.outputs.boxes.values():
            box.setChecked(False)
        dialog.agree()
        assert "ít nhất một loại tệp" in dialog.fault.text()
        dialog.outputs.boxes[Output.PRINT].setChecked(True)
        dialog.outputs.marks.setChecked(True)
        assert dialog.outputs.bleed.isChecked()  # marks without bleed would mark nothing
        dialog.outputs.boxes[Output.WEB].setChecked(True)
        dialog.folder.path.clear()
        dialog.agree()
        assert "chọn thư mục" in dialog.fault.text()
        dialog.folder.choose()
        dialog.agree()

    met = answer(ExportDialog, fill)
    with qtbot.waitSignal(window.pages.exporter.finished) as done:
        window.pages.issue.acts[Do.EXPORT].trigger()
    assert met
    assert done.args is not None
    folder = done.args[0]
    assert folder.parent == tmp_path / "ra"
    assert {path.name for path in folder.iterdir()} == {
        "ban-tin-so-4-2019-in.pdf",
        "ban-tin-so-4-2019-html",
        "manifest.json",
    }
    told = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert [one["title"] for one in told["articles"]] == ["Bài của số 4"]
    assert told["articles"][0]["approved_by"] == "Trần Thị Lãnh"
    # What was chosen is how the office exports from now on; the folder is remembered by this machine.
    assert set(export_profiles.profiles()) == {Output.PRINT, Output.WEB}
    assert export_profiles.profiles()[Output.PRINT] == Finish(bleed=True, marks=True)
    again = ExportDialog(None, issues.row(issue_id), export_profiles.profiles())
    qtbot.addWidget(again)
    assert again.folder.path.text() == str(tmp_path / "ra")
    assert again.outputs.marks.isChecked()


def test_a_second_export_stands_beside_the_first(sit: Sit, cast: Cast, issue_id: int, tmp_path: Path) -> None:
    window = sit(cast.secretary)
    for _ in range(2):
        window.pages.exporter.begin(issue_id, SCREEN, tmp_path / "ra")
    one, two = sorted((tmp_path / "ra").iterdir())
    assert two.name == f"{one.name}_lan-2"
    name = "ban-tin-so-4-2019-man-hinh.pdf"
    assert (one / name).read_bytes() == (two / name).read_bytes()


def test_a_cancelled_export_leaves_nothing(
    sit: Sit, cast: Cast, issue_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit(cast.secretary)
    monkeypatch.setattr(ExportProgress, "step", lambda self, words: self.stop.click())
    window.pages.exporter.begin(issue_id, SCREEN, tmp_path / "ra")
    assert "Đã dừng" in window.notice.words()
    assert not any(tmp_path.rglob("*.pdf"))
    assert not any(path.name.startswith(".ban-tin") for path in tmp_path.rglob("*"))


def test_a_folder_that_refuses_is_named(
    qtbot: QtBot, sit: Sit, cast: Cast, issue_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit(cast.secretary)
    (tmp_path / "tệp").write_text("không phải thư mục", encoding="utf-8")
    window.pages.exporter.begin(issue_id, SCREEN, tmp_path / "tệp" / "con")
    assert window.notice.words()
    assert window.notice.property("kind") == "error"

    def full(*_: object, **__: object) -> None:
        raise FileTrouble(Trouble.FULL)

    monkeypatch.setattr(write_files, "write_new_folder", full)
    window.pages.exporter.begin(issue_id, SCREEN, tmp_path / "ra")
    assert "đầy" in window.notice.words()
    monkeypatch.undo()
    window.pages.exporter.begin(issue_id, SCREEN, tmp_path / "ra")
    qtbot.waitUntil(lambda: "Đã xuất số 4/2019 vào ban-tin-so-4-2019" in window.notice.words())


def test_files_of_which_the_journal_does_not_know_do_not_stay(
    qtbot: QtBot, sit: Sit, cast: Cast, issue_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit(cast.secretary)

    def full(*_: object) -> Changes:
        raise FileTrouble(Trouble.FULL)

    monkeypatch.setattr(printing, "exported", full)
    with qtbot.waitSignal(window.pages.exporter.finished) as done:
        window.pages.exporter.begin(issue_id, SCREEN, tmp_path / "ra")
    assert done.args == [None]
    assert "đầy" in window.notice.words()
    assert list((tmp_path / "ra").iterdir()) == []


def test_only_who_may_exports(sit: Sit, cast: Cast, issue_id: int, tmp_path: Path) -> None:
    window = sit(cast.writer)
    window.pages.go("issue")
    assert not window.pages.issue.acts[Do.EXPORT].isEnabled()
    window.pages.exporter.begin(issue_id, SCREEN, tmp_path / "ra")
    assert "vai trò khác" in window.notice.words()
    assert not (tmp_path / "ra").exists()
