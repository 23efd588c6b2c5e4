"""The tables of the review: discussion, reading marks, checklists.

`migrations.py` makes them; `schema.TABLES` has them all, a test keeps both alike.
"""

from __future__ import annotations

import peewee as pw
from playhouse.apsw_ext import BooleanField

from desk.database.article_tables import Article
from desk.database.connection import DeskTable
from desk.database.department_tables import Person


class Comment(DeskTable):
    """A word on an article: the head of a thread, or a reply (`thread` is its head).

    The anchor is where the quoted words stand in the article's current revision: `place` is "" for the whole
    article, "@title", "@lead" or "@byline", else a block's id; `start` and `stop` count code points.
    """

    id = pw.AutoField()
    article = pw.ForeignKeyField(Article, column_name="article_id", lazy_load=False)
    article_id: int
    thread = pw.ForeignKeyField("self", column_name="thread_id", null=True, lazy_load=False)
    thread_id: int | None
    author = pw.ForeignKeyField(Person, column_name="author_id", lazy_load=False)
    author_id: int
    made_at = pw.TextField()
    revision = pw.IntegerField()  # on which it was made
    body = pw.TextField()
    replacement = pw.TextField(null=True)  # a suggestion (đề nghị sửa) carries what should stand there
    place = pw.TextField()
    start = pw.IntegerField()
    stop = pw.IntegerField()
    quote = pw.TextField()
    before = pw.TextField()
    after = pw.TextField()
    lost = BooleanField()  # its words are gone: the card is an orphan until they come back
    state = pw.TextField()
    closed_by = pw.ForeignKeyField(Person, column_name="closed_by_id", null=True, lazy_load=False)
    closed_by_id: int | None
    closed_at = pw.TextField(null=True)
    # Its author's name in the file that the article was taken from ("" where none was written): nobody of the
    # desk, even of an equal name. `author` is then who took the file in. None where a person of the desk said it.
    outside = pw.TextField(null=True)


class Mention(DeskTable):
    """Somebody named with @ in a comment."""

    comment = pw.ForeignKeyField(Comment, column_name="comment_id", lazy_load=False)
    comment_id: int
    person = pw.ForeignKeyField(Person, column_name="person_id", lazy_load=False)
    person_id: int

    class Meta:
        primary_key = pw.CompositeKey("comment", "person")
        without_rowid = True


class ReadMark(DeskTable):
    """The revision of an article that a person last read."""

    person = pw.ForeignKeyField(Person, column_name="person_id", lazy_load=False)
    person_id: int
    article = pw.ForeignKeyField(Article, column_name="article_id", lazy_load=False)
    article_id: int
    revision = pw.IntegerField()
    at = pw.TextField()

    class Meta:
        primary_key = pw.CompositeKey("person", "article")
        without_rowid = True


class ChecklistItem(DeskTable):
    """A line of a checklist: `auto` names what the program ticks itself, "" is for a person to tick.

    `levels` is JSON, genre to level; a genre that is not named is off. A removed item stays, inactive.
    """

    id = pw.AutoField()
    gate = pw.TextField()
    auto = pw.TextField()
    text = pw.TextField()
    levels = pw.TextField()
    position = pw.IntegerField()
    active = BooleanField()


class Tick(DeskTable):
    """An item ticked, or overruled by a chief (`reason`), for one revision of an article."""

    article = pw.ForeignKeyField(Article, column_name="article_id", lazy_load=False)
    article_id: int
    item = pw.ForeignKeyField(ChecklistItem, column_name="item_id", lazy_load=False)
    item_id: int
    revision = pw.IntegerField()
    person = pw.ForeignKeyField(Person, column_name="person_id", lazy_load=False)
    person_id: int
    at = pw.TextField()
    reason = pw.TextField()

    class Meta:
        primary_key = pw.CompositeKey("article", "item", "revision")
        without_rowid = True
