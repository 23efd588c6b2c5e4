"""The only entry: without a verb the window opens, with a verb it is a command line.

Arguments are read before Qt is imported, so that a verb needs no screen and a mistake answers at once.
"""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from desk.paths import data_folder, sample_folder


@dataclass(frozen=True, slots=True)
class Start:
    """The window's start: the desk's folder, and the files that are to be taken in."""

    folder: Path
    files: tuple[Path, ...] = ()


def main(arguments: list[str]) -> int:
    """Run the window or a verb; 0 done, 1 refused or found wanting, 2 misused."""
    start = window_start(arguments)
    if start is not None:
        if start.folder == sample_folder():
            make_sample(start.folder)
        gc.disable()  # until the window stands (ui.window.app): a start makes much and throws nothing away
        import_qt()
        from ui.window import app

        return app.run(start.folder, start.files)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # packaged without a console
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - as long as we run
    from ui.terminal import arguments as terminal_arguments
    from ui.terminal import verbs

    return verbs.run(terminal_arguments.read(arguments))


def import_qt() -> None:
    """Import PySide6, and go on importing as without it.

    For `from __feature__ import`, which nothing here uses, PySide reads and searches the source of every module that
    is imported after it: 14 ms of a start.
    """
    import builtins

    import PySide6.QtWidgets  # noqa: F401 - to be there before the import is put back

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def make_sample(folder: Path) -> None:
    """Make the sample desk, unless it is there."""
    from desk.paths import DESK_FILE

    if not (folder / DESK_FILE).exists():
        from desk.sample import found

        found.ready(folder)


def window_start(arguments: list[str]) -> Start | None:
    """Return what the window is started with when it is wanted; None leaves the arguments to their grammar.

    The window's own start is read here, because argparse costs a tenth of it.
    """
    if arguments == ["sample"]:
        return Start(sample_folder())
    opens = arguments[:1] == ["open"]
    rest = arguments[opens:]
    given = None
    if rest[:1] == ["--data"] and len(rest) > 1:
        given, rest = rest[1], rest[2:]
    elif rest and rest[0].startswith("--data="):
        given, rest = rest[0].removeprefix("--data="), rest[1:]
    if (rest and not opens) or (opens and not rest) or any(one.startswith("-") for one in rest):
        return None
    return Start(data_folder(given), tuple(Path(one).resolve() for one in rest))


if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # packaged, a worker process is this program begun again
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:]))
