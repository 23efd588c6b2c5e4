"""Who acts by the command line, and how they prove it: a prompt, or the first line of a file."""

from __future__ import annotations

import argparse
import codecs
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk.acts import journal
from desk.acts.entry_details import FromTerminal
from desk.department import people
from desk.errors import NotNow, Why
from desk.os_errors import file_trouble

_MOST_BYTES = 4096  # of the first line


class NoPassword(Exception):
    """The command was misused: a name was given without its password; the words say what is missing."""


def password(wish: argparse.Namespace) -> str:
    """Return the password of whom `--as` names: asked for where somebody sits, else read from the file given."""
    if wish.password_file is not None:
        return _first_line(wish.password_file)
    if sys.stdin is None or not sys.stdin.isatty():
        raise NoPassword(
            f"Làm việc dưới tên “{wish.name}” cần mật khẩu. Hãy chạy lệnh trong cửa sổ dòng lệnh để gõ mật khẩu, "
            "hoặc thêm --password-file TỆP (mật khẩu ở dòng đầu, lưu bằng UTF-8)."
        )
    from getpass import getpass

    try:
        return getpass(f"Mật khẩu của {wish.name}: ")
    except (EOFError, KeyboardInterrupt):
        raise NoPassword("Chưa gõ mật khẩu nên không làm gì cả.") from None


@contextmanager
def signed_in(wish: argparse.Namespace, secret: str) -> Iterator[int]:
    """Let whom `--as` names act on the open desk; what the journal keeps meanwhile tells by which way it came."""
    with journal.noting(FromTerminal(terminal=True)):
        who = people.sign_in(people.by_name(wish.name).id, secret)
        if who.renew:
            raise NotNow(Why.RENEW_FIRST)
        yield who.id


def _first_line(path: Path) -> str:
    try:
        with path.open("rb") as file:
            line = file.readline(_MOST_BYTES)
    except OSError as error:
        raise file_trouble(error, path) from error
    try:
        words = line.removeprefix(codecs.BOM_UTF8).decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        raise NoPassword(f"Tệp mật khẩu “{path}” không phải là văn bản UTF-8.") from None
    if not words:
        raise NoPassword(f"Dòng đầu của tệp mật khẩu “{path}” trống.")
    return words
