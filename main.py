"""Bàn biên tập: without a verb the window opens, with a verb it is a command line.

Arguments are read before Qt is imported, so that a verb needs no screen and a mistake answers at once.
"""

from __future__ import annotations

import gc
import multiprocessing
import sys
from pathlib import Path

from desk.paths import data_folder


def main(arguments: list[str]) -> int:
    """Run the window or a verb; 0 done, 1 refused or found wanting, 2 misused."""
    folder = window_folder(arguments)
    if folder is not None:
        gc.disable()  # until the window stands (ui.app): a start makes much and throws nothing away
        # Before Qt: PySide reads the source of every module that is imported after it.
        from desk import people, settings, shelf  # noqa: F401 - for the order of imports alone
        from ui import app

        return app.run(folder)
    from ui import arguments as grammar
    from ui import terminal

    return terminal.run(grammar.read(arguments))


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
    multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:]))
