"""Where search looks, best first: the phrase, the author, the words apart, an author's words, a slip mended."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desk.articles.search_query import Query, mended, parse, slipped, slips
from desk.database import marked_words
from desk.database.connection import db
from desk.text.vietnamese import bare

_SCREENFUL = 20  # so many hits, and the last word is taken as whole
_FEW = 3  # so few hits, and a slip of the hand is looked for
_SLIPS_MOST = 4  # words looked at for one
_SCORED_SPELLINGS = 2  # of a term; a date has six
_MARKED_OF = (
    1000  # with more hits than these, other marks are not left out: each text has to be read (0.12 ms)
)
TEXT = " JOIN article_text t ON t.article_id = "  # the words as they are written, beside what the index holds
MARKED = marked_words.clause("t.title", "t.lead", "t.byline", "t.body")


@dataclass(frozen=True, slots=True)
class Tier:
    """Hits that are as good as each other: what matches, or what these people wrote, less what came before."""

    match: str = ""
    besides: str = ""  # what an earlier tier has matched
    people: tuple[int, ...] = ()  # whose articles these are; with `match`, whose an earlier tier has
    scored: bool = False  # ranked by bm25, for which every phrase is read through the archive
    theirs: bool = False  # with `match`: theirs alone
    marks: str = ""  # with `match`: what holds the words with these marks alone (`marked_words.joined`)


@dataclass(frozen=True, slots=True)
class Plan:
    """What was typed, and where it is looked for."""

    query: Query
    tiers: tuple[Tier, ...]


def plan_of(words: str) -> Plan:
    """Say where to look, best first: the phrase, the author, the words apart; a slip when next to nothing is found.

    The last word is taken as begun (a prefix) only while the words as they stand find less than a screenful:
    a prefix reads every word it may become ("hội nghị*" took 37 ms in 100,000 articles, "hội nghị" 3 ms).
    Marks that were typed count where some article has them: "Nậm Mu" finds no "năm … mức".
    """
    query = parse(words)
    if not query.terms:
        return Plan(query, ())
    whole = replace(query, begun=False)
    count = _count(whole.every, _SCREENFUL)
    if count == _SCREENFUL:
        query = whole
    elif query.begun:
        count = _count(query.every, _SCREENFUL)
    phrase, every = query.phrase, query.every
    people = _authors(query.words, few=count < _FEW)
    weighed = all(len(term.spellings) <= _SCORED_SPELLINGS for term in query.terms)
    several = len(query.terms) > 1
    marks = _marks(query)
    tiers = [Tier(phrase, scored=weighed and not several, marks=marks)]
    if people:
        tiers.append(Tier(besides=phrase, people=people))
    if several:
        tiers.append(Tier(every, phrase, people, weighed, marks=marks))
    slips_too = False
    if count < _FEW and not people:
        beside = list(_by_author(query, every))
        tiers += beside
        slips_too = not beside
    if slips_too and not (_count(phrase, 1) if several else count):
        slip = _with_a_slip(query)
        if slip:
            tiers.append(Tier(slip, every))
    return Plan(query, tuple(tiers))


def _marks(query: Query) -> str:
    """Return the marks that a hit must have: those typed, where there are not too many hits and one has them."""
    marked = query.marked()
    if marked is None or _count(query.every, _MARKED_OF) == _MARKED_OF:
        return ""
    marks = marked_words.joined(marked[1])
    found = db.execute_sql(
        f"SELECT 1 FROM article_fts f{TEXT}f.rowid WHERE article_fts MATCH ? AND {MARKED} LIMIT 1",
        (query.every, marks),
    ).fetchone()
    return marks if found else ""


def _count(expression: str, most: int) -> int:
    found = db.execute_sql(
        "SELECT count(*) FROM (SELECT 1 FROM article_fts WHERE article_fts MATCH ? LIMIT ?)",
        (expression, most),
    )
    return int(found.fetchone()[0])


def _by_author(query: Query, besides: str) -> Iterator[Tier]:
    """Yield where to look when somebody's name stands before or behind the words: "hải vân chợ phiên".

    At least two words of the name, as many as there are.
    """
    if not query.words or len(query.words) != len(query.terms):
        return
    for count in range(len(query.terms) - 1, 1, -1):
        for named, others, last in (
            (query.words[:count], query.terms[count:], True),
            (query.words[-count:], query.terms[:-count], False),
        ):
            people = _authors(named, few=True)
            if people:
                rest = replace(query, terms=others, begun=query.begun and last)
                yield Tier(rest.every, besides, people, theirs=True)
                return


def _authors(words: Sequence[str], *, few: bool) -> tuple[int, ...]:
    """Return whose name holds these words in a row; one word must be the name one is called by, and `few` found."""
    if not words or (len(words) == 1 and not few):
        return ()
    found = []
    for number, name in db.execute_sql("SELECT id, name FROM person").fetchall():
        parts = bare(name).split()
        at = [parts[start : start + len(words)] for start in range(len(parts))]
        if list(words) in (at if len(words) > 1 else at[-1:]):
            found.append(number)
    return tuple(found)


def _with_a_slip(query: Query) -> str:
    """Return the expression with one word mended into one that the articles hold; "" when there is none."""
    found = []
    places = list(slipped(query))
    unknown = [(at, word) for at, word in places if not _count(query.terms[at].expression(""), 1)]
    for at, word in (unknown or places)[:_SLIPS_MOST]:
        known = db.execute_sql(
            "SELECT value FROM json_each(?) WHERE EXISTS"
            " (SELECT 1 FROM article_fts WHERE article_fts MATCH '\"' || value || '\"')",
            (json.dumps(sorted(slips(word))),),
        ).fetchall()
        if known:
            found.append(f"({mended(query, at, [other for (other,) in known])})")
    return " OR ".join(found)
