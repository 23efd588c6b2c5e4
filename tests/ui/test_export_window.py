"""Export from the window: progress, cancel, folders that refuse, and a real process for Word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desk import issues, people, placing, settings, store
from desk.errors import FileTrouble, Trouble
from desk.press import export as press_export
from desk.press.naming import Format
from desk.rules import Stage
from tests.making import Cast, article, words
from ui.dialogs.export import ExportDialog, ExportProgress
from ui.office import Office
from ui.seat import Seat
from ui.window import Window

Sit = Callable[[int], Window]


@pytest.fixture
def issue_id(cast: Cast) -> int:
    made = article(cast, words("Bài của số 4"), Stage.APPROVED)
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    placing.place(cast.secretary, 1, 1, [made])
    return 1


def test_the_dialog_asks_what_and_where(
    qtbot: QtBot, cast: Cast, issue_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = ExportDialog(None, issues.row(issue_id))
    qtbot.addWidget(dialog)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    dialog._choose()
    assert dialog.folder.text() == str(tmp_path)
    for box in dialog.formats.values():
        box.setChecked(False)
    dialog.agree()
    assert "ít nhất một loại tệp" in dialog.fault.text()
    again = ExportDialog(None, issues.row(issue_id))
    qtbot.addWidget(again)
    again.folder.setText(str(tmp_path / "ra"))
    again.agree()
    third = ExportDialog(None, issues.row(issue_id))
    qtbot.addWidget(third)
    assert third.folder.text() == str(tmp_path / "ra")


def test_a_cancelled_export_leaves_nothing(
    sit: Sit, cast: Cast, issue_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit(cast.secretary)
    monkeypatch.setattr(ExportProgress, "step", lambda self, words: self.stop.click())
    window.exporter.begin(issue_id, tuple(Format), tmp_path / "ra")
    assert "Đã dừng" in window.notice.words()
    assert not any(tmp_path.rglob("*.pdf"))
    assert not any(path.name.startswith(".ban-tin") for path in tmp_path.rglob("*"))


def test_a_folder_that_refuses_is_named(
    sit: Sit, cast: Cast, issue_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit(cast.secretary)
    (tmp_path / "tệp").write_text("không phải thư mục", encoding="utf-8")
    window.exporter.begin(issue_id, (Format.PDF,), tmp_path / "tệp" / "con")
    assert window.notice.words()
    assert window.notice.property("kind") == "error"

    def full(*_: object, **__: object) -> None:
        raise FileTrouble(Trouble.FULL)

    monkeypatch.setattr(press_export, "export", full)
    window.exporter.begin(issue_id, (Format.PDF,), tmp_path / "ra")
    assert "đầy" in window.notice.words()
    monkeypatch.undo()
    window.exporter.begin(issue_id, (Format.PDF,), tmp_path / "ra")
    assert "Đã xuất ban-tin-so-4-2019.pdf" in window.notice.words()


def test_only_who_may_exports(sit: Sit, cast: Cast, issue_id: int, tmp_path: Path) -> None:
    window = sit(cast.writer)
    window.go("issue")
    assert not window.issue.export.isEnabled()
    window.exporter.begin(issue_id, (Format.PDF,), tmp_path / "ra")
    assert "vai trò khác" in window.notice.words()
    assert not (tmp_path / "ra").exists()


def test_word_is_made_in_a_process_of_its_own(
    qtbot: QtBot, cast: Cast, issue_id: int, desk_file: Path, tmp_path: Path
) -> None:
    store.close_file()
    office = Office()
    office.open_file(desk_file)
    me = office.wait(lambda: people.person(cast.secretary))
    window = Window(Seat(office, me, office.wait(settings.names)))
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.exporter.finished, timeout=60_000) as done:
        window.exporter.begin(issue_id, (Format.DOCX, Format.PDF), tmp_path / "ra")
    assert done.args is not None
    assert [path.name for path in done.args[0]] == ["ban-tin-so-4-2019.docx", "ban-tin-so-4-2019.pdf"]
    qtbot.waitUntil(office.idle)
    window.part()
    office.close()
    store.open_file(desk_file)
