"""The office's saved profiles: which outputs are made when an issue goes out, and how each is finished."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields

from desk.acts.gate import Changes, deciding
from desk.acts.rules import Act
from desk.database.connection import first
from desk.database.department_tables import Setting
from desk.edition.outputs import PLAIN, Finish, Output

_KEY = "outputs"

Profiles = Mapping[Output, Finish]  # what is made, each with its finish


def usual(output: Output) -> Finish:
    """Return how an output is finished where nobody chose: for print with bleed, as covers run to the edge."""
    return Finish(bleed=True) if output is Output.PRINT else PLAIN


def profiles() -> dict[Output, Finish]:
    """Return the outputs that the office makes, in the order of the enum."""
    stored = first(Setting.select(Setting.value).where(Setting.key == _KEY))
    if stored is None:
        return {output: usual(output) for output in (Output.PRINT, Output.SCREEN, Output.WORD)}
    return from_json(stored[0])


def to_json(wanted: Profiles) -> str:
    """Return outputs as they are stored."""
    return json.dumps({output.value: asdict(finish) for output, finish in wanted.items()})


def from_json(stored: str) -> dict[Output, Finish]:
    """Read stored outputs, in the order of the enum; ValueError when this is none."""
    read = json.loads(stored)
    if not isinstance(read, dict) or not all(isinstance(finish, dict) for finish in read.values()):
        raise ValueError(stored)
    return {output: _finish(read[output.value]) for output in Output if output.value in read}


def save(who: int, wanted: Profiles) -> Changes:
    """Store the outputs that the office makes: a setting, so by those who may change settings."""
    with deciding(who, Act.CHANGE_SETTINGS) as doing:
        before = profiles()
        if dict(wanted) == before:
            doing.nothing = True
            return Changes()
        doing.detail = {
            "changed": [output.value for output in Output if wanted.get(output) != before.get(output)]
        }
        Setting.insert(key=_KEY, value=to_json(wanted)).on_conflict_replace().execute()
        return Changes(settings=True)


def _finish(stored: dict[str, bool]) -> Finish:
    known = {item.name for item in fields(Finish)}
    return Finish(**{name: bool(value) for name, value in stored.items() if name in known})
