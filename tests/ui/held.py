"""A desk that answers late: what a window asks of its Office is held until the test lets it go."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from ui.session.desk_client import DeskClient


def hold(monkeypatch: pytest.MonkeyPatch, client: DeskClient, name: str) -> list[Callable[[], Any]]:
    """Hold every call of one of the desk client's methods; calling an entry of the list lets it go."""
    held: list[Callable[[], Any]] = []
    real = getattr(client, name)

    def keep(*given: Any, **named: Any) -> None:
        held.append(partial(real, *given, **named))

    monkeypatch.setattr(client, name, keep)
    return held
