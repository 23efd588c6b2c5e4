"""The marks of each article's current text (`desk.text.shingles`): derived data, to find the same words by."""

from __future__ import annotations

import json
from collections.abc import Collection

import apsw

from desk.database.connection import db
from desk.text.shingles import marks, shingles

# The function that a step of the schema fills the table with.
FUNCTION = "shingle_marks"


def teach(connection: apsw.Connection) -> None:
    """Let a connection's statements ask for the marks of a text: `shingle_marks(title, body)`, a list in JSON."""
    connection.create_scalar_function(FUNCTION, _marks, 2, deterministic=True)


def replace(article_id: int, old: Collection[int], new: Collection[int]) -> None:
    """Store an article's marks in place of those it had, inside the running transaction."""
    gone, added = set(old) - set(new), set(new) - set(old)
    if gone:
        db.execute_sql(
            "DELETE FROM article_shingle WHERE article_id = ? AND mark IN (SELECT value FROM json_each(?))",
            (article_id, json.dumps(list(gone))),
        )
    if added:
        db.execute_sql(
            "INSERT OR IGNORE INTO article_shingle(mark, article_id) SELECT value, ? FROM json_each(?)",
            (article_id, json.dumps(sorted(added))),
        )


def holders(of: Collection[int], most: int) -> list[list[int]]:
    """Return for each mark that any article has the newest that have it, so many at most."""
    found = db.execute_sql(
        "SELECT (SELECT group_concat(article_id) FROM (SELECT article_id FROM article_shingle"
        " WHERE mark = value ORDER BY article_id DESC LIMIT ?)) FROM json_each(?)",
        (most, json.dumps(sorted(of))),
    ).fetchall()
    return [[int(one) for one in ids.split(",")] for (ids,) in found if ids]


def held(of: Collection[int], by: Collection[int]) -> dict[int, set[int]]:
    """Return which of these marks each of these articles has."""
    kept: dict[int, set[int]] = {article_id: set() for article_id in by}
    found = db.execute_sql(
        "SELECT s.article_id, s.mark FROM json_each(?) a CROSS JOIN json_each(?) m"
        " CROSS JOIN article_shingle s ON s.mark = m.value AND s.article_id = a.value",
        (json.dumps(sorted(by)), json.dumps(sorted(of))),
    ).fetchall()
    for article_id, mark in found:
        kept[article_id].add(mark)
    return kept


def _marks(*values: object) -> str:
    title, body = map(str, values)
    return json.dumps(sorted(marks(shingles(title, body))))
