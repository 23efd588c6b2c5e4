"""A person who types without a pause in the real editor, to be killed. `kill_typist.py FILE SEED`

Lines: `begun UID`, then `typed LETTERS MOMENT` after every letter (MOMENT on the clock that parent and child share).
"""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path
from random import Random

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from desk.department import people, settings
from tests.bench import seated
from tests.bench.kill_child import WHO, tell
from ui.editor.page import EditorPage
from ui.session.desk_client import DeskClient
from ui.session.session import Session


def main(path: Path, seed: int) -> None:
    """Open an empty sheet and type into its body as a quick typist does."""
    random = Random(seed)
    application = seated.application(path.parent)
    client = DeskClient()
    client.open_file(path)
    page = EditorPage(Session(client, client.wait(partial(people.person, WHO)), client.wait(settings.names)))
    page.resize(1000, 700)
    page.show()
    page.start()
    body = page.form.body
    body.setFocus()
    sheet = page.edited.sheet
    tell("begun", sheet.uid if sheet is not None else "")
    typed = 0

    def key() -> None:
        nonlocal typed
        QTest.keyClicks(body, "abcdefgh"[typed % 8])
        typed += 1
        tell("typed", typed, time.monotonic())
        timer.start(random.randint(30, 160) if random.random() < 0.97 else 900)

    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(key)
    timer.start(0)
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
