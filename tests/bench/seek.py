"""Search over the largest desk: how soon, and whether it finds everything without its marks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from desk.articles import search
from desk.articles.search import SearchScope
from desk.articles.search_query import match_expression
from desk.database import store
from desk.database.connection import db
from tests.bench import corpus
from tests.bench.figure import Row, Sizes, against, clocked, median_of, under

WORDS = ("hội nghị", "nghị quyết", "đổi mới", "dong chi", "khoa giao")
PAIRS = (("dong chi", "đồng chí"), ("doi moi", "đổi mới"), ("dang vien", "đảng viên"))
NOWHERE = "%chuyện không đâu vào đâu%"


def rows(sizes: Sizes) -> Iterator[Row]:
    """Measure the newest and the ranked hits beside a scan; then compare what is found."""
    store.open_file(corpus.desk(sizes.large))
    try:
        yield from _rows(sizes)
    finally:
        store.close_file()


def _rows(sizes: Sizes) -> Iterator[Row]:
    many, everything = f"{sizes.large:,} articles", SearchScope()
    scan = median_of(lambda: _scan(NOWHERE), 5, warm=1)
    for words in WORDS:
        took = median_of(partial(search.newest, words, everything), max(20, sizes.times // 6))
        name = f"search “{words}”: newest 20 with snippets, {many}"
        yield against(name, took, scan, 0.01, "LIKE '%…%' over the bodies")
    for words in WORDS:
        took = median_of(partial(search.ranked, words, everything), max(20, sizes.times // 6))
        whole = clocked(partial(_rank_all, words))
        yield under(f"search “{words}”: ranked, {many}", took, 20, f"{whole:.0f} ms: bm25 of all hits")
    for bare, marked in PAIRS:
        found, wanted = _count(bare), _count(marked)
        phrase, with_phrase = _found(f'"{bare}"'), _found(f'"{marked}"')
        written = _written(marked)
        complete = found == wanted and phrase == with_phrase and written <= phrase
        yield Row(
            f"search “{bare}” finds all that “{marked}” finds",
            f"{found:,} (phrase {len(phrase):,})",
            f"{wanted:,} (phrase {len(with_phrase):,}; LIKE {len(written):,})",
            f"{len(written & phrase) / max(1, len(written)):.0%}",
            "100 %",
            complete,
        )


def _scan(pattern: str) -> None:
    db.execute_sql("SELECT count(*) FROM article_text WHERE body LIKE ?", (pattern,)).fetchall()


def _rank_all(words: str) -> None:
    db.execute_sql(
        "SELECT rowid FROM article_fts WHERE article_fts MATCH ? ORDER BY bm25(article_fts, 8, 3, 2, 1) LIMIT 20",
        (match_expression(words),),
    ).fetchall()


def _count(words: str) -> int:
    expression = match_expression(words)
    found = db.execute_sql("SELECT count(*) FROM article_fts WHERE article_fts MATCH ?", (expression,))
    return int(found.fetchone()[0])


def _found(words: str) -> set[int]:
    expression = match_expression(words)
    found = db.execute_sql("SELECT rowid FROM article_fts WHERE article_fts MATCH ?", (expression,))
    return {row[0] for row in found.fetchall()}


def _written(words: str) -> set[int]:
    """Return the articles in whose text the words stand as written, letter for letter."""
    sql = "SELECT article_id FROM article_text WHERE instr(body, ?) OR instr(title, ?) OR instr(lead, ?)"
    return {row[0] for row in db.execute_sql(sql, (words, words, words)).fetchall()}
