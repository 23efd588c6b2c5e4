"""`dataclass` for what a start defines: the same class, its methods written when they are first needed.

The library's own compiles up to six functions a class while the module is read, half a millisecond and more each; a
start defines sixty classes and uses a dozen. Here `__init__` is compiled with the first instance, equality and the
rest need no compiling, and `fields`, `replace` and `asdict` find what they look for when they are first asked.
"""

from __future__ import annotations

import dataclasses as library
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Never

_FIELDS = "__dataclass_fields__"
_KNOWN = {"frozen", "slots"}

if TYPE_CHECKING:  # to the type checker, and in every respect but the moment, it is the library's own
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*given: type, **options: bool) -> Any:
        """Make a dataclass of plain fields; what is not plain is left to the library."""
        if given:
            return _made(given[0], options)
        return lambda kind: _made(kind, options)


def _made(kind: type, options: dict[str, bool]) -> type:
    own = dict(kind.__dict__)
    mine: dict[str, Any] = own.get("__annotations__", {})
    if not _is_plain(kind, mine, options):
        return library.dataclass(**options)(kind)
    late = _Late(kind, mine, options.get("frozen", False))
    body = late.methods()
    if not options.get("slots"):
        for name, value in body.items():
            if name not in own:
                setattr(kind, name, value)
        for name in mine:
            if isinstance(own.get(name), library.Field):
                delattr(kind, name)  # as the library does where there is no plain default
        late.home = kind
        return kind
    for name in (*mine, "__dict__", "__weakref__"):
        own.pop(name, None)
    body |= own | {"__slots__": tuple(mine), "__qualname__": kind.__qualname__}
    made: type = type(kind)(kind.__name__, kind.__bases__, body)
    late.home = made
    return made


def _is_plain(kind: type, mine: dict[str, Any], options: dict[str, bool]) -> bool:
    fields = [one for one in map(kind.__dict__.get, mine) if isinstance(one, library.Field)]
    inherited = [base.__dict__[_FIELDS] for base in kind.__mro__ if _FIELDS in base.__dict__]
    return (
        options.keys() <= _KNOWN
        and all(isinstance(one, _Late) for one in inherited)
        and not any("Var" in str(told) for told in mine.values())  # ClassVar, InitVar
        and all(one.init and one.compare and one.hash is None for one in fields)
    )


class _Late:
    """A class's fields, and what is made of them; as an attribute, what the library's functions read from a class."""

    home: Any  # the class that comes out: with slots it is another one than the class given

    def __init__(self, kind: type, mine: dict[str, Any], frozen: bool) -> None:
        self._frozen = frozen
        self._described: Any = None
        self._given: dict[str, Any] = {}  # name: what the type is said to be
        self._defaults: dict[str, Any] = {}
        for base in reversed(kind.__mro__[1:]):
            if _FIELDS in base.__dict__:
                self._given |= base.__dict__[_FIELDS]._given
                self._defaults |= base.__dict__[_FIELDS]._defaults
        self._given |= mine
        self._defaults |= {name: kind.__dict__[name] for name in mine if name in kind.__dict__}

    def __get__(self, instance: object, owner: type) -> Any:
        """Return the description; the library makes it, of a twin of the class, when it is first read."""
        if self._described is None:
            body = {"__annotations__": dict(self._given), "__module__": self.home.__module__, "__doc__": ""}
            twin: Any = library.dataclass(frozen=self._frozen)(
                type(self.home.__name__, (), body | self._defaults)
            )
            self.home.__dataclass_params__ = twin.__dataclass_params__
            self._described = twin.__dataclass_fields__
        return self._described

    def methods(self) -> dict[str, Any]:
        """Return the body of the class to be."""
        names = tuple(self._given)
        key: Callable[[Any], Any] = attrgetter(*names) if names else lambda one: ()

        def begin(this: Any, *args: Any, **kwargs: Any) -> None:
            self.home.__init__ = self._first(hasattr(this, "__post_init__"))
            this.__init__(*args, **kwargs)

        def tell(this: Any) -> str:
            hidden = [
                n for n, one in self._defaults.items() if isinstance(one, library.Field) and not one.repr
            ]
            told = ", ".join(f"{name}={getattr(this, name)!r}" for name in names if name not in hidden)
            return f"{type(this).__qualname__}({told})"

        def equals(this: Any, other: Any) -> bool:
            return key(this) == key(other) if other.__class__ is this.__class__ else NotImplemented

        def number(this: Any) -> int:
            return hash(key(this))

        made: dict[str, Any] = {"__init__": begin, "__repr__": tell, "__eq__": equals, "__hash__": None}
        if self._frozen:
            made |= {"__hash__": number, "__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete}
            made |= {"__getstate__": _state, "__setstate__": _take_state}
        return made | {"__match_args__": names, _FIELDS: self}

    def _first(self, after: bool) -> Any:
        """Write `__init__`; `after` says whether the class wants to be called when it is done."""
        scope: dict[str, Any] = {"_set": object.__setattr__, "_late": object()}
        heads, lines = ["self"], []
        for name in self._given:
            value = name
            default = self._defaults.get(name, library.MISSING)
            if isinstance(default, library.Field) and default.default_factory is library.MISSING:
                default = default.default
            if isinstance(default, library.Field):
                scope[f"_make_{name}"] = default.default_factory
                heads.append(f"{name}=_late")
                value = f"_make_{name}() if {name} is _late else {name}"
            elif default is not library.MISSING:
                scope[f"_is_{name}"] = default
                heads.append(f"{name}=_is_{name}")
            else:
                heads.append(name)
            lines.append(f"_set(self, {name!r}, {value})" if self._frozen else f"self.{name} = {value}")
        if after:
            lines.append("self.__post_init__()")
        exec(f"def __init__({', '.join(heads)}):\n " + "\n ".join(lines or ["pass"]), scope)
        made = scope["__init__"]
        made.__qualname__ = f"{self.home.__qualname__}.__init__"
        return made


def _refuse_to_set(self: object, name: str, value: object) -> Never:
    raise library.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> Never:
    raise library.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in type(self).__match_args__]


def _take_state(self: Any, state: list[Any]) -> None:
    for name, value in zip(type(self).__match_args__, state, strict=True):
        object.__setattr__(self, name, value)
