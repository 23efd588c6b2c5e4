"""The list of backups: what each is, whether it is proven; looked into, chosen to restore, by keyboard too."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desk.safety import trial
from desk.safety.backups import make
from desk.safety.facts import Backup, Reason, note_of
from tests.engine import act as behind_its_back
from tests.engine import unguard
from tests.making import Cast, article, later, words
from tests.ui.modal import answer
from ui.controls.choice_dialog import ChoiceDialog
from ui.safety import second_place
from ui.safety.dialog import BackupsDialog, Source
from ui.safety.inside_dialog import InsideDialog
from ui.safety.restoring import ToldDialog
from ui.session.desk_client import DeskClient
from ui.window.commands import Do
from ui.window.window import Window

Sit = Callable[[int], Window]


def _dialog(qtbot: QtBot, client: DeskClient, cast: Cast) -> BackupsDialog:
    dialog = BackupsDialog(None, client, Source(cast.path))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def _cells(dialog: BackupsDialog, at: int = 0) -> list[str]:
    items = [dialog.table.item(at, column) for column in range(dialog.table.columnCount())]
    return [item.text() if item else "" for item in items]


def test_each_line_says_what_it_is(qtbot: QtBot, client: DeskClient, cast: Cast) -> None:
    article(cast, words("Giao ban quý"))
    make(cast.path, Reason.CLOSE)
    trial.try_restore(cast.path)
    dialog = _dialog(qtbot, client, cast)
    when, why, size, place, last, issue, proof = _cells(dialog)
    assert when.startswith("hôm nay ")
    assert (why, place, issue) == ("Khi đóng", "Máy này", "")
    assert size.endswith("KB")
    assert last == "Lê Thị Viết viết bài mới “Giao ban quý”"
    assert proof.startswith("Đã kiểm tra, đã thử phục hồi ngày ")
    assert dialog.intro.text().startswith("Bản sao lưu gần nhất: hôm nay ")


def test_what_is_not_as_it_was_is_not_restored(qtbot: QtBot, client: DeskClient, cast: Cast) -> None:
    backup = make(cast.path, Reason.HAND).backup
    with backup.path.open("r+b") as file:
        file.seek(8000)
        file.write(b"x")
    dialog = _dialog(qtbot, client, cast)
    assert _cells(dialog)[-1] == "Đã bị thay đổi"
    assert not dialog.back.isEnabled()
    note_of(backup.path).unlink()
    dialog._proofs.clear()
    dialog.read()
    assert _cells(dialog)[-1] == "Thiếu phiếu kèm"
    assert dialog.back.isEnabled()


def test_a_backup_of_a_faulty_desk_is_marked(qtbot: QtBot, client: DeskClient, cast: Cast) -> None:
    unguard()
    behind_its_back("UPDATE journal SET note = 'khác' WHERE id = 2")
    make(cast.path, Reason.HAND)
    assert _cells(_dialog(qtbot, client, cast))[-1] == "Có lỗi lúc sao lưu"


def test_before_the_first_one_can_make_one(qtbot: QtBot, client: DeskClient, cast: Cast) -> None:
    dialog = _dialog(qtbot, client, cast)
    assert dialog.intro.text() == "Chưa có bản sao lưu nào."
    assert not dialog.inside.isEnabled()
    assert not dialog.back.isEnabled()
    dialog.now.click()
    assert _cells(dialog)[1] == "Theo yêu cầu"
    assert dialog.back.isEnabled()


def test_enter_looks_inside(qtbot: QtBot, client: DeskClient, cast: Cast) -> None:
    article(cast, words("Giao ban quý"))
    make(cast.path, Reason.HAND)
    dialog = _dialog(qtbot, client, cast)
    dialog.table.setFocus()
    met = answer(InsideDialog, lambda shown: shown.accept())
    dialog.table.itemActivated.emit(dialog.table.item(0, 0))
    assert met[0].titles.item(0).text() == "Giao ban quý"
    assert "viết bài mới “Giao ban quý”" in met[0].acts.item(0).text()


def test_the_second_place_is_chosen(
    qtbot: QtBot, client: DeskClient, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = _dialog(qtbot, client, cast)
    assert dialog.second.text().startswith("Chưa chọn nơi thứ hai.")
    (tmp_path / "Ổ USB").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "Ổ USB"))
    dialog.choose.click()
    told = f"Nơi thứ hai: {tmp_path / 'Ổ USB'} – cùng ổ với bàn biên tập: hỏng ổ này là mất cả hai"
    assert dialog.second.text() == told
    # It gets its first copy at once.
    assert [_cells(dialog, at)[3] for at in range(2)] == ["Máy này", "Nơi thứ hai"]
    later(8 * 24 * 60)
    dialog.read()
    assert "hơn 7 ngày chưa sao lưu được vào đây" in dialog.second.text()
    (tmp_path / "Ổ USB").rename(tmp_path / "rút ra")
    dialog.now.click()
    assert "nơi thứ hai chưa nhận được" in dialog.fault.text()
    assert second_place.is_late()
    answer(ChoiceDialog, lambda asked: asked.reject())
    dialog.choose.click()
    assert second_place.folder() == str(tmp_path / "Ổ USB")
    answer(ChoiceDialog, lambda asked: asked._choose(1))
    dialog.choose.click()
    assert second_place.folder() == ""
    assert dialog.second.text().startswith("Chưa chọn nơi thứ hai.")


def test_the_folder_is_opened(
    qtbot: QtBot, client: DeskClient, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    backup = make(cast.path, Reason.HAND).backup
    _dialog(qtbot, client, cast).folder.click()
    assert opened == [backup.path.parent.as_posix()]


def test_a_restore_is_asked_for_and_handed_on(qtbot: QtBot, client: DeskClient, cast: Cast) -> None:
    backup = make(cast.path, Reason.HAND).backup
    dialog = _dialog(qtbot, client, cast)
    chosen: list[Backup] = []
    dialog.chosen.connect(chosen.append)
    answer(ChoiceDialog, lambda asked: asked.reject())
    dialog.restore()
    assert chosen == []
    assert dialog.isVisible()
    asked = answer(ChoiceDialog, lambda asked: asked.agree())
    dialog.restore()
    assert [one.path for one in chosen] == [backup.path]
    assert "Phục hồi về bản sao lưu hôm nay" in asked[0].windowTitle()
    assert not dialog.isVisible()


def test_who_may_not_restore_is_told_why(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    make(cast.path, Reason.HAND)
    seen: list[tuple[bool, str]] = []

    def look(dialog: BackupsDialog) -> None:
        seen.append((dialog.back.isEnabled(), dialog.back.toolTip()))
        dialog.accept()

    for who in (cast.writer, cast.admin):
        window = sit(who)
        answer(BackupsDialog, look)
        window.commands[Do.BACKUPS].trigger()
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert [may for may, _ in seen] == [False, True]
    assert "vai trò" in seen[0][1]
    assert seen[1][1] == ""


def test_another_desks_backup_is_refused(
    qtbot: QtBot, client: DeskClient, cast: Cast, tmp_path: Path
) -> None:
    other = tmp_path / "khác" / "desk.sqlite"
    other.parent.mkdir()
    shutil.copy(Path(__file__).parents[2] / "files" / "desk-v7.sqlite", other)
    make(other, Reason.HAND)
    second_place.choose(str(other.parent / "sao-luu"))
    dialog = _dialog(qtbot, client, cast)
    told = answer(ToldDialog, lambda shown: shown.accept())
    dialog.restore()
    assert "bàn biên tập khác" in told[0].intro.text()


def test_every_button_has_a_key_of_its_own(qtbot: QtBot, client: DeskClient, cast: Cast) -> None:
    dialog = _dialog(qtbot, client, cast)
    buttons = (dialog.now, dialog.inside, dialog.back, dialog.choose, dialog.folder)
    keys = [button.text().partition("&")[2][0].lower() for button in buttons]
    assert len(set(keys)) == len(keys)
    for button in buttons:
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
