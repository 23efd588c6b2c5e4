"""The chuyên mục of one issue: ordered, hidden, added for it alone, renamed; and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desk.acts.department_details import SectionsSet
from desk.acts.gate import Changes, on_issue
from desk.acts.rules import Act
from desk.database import connection
from desk.database.article_tables import Article
from desk.database.department_tables import Section
from desk.database.issue_tables import Commission, IssueSection, Placement
from desk.errors import NotNow, Why
from desk.issues import corrections
from desk.issues.issues import changed
from desk.issues.plan import Plan, commissions_of, in_section, placed_in, plan, sections_of
from desk.text.blocks import nfc


@dataclass(frozen=True, slots=True)
class SectionWish:
    """A chuyên mục as a person orders it for one issue; `section_id` 0 adds one with this title.

    One that was added for the issue takes the title given, and is `dropped` when the issue is to do without it.
    """

    section_id: int
    title: str = ""
    hidden: bool = False
    dropped: bool = False


def arrange_sections(who: int, issue_id: int, seen: int, wishes: list[SectionWish]) -> Changes:
    """Order, hide and add chuyên mục for one issue; those left out stay as they were, at the end.

    Those that were added for an issue are renamed and dropped here too; others wished away are hidden.
    NotNow(NAME_EMPTY) for an added one without a title, NotNow(SECTION_FILLED) for hiding or dropping one that has
    articles or wanted pieces.
    """
    with on_issue(who, Act.ARRANGE_SECTIONS, issue_id, seen) as (doing, issue):
        filled = {*placed_in(issue_id), *commissions_of(issue_id)}
        there = sections_of(issue_id, filled, corrections.section())
        own = {section.id: section.title for section in there if section.own}
        order: list[tuple[int, bool]] = []
        titles: list[str] = []
        for wish in wishes:
            away = wish.hidden or wish.dropped
            if away and wish.section_id in filled:
                raise NotNow(Why.SECTION_FILLED, wish.title)
            if wish.dropped and wish.section_id in {*own, 0}:
                continue
            title = nfc(wish.title).strip()
            number = wish.section_id or _added(title)
            if number in own and title not in ("", own[number]):
                number = _renamed(issue_id, number, title)
            order.append((number, away))
            titles.append(f"({wish.title})" if away else wish.title)
        named = {number for number, _ in order} | {wish.section_id for wish in wishes}
        rest = [(section.id, section.hidden) for section in there if section.id not in named]
        IssueSection.delete().where(IssueSection.issue == issue_id).execute()
        for position, (number, hidden) in enumerate([*order, *rest]):
            IssueSection.insert(issue=issue_id, section=number, position=position, hidden=hidden).execute()
        doing.detail = SectionsSet(tuple(titles))
        return changed(issue, Act.ARRANGE_SECTIONS)


def wishes_of(plan: Plan) -> list[SectionWish]:
    """Return the chuyên mục of a plan as they stand in it, for `sections_back`."""
    return [SectionWish(part.section_id, part.title, part.hidden) for part in plan.parts if not part.boxed]


def sections_back(who: int, issue_id: int, before: list[SectionWish]) -> Changes:
    """Order the chuyên mục of an issue as they stood before; what was added since is dropped while it is empty."""
    with connection.writing():
        now = plan(issue_id)
        named = {wish.section_id for wish in before}
        since = [part for part in now.parts if part.own and part.section_id not in named]
        gone = [
            SectionWish(part.section_id, part.title, dropped=not (part.placed or part.wanted))
            for part in since
        ]
        return arrange_sections(who, issue_id, now.issue.version, [*before, *gone])


def _added(title: str) -> int:
    """Make a chuyên mục that the desk's list does not show: it belongs to the issues that name it."""
    if not title:
        raise NotNow(Why.NAME_EMPTY)
    return int(Section.insert(title=title, position=0, active=False).execute())


def _renamed(issue_id: int, section_id: int, title: str) -> int:
    """Rename a chuyên mục for one issue; where others know it too, the issue gets one of its own by that name."""
    elsewhere: list[Any] = [
        IssueSection.select().where((IssueSection.section == section_id) & (IssueSection.issue != issue_id)),
        Placement.select().where((Placement.section == section_id) & (Placement.issue != issue_id)),
        Commission.select().where((Commission.section == section_id) & (Commission.issue != issue_id)),
        Article.select(Article.id).where(Article.section == section_id),
    ]
    if not any(found.exists() for found in elsewhere):
        Section.update(title=title).where(Section.id == section_id).execute()
        return section_id
    made = _added(title)
    Placement.update(section=made).where(in_section(issue_id, section_id)).execute()
    Commission.update(section=made).where(
        (Commission.issue == issue_id) & (Commission.section == section_id)
    ).execute()
    return made
