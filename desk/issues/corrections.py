"""Corrections (đính chính): a fault of a released issue, said in a later one.

A correction is an article of its own, written and approved like any other, and has a fixed place in the issue.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import peewee as pw

from desk.acts.article_details import Corrected
from desk.acts.gate import Changes, attending
from desk.acts.requirements import TITLE_CHARACTERS
from desk.acts.rules import Act, Genre, Stage
from desk.acts.stored_setting import StoredSetting
from desk.articles import writing
from desk.database import connection, revisions
from desk.database.article_tables import Article
from desk.database.connection import named
from desk.database.department_tables import Section
from desk.database.issue_tables import Erratum, Issue, Placement
from desk.errors import NotNow, Why
from desk.issues import manifest
from desk.text.blocks import ArticleText, Paragraph, Run, body_text, new_id, nfc

TITLE = "Đính chính"
_SECTION = StoredSetting(
    "errata", lambda: 0, lambda stored: int(stored["section"]), lambda number: {"section": number}
)


@dataclass(frozen=True, slots=True)
class ErratumRow:
    """A correction: the article that says it, how far that is, and what it corrects."""

    article_id: int
    title: str
    stage: Stage
    of_id: int
    of_title: str
    issue: str
    printed: str
    correct: str
    placed: bool


@dataclass(frozen=True, slots=True)
class Links:
    """What leads from an article to its corrections, newest first, and from a correction to what it corrects."""

    corrections: tuple[ErratumRow, ...] = ()
    corrects: ErratumRow | None = None


def correct(who: int, article_id: int, printed: str, correct: str) -> Changes:
    """Write the correction of a released article: the words as they were printed, and as they should read.

    NotNow(CORRECTION_EMPTY) when either is missing or both are the same.
    """
    with attending(who, Act.CORRECT, article_id) as doing:
        was, now = (" ".join(nfc(words).split()) for words in (printed, correct))
        if not was or not now or was == now:
            raise NotNow(Why.CORRECTION_EMPTY)
        article = doing.article
        issue_id = Placement.select(Placement.issue).where(Placement.article == article_id).scalar()
        if issue_id is None:
            raise NotNow(Why.STAGE)
        issue = Issue.get_by_id(issue_id)
        page = manifest.page_of(article_id, issue_id)
        words = _text(article.title, f"{issue.number}/{issue.year}", page, was, now)
        made = writing.create(who, uuid4().hex, words, _fixed())
        (correction,) = made.articles
        Article.update(genre=Genre.ERRATUM.value).where(Article.id == correction).execute()
        Erratum.insert(article=correction, of=article_id, issue=issue_id, printed=was, correct=now).execute()
        doing.detail = Corrected(was, now, correction)
        return Changes(frozenset({article_id, correction}), act=Act.CORRECT, version=made.version)


def listing(*, unplaced: bool = False) -> list[ErratumRow]:
    """Return the corrections, newest first; with `unplaced` those that stand in no issue yet."""
    made = _rows(Article.stage != Stage.BINNED.value)
    return [one for one in made if not (unplaced and one.placed)]


def of_article(article_id: int) -> list[ErratumRow]:
    """Return the corrections of an article, newest first."""
    return _rows((Erratum.of == article_id) & (Article.stage != Stage.BINNED.value))


def links(article_id: int) -> Links:
    """Return the corrections of an article, and what it corrects if it is one itself."""
    with connection.reading():
        said = _rows(Erratum.article == article_id)
        return Links(tuple(of_article(article_id)), said[0] if said else None)


def as_printed(article_id: int) -> str:
    """Return the words of an article as its issue was last released with them, a line a part."""
    with connection.reading():
        issue_id = Placement.select(Placement.issue).where(Placement.article == article_id).scalar()
        revision = manifest.revision_of(article_id, issue_id) if issue_id is not None else 0
        if not revision:
            revision = Article.select(Article.revision).where(Article.id == article_id).scalar()
        text = revisions.text_of(article_id, revision)
        return "\n".join(part for part in (text.title, text.lead, body_text(text), text.byline) if part)


def has(printed: str, words: str) -> bool:
    """Say whether a text as it was printed has just these words, wherever its lines break."""
    whole, sought = ("".join(nfc(one).split()) for one in (printed, words))
    return sought in whole


def section() -> int:
    """Return the chuyên mục in which corrections stand, 0 while there was none."""
    return _SECTION.value()


def fixed_place(article_id: int) -> int:
    """Return the chuyên mục in which a correction must stand; 0 for any other article."""
    return section() if Erratum.select().where(Erratum.article == article_id).exists() else 0


def _rows(where: Any) -> list[ErratumRow]:
    original = Article.alias()
    query = (
        Erratum.select(
            Erratum.article,
            Article.title,
            Article.stage,
            Erratum.of,
            original.title.alias("of_title"),
            Issue.number,
            Issue.year,
            Erratum.printed,
            Erratum.correct,
            Placement.issue.alias("placed"),
        )
        .join(Article, on=(Erratum.article == Article.id))
        .switch(Erratum)
        .join(original, on=(Erratum.of == original.id))
        .switch(Erratum)
        .join(Issue, on=(Erratum.issue == Issue.id))
        .switch(Erratum)
        .join(Placement, pw.JOIN.LEFT_OUTER, on=(Placement.article == Erratum.article))
        .where(where)
        .order_by(Erratum.article.desc())
    )
    return [
        ErratumRow(
            article_id=v.article,
            title=v.title,
            stage=Stage(v.stage),
            of_id=v.of,
            of_title=v.of_title,
            issue=f"{v.number}/{v.year}",
            printed=v.printed,
            correct=v.correct,
            placed=v.placed is not None,
        )
        for v in named(query)
    ]


def _fixed() -> int:
    """Return the corrections' chuyên mục, made when it is first needed; the desk's list does not show it."""
    there = section()
    if there:
        return there
    number = int(Section.insert(title=TITLE, position=0, active=False).execute())
    _SECTION.store(number)
    return number


def _titled(title: str) -> str:
    """Return a correction's title, no longer than the checklist lets a title be."""
    room = TITLE_CHARACTERS - len(f"{TITLE} bài “”")
    short = title if len(title) <= room else f"{title[: room - 1].rstrip()}…"
    return f"{TITLE} bài “{short}”"


def _quoted(words: str) -> str:
    """Return words in quotation marks that end a sentence: with a stop behind them, where they bring none."""
    return f"“{words}”" if words.rstrip().endswith((".", "!", "?", "…")) else f"“{words}”."


def _text(title: str, issue: str, page: int, was: str, now: str) -> ArticleText:
    where = f"Bản tin số {issue}, trang {page}" if page else f"Bản tin số {issue}"
    words = f"{where}, bài “{title}” đã in: {_quoted(was)} Xin đọc là: {_quoted(now)}"
    return ArticleText(
        title=_titled(title),
        byline="Ban Biên tập",
        blocks=(Paragraph(new_id(), (Run(words),)), Paragraph(new_id(), (Run("Mong bạn đọc thông cảm."),))),
    )
