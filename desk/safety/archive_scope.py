"""What belongs to an archive: everything, or what is of one year and what that cannot do without."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from desk.database.article_tables import Article, ArticleOriginal, Draft, Revision
from desk.database.calendar_tables import Meeting, MeetingArticle
from desk.database.connection import column, rows, streamed
from desk.database.department_tables import Setting, StoredPicture
from desk.database.issue_tables import (
    Commission,
    Erratum,
    Issue,
    Placement,
    Release,
    ReleaseFile,
    ReleasePart,
)
from desk.database.journal_tables import InboxEntry
from desk.database.register_tables import IgnoredFinding
from desk.database.review_tables import Comment

_DIGEST = re.compile(r"\b[0-9a-f]{64}\b")


@dataclass(frozen=True, slots=True)
class Scope:
    """Which rows belong to an archive: by table a column and its values; one that is not named belongs as a whole."""

    year: int | None = None
    chosen: dict[str, tuple[str, Collection[Any]]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return the year, or "" of everything."""
        return "" if self.year is None else str(self.year)

    def of(self, table: str) -> tuple[str, Collection[Any] | None]:
        """Return the column and the values that a table's rows are chosen by; None chooses all."""
        return self.chosen.get(table, ("", None))


def of_year(year: int) -> Scope:
    """Choose what belongs to a year: its articles by month, its issues, its meetings, and all that hangs on them.

    People, settings, sections, checklists, delegations and registers belong to every year; so does the journal,
    whose entries prove each other.
    """
    articles, issues = _articles_and_issues(year)
    days = (Meeting.last_day >= f"{year}-01-01") & (Meeting.first_day <= f"{year}-12-31")
    meetings = set(column(Meeting.select(Meeting.id).where(days)))
    meetings |= _of(MeetingArticle.meeting, MeetingArticle.article, articles)
    releases = _of(Release.id, Release.issue, issues)
    pictures, parts = _bytes(articles, issues, releases)
    by_article: tuple[str, Collection[Any]] = ("article_id", articles)
    by_issue: tuple[str, Collection[Any]] = ("issue_id", issues)
    by_meeting: tuple[str, Collection[Any]] = ("meeting_id", meetings)
    return Scope(
        year,
        {
            "article": ("id", articles),
            **dict.fromkeys(
                (
                    "revision", "authorship", "comment", "read_mark", "tick", "article_original", "placement",
                    "meeting_article", "erratum",
                ),
                by_article,
            ),
            "mention": ("comment_id", _of(Comment.id, Comment.article, articles)),
            "draft": ("uid", _drafts(year, articles)),
            "original_file": ("sha256", _of(ArticleOriginal.file, ArticleOriginal.article, articles)),
            "picture": ("sha256", pictures),
            "rendition": ("picture_sha256", pictures),
            "issue": ("id", issues),
            "issue_section": by_issue,
            "wanted": by_issue,
            "release": by_issue,
            "release_file": ("release_id", releases),
            "release_part": ("sha256", parts),
            "meeting": ("id", meetings),
            **dict.fromkeys(("occurrence", "coverage", "attachment", "reminder"), by_meeting),
            "ignored_finding": ("id", _ignored(articles)),
            "notice": ("id", _notices(year, articles, meetings)),
        },
    )  # fmt: skip


def years() -> list[int]:
    """Return the years that have articles or issues, the newest first."""
    months = {
        int(month[:4]) for month in column(Article.select(Article.month).distinct()) if month[:4].isdecimal()
    }
    return sorted(months | set(column(Issue.select(Issue.year).distinct())), reverse=True)


def _articles_and_issues(year: int) -> tuple[set[int], set[int]]:
    """Return the articles and issues of a year, with those that they point to."""
    issues = set(column(Issue.select(Issue.id).where(Issue.year == year)))
    articles = set(column(Article.select(Article.id).where(Article.month.startswith(f"{year}-"))))
    articles |= _of(Placement.article, Placement.issue, issues)
    before = (-1, -1)
    while before != (len(articles), len(issues)):
        before = len(articles), len(issues)
        issues |= _of(Placement.issue, Placement.article, articles) | _of(
            Erratum.issue, Erratum.article, articles
        )
        articles |= _of(Erratum.of, Erratum.article, articles)
        articles |= {one for one in _of(Commission.article, Commission.issue, issues) if one is not None}
    return articles, issues


def _of(wanted: Any, asked: Any, values: Collection[int]) -> set[Any]:
    """Return a column's values in the rows that have one of these in another."""
    found: set[Any] = set()
    keys = sorted(values)
    for at in range(0, len(keys), 500):
        found.update(column(wanted.model.select(wanted).where(asked.in_(keys[at : at + 500]))))
    return found


def _drafts(year: int, articles: Collection[int]) -> set[str]:
    told = rows(Draft.select(Draft.uid, Draft.article, Draft.typed_at))
    return {
        uid for uid, article, at in told if article in articles or (article is None and at[:4] == str(year))
    }


def _notices(year: int, articles: Collection[int], meetings: Collection[int]) -> set[int]:
    told = rows(InboxEntry.select(InboxEntry.id, InboxEntry.article, InboxEntry.meeting_id, InboxEntry.at))
    return {
        number
        for number, article, meeting, at in told
        if article in articles
        or (article is None and (meeting in meetings or (meeting is None and at[:4] == str(year))))
    }


def _ignored(articles: Collection[int]) -> set[int]:
    told = rows(IgnoredFinding.select(IgnoredFinding.id, IgnoredFinding.article))
    return {number for number, article in told if article is None or article in articles}


def _bytes(
    articles: Collection[int], issues: Collection[int], releases: Collection[int]
) -> tuple[set[str], set[str]]:
    """Return the pictures and the parts of released files that are named anywhere in what belongs."""
    named: set[str] = set()
    for text in _texts(articles):
        named.update(_DIGEST.findall(text))
    for number, dress, imprint in rows(Issue.select(Issue.id, Issue.dress, Issue.imprint)):
        if number in issues:
            named.update(_DIGEST.findall(dress + imprint))
    for release, told in rows(ReleaseFile.select(ReleaseFile.release, ReleaseFile.parts)):
        if release in releases:
            named.update(_DIGEST.findall(told))
    for value in column(Setting.select(Setting.value)):
        named.update(_DIGEST.findall(value))
    pictures = set(column(StoredPicture.select(StoredPicture.sha256)))
    parts = set(column(ReleasePart.select(ReleasePart.sha256)))
    return named & pictures, named & parts


def _texts(articles: Collection[int]) -> Iterable[str]:
    for article, text in streamed(Revision.select(Revision.article, Revision.text)):
        if article in articles:
            yield text
