"""Where a packaged program keeps its desk: asked once, before there is one; the answer lies with the user."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from desk import paths
from desk.database.store import refuse_network
from desk.errors import FileTrouble
from desk.os_errors import kind_of

_USERS = "*S-1-5-32-545:(OI)(CI)M"  # all users of the machine may change what lies in it, now and later


def choose(folder: Path) -> None:
    """Keep the desk in this folder from now on; FileTrouble when it is on a network, or cannot be written."""
    refuse_network(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        trial = folder / "thu-ghi.tmp"
        trial.write_bytes(b"")
        trial.unlink()
        if folder == paths.shared_folder():
            _open_to_all(folder)
        if folder != paths.own_folder():
            paths.note().parent.mkdir(parents=True, exist_ok=True)
            paths.note().write_text(str(folder), encoding="utf-8")
    except OSError as error:
        raise FileTrouble(kind_of(error), str(folder)) from error


def _open_to_all(folder: Path) -> None:
    if os.name == "nt":
        command = ["icacls", str(folder), "/grant", _USERS]
        subprocess.run(command, check=False, capture_output=True, creationflags=0x08000000)  # no window
