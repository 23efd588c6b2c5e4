"""Search: finds without diacritics, đ too; the phrase first, then the words apart; newest first, or ranked.

What is typed is read in `search_query`, where it is looked for stands in `search_tiers`; here it is found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import peewee as pw

from desk.acts.rules import Stage
from desk.articles.search_query import Query
from desk.articles.search_tiers import MARKED, TEXT, Tier, plan_of
from desk.database.connection import db
from desk.text.vietnamese import bare, fold_d

HIT_START, HIT_END = "\x02", "\x03"  # around each found word in a snippet
RANKED_OF = 2000  # ranking reads so many of the newest matches; ranking all is linear in the archive
INDEX = "article_fts"  # its name in a report
_TITLES_OF = 200  # a phrase in a title is looked for in so many of the newest matches
_WEIGHED = 25  # hits of a tier whose marks are looked at
_SNIPPET_WORDS = 18
_COLUMNS = ("title", "lead", "byline", "body")


@dataclass(frozen=True, slots=True)
class SearchScope:
    """Which articles are looked through; empty fields do not filter."""

    stages: tuple[str, ...] = ()
    author_id: int | None = None
    section_id: int | None = None
    month: str = ""
    unplaced: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A found article and a stretch of its words, found words between HIT_START and HIT_END."""

    article_id: int
    title: str
    snippet: str


def newest(words: str, scope: SearchScope, before: int = 0, limit: int = 20) -> list[Hit]:
    """Return hits tier by tier, the newest of each first; `before` is the id of the last hit already shown.

    The words as a phrase come first, then what their author wrote, then the words apart. Where everything
    that there is fits into `limit`, what holds the marks as they were typed leads its tier.
    """
    plan = plan_of(words)
    begin = next((at for at, tier in enumerate(plan.tiers) if before and _in_tier(tier, before)), 0)
    found: list[list[tuple[int, str]]] = []
    left = limit
    for tier in plan.tiers[begin:]:
        if left:
            found.append(_rows(tier, scope, left, before))
            left -= len(found[-1])
            before = 0
    texts = _texts([number for tier_rows in found for number, _ in tier_rows])
    if left and not before:
        found = [
            [
                (number, dict(tier_rows)[number])
                for number in _marked_first(plan.query, list(dict(tier_rows)), texts)
            ]
            for tier_rows in found
        ]
    return _hits([row for tier_rows in found for row in tier_rows], texts)


def ranked(words: str, scope: SearchScope, limit: int = 20) -> list[Hit]:
    """Return the best hits first: the phrase (in a title first), the author's, the words apart by bm25.

    Within each the marks as they were typed lead. Only the newest 2,000 hits are weighed; for bm25 the title
    counts eight times the body.
    """
    plan = plan_of(words)
    rows: list[tuple[int, str]] = []
    read: dict[int, tuple[str, ...]] = {}
    for tier in plan.tiers:
        left = limit - len(rows)
        if not left:
            break
        most = max(left, _WEIGHED)
        if tier.scored:
            numbers = _scored(tier, scope, most, [number for number, _ in rows])
        else:
            numbers = [number for number, _ in _rows(tier, scope, most, snippet="''")]
            if tier.match == plan.query.phrase and len(numbers) == most:
                titled = _in_title(tier, scope, most)
                numbers = list(dict.fromkeys([*titled, *numbers]))[:most]
        texts = _texts(numbers)
        numbers = _marked_first(
            plan.query, numbers, texts, titles=tier.match == plan.query.phrase and not tier.scored
        )
        rows += _with_snippets(tier, numbers[:left])
        read |= texts
    return _hits(rows, read)


def ids(words: str, scope: SearchScope, limit: int = 5000) -> list[int]:
    """Return the numbers of the newest articles that hold the words, without snippets."""
    found: list[int] = []
    for tier in plan_of(words).tiers:
        found += [number for number, _ in _rows(tier, scope, limit, snippet="''")]
    return sorted(found, reverse=True)[:limit]


def rebuild() -> None:
    """Make the index anew from the articles; it is derived data."""
    db.execute_sql("INSERT INTO article_fts(article_fts) VALUES('rebuild')")


