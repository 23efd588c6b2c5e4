"""The office's saved profiles: which outputs are made when an issue goes out, and how each is finished."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from desk.acts.department_details import SettingsChanged
from desk.acts.gate import Changes, deciding
from desk.acts.rules import Act
from desk.acts.stored_setting import StoredSetting, known
from desk.edition.outputs import PLAIN, Finish, Output

Profiles = Mapping[Output, Finish]  # what is made, each with its finish


def usual(output: Output) -> Finish:
    """Return how an output is finished where nobody chose: for print with bleed, as covers run to the edge."""
    return Finish(bleed=True) if output is Output.PRINT else PLAIN


def profiles() -> dict[Output, Finish]:
    """Return the outputs that the office makes, in the order of the enum."""
    return dict(_SETTING.value())


def to_json(wanted: Profiles) -> str:
    """Return outputs as they are stored."""
    return _SETTING.to_json(wanted)


def from_json(stored: str) -> dict[Output, Finish]:
    """Read stored outputs, in the order of the enum; ValueError when this is none."""
    return dict(_SETTING.from_json(stored))


def save(who: int, wanted: Profiles) -> Changes:
    """Store the outputs that the office makes: a setting, so by those who may change settings."""
    with deciding(who, Act.CHANGE_SETTINGS) as doing:
        before = profiles()
        if dict(wanted) == before:
            doing.nothing = True
            return Changes()
        changed = (output.value for output in Output if wanted.get(output) != before.get(output))
        doing.detail = SettingsChanged(tuple(changed))
        _SETTING.store(wanted)
        return Changes(settings=True)


def _usual() -> Profiles:
    return {output: usual(output) for output in (Output.PRINT, Output.SCREEN, Output.WORD)}


def _load(stored: Any) -> Profiles:
    if not isinstance(stored, dict) or not all(isinstance(finish, dict) for finish in stored.values()):
        raise ValueError(stored)
    return {output: _finish(stored[output.value]) for output in Output if output.value in stored}


def _finish(stored: dict[str, Any]) -> Finish:
    return Finish(**{name: bool(value) for name, value in known(Finish, stored).items()})


def _dump(wanted: Profiles) -> dict[str, Any]:
    return {output.value: asdict(finish) for output, finish in wanted.items()}


_SETTING = StoredSetting("outputs", _usual, _load, _dump)
