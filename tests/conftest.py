"""What every test stands on: a cheap password hash, a founded desk in tmp_path, the clock put back."""

from __future__ import annotations

import ctypes
import gc
import os
import shutil
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from desk import clock
from desk.acts.rules import Role, Stage
from desk.database import store
from desk.department import passwords, people, settings
from desk.edition.edition import Names
from desk.issues import placing
from desk.paths import RESOURCES
from tests import effort
from tests.making import CODE, PASSWORD, Cast, article, dated, filled, printed, words

effort.register()
gc.disable()  # while the tests are read: nothing of them is garbage
SCREEN = os.path.relpath(RESOURCES / "tour" / "screen.json").replace(os.sep, "/")
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={SCREEN}")  # a machine may have no screen

NAMES = Names(
    committee="ĐẢNG BỘ TỈNH",
    department="BAN TUYÊN GIÁO TỈNH ỦY",
    bulletin="Thông báo nội bộ",
)


def pytest_collection_finish() -> None:
    """Set aside, once all tests are read, what stays to the end: a collection walks through what came after."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture(autouse=True)
def _cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "COST", 2**4)


@pytest.fixture(autouse=True)
def _clock_back() -> Iterator[None]:
    yield
    clock.set_clock(None)


@pytest.fixture(scope="module", autouse=True)
def _let_go() -> Iterator[None]:
    """Let go, after each file of tests, of what the typesetter remembers: some 100 MB an issue."""
    yield
    pictures, typst = (sys.modules.get(f"desk.press.typeset.{name}") for name in ("picture_output", "typst"))
    if pictures is not None:
        pictures.forget()
    if typst is not None and typst.forget():
        gc.collect()
        if sys.platform == "linux":  # where what was freed stays with the process until it is asked for
            ctypes.CDLL(None).malloc_trim(0)


@pytest.fixture(scope="session")
def founded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Found one desk for the whole run; tests copy it."""
    path = tmp_path_factory.mktemp("gốc") / "desk.sqlite"
    cost, passwords.COST = passwords.COST, 2**4
    clock.set_clock(lambda: datetime(2019, 1, 2, 3, tzinfo=UTC))  # before whatever day a test is set on
    store.create(path)
    store.open_file(path)
    admin = settings.found(
        NAMES, settings.PROPOSED_SECTIONS, "Quản Trị", "Chánh văn phòng", "Văn phòng", PASSWORD, CODE
    )
    add = partial(people.add, renew=False)  # nobody chooses a password first
    add(admin, "Lê Thị Viết", "Chuyên viên", "Phòng Khoa giáo", frozenset({Role.WRITER}), PASSWORD)
    add(admin, "Phạm Văn Biên", "Trưởng phòng", "Phòng Khoa giáo", frozenset({Role.EDITOR}), PASSWORD)
    add(admin, "Trần Thị Lãnh", "Phó Trưởng ban", "Lãnh đạo Ban", frozenset({Role.CHIEF}), PASSWORD)
    add(admin, "Hoàng Thư Ký", "Chuyên viên", "Văn phòng", frozenset({Role.SECRETARY}), PASSWORD)
    store.close_file()
    clock.set_clock(None)
    passwords.COST = cost
    return path


@pytest.fixture
def desk_file(request: pytest.FixtureRequest, founded_file: Path, tmp_path: Path) -> Path:
    """A founded desk's file, closed, in a folder with spaces and Vietnamese letters.

    A test that uses `released` finds its number 4/2019 in the shelf.
    """
    shelved = "released" in request.fixturenames
    given = request.getfixturevalue("released_file") if shelved else founded_file
    folder = tmp_path / "Bản tin nội bộ"
    folder.mkdir()
    path = folder / "desk.sqlite"
    shutil.copy(given, path)
    return path


@pytest.fixture
def cast(desk_file: Path) -> Iterator[Cast]:
    """The open desk with its people."""
    store.open_file(desk_file)
    yield _cast(desk_file)
    store.close_file()


@pytest.fixture(scope="session")
def released_file(founded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The desk with its number 4/2019 of two articles released, the second longer than a page.

    To release anew costs a test two seconds.
    """
    path = tmp_path_factory.mktemp("đã phát hành") / "desk.sqlite"
    shutil.copy(founded_file, path)
    store.open_file(path)
    clock.set_clock(lambda: datetime(2019, 4, 15, 3, 0, tzinfo=UTC))
    cast = _cast(path)
    filled(cast, "Bài một")
    long = words(
        "Bài hai", *(f"Đoạn {at}. {'Các đồng chí đã trao đổi, thảo luận. ' * 12}" for at in range(9))
    )
    placing.place(cast.secretary, 1, 2, [article(cast, long, Stage.APPROVED)])
    dated()
    printed(cast)
    clock.set_clock(None)
    store.close_file()
    return path


@pytest.fixture
def released(cast: Cast) -> Cast:
    """The open desk whose number 4/2019 is released, with its people."""
    return cast


def _cast(path: Path) -> Cast:
    by_role = {role: row.id for row in people.everybody() for role in row.roles}
    return Cast(
        path=path,
        admin=by_role[Role.ADMIN],
        writer=by_role[Role.WRITER],
        editor=by_role[Role.EDITOR],
        chief=by_role[Role.CHIEF],
        secretary=next(row.id for row in people.everybody() if row.name == "Hoàng Thư Ký"),
    )