def index_fault() -> str:
    """Compare the index with the articles; return what is wrong in it, in the engine's words, or ""."""
    try:
        db.execute_sql("INSERT INTO article_fts(article_fts, rank) VALUES('integrity-check', 1)")
    except pw.DatabaseError as error:
        return str(error)
    return ""


def _in_tier(tier: Tier, article_id: int) -> bool:
    return bool(
        _rows(
            tier,
            SearchScope(stages=tuple(stage.value for stage in Stage)),
            1,
            article_id + 1,
            at_least=article_id,
            snippet="''",
        )
    )


def _rows(
    tier: Tier,
    scope: SearchScope,
    limit: int,
    before: int = 0,
    *,
    at_least: int = 0,
    snippet: str = "",
) -> list[tuple[int, str]]:
    """Return a tier's newest articles with their snippets ("" where nothing was matched)."""
    where, values = _conditions(scope)
    placed = _PLACED if scope.unplaced else ""
    place = "f.rowid" if tier.match else "a.id"
    if before:
        where += f" AND {place} < ?"
        values.append(before)
    if at_least:
        where += f" AND {place} >= ?"
        values.append(at_least)
    marks = ", ".join("?" * len(tier.people))
    if not tier.match:
        sql = (
            f"SELECT a.id, '' FROM article a{placed} WHERE a.author_id IN ({marks})"
            f" AND NOT EXISTS (SELECT 1 FROM article_fts WHERE article_fts MATCH ? AND rowid = a.id){where}"
            " ORDER BY a.id DESC LIMIT ?"
        )
        return list(db.execute_sql(sql, (*tier.people, tier.besides, *values, limit)).fetchall())
    if tier.people:
        where += f" AND a.author_id {'' if tier.theirs else 'NOT '}IN ({marks})"
        values += tier.people
    if tier.marks:
        placed += _TEXT
        where += _MARKED
        values.append(tier.marks)
    match = tier.match
    if tier.besides:
        match = f"({match}) NOT ({tier.besides})"
    sql = (
        f"SELECT f.rowid, {snippet or _SNIPPET} FROM article_fts f JOIN article a ON a.id = f.rowid{placed}"
        f" WHERE article_fts MATCH ?{where} ORDER BY f.rowid DESC LIMIT ?"
    )
    return list(db.execute_sql(sql, (match, *values, limit)).fetchall())


def _in_title(tier: Tier, scope: SearchScope, limit: int) -> list[int]:
    """Return which of the newest 200 articles that hold a phrase have it in the title."""
    (oldest,) = db.execute_sql(
        "SELECT min(id) FROM (SELECT rowid AS id FROM article_fts WHERE article_fts MATCH ?"
        f" ORDER BY rowid DESC LIMIT {_TITLES_OF})",
        (tier.match,),
    ).fetchone()
    titled = replace(tier, match=f"{{title}} : ({tier.match})")
    return [number for number, _ in _rows(titled, scope, limit, at_least=oldest or 0, snippet="''")]


def _scored(tier: Tier, scope: SearchScope, limit: int, without: Sequence[int]) -> list[int]:
    """Return the best of the newest 2,000 that match (bm25)."""
    where, values = _conditions(scope)
    if tier.people:
        where += f" AND a.author_id NOT IN ({', '.join('?' * len(tier.people))})"
        values += tier.people
    where += f" AND f.rowid NOT IN ({', '.join('?' * len(without))})"
    values += without
    if tier.marks:
        where += _MARKED
        values.append(tier.marks)
    best = db.execute_sql(
        "SELECT id FROM (SELECT f.rowid AS id, bm25(article_fts, 8, 3, 2, 1) AS score FROM article_fts f"
        f" JOIN article a ON a.id = f.rowid{_PLACED if scope.unplaced else ''}{_TEXT if tier.marks else ''}"
        f" WHERE article_fts MATCH ?{where} ORDER BY f.rowid DESC LIMIT {RANKED_OF}) ORDER BY score LIMIT ?",
        (tier.match, *values, limit),
    ).fetchall()
    return [number for (number,) in best]


