"""Gom bài: which articles an issue could take, in the order that the desk's rule gives.

The rule: corrections last in their fixed place; else by the issue's chuyên mục, then by level (Trung ương, tỉnh,
huyện, cơ sở: the order in which official papers name bodies), then by the day of the event, then by number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

import peewee as pw

from desk.acts.gate import Changes
from desk.acts.rules import Stage
from desk.articles import approval
from desk.database import connection
from desk.database.article_tables import Article, ArticleWords
from desk.database.connection import named
from desk.database.department_tables import Section
from desk.database.issue_tables import Erratum, Issue, Placement
from desk.issues import corrections as issues_corrections
from desk.issues import placing
from desk.issues import plan as issue_plan
from desk.issues.issues import IssueRow
from desk.issues.plan import Plan


class BodyLevel(IntEnum):
    """The level of the body that an article speaks of, in the order in which it is printed."""

    CENTRAL = 0
    PROVINCE = 1
    DISTRICT = 2
    GRASSROOTS = 3


@dataclass(frozen=True, slots=True)
class Proposed:
    """An article that an issue could take; `fits` says that it is not of a later month than the issue.

    `section_id` is 0 where the issue does not show the article's own chuyên mục, which `section` names ("" when it
    has none): a person says where it goes. `hidden` says that the issue hides it.
    """

    article_id: int
    title: str
    byline: str
    section_id: int
    section: str
    level: BodyLevel
    event_date: date | None
    words: int
    fits: bool
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Proposals:
    """What is proposed for an issue, in order; `errata` are corrections that nobody has approved yet.

    `sections` are the chuyên mục (id, title) to choose from; in those `by_hand` an editor left the order of the rule.
    """

    proposed: tuple[Proposed, ...]
    errata: tuple[issues_corrections.ErratumRow, ...] = ()
    sections: tuple[tuple[int, str], ...] = ()
    by_hand: frozenset[int] = frozenset()


def gather(issue_id: int) -> Proposals:
    """Return the approved articles that stand in no issue, in the order of the rule.

    A correction is proposed for a later issue than the one whose fault it mends.
    """
    with connection.reading():
        plan = issue_plan.plan(issue_id)
        too_early = _too_early(plan.issue)
        ordered = sorted(_ranked(plan, too_early), key=lambda ranked: ranked[0])
        waiting = [
            one
            for one in issues_corrections.listing(unplaced=True)
            if one.stage is not Stage.APPROVED and one.article_id not in too_early
        ]
        rule = _Rule([row.article_id for part in plan.parts for row in part.placed])
        return Proposals(
            tuple(proposed for _, proposed in ordered),
            tuple(waiting),
            tuple((part.section_id, part.title) for part in plan.parts if not part.hidden and not part.boxed),
            frozenset(
                part.section_id
                for part in plan.parts
                if not rule.followed([row.article_id for row in part.placed])
            ),
        )


_Rank = tuple[int, BodyLevel, str, int]  # of the chuyên mục, of the body, the day of the event, the article


def _ranked(plan: Plan, too_early: frozenset[int]) -> Iterator[tuple[_Rank, Proposed]]:
    """Yield the approved articles that stand in no issue, each with its rank by the rule."""
    parts = {part.section_id: part for part in plan.parts}
    ranks = {number: rank for rank, number in enumerate(parts)}
    last_month = f"{plan.issue.year}-{plan.issue.ends:02}"
    corrections = issues_corrections.section()
    for v in named(_unplaced()):
        if v.id in too_early:
            continue
        hidden = v.section in parts and parts[v.section].hidden
        stands = v.section == corrections or (v.section in parts and not hidden)
        proposed = Proposed(
            article_id=v.id,
            title=v.title,
            byline=v.byline,
            section_id=v.section if stands else 0,
            section=v.section_title or "",
            level=level(v.title, v.lead, v.byline),
            event_date=date.fromisoformat(v.event_date) if v.event_date else None,
            words=v.words,
            fits=v.month <= last_month,
            hidden=hidden,
        )
        rank = ranks.get(proposed.section_id, len(ranks))
        yield (rank, proposed.level, v.event_date, v.id), proposed


def _unplaced() -> Any:
    return (
        Article.select(
            Article.id,
            Article.title,
            Article.byline,
            Article.section,
            Article.event_date,
            Article.month,
            Article.words,
            ArticleWords.lead,
            Section.title.alias("section_title"),
        )
        .join(ArticleWords, on=(ArticleWords.article == Article.id))
        .switch(Article)
        .join(Section, pw.JOIN.LEFT_OUTER, on=(Article.section == Section.id))
        .where(approval.may_be_placed() & Article.id.not_in(Placement.select(Placement.article)))
    )


def take(who: int, issue_id: int, seen: int, chosen: Mapping[int, int]) -> Changes:
    """Place what was gathered: articles, each with the chuyên mục that it goes to (0: its own).

    Each stands among those present as the rule says; at the end where an editor ordered them by hand.
    """
    with connection.writing():
        before = issue_plan.orders(issue_id)
        changes = placing.place(who, issue_id, seen, list(chosen), into=chosen)
        for section_id, order in issue_plan.orders(issue_id).items():
            present = before.get(section_id, [])
            if len(order) > len(present):
                rule = _Rule(order)
                placing.set_order(rule.ordered(present, [one for one in order if one in chosen]))
        return changes


class _Rule:
    """The rule's order within a chuyên mục: level, then the day of the event."""

    def __init__(self, article_ids: list[int]) -> None:
        query = (
            Article.select(Article.id, Article.title, ArticleWords.lead, Article.byline, Article.event_date)
            .join(ArticleWords, on=(ArticleWords.article == Article.id))
            .where(Article.id.in_(article_ids))
        )
        self._keys = {v.id: (level(v.title, v.lead, v.byline), v.event_date) for v in named(query)}

    def followed(self, order: list[int]) -> bool:
        """Say whether articles stand as the rule says."""
        keys = [self._keys[one] for one in order]
        return keys == sorted(keys)

    def ordered(self, present: list[int], new: list[int]) -> list[int]:
        """Return the order of those present together with new ones."""
        coming = sorted(new, key=lambda one: (self._keys[one], one))
        if not self.followed(present):
            return present + coming
        return sorted(
            present + coming, key=self._keys.__getitem__
        )  # stable: those present first, as they stood


