"""The office's saved profiles: which outputs are made when an issue goes out, and how each is finished."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields

from desk.gate import Changes, deciding
from desk.press.output import Finish, Output
from desk.rules import Act
from desk.tables import Setting, first

_KEY = "outputs"
_USUAL = {
    Output.PRINT: Finish(),
    Output.SCREEN: Finish(),
    Output.WORD: Finish(),
}

Profiles = Mapping[Output, Finish]  # what is made, each with its finish


def profiles() -> dict[Output, Finish]:
    """Return the outputs that the office makes, in the order of the enum."""
    stored = first(Setting.select(Setting.value).where(Setting.key == _KEY))
    if stored is None:
        return dict(_USUAL)
    read = json.loads(stored[0])
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
        stored = {output.value: asdict(finish) for output, finish in wanted.items()}
        Setting.insert(key=_KEY, value=json.dumps(stored)).on_conflict_replace().execute()
        return Changes(settings=True)


def _finish(stored: dict[str, bool]) -> Finish:
    known = {item.name for item in fields(Finish)}
    return Finish(**{name: value for name, value in stored.items() if name in known})
