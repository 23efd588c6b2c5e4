"""Archive and salvage by menu: asked for, done beside the window, told with a way to what was written."""

from __future__ import annotations

from collections.abc import Callable, Sized
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.acts import journal
from desk.acts.backup_details import ArchiveWritten
from desk.acts.journal import JournalQuery
from desk.acts.rules import Act
from desk.errors import Broken, Cancelled, DeskError, FileTrouble, Trouble
from tests.making import Cast, article, words
from tests.ui.modal import answer
from ui.controls.progress_dialog import ProgressDialog
from ui.safety import writing_out
from ui.safety.archive_dialog import ArchiveDialog
from ui.safety.salvage_dialog import SalvageDialog
from ui.safety.writing_out import WritingOut
from ui.session.own_process import OwnProcess
from ui.window.commands import Do
from ui.window.window import Window

Sit = Callable[[int], Window]


class _Here(OwnProcess):
    """The work done at once in this thread."""

    def start(self) -> None:
        try:
            self.done.emit(self._work(self.progressed.emit, lambda: False))
        except DeskError as error:
            self.refused.emit(error)


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing_out, "OwnProcess", _Here)


@pytest.mark.usefixtures("here")
def test_a_year_is_archived_by_keys(qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path) -> None:
    article(cast, words("Bài một"))
    window = sit(cast.chief)
    told: list[tuple[Any, ...]] = []
    window.session.said.connect(lambda *all_: told.append(all_))

    def hand(dialog: ArchiveDialog) -> None:
        assert [dialog.year.itemText(at) for at in range(dialog.year.count())] == [
            "Tất cả các năm",
            "Năm 2019",
        ]
        QTest.keyClick(dialog.year, Qt.Key.Key_Down)
        dialog.folder.path.setText("")
        QTest.keyClick(dialog.year, Qt.Key.Key_Return)
        assert dialog.fault.text() == "Hãy chọn thư mục."
        dialog.folder.path.setFocus()
        QTest.keyClicks(dialog.folder.path, str(tmp_path / "kho"))
        QTest.keyClick(dialog.folder.path, Qt.Key.Key_Return)

    answer(ArchiveDialog, hand)
    window.commands[Do.ARCHIVE].trigger()
    assert (tmp_path / "kho" / "Kho lưu trữ 2019" / "index.html").exists()
    assert "Đã xuất 1 bài, 0 số bản tin" in str(told)
    (entry,) = journal.entries(JournalQuery(act=Act.ARCHIVE))
    folder = tmp_path / "kho" / "Kho lưu trữ 2019"
    assert (entry.person_id, entry.title) == (cast.chief, "Kho lưu trữ 2019")
    assert entry.read(ArchiveWritten) == ArchiveWritten(str(folder), 1, 0)
    assert (folder / "kho.json.sha256").read_text("utf-8").startswith(entry.sha256)


def test_who_may_not_take_everything_out_is_told_before_it_is_asked_where_to(sit: Sit, cast: Cast) -> None:
    window = sit(cast.writer)
    told: list[tuple[Any, ...]] = []
    window.session.said.connect(lambda *all_: told.append(all_))
    window.commands[Do.ARCHIVE].trigger()
    assert [one[1] for one in told] == ["error"]
    assert journal.entries(JournalQuery(act=Act.ARCHIVE)) == []


@pytest.mark.usefixtures("here")
def test_an_archive_that_cannot_be_journaled_is_taken_away(
    sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit(cast.chief)

    def full(*_: object) -> None:
        raise FileTrouble(Trouble.FULL)

    def hand(dialog: ArchiveDialog) -> None:
        monkeypatch.setattr(journal, "write", full)
        dialog.folder.path.setText(str(tmp_path / "kho"))
        dialog.agree()

    answer(ArchiveDialog, hand)
    window.commands[Do.ARCHIVE].trigger()
    assert list((tmp_path / "kho").iterdir()) == []


@pytest.mark.usefixtures("here")
def test_a_salvage_is_asked_for_by_mouse(qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path) -> None:
    article(cast, words("Bài một"))
    window = sit(cast.chief)
    told: list[tuple[Any, ...]] = []
    window.session.said.connect(lambda *all_: told.append(all_))

    def hand(dialog: SalvageDialog) -> None:
        assert str(cast.path) in dialog.intro.text()
        dialog.folder.path.setText(str(tmp_path / "cứu"))
        qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)

    answer(SalvageDialog, hand)
    window.commands[Do.SALVAGE].trigger()
    assert list((tmp_path / "cứu").glob("Cứu dữ liệu*/danh-sach.html"))
    assert "Cứu được 1 trong 1 bài" in str(told)


@pytest.mark.usefixtures("here")
def test_a_folder_that_takes_nothing_is_named(sit: Sit, cast: Cast, tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("", encoding="utf-8")
    window = sit(cast.chief)
    told: list[tuple[Any, ...]] = []
    window.session.said.connect(lambda *all_: told.append(all_))

    def hand(dialog: ArchiveDialog) -> None:
        dialog.folder.path.setText(str(tmp_path / "tệp"))
        dialog.agree()

    answer(ArchiveDialog, hand)
    window.commands[Do.ARCHIVE].trigger()
    assert "không phải là thư mục" in str(told)


def test_beside_the_window_it_goes_on_and_is_stopped(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path
) -> None:
    for at in range(12):
        article(cast, words(f"Bài {at}"))
    window = sit(cast.chief)
    came: list[object] = []

    def hand(dialog: SalvageDialog) -> None:
        dialog.folder.path.setText(str(tmp_path / "cứu"))
        dialog.agree()

    for stops in (True, False):
        answer(SalvageDialog, hand)
        window.commands[Do.SALVAGE].trigger()
        (writing,) = window.findChildren(WritingOut)
        if stops:
            writing.finished.connect(came.append)
            bar = next(one for one in window.findChildren(ProgressDialog) if one.isVisible())
            QTest.keyClick(bar, Qt.Key.Key_Escape)
            assert not bar.stop.isEnabled()
        qtbot.waitUntil(partial(_has, came, 1 if stops else 2), timeout=30_000)
    assert came[0] is None
    assert isinstance(came[1], Path)
    assert [one.name[:12] for one in (tmp_path / "cứu").iterdir()] == ["Cứu dữ liệu "]
    assert not any(one.isVisible() for one in window.findChildren(ProgressDialog))


def test_what_stopped_a_work_has_its_words() -> None:
    assert "dở dang" in writing_out.refusal(Broken())
    assert writing_out.refusal(Cancelled())


def _has(came: Sized, count: int) -> bool:
    return len(came) == count
