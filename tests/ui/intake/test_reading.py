"""Files read one after the other, until somebody stops it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.errors import BadIntake, IntakeFault
from desk.intake.recogniser.roles import Role
from desk.intake.result import DoubtKind
from tests.ui.intake.given import CLEAN, LOCKED, TRACKED, heavy, page
from ui.intake.entry import Entry, State
from ui.intake.reading import Reading
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
    (folder / "ảnh.jpg").write_bytes(b"\xff\xd8\xff\xe0 a photograph" * 40)
    (folder / "~$bài.docx").write_bytes(b"x")
    reading.add([tmp_path / "Bài tháng 4"])
    qtbot.waitUntil(lambda: not reading.is_reading(), timeout=20_000)
    assert [one.name for one in come] == [f"Bài tháng 4 › xã/bài {CLEAN}.txt"]
    (only,) = come
    assert only.source is not None
    assert only.source.document is not None
    assert [picture.name for picture in only.source.document.pictures] == ["ảnh.jpg"]


def test_photographs_chosen_with_a_text_belong_to_it(
    qtbot: QtBot, reading: Reading, come: list[Entry], tmp_path: Path
) -> None:
    photograph = tmp_path / "ảnh.jpg"
    photograph.write_bytes(b"\xff\xd8\xff\xe0 a photograph" * 40)
    text = page(tmp_path, CLEAN)
    reading.add([photograph, text])
    qtbot.waitUntil(lambda: not reading.is_reading(), timeout=20_000)
    assert [(one.name, one.state) for one in come] == [(text.name, State.NEW)]
    (only,) = come
    assert only.source is not None
    assert only.source.document is not None
    assert [picture.name for picture in only.source.document.pictures] == ["ảnh.jpg"]
    assert [doubt.kind for doubt in only.arrangement.doubts()] == [DoubtKind.PICTURE_GUESSED]
    assert only.to_look_at() == 1
    place = only.arrangement.place_of(only.arrangement.doubts()[0])
    assert place is not None
    only.arrangement.give([place], Role.BODY)
    assert only.arrangement.doubts() == []


_STORY = """Xã Nậm Lúc ra quân trồng rừng đầu xuân

Sáng 5/3/2024, Ủy ban nhân dân xã Nậm Lúc tổ chức lễ ra quân trồng rừng đầu xuân với hơn 300 người tham gia.

Tại buổi lễ, đồng chí Lý Seo Phà, Chủ tịch xã, đề nghị các thôn chăm sóc tốt diện tích đã trồng, giao từng hộ
bảo vệ. Kết thúc buổi sáng, toàn xã trồng được 200 cây sa mộc và 150 cây lát hoa quanh khu trung tâm.
"""


def test_a_page_of_word_keeps_the_pictures_of_its_own_folder(
    qtbot: QtBot, reading: Reading, come: list[Entry], tmp_path: Path
) -> None:
    photograph = b"\xff\xd8\xff\xe0 a photograph" * 40
    beside = tmp_path / "bài_files"
    beside.mkdir()
    (beside / "image001.jpg").write_bytes(photograph)
    other = tmp_path / "khác.jpg"
    other.write_bytes(photograph + b"another")
    text = tmp_path / "bài.html"
    picture = '<p class="MsoNormal"><img src="bài_files/image001.jpg"></p>'
    text.write_text(
        CLEAN.replace("</body>", f"{picture}</body>") if "</body>" in CLEAN else CLEAN + picture, "utf-8"
    )
    notes = tmp_path / "tin ngắn.txt"
    notes.write_text(_STORY, "utf-8")
    reading.add([other, text, notes])
    qtbot.waitUntil(lambda: not reading.is_reading(), timeout=20_000)
    had = {
        one.name: [picture.name for picture in one.source.document.pictures]
        for one in come
        if one.source is not None and one.source.document is not None
    }
    assert sorted(had) == ["bài.html", "tin ngắn.txt"]
    assert len(had["bài.html"]) == 1
    assert "khác.jpg" not in had["bài.html"]
    assert had["tin ngắn.txt"] == ["khác.jpg"]


def test_an_empty_folder_says_so(qtbot: QtBot, reading: Reading, come: list[Entry], tmp_path: Path) -> None:
    reading.add([tmp_path])
    qtbot.waitUntil(lambda: not reading.is_reading(), timeout=20_000)
    (only,) = come
    assert isinstance(only.error, BadIntake)
    assert only.error.fault is IntakeFault.NO_ARTICLE


def test_a_folder_that_was_stopped_goes_on_where_it_was(
    qtbot: QtBot, reading: Reading, come: list[Entry], tmp_path: Path
) -> None:
    folder = tmp_path / "nhiều bài"
    folder.mkdir()
    for number in range(3):
        text = (
            f"Xã số {number} ra quân\n\nSáng 1{number}/3, xã số {number} tổ chức lễ ra quân ở cả bảy bản.\n"
        )
        (folder / f"{number}.txt").write_text(text * 3, encoding="utf-8")
    reading.came.connect(lambda _: reading.stop())
    reading.add([folder])
    qtbot.waitUntil(lambda: bool(come), timeout=20_000)
    assert reading.left() == 1
    reading.came.disconnect()
    reading.came.connect(come.extend)
    reading.go_on()
    qtbot.waitUntil(lambda: not reading.is_reading(), timeout=20_000)
    assert [one.name for one in come] == [f"nhiều bài › {number}.txt" for number in range(3)]


def test_a_heavy_text_comes_before_its_bytes(
    qtbot: QtBot, reading: Reading, come: list[Entry], tmp_path: Path
) -> None:
    path = heavy(tmp_path)
    whole: list[bool] = []
    reading.came.connect(lambda entries: whole.append(entries[0].is_whole))
    reading.completed.connect(lambda entry: whole.append(entry.is_whole))
    reading.add([path])
    qtbot.waitUntil(lambda: not reading.is_reading(), timeout=20_000)
    assert whole == [False, True]
    (only,) = come
    assert only.source is not None
    assert only.source.data == path.read_bytes()
    assert len(only.arrangement.document.pictures[0].data) > 200_000


def test_bytes_under_way_still_come_when_it_is_closed(
    qtbot: QtBot, reading: Reading, come: list[Entry], tmp_path: Path
) -> None:
    reading.came.connect(lambda _: reading.close())
    reading.add([heavy(tmp_path)])
    qtbot.waitUntil(lambda: bool(come) and come[0].is_whole, timeout=20_000)
    assert not reading.stands_by()
    reading.add([page(tmp_path, CLEAN)])
    qtbot.waitUntil(lambda: len(come) == 2, timeout=20_000)


def test_a_process_that_stood_by_reads_the_first_file(
    qtbot: QtBot, reading: Reading, come: list[Entry], tmp_path: Path
) -> None:
    reading.stand_by()
    process = reading._process
    reading.forget()
    reading.add([page(tmp_path, CLEAN)])
    qtbot.waitUntil(lambda: bool(come), timeout=20_000)
    assert reading._process is process
    reading.close()
    reading.stand_by()
    reading.stand_down()  # no file came
    assert not reading.stands_by()


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
