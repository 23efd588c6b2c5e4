"""Bàn biên tập: without a verb the window opens, with a verb it is a command line.

Arguments are read before Qt is imported, so that a verb needs no screen and a mistake answers at once.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from desk.paths import data_folder


def main(arguments: list[str]) -> int:
    """Run the window or a verb; 0 done, 1 refused or found wanting, 2 misused."""
    folder = window_folder(arguments)
    if folder is not None:
        gc.disable()  # until the window stands (ui.window.app): a start makes much and throws nothing away
        import_qt()
        from ui.window import app

        return app.run(folder)
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


def window_folder(arguments: list[str]) -> Path | None:
    """Return the desk's folder when the window is wanted; None leaves the arguments to their grammar.

    The window's own start is read here, because argparse costs a tenth of it.
    """
    if not arguments:
        return data_folder()
    if len(arguments) == 2 and arguments[0] == "--data":
        return data_folder(arguments[1])
    if len(arguments) == 1 and arguments[0].startswith("--data="):
        return data_folder(arguments[0].removeprefix("--data="))
    return None


if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # packaged, a worker process is this program begun again
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:]))
