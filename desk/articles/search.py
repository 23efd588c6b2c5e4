"""Search: finds without diacritics, đ too; newest hits first, or the newest 2,000 ranked.

FTS5 `unicode61 remove_diacritics 2` keeps đ, so đ→d is folded in the index's VIEW and in the query. Every
token is quoted, so that no letter a person types is query syntax.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import peewee as pw

from desk.acts.rules import Stage
from desk.database.connection import db
from desk.text.blocks import nfc
from desk.text.vietnamese import fold_d

HIT_START, HIT_END = "\x02", "\x03"  # around each found word in a snippet
RANKED_OF = 2000  # ranking reads so many of the newest matches; ranking all is linear in the archive
INDEX = "article_fts"  # its name in a report
_SCREENFUL = 20  # so many hits, and the last word is taken as whole
_TOKENS_MOST, _LETTERS_MOST = 32, 256
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


def match_expression(words: str) -> str:
    """Turn what a person typed into an FTS5 expression: quoted phrases joined by AND, the last a prefix.

    Returns "" when there is nothing to look for. `36-NQ/TW` becomes one phrase; so do words in quotes.
    """
    text = fold_d(nfc(words))[:_LETTERS_MOST].replace("“", '"').replace("”", '"')
    phrases: list[str] = []
    left = _TOKENS_MOST
    for quoted, word in re.findall(r'"([^"]*)"|([^\s"]+)', text):
        tokens = re.findall(r"[^\W_]+", quoted or word)[:left]
        left -= len(tokens)
        if tokens:
            phrases.append('"' + " ".join(tokens) + '"')
    if re.search(r"[^\W_]$", text):
        phrases[-1] += "*"
    return " AND ".join(phrases)


def newest(words: str, scope: SearchScope, before: int = 0, limit: int = 20) -> list[Hit]:
    """Return the newest hits first; `before` is the id of the last hit already shown (0: from the top)."""
    expression = _expression(words)
    if not expression:
        return []
    where, values = _conditions(scope)
    if before:
        where += " AND f.rowid < ?"
        values.append(before)
    rows = db.execute_sql(
        f"SELECT f.rowid, {_SNIPPET} FROM article_fts f JOIN article a ON a.id = f.rowid"
        f"{_PLACED if scope.unplaced else ''} WHERE article_fts MATCH ?{where}"
        " ORDER BY f.rowid DESC LIMIT ?",
        (expression, *values, limit),
    ).fetchall()
    return _hits(rows)


def ranked(words: str, scope: SearchScope, limit: int = 20) -> list[Hit]:
    """Return the best of the newest 2,000 hits, best first (bm25; the title counts eight times the body)."""
    expression = _expression(words)
    if not expression:
        return []
    where, values = _conditions(scope)
    best = db.execute_sql(
        "SELECT id FROM (SELECT f.rowid AS id, bm25(article_fts, 8, 3, 2, 1) AS score FROM article_fts f"
        f" JOIN article a ON a.id = f.rowid{_PLACED if scope.unplaced else ''}"
        f" WHERE article_fts MATCH ?{where} ORDER BY f.rowid DESC LIMIT {RANKED_OF}) ORDER BY score LIMIT ?",
        (expression, *values, limit),
    ).fetchall()
    ids = [number for (number,) in best]
    # One pass from the oldest of them on; "+" keeps SQLite from beginning the search anew for each.
    found = db.execute_sql(
        f"SELECT f.rowid, {_SNIPPET} FROM article_fts f WHERE article_fts MATCH ? AND f.rowid >= ?"
        f" AND +f.rowid IN ({', '.join('?' * len(ids))})",
        (expression, min(ids, default=0), *ids),
    ).fetchall()
    snippets = dict(found)
    return _hits([(number, snippets[number]) for number in ids])


def ids(words: str, scope: SearchScope, limit: int = 5000) -> list[int]:
    """Return the numbers of the newest articles that hold the words, without snippets."""
    expression = _expression(words)
    if not expression:
        return []
    where, values = _conditions(scope)
    found = db.execute_sql(
        "SELECT f.rowid FROM article_fts f JOIN article a ON a.id = f.rowid"
        f"{_PLACED if scope.unplaced else ''} WHERE article_fts MATCH ?{where} ORDER BY f.rowid DESC LIMIT ?",
        (expression, *values, limit),
    )
    return [number for (number,) in found.fetchall()]


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


def _expression(words: str) -> str:
    """Take the last word as begun (a prefix) only while the words as they stand find less than a screenful.

    A prefix reads every word it may become: "hội nghị*" took 37 ms in 100,000 articles, "hội nghị" 3 ms.
    """
    begun = match_expression(words)
    whole = begun.removesuffix("*")
    if whole == begun:
        return begun
    found = db.execute_sql(
        "SELECT count(*) FROM (SELECT 1 FROM article_fts WHERE article_fts MATCH ? LIMIT ?)",
        (whole, _SCREENFUL),
    ).fetchone()[0]
    return whole if found == _SCREENFUL else begun


_SNIPPET = f"snippet(article_fts, -1, '{HIT_START}', '{HIT_END}', '…', 18)"
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


def _hits(found: list[tuple[int, str]]) -> list[Hit]:
    texts = _texts([number for number, _ in found])
    return [Hit(number, texts[number][0], _unfolded(snippet, texts[number])) for number, snippet in found]


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
