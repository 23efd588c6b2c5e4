"""Imports that wait until they are used: the first page stands before peewee and the tables are loaded.

    with later():
        import peewee as pw
        from desk.tables import Article, rows

gives stand-ins. The first use of any of them loads the tables, and then every module's stand-ins become what they
stand for. To checkers the block is what it says, and so it is to Python once the tables are loaded. What the first
page asks is written down in `desk.compiled` and uses none of them.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_TABLES = "desk.tables"
_LATE = ("peewee", _TABLES)
_waiting: list[tuple[dict[str, Any], str, Any]] = []  # a module's names, one of them, what stands there


class later:  # noqa: N801 - it reads as a word
    """Within this block peewee and the tables are not imported yet."""

    def __enter__(self) -> None:
        self._loaded = _TABLES in sys.modules
        self._others = {name: sys.modules[name] for name in _LATE if name in sys.modules}
        if not self._loaded:
            sys.modules.update({name: _Module(name) for name in _LATE})

    def __exit__(self, *_: object) -> None:
        if self._loaded:
            return
        for name in _LATE:
            del sys.modules[name]
        sys.modules.update(self._others)
        names = sys._getframe(1).f_globals
        _waiting.extend((names, name, one) for name, one in names.items() if isinstance(one, _Module | _Name))


def arrived() -> None:
    """Put the things themselves where stand-ins are: the tables are loaded."""
    while _waiting:
        names, name, one = _waiting.pop()
        if names[name] is one:
            names[name] = one.stands_for()


class _Name:
    """Stands for a name of a module."""

    def __init__(self, module: str, name: str) -> None:
        self._module, self._name = module, name

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stands_for(), name)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.stands_for()(*args, **kwargs)

    def stands_for(self) -> Any:
        """Return the thing itself."""
        import_module(_TABLES)
        return getattr(import_module(self._module), self._name)


class _Module(ModuleType):
    """Stands for a module."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # who asks only looks at it
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:  # within the block: `from desk.tables import Article`
            return _Name(self.__name__, name)
        return getattr(self.stands_for(), name)

    def stands_for(self) -> Any:
        """Return the module itself."""
        import_module(_TABLES)
        return import_module(self.__name__)
