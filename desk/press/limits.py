"""Limits: what the page itself has against an issue: its law, its imprint, its pictures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from desk.press.edition import Edition
from desk.press.layout import Layout


class LimitKind(Enum):
    """What can be wrong with an issue as it was laid out."""

    PAGES = auto()
    SIZE = auto()
    IMPRINT = auto()
    SHARPNESS = auto()
    CAPTION = auto()


@dataclass(frozen=True, slots=True)
class LimitFault:
    """One fault."""

    kind: LimitKind
    article: int = 0
    title: str = ""
    picture: str = ""
    field: str = ""
    found: float = 0.0
    allowed: float = 0.0


def faults(edition: Edition, layout: Layout) -> tuple[LimitFault, ...]:
    """Return what is wrong."""
    out = []
    law = edition.legal
    if law and law.pages and layout.total > law.pages:
        out.append(LimitFault(LimitKind.PAGES, found=layout.total, allowed=law.pages))
    if law:
        out += [LimitFault(LimitKind.IMPRINT, field=n) for n in law.needs if not getattr(edition.imprint, n)]
    return tuple(out)
