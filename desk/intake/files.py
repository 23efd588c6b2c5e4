"""The door for files: which intake reads this kind of file."""

from __future__ import annotations

from pathlib import Path

from desk.errors import BadIntake, IntakeFault
from desk.intake.result import Taken
from desk.intake.web_page import HTML_SUFFIXES, PAGE_BYTES, TEXT_SUFFIXES, read_web
from desk.os_errors import file_size, file_trouble

SUFFIXES = TEXT_SUFFIXES | HTML_SUFFIXES


def take_in(path: Path) -> Taken:
    """Read a contributor's file; BadIntake says why it is no article, FileTrouble why it cannot be read."""
    if path.suffix.lower() not in SUFFIXES:
        raise BadIntake(IntakeFault.UNKNOWN_KIND, path.name)
    try:
        if file_size(path) > PAGE_BYTES:
            raise BadIntake(IntakeFault.TOO_HEAVY, path.name)
        data = path.read_bytes()
    except OSError as error:
        raise file_trouble(error, path) from error
    return read_web(data, path.name)
