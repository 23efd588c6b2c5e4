"""Who acts by the command line proves it, and the journal tells which way the act came."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desk.acts import journal
from desk.acts.journal import JournalEntry, JournalQuery
from desk.acts.rules import Act
from desk.database import store
from desk.department import people
from tests.making import PASSWORD
from tests.ui.terminal.running import Capture, acting, run

NAME = "Lê Thị Viết"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "bài.txt"
    file.write_text("Đại hội chi bộ\n\nSáng 9/4, chi bộ họp.\n", encoding="utf-8")
    return file


def _entries(desk: Path) -> list[JournalEntry]:
    store.open_file(desk / "desk.sqlite", readonly=True)
    try:
        return journal.entries(JournalQuery(), limit=3)
    finally:
        store.close_file()


@pytest.mark.parametrize("form", ["{}", "{}\n", "{}\r\n", "\ufeff{}\r\nhàng sau\n"])
def test_the_first_line_of_a_file_is_the_password(
    filled: Path, tmp_path: Path, text: Path, capsys: Capture, form: str
) -> None:
    file = tmp_path / "mk.txt"
    file.write_bytes(form.format(PASSWORD).encode("utf-8"))
    code, _, err = run(capsys, "import", text, "--as", NAME, "--password-file", file, "--data", filled)
    assert (code, "→ bài số 3" in err) == (0, True)
    entry = _entries(filled)[0]
    assert (entry.act, entry.person, entry.detail["terminal"]) == (Act.TAKE_IN, NAME, True)


def test_without_a_password_nothing_is_done(filled: Path, text: Path, capsys: Capture) -> None:
    before = _entries(filled)
    for verb in (["import", text], ["export", "4/2019", "--out", filled / "ra"]):
        code, out, err = run(capsys, *verb, "--as", NAME, "--data", filled)
        assert (code, out) == (2, "")
        assert "--password-file" in err
    assert _entries(filled) == before


@pytest.mark.parametrize(
    ("stored", "code", "said"),
    [
        (b"", 2, "trống"),
        (b"\n" + PASSWORD.encode(), 2, "trống"),
        ("mật khẩu 1".encode("utf-16"), 2, "UTF-8"),
        (None, 1, "mk.txt"),
    ],
)
def test_a_file_without_a_password_is_named(
    filled: Path, tmp_path: Path, text: Path, capsys: Capture, stored: bytes | None, code: int, said: str
) -> None:
    file = tmp_path / "mk.txt"
    if stored is not None:
        file.write_bytes(stored)
    given = ("--as", NAME, "--password-file", file)
    done, _, err = run(capsys, "import", text, *given, "--data", filled)
    assert done == code
    assert said in err


def test_a_wrong_password_waits_and_is_journaled(filled: Path, text: Path, capsys: Capture) -> None:
    for tries in range(4):
        code, _, err = run(capsys, "import", text, *acting(filled, NAME, "sai rồi"), "--data", filled)
        assert (code, "Mật khẩu chưa đúng." in err) == (1, True)
        assert ("Hãy chờ" in err) is (tries >= 2)
    code, _, err = run(capsys, "import", text, *acting(filled, NAME), "--data", filled)
    assert (code, "Hãy chờ" in err) == (1, True)
    entry = _entries(filled)[0]
    assert (entry.act, entry.person) == (Act.FAILED_SIGN_IN, NAME)
    assert entry.detail == {"tries": 1, "terminal": True}


def test_who_sits_at_a_terminal_is_asked(
    filled: Path, text: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return PASSWORD

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", answer)
    assert run(capsys, "import", text, "--as", NAME, "--data", filled)[0] == 0
    assert asked == [f"Mật khẩu của {NAME}: "]
    assert run(capsys, "import", text, "--dry-run", "--as", NAME, "--data", filled)[0] == 0
    assert len(asked) == 1

    def give_up(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("getpass.getpass", give_up)
    code, _, err = run(capsys, "import", text, "--as", NAME, "--data", filled)
    assert (code, "Chưa gõ mật khẩu" in err) == (2, True)


def test_a_password_that_an_administrator_gave_opens_only_the_window(
    filled: Path, text: Path, capsys: Capture
) -> None:
    store.open_file(filled / "desk.sqlite")
    admin, writer = (people.by_name(name).id for name in ("Quản Trị", NAME))
    people.reset_password(admin, writer, "mật khẩu tạm")
    store.close_file()
    code, _, err = run(capsys, "import", text, *acting(filled, NAME, "mật khẩu tạm"), "--data", filled)
    assert (code, "chọn mật khẩu mới" in err) == (1, True)
