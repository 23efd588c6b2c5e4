"""The plan of an issue: chuyên mục in its own order, the articles placed under them, the pieces still wanted."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from typing import Any

import peewee as pw

from desk import clock
from desk.acts.rules import Stage
from desk.articles import approval
from desk.database import connection
from desk.database.article_tables import Article
from desk.database.connection import named
from desk.database.department_tables import Person, Section
from desk.database.issue_tables import Commission, IssueSection, Placement
from desk.issues import corrections as issues_corrections
from desk.issues.issues import IssueRow, row


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """An article in an issue; `stale` says that what was approved is not what it says now."""

    article_id: int
    title: str
    byline: str
    stage: Stage
    words: int
    stale: bool


@dataclass(frozen=True, slots=True)
class CommissionRow:
    """A piece that an issue wants; `stage` is that of what was begun for it, None before that."""

    id: int
    section_id: int
    title: str
    person_id: int | None
    person: str
    due: date | None
    article_id: int | None
    stage: Stage | None
    late: bool


@dataclass(frozen=True, slots=True)
class PlanPart:
    """A chuyên mục of an issue, with its articles in order; `own` ones were added for this issue alone."""

    section_id: int
    title: str
    placed: tuple[PlacedRow, ...]
    wanted: tuple[CommissionRow, ...] = ()
    hidden: bool = False
    own: bool = False
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """An issue opened: every chuyên mục, filled or not, in the issue's order."""

    issue: IssueRow
    parts: tuple[PlanPart, ...]


@dataclass(frozen=True, slots=True)
class SectionState:
    """A chuyên mục as an issue has it: hidden, or added for the issue alone (`own`)."""

    id: int
    title: str
    hidden: bool
    own: bool


def plan(issue_id: int) -> Plan:
    """Return an issue with its chuyên mục, what stands in them and what they still want."""
    with connection.reading():
        placed, wanted = placed_in(issue_id), commissions_of(issue_id)
        corrections = issues_corrections.section()
        parts = tuple(
            PlanPart(
                section_id=section.id,
                title=section.title,
                placed=tuple(placed.get(section.id, ())),
                wanted=tuple(wanted.get(section.id, ())),
                hidden=section.hidden,
                own=section.own,
                boxed=section.id == corrections,
            )
            for section in sections_of(issue_id, {*placed, *wanted}, corrections)
        )
        return Plan(row(issue_id), parts)


def placed_in(issue_id: int) -> dict[int, list[PlacedRow]]:
    """Return what stands in an issue by chuyên mục, in order."""
    placed: dict[int, list[PlacedRow]] = {}
    query = (
        Placement.select(
            Placement.section,
            Article.id,
            Article.title,
            Article.byline,
            Article.stage,
            Article.words,
            approval.holds().alias("holds"),
        )
        .join(Article, on=(Placement.article == Article.id))
        .where(Placement.issue == issue_id)
        .order_by(Placement.position, Article.id)
    )
    for v in named(query):
        placed.setdefault(v.section, []).append(
            PlacedRow(
                article_id=v.id,
                title=v.title,
                byline=v.byline,
                stage=Stage(v.stage),
                words=v.words,
                stale=not v.holds,
            )
        )
    return placed


def commissions_of(issue_id: int) -> dict[int, list[CommissionRow]]:
    """Return what is wanted and not in the issue yet: a piece that was placed is wanted no more."""
    wanted: dict[int, list[CommissionRow]] = {}
    placed = Placement.select(Placement.article)
    query = (
        Commission.select(
            Commission.id,
            Commission.section,
            Commission.title,
            Commission.person,
            Person.name,
            Commission.due,
            Commission.article,
            Article.stage,
        )
        .join(Person, pw.JOIN.LEFT_OUTER, on=(Commission.person == Person.id))
        .switch(Commission)
        .join(Article, pw.JOIN.LEFT_OUTER, on=(Commission.article == Article.id))
        .where(
            (Commission.issue == issue_id)
            & (Commission.article.is_null() | Commission.article.not_in(placed))
        )
        .order_by(Commission.id)
    )
    for v in named(query):
        due = date.fromisoformat(v.due) if v.due else None
        begun = v.stage is not None and v.stage != Stage.BINNED.value
        wanted.setdefault(v.section, []).append(
            CommissionRow(
                id=v.id,
                section_id=v.section,
                title=v.title,
                person_id=v.person,
                person=v.name or "",
                due=due,
                article_id=v.article if begun else None,
                stage=Stage(v.stage) if begun else None,
                late=due is not None and due < clock.today(),
            )
        )
    return wanted


def sections_of(issue_id: int, used: Set[int], corrections: int) -> list[SectionState]:
    """Return an issue's chuyên mục in its own order, that of the `corrections` always last.

    Those that are `used` are shown, whatever the issue says.
    """
    query = IssueSection.select(IssueSection.section, IssueSection.position, IssueSection.hidden)
    own = {v.section: v for v in named(query.where(IssueSection.issue == issue_id))}
    ordered: list[tuple[tuple[bool, bool, int, int], SectionState]] = []
    for v in named(Section.select(Section.id, Section.title, Section.position, Section.active)):
        there = own.get(v.id)
        if there is None and not v.active and v.id not in used:
            continue
        last = v.id == corrections
        place = v.position if there is None else there.position
        # What prints is seen in the plan: an undo may put an article back into what was hidden meanwhile.
        hidden = there is not None and there.hidden and v.id not in used
        state = SectionState(v.id, v.title, hidden, not v.active and not last)
        ordered.append(((last, there is None, place, v.id), state))
    return [state for _, state in sorted(ordered, key=lambda pair: pair[0])]


def in_section(issue_id: int, section_id: int) -> Any:
    """Return what picks the placements in a chuyên mục of an issue."""
    return (Placement.issue == issue_id) & (Placement.section == section_id)


def orders(issue_id: int) -> dict[int, list[int]]:
    """Return the articles of an issue by chuyên mục, each in its order."""
    return {number: [row.article_id for row in placed] for number, placed in placed_in(issue_id).items()}
