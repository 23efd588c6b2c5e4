"""The backup when the program ends: of what was done, waited for a little, left off cleanly."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from desk.articles import drafts
from desk.database import copies, store
from desk.safety.backups import Proof, listed, prove
from desk.safety.facts import FOLDER, Reason
from tests.making import Cast, article, words
from tests.ui.modal import answer
from ui.safety import closing
from ui.safety.wait_dialog import WaitDialog
from ui.session.desk_client import DeskClient
from ui.window import app


def _reasons(desk: Path) -> list[Reason]:
    return [one.facts.why for one in listed(desk) if one.facts is not None]


def test_what_was_done_is_backed_up_and_what_was_not_is_not(client: DeskClient, cast: Cast) -> None:
    assert closing.back_up(client)
    assert closing.back_up(client)
    assert _reasons(cast.path) == [Reason.CLOSE]
    drafts.keep(cast.writer, "a", None, 0, None, words())
    assert closing.back_up(client)
    assert _reasons(cast.path) == [Reason.CLOSE] * 2


def test_a_full_disk_does_not_keep_the_program(
    client: DeskClient, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(copies, "flush", full)
    assert not closing.back_up(client)


def test_the_program_backs_up_at_its_end(client: DeskClient, cast: Cast) -> None:
    desk = app.App(cast.path.parent, client)
    desk.back_up()  # nobody has opened it
    assert listed(cast.path) == []
    desk._opened = True
    desk.back_up()
    assert _reasons(cast.path) == [Reason.CLOSE]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Let a copy last until it is stopped; set once it has begun."""
    begun = Event()
    real = copies.copy_into

    def lasts(source: Path, part: Path, *, stop: Callable[[], bool]) -> None:
        real(source, part, stop=lambda: False)
        begun.set()
        while not stop():
            begun.wait(0.005)

    monkeypatch.setattr(copies, "copy_into", lasts)
    return begun


@pytest.fixture
def busy(cast: Cast) -> DeskClient:
    """A client that works in threads on a desk with something to back up; its process is a thread, too."""
    article(cast)
    store.close_file()
    made = DeskClient(processes=ThreadPoolExecutor(1))
    made.open_file(cast.path)
    return made


def _left(desk: Path) -> list[str]:
    return [path.name for path in (desk.parent / FOLDER).iterdir() if path.suffix != ".lock"]


def test_who_does_not_want_to_wait_leaves_it_off(busy: DeskClient, cast: Cast, slow: Event) -> None:
    met = answer(WaitDialog, lambda dialog: dialog.ok.click())
    assert not closing.back_up(busy)
    assert met[0].windowTitle() == "Đang sao lưu trước khi đóng…"
    busy.close()
    assert slow.is_set()
    assert _left(cast.path) == []


def test_after_some_seconds_it_is_left_off(
    busy: DeskClient, cast: Cast, slow: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(closing, "MOST", 1)
    assert not closing.back_up(busy)
    busy.close()
    assert _left(cast.path) == []


def test_in_a_process_of_its_own(cast: Cast) -> None:
    article(cast)
    store.close_file()
    client = DeskClient()
    client.open_file(cast.path)
    assert closing.back_up(client)
    client.close()
    (backup,) = listed(cast.path)
    assert prove(backup) is Proof.PROVEN
    assert [path.name for path in cast.path.parent.iterdir() if path.suffix in ("-wal", "-shm")] == []
