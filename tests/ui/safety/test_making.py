"""Backups made beside the window: by menu, by the clock, before a release; told when they fail, and tried."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from desk import clock
from desk.acts import journal
from desk.acts.journal import JournalQuery
from desk.acts.rules import Act
from desk.cancel import StopFile
from desk.database import copies
from desk.safety.backups import listed
from desk.safety.facts import Reason
from tests.engine import act as behind_its_back
from tests.engine import unguard
from tests.making import Cast, article, later
from ui.safety import making, second_place
from ui.session.session import Session
from ui.window.commands import Do
from ui.window.window import Window

Sit = Callable[[int], Window]
SessionOf = Callable[[int], Session]


def _reasons(cast: Cast) -> list[Reason]:
    return [one.facts.why for one in reversed(listed(cast.path)) if one.facts is not None]


def _full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _quiet(window: Window) -> str:
    return window.pages.today.backups.text()


def test_a_backup_by_menu_is_made_and_said(sit: Sit, cast: Cast) -> None:
    window = sit(cast.writer)
    window.commands[Do.BACKUP].trigger()
    assert _reasons(cast) == [Reason.HAND]
    assert window.notice.words().startswith("Đã sao lưu và kiểm tra: hôm nay ")
    assert _quiet(window).startswith("Bản sao lưu gần nhất: hôm nay ")


def test_a_backup_that_cannot_be_made_is_said_with_the_reason(
    sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit(cast.writer)
    monkeypatch.setattr(copies, "flush", _full)
    window.commands[Do.BACKUP].trigger()
    assert window.notice.words().startswith("Chưa sao lưu được. Ổ đĩa đã đầy")
    assert listed(cast.path) == []


def test_a_faulty_desk_is_said(sit: Sit, cast: Cast) -> None:
    window = sit(cast.writer)
    unguard()
    behind_its_back("UPDATE journal SET note = 'khác' WHERE id = 2")
    window.commands[Do.BACKUP].trigger()
    assert "có chỗ không ổn" in window.notice.words()
    assert window.pages.today.lines[0].text() == "Bản sao lưu gần nhất có lỗi"


def test_every_half_hour_when_something_was_done(sit: Sit, cast: Cast) -> None:
    later(0)
    keeper = sit(cast.writer).backups.keeper
    keeper.tick()
    assert _reasons(cast) == [Reason.INTERVAL]
    keeper.tick()  # a restore is tried
    article(cast)
    later(29)
    keeper.tick()
    assert len(_reasons(cast)) == 1
    later(1)
    keeper.tick()
    assert _reasons(cast) == [Reason.INTERVAL] * 2
    later(120)
    keeper.tick()
    assert len(_reasons(cast)) == 2


def test_a_full_disk_is_said_once_and_asked_again_after_half_an_hour(
    sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(0)
    window = sit(cast.writer)
    asked: list[int] = []

    def full(*_: object, **__: object) -> None:
        asked.append(1)
        _full()

    monkeypatch.setattr(copies, "flush", full)
    said: list[str] = []
    window.session.said.connect(lambda *words: said.append(words[0]))
    for _ in range(13):  # an hour
        window.backups.keeper.tick()
        later(5)
    assert len(asked) == 3
    assert len(said) == 1
    monkeypatch.undo()
    later(30)
    window.backups.keeper.tick()
    assert _reasons(cast) == [Reason.INTERVAL]


def test_a_restore_is_tried_every_month_and_stands_in_the_journal(sit: Sit, cast: Cast) -> None:
    later(0)
    keeper = sit(cast.writer).backups.keeper
    for _ in range(4):
        keeper.tick()
    assert len(journal.entries(JournalQuery(act=Act.TRY_RESTORE))) == 1
    (backup,) = listed(cast.path)
    assert backup.facts is not None
    assert backup.facts.tried is not None
    later(30 * 24 * 60)
    for _ in range(3):
        keeper.tick()
    assert len(journal.entries(JournalQuery(act=Act.TRY_RESTORE))) == 2


def test_a_trial_that_fails_is_said(sit: Sit, cast: Cast) -> None:
    later(0)
    window = sit(cast.writer)
    window.backups.keeper.tick()
    (backup,) = listed(cast.path)
    with backup.path.open("r+b") as file:
        file.seek(9000)
        file.write(b"hong")
    window.backups.keeper.tick()
    assert window.notice.words().startswith("Thử phục hồi từ bản sao lưu hôm nay")


# -- the second place ----------------------------------------------------------------------------------------


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A disk that is chosen as the second place."""
    (tmp_path / "Ổ USB").mkdir()
    second_place.choose(str(tmp_path / "Ổ USB"))
    return tmp_path / "Ổ USB"


def test_both_places_have_it(sit: Sit, cast: Cast, stick: Path) -> None:
    later(2)
    window = sit(cast.writer)
    window.commands[Do.BACKUP].trigger()
    assert [one.second for one in listed(cast.path, str(stick))] == [False, True]
    assert second_place.since() == clock.read_stamp(clock.stamp(clock.now()))


def test_a_second_place_that_fails_is_said_once_and_after_a_week_on_the_first_page(
    sit: Sit, cast: Cast, stick: Path
) -> None:
    later(1)
    window = sit(cast.writer)
    stick.rmdir()
    said: list[str] = []
    window.session.said.connect(lambda *words: said.append(words[0]))
    for day in range(9):
        article(cast)
        window.backups.keeper.tick()
        late = [line.text() for line in window.pages.today.lines if "nơi thứ hai" in line.text()]
        assert bool(late) is (day >= 7), day
        later(24 * 60)
    assert len(listed(cast.path)) == 9
    failing = [one for one in said if "nơi thứ hai chưa nhận được" in one]
    assert len(failing) == 1
    assert str(stick) in failing[0]


def test_by_hand_it_is_said_each_time(sit: Sit, cast: Cast, stick: Path) -> None:
    window = sit(cast.writer)
    stick.rmdir()
    for _ in range(2):
        window.session.say("")
        window.commands[Do.BACKUP].trigger()
        assert "nơi thứ hai chưa nhận được" in window.notice.words()


# -- before a release ----------------------------------------------------------------------------------------


def test_before_a_release_a_backup_is_made(session_of: SessionOf, cast: Cast) -> None:
    session, gone_on = session_of(cast.secretary), []
    making.before_release(session, session, lambda: gone_on.append(_reasons(cast)), StopFile())
    assert gone_on == [[Reason.RELEASE]]


def test_a_full_disk_does_not_hold_up_the_bulletin(
    session_of: SessionOf, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, gone_on, said = session_of(cast.secretary), [], []
    session.said.connect(lambda *words: said.append(words[0]))
    monkeypatch.setattr(copies, "flush", _full)
    making.before_release(session, session, lambda: gone_on.append(1), StopFile())
    assert gone_on == [1]
    assert said[0].startswith("Chưa sao lưu được trước khi phát hành. ")


def test_who_stops_a_release_stops_its_backup(session_of: SessionOf, cast: Cast) -> None:
    session, said, stop = session_of(cast.secretary), [], StopFile()
    session.said.connect(lambda *words: said.append(words[0]))
    stop.set()
    making.before_release(session, session, lambda: None, stop)
    assert said == []
    assert listed(cast.path) == []
    assert not stop()  # the file that stopped it is gone