def _with_snippets(tier: Tier, numbers: Sequence[int]) -> list[tuple[int, str]]:
    if not tier.match:
        return [(number, "") for number in numbers]
    # One pass from the oldest of them on; "+" keeps SQLite from beginning the search anew for each.
    found = db.execute_sql(
        f"SELECT f.rowid, {_SNIPPET} FROM article_fts f WHERE article_fts MATCH ? AND f.rowid BETWEEN ? AND ?"
        f" AND +f.rowid IN ({', '.join('?' * len(numbers))})",
        (tier.match, min(numbers, default=0), max(numbers, default=0), *numbers),
    ).fetchall()
    snippets = dict(found)
    return [(number, snippets[number]) for number in numbers]


def _marked_first(
    query: Query, numbers: Sequence[int], texts: dict[int, tuple[str, ...]], *, titles: bool = False
) -> list[int]:
    """Put first what holds the phrase, then each word, with the marks that were typed; then what the title has."""
    marked = query.marked()
    if marked is None and not titles:
        return list(numbers)
    folded = query.folded()

    def _rank(number: int) -> tuple[int, bool]:
        text = "\n".join(texts[number]).lower() if marked else ""
        in_title = titles and folded.search(bare(texts[number][0])) is not None
        if marked is None or marked[0].search(text):
            return 0, not in_title
        return 1 if all(word.search(text) for word in marked[1]) else 2, not in_title

    return sorted(numbers, key=_rank)


_SNIPPET = f"snippet(article_fts, -1, '{HIT_START}', '{HIT_END}', '…', {_SNIPPET_WORDS})"
_TEXT = f"{TEXT}a.id"
_MARKED = f" AND {MARKED}"
_PLACED = " LEFT JOIN placement p ON p.article_id = a.id"


def _conditions(scope: SearchScope) -> tuple[str, list[Any]]:
    clauses: list[str] = []
    values: list[Any] = []
    if scope.stages:
        clauses.append(f"a.stage IN ({', '.join('?' * len(scope.stages))})")
        values += scope.stages
    else:
        clauses.append("a.stage <> ?")
        values.append(Stage.BINNED.value)
    for clause, value in (
        ("a.author_id = ?", scope.author_id),
        ("a.section_id = ?", scope.section_id),
        ("a.month = ?", scope.month or None),
    ):
        if value is not None:
            clauses.append(clause)
            values.append(value)
    if scope.unplaced:
        clauses.append("p.article_id IS NULL")
    return "".join(f" AND {clause}" for clause in clauses), values


def _hits(found: list[tuple[int, str]], texts: dict[int, tuple[str, ...]]) -> list[Hit]:
    return [
        Hit(
            number,
            texts[number][0],
            _unfolded(snippet, texts[number]) if snippet else _opening(texts[number]),
        )
        for number, snippet in found
    ]


def _opening(texts: tuple[str, ...]) -> str:
    """Return a text's first words, where none of them was looked for."""
    words = " ".join((texts[1] or texts[3]).split(maxsplit=_SNIPPET_WORDS)[:_SNIPPET_WORDS])
    return f"{words}…"


def _texts(ids: list[int]) -> dict[int, tuple[str, ...]]:
    found = db.execute_sql(
        f"SELECT article_id, {', '.join(_COLUMNS)} FROM article_text"
        f" WHERE article_id IN ({', '.join('?' * len(ids))})",
        tuple(ids),
    )
    return {number: tuple(texts) for number, *texts in found.fetchall()}


def _unfolded(snippet: str, texts: tuple[str, ...]) -> str:
    """Put đ back: folding is letter for letter, so the snippet's place in the folded text is its real place."""
    words = snippet.replace(HIT_START, "").replace(HIT_END, "")
    core = words.removeprefix("…").removesuffix("…")
    for text in texts:
        place = fold_d(text).find(core)
        if place < 0:
            continue
        real = iter(text[place : place + len(core)])
        lead = 1 if words.startswith("…") else 0
        out: list[str] = []
        for index, letter in enumerate(snippet):
            inside = letter not in (HIT_START, HIT_END)
            edge = (index == 0 and lead) or (letter == "…" and index == len(snippet) - 1)
            out.append(next(real, letter) if inside and not edge else letter)
        return "".join(out)
    return snippet
