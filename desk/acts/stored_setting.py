"""A setting of the desk, declared once: its key, its value until somebody sets one, how it is stored and read.

A setting belongs to the desk, not to a machine (those are `ui.look.local_settings`). It is stored as JSON and
written inside an act that passed the gate, which journals it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Generic, TypeVar

from desk.database import engine
from desk.database.connection import in_question, once_a_question, rows
from desk.database.department_tables import Setting
from desk.database.prepared_query import Prepared

T = TypeVar("T")


def _same(value: Any) -> Any:
    return value


class StoredSetting(Generic[T]):
    """One setting; `default` gives its value until it is set, `load` and `dump` turn it from and into plain JSON.

    `load` reads every form that was ever stored. What it makes is kept and handed out again: it must not change.
    """

    def __init__(
        self,
        key: str,
        default: Callable[[], T],
        load: Callable[[Any], T] = _same,
        dump: Callable[[T], Any] = _same,
    ) -> None:
        """Declare a setting."""
        self.key, self._default, self._load, self._dump = key, default, load, dump
        self._read = lru_cache(maxsize=4)(self.from_json)

    def value(self) -> T:
        """Return its value now."""
        stored = self._stored()
        return self._default() if stored is None else self._read(stored)

    def is_set(self) -> bool:
        """Say whether somebody ever set it."""
        return self._stored() is not None

    def store(self, value: T) -> None:
        """Set it, inside the running transaction of an act that passed the gate."""
        engine.put(Setting, key=self.key, value=self.to_json(value))

    def to_json(self, value: T) -> str:
        """Return a value as it is stored."""
        return json.dumps(self._dump(value), ensure_ascii=False)

    def from_json(self, stored: str) -> T:
        """Read a stored value; ValueError when it is none."""
        return self._load(json.loads(stored))

    def _stored(self) -> str | None:
        if in_question():
            return _all_stored().get(self.key)
        row = _ONE.first(self.key)
        return None if row is None else str(row[0])


_ONE = Prepared(lambda key: Setting.select(Setting.value).where(Setting.key == key))


@once_a_question
def _all_stored() -> dict[str, str]:
    return dict(rows(Setting.select(Setting.key, Setting.value)))


def known(kind: type[Any], stored: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a dataclass knows of stored values: an older or newer program may have stored others."""
    return {name: value for name, value in stored.items() if name in kind.__match_args__}
