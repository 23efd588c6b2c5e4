"""Gom bài: which articles an issue could take, in the order that the desk's rule gives.

The rule: corrections last in their fixed place; else by the issue's chuyên mục, then by level (Trung ương, tỉnh,
huyện, cơ sở: the order in which official papers name bodies), then by the day of the event, then by number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from desk import errata, placing, store
from desk.rules import Stage
from desk.tables import Article, ArticleWords, Placement, rows


class BodyLevel(IntEnum):
    """The level of the body that an article speaks of, in the order in which it is printed."""

    CENTRAL = 0
    PROVINCE = 1
    DISTRICT = 2
    GRASSROOTS = 3


@dataclass(frozen=True, slots=True)
class Proposed:
    """An article that an issue could take; `fits` says that it is not of a later month than the issue."""

    article_id: int
    title: str
    byline: str
    section_id: int
    section: str
    level: BodyLevel
    event_date: date | None
    words: int
    fits: bool


@dataclass(frozen=True, slots=True)
class Gathering:
    """What is proposed for an issue, in order; `errata` are corrections that nobody has approved yet."""

    proposed: tuple[Proposed, ...]
    errata: tuple[errata.ErratumRow, ...] = ()


def gather(issue_id: int) -> Gathering:
    """Return the approved articles that stand in no issue, in the order of the rule."""
    with store.reading():
        plan = placing.plan(issue_id)
        shown = [part for part in plan.parts if not part.hidden]
        places = {part.section_id: (rank, part.title) for rank, part in enumerate(shown)}
        last_month = f"{plan.issue.year}-{plan.issue.ends:02}"
        corrections = errata.section()
        found = []
        for v in rows(
            Article.select(
                Article.id,
                Article.title,
                Article.byline,
                Article.section,
                Article.event_date,
                Article.month,
                Article.words,
                ArticleWords.lead,
            )
            .join(ArticleWords, on=(ArticleWords.article == Article.id))
            .where(
                (Article.stage == Stage.APPROVED.value)
                & (Article.approved_revision == Article.revision)
                & Article.id.not_in(Placement.select(Placement.article))
            )
        ):
            number = v[3] if v[3] in places or v[3] == corrections else next(iter(places), 0)
            rank, title = places.get(number, (len(places), errata.TITLE))
            made = Proposed(
                v[0],
                v[1],
                v[2],
                number or 0,
                title,
                level(v[1], v[7], v[2]),
                date.fromisoformat(v[4]) if v[4] else None,
                v[6],
                v[5] <= last_month,
            )
            found.append(((rank, made.level, v[4], v[0]), made))
        waiting = [one for one in errata.listing(unplaced=True) if one.stage is not Stage.APPROVED]
        return Gathering(tuple(made for _, made in sorted(found, key=lambda pair: pair[0])), tuple(waiting))


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
    r"\b(?:thực hiện|triển khai|quán triệt|sơ kết|tổng kết|học tập|tuyên truyền)\b[^,.;:]*?"
    r"\b(?:[Cc]hỉ thị|[Nn]ghị quyết|[Kk]ết luận|[Qq]uy định|[Nn]ghị định|[Ll]uật|[Qq]uyết định)\b[^,.;:]*"
)
_PLACE = r"\s+(?=[A-ZĐÀ-Ỹ])"  # what is followed by a name: "xã Mường Lai", not "kinh tế – xã hội"
_NAMED = re.compile(
    r"(?P<CENTRAL>\b(?:Trung ương|Bộ Chính trị|Ban Bí thư|Tổng Bí thư|Chính phủ|Thủ tướng|Quốc hội|Chủ tịch nước)\b)"
    rf"|(?P<GRASSROOTS>\b[Cc]hi bộ\b|\b(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Tt]hôn|[Bb]ản|[Kk]hối phố){_PLACE})"
    rf"|(?P<DISTRICT>\b(?:[Hh]uyện ủy|[Tt]hị ủy|[Tt]hành ủy)\b|\b(?:[Hh]uyện|[Tt]hị xã|[Tt]hành phố){_PLACE})"
    r"|(?P<PROVINCE>\b(?:[Tt]ỉnh ủy|[Tt]oàn tỉnh|UBND tỉnh|HĐND tỉnh|[Tt]ỉnh)\b)"
)
