"""Findings that the office passes over: in one article, or with a reason on the whole desk; it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk import clock
from desk.acts.gate import Changes, deciding
from desk.acts.journal import Subject
from desk.acts.permission import refusal
from desk.acts.register_details import FindingIgnored
from desk.acts.rules import Act
from desk.database.article_tables import Article
from desk.database.connection import named, once_a_question, rows
from desk.database.department_tables import Person
from desk.database.register_tables import IgnoredFinding
from desk.errors import Missing, NotNow, Why
from desk.text.signs import shown

_LONGEST = 500  # letters of a finding: beyond that it is no place in a text


@dataclass(frozen=True, slots=True)
class IgnoredRow:
    """A finding that is passed over, as windows show it; `article` is its title, "" for the whole desk."""

    id: int
    rule: str
    text: str
    article_id: int | None
    article: str
    reason: str
    by: str
    at: datetime
    back_by: str
    back_at: datetime | None

    @property
    def open(self) -> bool:
        """Say whether it is passed over now."""
        return self.back_at is None


def ignore(who: int, rule: str, text: str, article_id: int | None = None, reason: str = "") -> Changes:
    """Pass over what a rule says of these words, in an article or with a reason on the whole desk."""
    act = Act.IGNORE_EVERYWHERE if article_id is None else Act.IGNORE_FINDING
    subject = Subject.REGISTER if article_id is None else Subject.ARTICLE
    with deciding(who, act, subject, article_id or 0, reason) as doing:
        rule, text = rule.strip(), shown(text)
        if not rule or not text.strip() or len(text) > _LONGEST:
            raise NotNow(Why.NAME_EMPTY)
        doing.title = text if article_id is None else _title(article_id)
        doing.detail = FindingIgnored(rule, text)
        if (rule, text) in _open(article_id):
            doing.nothing = True
        else:
            IgnoredFinding.insert(
                rule=rule,
                text=text,
                article=article_id,
                reason=doing.note,
                person=who,
                at=clock.stamp(clock.now()),
            ).execute()
    return Changes(registers=True, act=act, entry=doing.entry)


def take_back(who: int, ignored_id: int) -> Changes:
    """Heed a finding again; who may pass over for the whole desk may take that back, everybody the rest."""
    with deciding(who, Act.HEED_FINDING, Subject.REGISTER) as doing:
        row = IgnoredFinding.get_or_none(IgnoredFinding.id == ignored_id)
        if row is None:
            raise Missing("ignored_finding")
        if row.back_at is not None:
            raise NotNow(Why.UNDONE)
        if row.article_id is None:
            refused = refusal(Act.IGNORE_EVERYWHERE, doing.actor.roles)
            if refused is not None:
                raise refused
            doing.title = row.text
        else:
            doing.subject, doing.subject_id = Subject.ARTICLE, row.article_id
            doing.title = _title(row.article_id)
        doing.detail = FindingIgnored(row.rule, row.text)
        now = clock.stamp(clock.now())
        IgnoredFinding.update(back_at=now, back_by=who).where(IgnoredFinding.id == ignored_id).execute()
    return Changes(registers=True, act=Act.HEED_FINDING)


@once_a_question
def of(article_id: int | None) -> frozenset[tuple[str, str]]:
    """Return (rule, words) of every finding that is passed over in an article, those of the whole desk among them."""
    return _open(None) | (_open(article_id) if article_id is not None else frozenset())


def listed() -> list[IgnoredRow]:
    """Return every finding that was ever passed over, newest first."""
    by, back = Person.alias(), Person.alias()
    query = (
        IgnoredFinding.select(
            IgnoredFinding.id,
            IgnoredFinding.rule,
            IgnoredFinding.text,
            IgnoredFinding.article.alias("article_id"),
            Article.title.alias("article"),
            IgnoredFinding.reason,
            by.name.alias("by"),
            IgnoredFinding.at,
            back.name.alias("back"),
            IgnoredFinding.back_at,
        )
        .join(Article, "LEFT JOIN", on=(IgnoredFinding.article == Article.id))
        .switch(IgnoredFinding)
        .join(by, on=(IgnoredFinding.person == by.id))
        .switch(IgnoredFinding)
        .join(back, "LEFT JOIN", on=(IgnoredFinding.back_by == back.id))
        .order_by(IgnoredFinding.id.desc())
    )
    return [
        IgnoredRow(
            row.id,
            row.rule,
            row.text,
            row.article_id,
            row.article or "",
            row.reason,
            row.by,
            clock.read_stamp(row.at),
            row.back or "",
            clock.read_stamp(row.back_at) if row.back_at else None,
        )
        for row in named(query)
    ]


def _open(article_id: int | None) -> frozenset[tuple[str, str]]:
    where = (
        IgnoredFinding.article.is_null() if article_id is None else IgnoredFinding.article == article_id
    ) & IgnoredFinding.back_at.is_null()
    told = rows(IgnoredFinding.select(IgnoredFinding.rule, IgnoredFinding.text).where(where))
    return frozenset((rule, text) for rule, text in told)


def _title(article_id: int) -> str:
    title = Article.select(Article.title).where(Article.id == article_id).scalar()
    if title is None:
        raise Missing("article")
    return str(title)
