"""The tables of the calendar: meetings, occurrences, coverage, attachments, reminders.

`migrations.py` makes them; `schema.TABLES` has them all, a test keeps both alike.
"""

from __future__ import annotations

import peewee as pw
from playhouse.apsw_ext import BooleanField

from desk.database.article_tables import Article
from desk.database.connection import DeskTable
from desk.database.department_tables import Person


class Meeting(DeskTable):
    """A meeting or a series of them; times are naive ISO wall times of Asia/Ho_Chi_Minh.

    `rule` is "" for one that is held once; `ends` the last moment that a rule may give, "" without end;
    `last_day` is "9999-12-31" for an endless one. `chairs` and `remind` are JSON.
    """

    id = pw.AutoField()
    uid = pw.TextField(unique=True)
    sequence = pw.IntegerField()
    version = pw.IntegerField()
    title = pw.TextField()
    kind = pw.TextField()
    state = pw.TextField()
    reason = pw.TextField()
    moved_from = pw.TextField()
    start = pw.TextField()
    stop = pw.TextField()
    part = pw.TextField()
    rule = pw.TextField()
    ends = pw.TextField()
    first_day = pw.TextField()
    last_day = pw.TextField()
    place = pw.TextField()
    chairs = pw.TextField()
    attendees = pw.TextField()
    guests = pw.TextField()
    unit = pw.TextField()
    notes = pw.TextField()
    remind = pw.TextField()
    news = BooleanField()
    made_by = pw.ForeignKeyField(Person, column_name="made_by_id", lazy_load=False)
    made_by_id: int
    changed_at = pw.TextField()
    binned = BooleanField()


class Occurrence(DeskTable):
    """An occurrence that differs from its series; "" and {} mean as the series says."""

    meeting = pw.ForeignKeyField(Meeting, column_name="meeting_id", lazy_load=False)
    meeting_id: int
    origin = pw.TextField()
    start = pw.TextField()
    stop = pw.TextField()
    part = pw.TextField()
    state = pw.TextField()
    reason = pw.TextField()
    moved_from = pw.TextField()
    fields = pw.TextField()
    gone = BooleanField()
    extra = BooleanField()

    class Meta:
        primary_key = pw.CompositeKey("meeting", "origin")
        without_rowid = True


class Coverage(DeskTable):
    """Who writes of an occurrence or photographs it, by when; `origin` is "" for a meeting held once."""

    id = pw.AutoField()
    meeting = pw.ForeignKeyField(Meeting, column_name="meeting_id", lazy_load=False)
    meeting_id: int
    origin = pw.TextField()
    person = pw.ForeignKeyField(Person, column_name="person_id", lazy_load=False)
    person_id: int
    task = pw.TextField()
    due = pw.TextField()
    state = pw.TextField()
    note = pw.TextField()
    asked_by = pw.ForeignKeyField(Person, column_name="asked_by_id", lazy_load=False)
    asked_by_id: int
    asked_at = pw.TextField()


class MeetingArticle(DeskTable):
    """The news of an occurrence."""

    article = pw.ForeignKeyField(Article, column_name="article_id", primary_key=True, lazy_load=False)
    article_id: int
    meeting = pw.ForeignKeyField(Meeting, column_name="meeting_id", lazy_load=False)
    meeting_id: int
    origin = pw.TextField()


class Attachment(DeskTable):
    """A document of a meeting."""

    id = pw.AutoField()
    meeting = pw.ForeignKeyField(Meeting, column_name="meeting_id", lazy_load=False)
    meeting_id: int
    name = pw.TextField()
    size = pw.IntegerField()
    sha256 = pw.TextField()
    data = pw.BlobField()
    added_by = pw.ForeignKeyField(Person, column_name="added_by_id", lazy_load=False)
    added_by_id: int
    added_at = pw.TextField()
    removed = BooleanField()


class Reminder(DeskTable):
    """A reminder that somebody was given, so that none is given twice; `again_at` is when it was put off to."""

    person = pw.ForeignKeyField(Person, column_name="person_id", lazy_load=False)
    person_id: int
    meeting = pw.ForeignKeyField(Meeting, column_name="meeting_id", lazy_load=False)
    meeting_id: int
    origin = pw.TextField()
    kind = pw.TextField()
    at = pw.TextField()
    told_at = pw.TextField()
    again_at = pw.TextField()

    class Meta:
        primary_key = pw.CompositeKey("person", "meeting", "origin", "kind", "at")
        without_rowid = True
