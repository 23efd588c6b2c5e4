"""What every kind of journal detail is made of: how it becomes the stored JSON and is read back from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, field, fields, is_dataclass
from functools import cache
from typing import Any, ClassVar, TypeVar

_KEY = "key"
D = TypeVar("D", bound="Detail")


def keyed(key: str, default: Any = MISSING) -> Any:
    """Declare a field that is stored under another name than its own: `for`, `from`, `list`."""
    return field(default=default, metadata={_KEY: key})


class Detail:
    """What the journal keeps of one kind of act. Each kind is a frozen dataclass of plain JSON values.

    A field is stored under its name (or its `keyed` one); one that is at its default is not stored.
    """

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def facts(self) -> dict[str, Any]:
        """Return the values as they are stored."""
        values = ((one, getattr(self, one.name)) for one in fields(self))
        return {_key(one): _plain(value) for one, value in values if value != one.default}

    @classmethod
    def read(cls: type[D], stored: Mapping[str, Any]) -> D | None:
        """Read this kind of detail from what an entry stores; None when it stores none, or not all of it."""
        kind: Any = cls  # mypy takes a class of classes for nothing that can be remembered by
        stored_fields = _stored_fields(kind)
        given = {name: stored[key] for name, key, _ in stored_fields if key in stored}
        if any(needed and name not in given for name, _, needed in stored_fields):
            return None
        return cls(
            **{name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}
        )

    @classmethod
    def stored_names(cls) -> frozenset[str]:
        """Return the names under which it is stored, those of earlier versions included."""
        return frozenset(_key(one) for one in fields(cls))


@cache
def _stored_fields(kind: type[Detail]) -> tuple[tuple[str, str, bool], ...]:
    """Return the fields of a kind: the name, the one it is stored under, whether there must be one."""
    return tuple((one.name, _key(one), one.default is MISSING) for one in fields(kind))


def _key(one: Field[Any]) -> str:
    return str(one.metadata.get(_KEY, one.name))


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    return value
