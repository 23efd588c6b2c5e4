"""What the proofreader says of a place in a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How sure the proofreader is; the words of the screen and of the verb."""

    WRONG = "sai"
    LOOK = "nên xem"
    HINT = "gợi ý"


_ORDER = {severity: number for number, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Finding:
    """A place to look at: offsets into the NFC text, `end` exclusive; suggestions best first, "" deletes."""

    rule: str  # family.name, such as "date.weekday"
    severity: Severity
    start: int
    end: int
    text: str
    message: str
    suggestions: tuple[str, ...] = ()
    source: str = ""
    other: tuple[Hashable, int, int] | None = (
        None  # of an issue's contradictions: the other article and place
    )

    def moved(self, by: int) -> Finding:
        """Return the finding that many letters further on."""
        if not by:
            return self
        return Finding(
            self.rule, self.severity, self.start + by, self.end + by, self.text, self.message,
            self.suggestions, self.source, self.other,
        )  # fmt: skip

    @property
    def family(self) -> str:
        """Return the family of the rule: "date" of "date.weekday"."""
        return self.rule.partition(".")[0]


def kept(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings in order of place, of overlapping ones the graver, then the longer one."""
    best: list[Finding] = []
    for one in sorted(findings, key=lambda it: (_ORDER[it.severity], it.start - it.end, it.start)):
        at = bisect_right(best, one.start, key=lambda it: it.start)
        after = at == len(best) or one.end <= best[at].start
        if after and (at == 0 or best[at - 1].end <= one.start):
            best.insert(at, one)
    return tuple(best)
