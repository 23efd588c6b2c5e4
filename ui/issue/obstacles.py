"""What stands against an issue as it is laid out: asked of the desk, listed for a release, flagged on its pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from desk.export.preflight import LimitFault
from desk.issues import printing
from desk.issues.plan import Plan
from desk.issues.printing import Blocker
from ui.proof.flag import PageMarking
from ui.proof.live import LaidPages
from ui.words import issue as issue_words
from ui.words.issue import Obstacle, Place

Against: TypeAlias = tuple[tuple[Blocker, ...], tuple[LimitFault, ...]]

_GRAVE = (Place.CHECKLIST, Place.PICTURE)  # what is flagged beside a missing approval, the gravest first


def against(issue_id: int, laid: LaidPages | None) -> Against:
    """Return what the desk, and what the pages as laid out have against an issue."""
    if laid is None:
        return printing.against(issue_id)
    return printing.against(issue_id, laid.faults, laid.layout.total)


def listed(found: Against, laid: LaidPages | None) -> tuple[Obstacle, ...]:
    """Return it as lines that lead to their places."""
    pieces = laid.edition.pieces if laid is not None else ()
    return issue_words.obstacles(*found, {piece.article: piece.text for piece in pieces})


def markings(plan: Plan | None, lines: Iterable[Obstacle]) -> dict[int, PageMarking]:
    """Return a flag for each article with which something is wrong: the gravest on it, all told beside it."""
    told: dict[int, list[tuple[str, str]]] = {}
    for part in plan.parts if plan else ():
        for row in part.placed:
            if row.stale:
                words = QCoreApplication.translate("PageMarks", "chưa duyệt bản này")
                told.setdefault(row.article_id, []).append((words, "accent"))
    grave = sorted((one for one in lines if one.place in _GRAVE), key=lambda one: _GRAVE.index(one.place))
    for one in grave:
        told.setdefault(one.article_id, []).append((one.words, "amber"))
    return {
        article: PageMarking(found[0][0], found[0][1], tuple(words for words, _ in found[1:]))
        for article, found in told.items()
    }
