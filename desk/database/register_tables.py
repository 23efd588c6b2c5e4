"""The tables of the office's registers: people with titles, bodies, documents, words, rules; findings ignored.

`migrations.py` makes them; `schema.TABLES` has them all, a test keeps both alike. Days are ISO dates, "" for an open
end. Articles are what the proofreader has learned from, `taught`: counts alone, one row.
"""

from __future__ import annotations

import peewee as pw

from desk.database.article_tables import Article
from desk.database.connection import DeskTable
from desk.database.department_tables import Person


class RegisterPerson(DeskTable):
    """Somebody of whom the bulletin writes: no account of the desk."""

    id = pw.AutoField()
    name = pw.TextField()


class RegisterTitle(DeskTable):
    """A title that a person has from a day to a day; `rank` is the place in the order of leaders, 0 for none."""

    id = pw.AutoField()
    person = pw.ForeignKeyField(RegisterPerson, column_name="person_id", lazy_load=False)
    person_id: int
    title = pw.TextField()
    body = pw.TextField()
    since = pw.TextField()
    until = pw.TextField()
    rank = pw.IntegerField()


class RegisterBody(DeskTable):
    """A body (cơ quan) from a day to a day; `predecessor` is the name of what it was before."""

    id = pw.AutoField()
    name = pw.TextField()
    short = pw.TextField()
    since = pw.TextField()
    until = pw.TextField()
    predecessor = pw.TextField()


class RegisterDocument(DeskTable):
    """A document that articles cite; number and symbol join to what it writes: 36 and -NQ/TW."""

    id = pw.AutoField()
    type = pw.TextField()
    number = pw.TextField()
    symbol = pw.TextField()
    day = pw.TextField()
    body = pw.TextField()
    subject = pw.TextField()


class RegisterWord(DeskTable):
    """A word of the house, or with a meaning an abbreviation."""

    id = pw.AutoField()
    kind = pw.TextField()
    word = pw.TextField()
    meaning = pw.TextField()


class RegisterRule(DeskTable):
    """A rule of the proofreader that the office has set otherwise: off, or how grave it is."""

    id = pw.AutoField()
    rule = pw.TextField(unique=True)
    state = pw.TextField()


class IgnoredFinding(DeskTable):
    """A finding that is to be passed over: in one article, or on the whole desk; it is taken back, never deleted."""

    id = pw.AutoField()
    rule = pw.TextField()
    text = pw.TextField()
    article = pw.ForeignKeyField(Article, column_name="article_id", null=True, lazy_load=False)
    article_id: int | None
    reason = pw.TextField()
    person = pw.ForeignKeyField(Person, column_name="person_id", lazy_load=False)
    person_id: int
    at = pw.TextField()
    back_at = pw.TextField(null=True)
    back_by = pw.ForeignKeyField(Person, column_name="back_by_id", null=True, lazy_load=False)
    back_by_id: int | None


class Taught(DeskTable):
    """What the proofreader was taught by old issues: one row, its counts as `desk.proofing` writes them."""

    id = pw.AutoField()
    counts = pw.BlobField()
    articles = pw.IntegerField()
    at = pw.TextField()
    person = pw.ForeignKeyField(Person, column_name="person_id", lazy_load=False)
    person_id: int
