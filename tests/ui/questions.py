"""What a page asks the desk, counted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject

from ui.session.desk_client import DeskClient


def questions_of(page: QObject, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list to which the key of every question is added that a page asks from now on."""
    keys: list[str] = []
    ask: Callable[..., None] = DeskClient.ask

    def counted(client: DeskClient, owner: QObject, *given: Any, **more: Any) -> None:
        if owner is page:
            keys.append(more.get("key", ""))
        ask(client, owner, *given, **more)

    monkeypatch.setattr(DeskClient, "ask", counted)
    return keys
