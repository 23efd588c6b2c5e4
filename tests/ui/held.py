"""A desk that answers late: what a window asks of its Office is held until the test lets it go."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from ui.session.desk_client import Office


def hold(monkeypatch: pytest.MonkeyPatch, office: Office, name: str) -> list[Callable[[], Any]]:
    """Hold every call of one of the Office's methods; calling an entry of the list lets it go."""
    held: list[Callable[[], Any]] = []
    real = getattr(office, name)

    def keep(*given: Any, **named: Any) -> None:
        held.append(partial(real, *given, **named))

    monkeypatch.setattr(office, name, keep)
    return held
