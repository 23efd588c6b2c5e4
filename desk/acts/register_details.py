"""What the journal keeps of acts on the office's registers and on what its proofreader passes over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desk.acts.detail import Detail, keyed


@dataclass(frozen=True, slots=True)
class RegisterEntry(Detail):
    """An entry of a register: of which, and what it said before and says now, a line a title; () where it was not."""

    register: str
    before: tuple[str, ...] = keyed("register_before", ())
    now: tuple[str, ...] = keyed("register_now", ())


@dataclass(frozen=True, slots=True)
class RegisterImported(Detail):
    """How many entries came, and how many were changed, and out of which file ("" where articles proposed them)."""

    added: int = keyed("register_added", 0)
    changed: int = keyed("register_changed", 0)
    file: str = keyed("register_file", "")


@dataclass(frozen=True, slots=True)
class RegisterBefore(Detail):
    """The rows that an act changed as they stood before it, by table and number; None: there was none yet."""

    was: Mapping[str, Mapping[str, Any]] = keyed("register_rows")


@dataclass(frozen=True, slots=True)
class ProofRuleSet(Detail):
    """A rule of the proofreader and its state before and now; "" as the program has it."""

    rule: str = keyed("proof_rule")
    before: str = keyed("rule_before", "")
    now: str = keyed("rule_now", "")


@dataclass(frozen=True, slots=True)
class FindingIgnored(Detail):
    """The rule and the words of a finding that is passed over, or not any more."""

    rule: str = keyed("proof_rule")
    text: str = keyed("proof_text")


@dataclass(frozen=True, slots=True)
class WasTaught(Detail):
    """By how many articles the proofreader was taught."""

    articles: int = keyed("taught_articles")
