"""A child of the start figure: the program, up to its first window as a user meets it. `start_sign_in.py FOLDER`"""

from __future__ import annotations

import sys
import time

import main


def begin() -> int:
    """Start the program; when its sign-in has been painted, print when, and what is loaded, and leave."""
    from ui.window.app import App
    from ui.window.sign_in import SignIn

    def stands(self: App, dialog: SignIn) -> None:
        """Stand in for the opening of the desk, which begins when the sign-in has been painted."""
        print(time.monotonic(), time.process_time(), *sorted(sys.modules), flush=True)
        dialog.reject()

    App._open = stands  # type: ignore[method-assign]  # nothing before it is touched
    return main.main(["--data", sys.argv[1]])


if __name__ == "__main__":
    begin()
