"""How an issue's design and its own imprint are stored: JSON in the issue's row, read leniently."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from enum import Enum
from typing import Any

from desk.edition.design import CoverDesign, Design, Fitting, InnerDesign, PageFormat
from desk.edition.edition import Imprint
from desk.text.blocks import nfc

# The lines of the imprint that differ from issue to issue; the others are the desk's.
OWN = ("copies", "licence", "deposit", "designer", "proofreader")
_ENUMS: dict[str, type[Enum]] = {"format": PageFormat, "cover": CoverDesign, "inner": InnerDesign}


def design_json(design: Design) -> str:
    """Write a design as it is stored; a usual fitting is not."""
    values = {
        name: value.value if isinstance(value, Enum) else value for name, value in asdict(design).items()
    }
    if design.fitting.usual:
        del values["fitting"]
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def read_design(stored: str) -> Design:
    """Read a stored design; what it does not say is as usual."""
    known = {item.name for item in fields(Design)}
    given: dict[str, Any] = {name: value for name, value in json.loads(stored).items() if name in known}
    for name, kind in _ENUMS.items():
        if name in given:
            given[name] = kind(given[name])
    if "fitting" in given:
        given["fitting"] = _fitting(given["fitting"])
    return Design(**given)


def _fitting(stored: dict[str, Any]) -> Fitting:
    known = {item.name for item in fields(Fitting)}
    return Fitting(**{name: value for name, value in stored.items() if name in known})


def imprint_json(own: Imprint) -> str:
    """Write what an issue's imprint says otherwise than the desk's; empty fields are not stored."""
    values = {
        name: nfc(value).strip() if isinstance(value, str) else value
        for name, value in asdict(own).items()
        if value
    }
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def read_imprint(stored: str) -> Imprint:
    """Read an issue's own imprint."""
    known = {item.name for item in fields(Imprint)}
    return Imprint(**{name: value for name, value in json.loads(stored).items() if name in known})


def over(desk: Imprint, own: Imprint) -> Imprint:
    """Return the desk's imprint with what an issue says otherwise."""
    said = {name: value for name, value in asdict(own).items() if value}
    return replace(desk, **said)
