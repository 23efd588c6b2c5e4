"""The verbs of salvage and the archive."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from desk.integrity import database
from desk.paths import DESK_FILE
from desk.safety import archive
from desk.safety.archive import INDEX
from desk.safety.archive_import import take_in
from desk.safety.salvage import LIST, salvage
from desk.safety.salvaged import summary
from ui.words import salvage as words
from ui.words import wording


def _salvage(wish: argparse.Namespace) -> int:
    """Give out what a damaged file still holds; 0 where nothing is missing."""
    result = salvage(wish.file, wish.to, deed=words.deed)
    if wish.json:
        _json(summary(result))
    _notify(f"{words.salvaged(result)}\n{result.folder / LIST}")
    return 0 if result.whole else 1


def write_archive(wish: argparse.Namespace, who: int | None) -> int:
    """Write the archive of a year, or of everything; somebody's is journaled."""
    if who is not None:
        archive.may_archive(who)
    result = archive.archive_file(wish.folder / DESK_FILE, wish.to, wish.year, deed=words.deed)
    if who is not None:
        archive.journaled(who, result)
    if wish.json:
        _json({**asdict(result), "folder": str(result.folder)})
    _notify(f"{words.archived(result)}\n{result.folder / INDEX}")
    return 0


def _archive_import(wish: argparse.Namespace) -> int:
    """Make a new desk of an archive, and check it."""
    take_in(wish.archive, wish.folder)
    found = database.check_file(wish.folder / DESK_FILE)
    for one in found:
        sys.stdout.write(wording.finding(one) + "\n")
    _notify(words.taken_in(wish.folder, whole=not found))
    return 1 if found else 0


VERBS: dict[str, Callable[[argparse.Namespace], int]] = {
    "salvage": _salvage,
    "archive-import": _archive_import,
}


def _json(value: Any) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def _notify(said: str) -> None:
    sys.stderr.write(said + "\n")
