"""The sample's registers, from `so-tay.json`: invented people with titles, real documents, one of two dates."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from desk.acts.rules import Role
from desk.department import people
from desk.paths import SAMPLE
from desk.registers import editing, ignored, importing
from desk.registers.entries import (
    BodyEntry,
    DocumentEntry,
    Entry,
    PersonEntry,
    Title,
    WordEntry,
    WordKind,
    split_number,
)


def fill(folder: Path = SAMPLE) -> None:
    """Enter the sample's registers, set two rules and pass over a finding, by the acts of the registers."""
    keeper = next(row.id for row in people.everybody() if Role.SECRETARY in row.roles)
    data = json.loads((folder / "so-tay.json").read_text(encoding="utf-8"))
    importing.take(keeper, tuple(_entries(data)), "so-tay.xlsx")
    editing.set_rule(keeper, "capital.tier", "off")
    editing.set_rule(keeper, "abbreviation.unexplained", "gợi ý")
    ignored.ignore(keeper, "spelling.syllable", "Nậm Mu", None, "Tên huyện")


def _entries(data: dict[str, Any]) -> Iterator[Entry]:
    for one in data["people"]:
        titles = (
            Title(held["title"], held["body"], _day(held, "from"), _day(held, "to"), held.get("rank", 0))
            for held in one["titles"]
        )
        yield PersonEntry(one["name"], tuple(titles))
    for one in data["bodies"]:
        yield BodyEntry(one["name"], one.get("short", ""), _day(one, "from"), _day(one, "to"))
    for one in data["documents"]:
        number, symbol = split_number(one["number"])
        day, subject = _day(one, "date"), one.get("subject", "")
        yield DocumentEntry(one["type"], number, symbol, day, one["body"], subject)
    for word in data["words"]:
        yield WordEntry(WordKind.WORD, word)
    for word, meaning in data["abbreviations"].items():
        yield WordEntry(WordKind.ABBREVIATION, word, meaning)


def _day(told: dict[str, Any], field: str) -> date | None:
    return date.fromisoformat(told[field]) if field in told else None