def _too_early(issue: IssueRow) -> frozenset[int]:
    """Return the corrections that would stand in the issue whose fault they mend, or in one before it."""
    query = Erratum.select(Erratum.article, Issue.id, Issue.year, Issue.month).join(
        Issue, on=(Erratum.issue == Issue.id)
    )
    here = (issue.year, issue.month)
    return frozenset(v.article for v in named(query) if v.id == issue.id or (v.year, v.month) > here)


def level(*texts: str) -> BodyLevel:
    """Tell of which level an article speaks: the body that its title names first, else its lead, else its byline.

    Whose paper is carried out does not count: "sơ kết Chỉ thị 05 của Bộ Chính trị" speaks of who carries it out.
    """
    for text in texts:
        found = _NAMED.search(_CARRIED_OUT.sub(" ", text))
        if found is not None and found.lastgroup is not None:
            return BodyLevel[found.lastgroup]
    return BodyLevel.PROVINCE


_CARRIED_OUT = re.compile(
    r"\b(?:[Tt]hực hiện|[Tt]riển khai|[Qq]uán triệt|[Ss]ơ kết|[Tt]ổng kết|[Hh]ọc tập|[Tt]uyên truyền)\b[^,.;:]*?"
    r"\b(?:[Cc]hỉ thị|[Nn]ghị quyết|[Kk]ết luận|[Qq]uy định|[Nn]ghị định|[Ll]uật|[Qq]uyết định)\b[^,.;:]*"
)
_CAPITALS = "".join(letter for letter in map(chr, range(ord("A"), ord("Ỹ") + 1)) if letter.isupper())
_PLACE = rf"\s+(?=[{_CAPITALS}])"  # what is followed by a name: "xã Mường Lai", not "kinh tế – xã hội"
_NAMED = re.compile(
    r"(?P<CENTRAL>\b(?:Trung ương|Bộ Chính trị|Ban Bí thư|Tổng Bí thư|Chính phủ|Thủ tướng|Quốc hội|Chủ tịch nước)\b)"
    rf"|(?P<GRASSROOTS>\b[Cc]hi bộ\b|\b(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Tt]hôn|[Bb]ản|[Kk]hối phố){_PLACE})"
    rf"|(?P<DISTRICT>\b(?:[Hh]uyện ủy|[Tt]hị ủy|[Tt]hành ủy)\b|\b(?:[Hh]uyện|[Tt]hị xã|[Tt]hành phố){_PLACE})"
    r"|(?P<PROVINCE>\b(?:[Tt]ỉnh ủy|[Tt]oàn tỉnh|UBND tỉnh|HĐND tỉnh|[Tt]ỉnh)\b)"
)
