"""Stopping long work: a question that it asks between its steps; it answers with `errors.Cancelled`."""

from __future__ import annotations

import contextlib
import tempfile
import uuid
from dataclasses import dataclass, field
from pathlib import Path


def never() -> bool:
    """Stop nothing: the `stop` of an export that cannot be cancelled."""
    return False


def _anywhere() -> str:
    return str(Path(tempfile.gettempdir()) / f"ban-bien-tap-{uuid.uuid4().hex}.dung")


@dataclass(frozen=True, slots=True)
class StopFile:
    """A `stop` that another process asks too: it is answered by a file of this name, which `set` makes."""

    name: str = field(default_factory=_anywhere)

    def __call__(self) -> bool:
        """Say whether nobody wants the work any more."""
        return Path(self.name).exists()

    def set(self) -> None:
        """Let the work end."""
        with contextlib.suppress(OSError):  # where no file can be made, the work goes on to its end
            Path(self.name).touch()

    def clear(self) -> None:
        """Take the file away, once the work has ended."""
        with contextlib.suppress(OSError):
            Path(self.name).unlink(missing_ok=True)
