"""A child of the start figure: the program, up to its first window as a user meets it. `start_sign_in.py FOLDER`"""

from __future__ import annotations

import sys
import time

import main


def begin() -> int:
    """Start the program; when its sign-in has been painted, print when, and what is loaded, and leave."""
    import_qt = main.import_qt

    def watch() -> None:
        """Take the place of the desk's opening when `main` comes to import the window, in its order."""
        import_qt()
        from ui.window.app import App

        App._open = stands  # type: ignore[method-assign]  # nothing before it is touched

    def stands(self: object, dialog: object) -> None:
        """Print: the opening of the desk begins when the sign-in has been painted."""
        print(time.monotonic(), time.process_time(), *sorted(sys.modules), flush=True)
        dialog.reject()  # type: ignore[attr-defined]  # a SignIn, which must not be imported sooner

    main.import_qt = watch
    return main.main(["--data", sys.argv[1]])


if __name__ == "__main__":
    begin()
