"""The office's names and its imprint as the desk stores them."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from desk.acts.stored_setting import StoredSetting, known
from desk.edition.edition import Imprint, Names
from desk.text.blocks import nfc


def _load_names(stored: dict[str, Any]) -> Names:
    return Names(**{"committee": "", "department": "", **known(Names, stored)})


def _load_imprint(stored: dict[str, Any]) -> Imprint:
    return Imprint(**known(Imprint, stored))


def _dump(lines: Names | Imprint) -> dict[str, Any]:
    values: dict[str, Any] = asdict(lines)
    return {name: nfc(value).strip() if isinstance(value, str) else value for name, value in values.items()}


NAMES = StoredSetting("names", lambda: _load_names({}), _load_names, _dump)
IMPRINT = StoredSetting("imprint", Imprint, _load_imprint, _dump)
