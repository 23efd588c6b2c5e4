"""Bàn biên tập: without a verb the window opens, with a verb it is a command line.

Arguments are read before Qt is imported, so that a verb needs no screen and a mistake answers at once.
"""

from __future__ import annotations

import gc
import multiprocessing
import sys


def main(arguments: list[str]) -> int:
    """Run the window or a verb; 0 done, 1 refused or found wanting, 2 misused."""
    from ui.arguments import read

    wish = read(arguments)
    if wish.verb == "":
        gc.disable()  # until the window stands (ui.app): a start makes much and throws nothing away
        # Before Qt: PySide reads the source of every module that is imported after it.
        from desk import people, settings, shelf  # noqa: F401
        from ui import app

        return app.run(wish)
    from ui import terminal

    return terminal.run(wish)


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:]))
