"""The first fifty rows of the list, beside the same query in raw SQL."""

from __future__ import annotations

from collections.abc import Iterator

import apsw

from desk.articles import listing
from desk.articles.listing import ListQuery, Order
from desk.database import store
from tests.bench import corpus
from tests.bench.figure import Row, Sizes, against, same, side_by_side

FIRST = 50
SQL = """SELECT a.id, a.title, a.byline, a.author_id, p.name, a.section_id, s.title, a.event_date, a.stage,
    a.version, a.revision, a.words, a.changed_at, a.stage_since, a.touched, i.number, i.year, a.note,
    a.title_key, a.genre, d.name,
    coalesce((SELECT group_concat(h.person_id) FROM authorship h WHERE h.article_id = a.id), ''),
    (SELECT count(o.id) FROM article_original o WHERE o.article_id = a.id)
  FROM article a JOIN person p ON a.author_id = p.id LEFT JOIN section s ON a.section_id = s.id
    LEFT JOIN placement l ON l.article_id = a.id LEFT JOIN issue i ON l.issue_id = i.id
    LEFT JOIN person d ON a.recommended_by_id = d.id AND a.recommended_revision = a.revision
  WHERE a.stage <> 'binned' ORDER BY a.touched DESC LIMIT ?"""


def rows(sizes: Sizes) -> Iterator[Row]:
    """List the newest fifty on desks of three sizes; then the other orders on the largest."""
    took, counts = [], (sizes.small, sizes.middle, sizes.large)
    for count in counts:
        ours, raw = _list(count, sizes.times, Order.RECENT)
        took.append(ours)
        yield against(f"first {FIRST} rows of the list, {count:,} articles", ours, raw, 7, "raw apsw SQL")
    yield same("first rows, by size of the desk", took, [f"{count:,}" for count in counts], 1.25)
    for order in (Order.EVENT, Order.TITLE, Order.WAITING):
        small, _ = _list(sizes.small, sizes.times // 4, order)
        large, _ = _list(sizes.large, sizes.times // 4, order)
        labels = [f"{sizes.small:,}", f"{sizes.large:,}"]
        yield same(f"first rows in the order {order.value}, by size", [small, large], labels, 1.25)


def _list(count: int, times: int, order: Order) -> tuple[float, float]:
    path = corpus.desk(count)
    store.open_file(path)
    raw = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        query = ListQuery(order=order)
        return side_by_side(
            lambda: listing.listing(corpus.CHIEF, query, limit=FIRST),
            lambda: raw.execute(SQL, (FIRST + 1,)).fetchall(),
            times,
        )
    finally:
        raw.close()
        store.close_file()
