"""The pages of a finished PDF as pictures: what is shown of a released issue."""

from __future__ import annotations

import threading
from pathlib import Path

from desk.errors import Cancelled, PressFailed
from desk.press.typeset.layout import VIEW, view_inputs
from desk.press.typeset.typst import Typesetter, refusals, temporary_folder

_FILE = "facsimile.pdf"


class Facsimile:
    """One PDF whose pages can be looked at; works in any one thread at a time, `close` deletes its folder."""

    def __init__(self, pdf: bytes, size: tuple[float, float]) -> None:
        self._lock = threading.Lock()
        self._folder = temporary_folder()
        self._pdf, self._size = pdf, size
        self._typesetter: Typesetter | None = None
        self._closed = False

    def page(self, number: int, ppi: float = 96.0) -> bytes:
        """Return page `number` (from 1) as a PNG; PressFailed where there is none, Cancelled once it was closed."""
        with self._lock:
            if self._closed:
                raise Cancelled
            if self._typesetter is None:
                self._typesetter = Typesetter(Path(self._folder.name).resolve())
                self._typesetter.lay(_FILE, self._pdf)
            inputs = view_inputs(_FILE, number, self._size, ppi)
            with refusals():
                made = self._typesetter.compiler(VIEW).compile(format="png", ppi=ppi, sys_inputs=inputs)
            if isinstance(made, bytes):
                return made
            raise PressFailed(f"page {number}")

    def close(self) -> None:
        """Delete the folder once the work under way is done."""
        with self._lock:
            self._closed = True
            self._typesetter = None
            self._folder.cleanup()
