"""Files read one after the other, until somebody stops it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.errors import BadIntake, IntakeFault
from tests.ui.intake.given import CLEAN, LOCKED, TRACKED, page
from ui.intake.entry import Entry, State
from ui.intake.reading import Reading, files_in
from ui.session.desk_client import DeskClient


@pytest.fixture
def come(qtbot: QtBot) -> list[Entry]:
    return []


@pytest.fixture
def reading(qtbot: QtBot, client: DeskClient, come: list[Entry]) -> Reading:
    made = Reading(client, client)
    made.came.connect(come.extend)
    return made


def test_files_come_in_order_and_a_refused_one_is_a_row(
    qtbot: QtBot, reading: Reading, come: list[Entry], tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []
    reading.progressed.connect(lambda *said: told.append(said))
    reading.add([TRACKED, LOCKED, tmp_path / "không có.docx", page(tmp_path, CLEAN)])
    qtbot.waitUntil(lambda: not reading.is_reading(), timeout=20_000)
    assert [one.state for one in come] == [State.NEW, State.REFUSED, State.REFUSED, State.NEW]
    assert told[0] == (0, 4)
    assert told[-1] == (4, 4)


def test_a_folder_is_read_file_by_file(
    qtbot: QtBot, reading: Reading, come: list[Entry], tmp_path: Path
) -> None:
    folder = tmp_path / "Bài tháng 4" / "xã"
    folder.mkdir(parents=True)
    page(folder, CLEAN)
    (folder / "ảnh.jpg").write_bytes(b"x")
    (folder / "~$bài.docx").write_bytes(b"x")
    reading.add([tmp_path / "Bài tháng 4"])
    qtbot.waitUntil(lambda: not reading.is_reading(), timeout=20_000)
    assert [one.name for one in come] == [f"bài {CLEAN}.txt"]


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadIntake) as caught:
        files_in(tmp_path)
    assert caught.value.fault is IntakeFault.NO_ARTICLE


def test_it_stops_between_two_files_and_goes_on(
    qtbot: QtBot, reading: Reading, come: list[Entry], tmp_path: Path
) -> None:
    reading.came.connect(lambda _: reading.stop())
    reading.add([page(tmp_path, CLEAN), TRACKED])
    qtbot.waitUntil(lambda: bool(come), timeout=20_000)
    assert not reading.is_reading()
    assert reading.left() == 1
    reading.came.disconnect()
    reading.came.connect(come.extend)
    reading.go_on()
    qtbot.waitUntil(lambda: not reading.is_reading(), timeout=20_000)
    assert [one.name for one in come] == [f"bài {CLEAN}.txt", TRACKED.name]


def test_the_file_under_way_is_given_back_when_it_stops(qtbot: QtBot, tmp_path: Path) -> None:
    threaded = DeskClient()
    reading, come = Reading(threaded, threaded), list[Entry]()
    reading.came.connect(come.extend)
    reading.add([page(tmp_path, CLEAN), TRACKED])
    reading.stop()
    assert reading.left() == 2
    qtbot.waitUntil(threaded.idle, timeout=20_000)
    assert come == []
    reading.go_on()
    qtbot.waitUntil(lambda: not reading.is_reading(), timeout=20_000)
    assert len(come) == 2
    reading.close()
    threaded.close()
