"""What the office keeps for its proofreading: people, bodies, documents, house words and rules.

A register is JSON: {"people": [{"name", "titles": [{"title", "body", "from", "to", "rank"}]}], "bodies": [{"name",
"short", "from", "to", "predecessor"}], "documents": [{"type", "number", "symbol", "date", "body"}], "words": [...],
"abbreviations": [...], "rules": {"family.name": "off" | "sai" | "nên xem" | "gợi ý"}}. All is optional; what has
another form is passed over, for a register filled by hand is never whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from desk.proofing.finding import Finding, Severity


class Document(NamedTuple):
    """A document that the office cites: its key is type, number, symbol and date."""

    type: str
    number: str
    symbol: str
    day: date | None
    body: str


class Held(NamedTuple):
    """A title, as it is printed, that somebody holds or held, from one day to another as far as they are known.

    `body` is what it is of, `rank` the place in the order of leaders, 0 for none.
    """

    name: str
    title: str
    since: date | None = None
    until: date | None = None
    body: str = ""
    rank: int = 0


class Body(NamedTuple):
    """A body (cơ quan) from a day to a day, its short name, and the name of what it was before."""

    name: str
    short: str = ""
    since: date | None = None
    until: date | None = None
    predecessor: str = ""


@dataclass(frozen=True)
class Register:
    """The office's own knowledge; an empty one knows nothing and silences nothing."""

    people: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    words: frozenset[str] = field(default=frozenset())
    abbreviations: frozenset[str] = field(default=frozenset())
    off: frozenset[str] = field(default=frozenset())
    held: tuple[Held, ...] = ()
    bodies: tuple[Body, ...] = ()
    severities: Mapping[str, Severity] = field(
        default_factory=dict, hash=False
    )  # of the rules that the office has set

    @cached_property
    def syllables(self) -> frozenset[str]:
        """Return the words of all people's names."""
        return frozenset(word for name in self.people for word in name.split())

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Register:
        """Return the register of a JSON value."""
        rules = data.get("rules")
        return cls(
            tuple(str(one["name"]) for one in _rows(data, "people") if isinstance(one.get("name"), str)),
            tuple(
                Document(
                    str(one.get("type", "")),
                    str(one.get("number", "")),
                    str(one.get("symbol", "")),
                    _day(one.get("date")),
                    str(one.get("body", "")),
                )
                for one in _rows(data, "documents")
            ),
            frozenset(word.lower() for word in _strings(data, "words")),
            frozenset(_strings(data, "abbreviations")),
            frozenset(str(rule) for rule, state in rules.items() if state == "off")
            if isinstance(rules, Mapping)
            else frozenset(),
            tuple(
                Held(
                    str(one["name"]),
                    str(held["title"]),
                    _day(held.get("from")),
                    _day(held.get("to")),
                    str(held.get("body", "")),
                    held["rank"] if isinstance(held.get("rank"), int) else 0,
                )
                for one in _rows(data, "people")
                for held in _rows(one, "titles")
                if isinstance(one.get("name"), str) and isinstance(held.get("title"), str)
            ),
            tuple(
                Body(
                    str(one["name"]),
                    str(one.get("short", "")),
                    _day(one.get("from")),
                    _day(one.get("to")),
                    str(one.get("predecessor", "")),
                )
                for one in _rows(data, "bodies")
                if isinstance(one.get("name"), str)
            ),
            {str(rule): Severity(state) for rule, state in rules.items() if _is_severity(state)}
            if isinstance(rules, Mapping)
            else {},
        )

    def graded(self, finding: Finding) -> Finding:
        """Return a finding as grave as the office has set its rule, or else its family."""
        severity = self.severities.get(finding.rule, self.severities.get(finding.family))
        return finding if severity is None else replace(finding, severity=severity)

    def silent(self, finding: Finding) -> bool:
        """Return whether the office does not want this finding: its rule or family is off, its words are known."""
        if finding.rule in self.off or finding.family in self.off:
            return True
        return finding.family in ("spelling", "context") and finding.text.lower() in self.words


def _is_severity(state: object) -> bool:
    return isinstance(state, str) and state in set(Severity)


def _rows(data: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = data.get(name)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def _strings(data: Mapping[str, Any], name: str) -> list[str]:
    found = data.get(name)
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def _day(given: object) -> date | None:
    try:
        return date.fromisoformat(given) if isinstance(given, str) else None
    except ValueError:
        return None
