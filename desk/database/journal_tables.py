"""The tables of what was done and who was notified: the journal, its seals and the notifications.

`migrations.py` makes them; `schema.TABLES` has them all, a test keeps both alike.
"""

from __future__ import annotations

import peewee as pw

from desk.database.article_tables import Article
from desk.database.connection import DeskTable
from desk.database.department_tables import Person


class InboxEntry(DeskTable):
    """Something a person should know; `entry` is the journal entry of the act."""

    id = pw.AutoField()
    person = pw.ForeignKeyField(Person, column_name="person_id", lazy_load=False)
    person_id: int
    at = pw.TextField()
    kind = pw.TextField()
    article = pw.ForeignKeyField(Article, column_name="article_id", null=True, lazy_load=False)
    article_id: int | None
    entry = pw.IntegerField()
    by = pw.TextField()
    title = pw.TextField()
    words = pw.TextField()
    read_at = pw.TextField(null=True)
    meeting_id = pw.IntegerField(null=True)
    origin = pw.TextField(default="")

    class Meta:
        table_name = "notice"


class Journal(DeskTable):
    """Who did what, when, on which revision; each entry carries the SHA-256 of the one before."""

    id = pw.AutoField()
    at = pw.TextField()
    person_id = pw.IntegerField()
    person = pw.TextField()
    act = pw.TextField()
    subject = pw.TextField()
    subject_id = pw.IntegerField()
    title = pw.TextField()
    version = pw.IntegerField()
    sha256 = pw.TextField()
    note = pw.TextField()
    detail = pw.TextField()
    prev = pw.TextField()
    hash = pw.TextField()


class Seal(DeskTable):
    """The digests of the rows that one transaction changed (`desk.database.seals`), by table and key.

    `entry` and `journal_hash` are the journal's last entry then; each seal carries the hash of the one before.
    """

    id = pw.AutoField()
    entry = pw.IntegerField()
    journal_hash = pw.TextField()
    rows = pw.TextField()  # JSON
    prev = pw.TextField()
    hash = pw.TextField()
