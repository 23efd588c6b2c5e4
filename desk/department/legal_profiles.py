"""The legal profiles of the desk: what a law wants of a printed issue, proposed by us and edited by the office."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, fields, replace
from datetime import date
from functools import cache
from typing import Any

from desk.acts.department_details import SettingsChanged
from desk.acts.gate import Changes, deciding
from desk.acts.rules import Act
from desk.acts.stored_setting import StoredSetting, known
from desk.edition.design import Legal
from desk.edition.edition import Imprint
from desk.errors import NotNow, Why
from desk.paths import RESOURCES
from desk.text.blocks import nfc

PUBLISHED = "published"  # the day of publication, which stands on the cover
IMPRINT_FIELDS = (
    PUBLISHED,
    *(item.name for item in fields(Imprint) if item.name not in ("board", "format")),
)


def profiles() -> tuple[Legal, ...]:
    """Return the desk's legal profiles, as the office edited them or as we propose them."""
    return _SETTING.value()


def profile(key: str, when: date | None = None) -> Legal | None:
    """Return a profile by its key; without one, or where it is no more, the first in force on a day, if any."""
    there = profiles()
    named = next((one for one in there if key and one.key == key), None)
    if named is not None:
        return named
    return next((one for one in there if when is not None and in_force(one, when)), None)


def in_force(one: Legal, when: date) -> bool:
    """Say whether a profile is valid on a day."""
    return (not one.since or one.since <= when.isoformat()) and (
        not one.until or when.isoformat() <= one.until
    )


def allows(one: Legal, size: tuple[float, float]) -> bool:
    """Say whether a page (mm) is within what a profile allows; a side that it does not name is free."""
    return all(not most or side <= most for side, most in zip(size, (one.width, one.height), strict=True))


def set_profiles(who: int, wanted: tuple[Legal, ...]) -> Changes:
    """Store the office's legal profiles; each has a name of its own, and keeps the key under which issues know it."""
    with deciding(who, Act.CHANGE_SETTINGS) as doing:
        clean = [
            replace(
                one, name=" ".join(nfc(one.name).split()), source=nfc(one.source).strip(), note=nfc(one.note)
            )
            for one in wanted
        ]
        names = [one.name for one in clean]
        if not clean or not all(names):
            raise NotNow(Why.NAME_EMPTY)
        if len(set(names)) != len(names):
            raise NotNow(Why.NAME_TAKEN, next(name for name in names if names.count(name) > 1))
        if any(one.since and one.until and one.until < one.since for one in clean):
            raise NotNow(Why.DATES)
        before = {one.key: one for one in profiles()}
        doing.detail = SettingsChanged(tuple(one.name for one in clean if before.get(one.key) != one))
        doing.title = ", ".join(names)
        _SETTING.store(tuple(clean))
        return Changes(settings=True, act=Act.CHANGE_SETTINGS)


@cache
def _proposed() -> tuple[Legal, ...]:
    read = tomllib.loads((RESOURCES / "press" / "legal.toml").read_text(encoding="utf-8"))
    return _load(read["profile"])


def _legal(stored: dict[str, Any]) -> Legal:
    given = known(Legal, stored)
    return Legal(**{**given, "needs": tuple(given.get("needs", ()))})


def _load(stored: list[dict[str, Any]]) -> tuple[Legal, ...]:
    return tuple(_legal(one) for one in stored)


def _dump(wanted: tuple[Legal, ...]) -> list[dict[str, Any]]:
    return [asdict(one) for one in wanted]


_SETTING = StoredSetting("legal", _proposed, _load, _dump)
