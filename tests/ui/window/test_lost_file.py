"""What is offered where a desk cannot be opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from desk.errors import FileTrouble, Trouble
from desk.safety.facts import FOLDER
from tests.ui.modal import answer
from ui.controls.choice_dialog import ChoiceDialog
from ui.safety import at_start
from ui.safety.way_out import WayOut
from ui.window import lost_file

DESK = Path("D:/desk.sqlite")


def _press(dialog: WayOut, words: str) -> None:
    next(one for one in dialog.findChildren(QAbstractButton) if one.text() == words).click()


@pytest.mark.parametrize("kind", [Trouble.CORRUPT, Trouble.NOT_A_DESK, Trouble.ABSENT, Trouble.NEWER])
def test_what_a_backup_cures_offers_one(qtbot: QtBot, kind: Trouble) -> None:
    met = answer(WayOut, WayOut.agree)
    assert lost_file.regret(FileTrouble(kind, "D:/desk.sqlite"), DESK)
    assert met[0].ok.text() == "Phục hồi từ bản sao lưu…"
    answer(WayOut, WayOut.reject)
    assert not lost_file.regret(FileTrouble(kind, "D:/desk.sqlite"), DESK)


def test_what_a_damaged_file_still_holds_can_be_salvaged(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[Path] = []
    monkeypatch.setattr(at_start, "run", given.append)
    met = answer(WayOut, lambda dialog: _press(dialog, "Cứu dữ liệu…"))
    assert not lost_file.regret(FileTrouble(Trouble.CORRUPT, "D:/desk.sqlite"), DESK)
    assert met
    assert given == [DESK]


@pytest.mark.parametrize("kind", [Trouble.LOCKED, Trouble.NETWORK, Trouble.FULL])
def test_what_no_backup_cures_is_only_said(qtbot: QtBot, kind: Trouble) -> None:
    met = answer(ChoiceDialog, lambda dialog: dialog.agree())
    assert not lost_file.regret(FileTrouble(kind, "D:/desk.sqlite"), DESK)
    assert not isinstance(met[0], WayOut)


def test_a_desk_is_lost_where_only_its_backups_are(tmp_path: Path) -> None:
    desk = tmp_path / "desk.sqlite"
    assert not lost_file.is_lost(desk)
    (tmp_path / FOLDER).mkdir()
    assert not lost_file.is_lost(desk)
    (tmp_path / FOLDER / "desk-2026-11-30T10-47-05.sqlite").touch()
    assert lost_file.is_lost(desk)
    desk.touch()
    assert not lost_file.is_lost(desk)


def test_of_a_lost_desk_it_is_asked(qtbot: QtBot, tmp_path: Path) -> None:
    def press(words: str) -> bool | None:
        def hand(dialog: WayOut) -> None:
            next(one for one in dialog.findChildren(QPushButton) if one.text() == words).click()

        answer(WayOut, hand)
        return lost_file.wants_another_desk(tmp_path / "desk.sqlite")

    assert press("Phục hồi từ bản sao lưu…") is False
    assert press("Lập bàn biên tập mới") is True
    assert press("Đóng") is None
