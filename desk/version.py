"""The program's version, as `pyproject.toml` says it; a packaged program carries that file with it."""

from __future__ import annotations

from functools import cache

from desk.paths import ROOT


@cache
def version() -> str:
    """Return the version."""
    import tomllib  # a start does without

    with (ROOT / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])
