"""The tables of articles: the article, its authors, revisions, drafts and searched words.

`migrations.py` makes them; `schema.TABLES` has them all, a test keeps both alike.
"""

from __future__ import annotations

import peewee as pw

from desk.database.connection import DeskTable
from desk.database.department_tables import Person, Section


class Article(DeskTable):
    """A tin or bài: where it stands, and what lists show; its text is in its revisions."""

    id = pw.AutoField()
    uid = pw.TextField(unique=True)
    author = pw.ForeignKeyField(Person, column_name="author_id", lazy_load=False)
    author_id: int
    section = pw.ForeignKeyField(Section, column_name="section_id", null=True, lazy_load=False)
    section_id: int | None
    stage = pw.TextField()
    version = pw.IntegerField()
    revision = pw.IntegerField()
    title = pw.TextField()
    title_key = pw.TextField()
    byline = pw.TextField()
    event_date = pw.TextField()  # ISO, or "" so that keyset comparison never meets NULL
    month = pw.TextField()
    words = pw.IntegerField()
    approved_revision = pw.IntegerField(null=True)
    approved_sha256 = pw.TextField(null=True)
    approved_by = pw.ForeignKeyField(Person, column_name="approved_by_id", null=True, lazy_load=False)
    approved_by_id: int | None
    approved_at = pw.TextField(null=True)
    stage_since = pw.TextField()
    changed_at = pw.TextField()
    touched = pw.IntegerField()  # id of the journal entry that last changed it: order without clocks
    note = pw.TextField()
    genre = pw.TextField(default="news")
    approved_for = pw.ForeignKeyField(Person, column_name="approved_for_id", null=True, lazy_load=False)
    approved_for_id: int | None  # the chief whose delegate signed (ký thay)
    recommended_revision = pw.IntegerField(null=True)
    recommended_by = pw.ForeignKeyField(Person, column_name="recommended_by_id", null=True, lazy_load=False)
    recommended_by_id: int | None


class Authorship(DeskTable):
    """Everybody who ever was an article's author: none of them may judge it."""

    article = pw.ForeignKeyField(Article, column_name="article_id", lazy_load=False)
    article_id: int
    person = pw.ForeignKeyField(Person, column_name="person_id", lazy_load=False)
    person_id: int

    class Meta:
        primary_key = pw.CompositeKey("article", "person")
        without_rowid = True


class Revision(DeskTable):
    """An immutable text of an article; `number` is the article's version when it was saved."""

    id = pw.AutoField()
    article = pw.ForeignKeyField(Article, column_name="article_id", lazy_load=False)
    article_id: int
    number = pw.IntegerField()
    text = pw.TextField()
    sha256 = pw.TextField()
    saved_by = pw.ForeignKeyField(Person, column_name="saved_by_id", lazy_load=False)
    saved_by_id: int
    saved_at = pw.TextField()


class Draft(DeskTable):
    """What a person is typing and has not saved; `base` is the article's version they began from."""

    uid = pw.TextField()
    person = pw.ForeignKeyField(Person, column_name="person_id", lazy_load=False)
    person_id: int
    article = pw.ForeignKeyField(Article, column_name="article_id", null=True, lazy_load=False)
    article_id: int | None
    base = pw.IntegerField()
    section = pw.ForeignKeyField(Section, column_name="section_id", null=True, lazy_load=False)
    section_id: int | None
    title = pw.TextField()
    text = pw.TextField()
    typed_at = pw.TextField()

    class Meta:
        primary_key = pw.CompositeKey("uid", "person")


class OriginalFile(DeskTable):
    """The bytes of a file that articles were taken from, once however many they are; they never change."""

    sha256 = pw.TextField(primary_key=True)
    size = pw.IntegerField()  # bytes
    data = pw.BlobField()


class ArticleOriginal(DeskTable):
    """A file that an article was taken from: as it was called, and its kind (the ending of such files)."""

    id = pw.AutoField()
    article = pw.ForeignKeyField(Article, column_name="article_id", lazy_load=False)
    article_id: int
    name = pw.TextField()
    kind = pw.TextField()
    file = pw.ForeignKeyField(OriginalFile, column_name="sha256", lazy_load=False)
    taken_at = pw.TextField()
    taken_by = pw.ForeignKeyField(Person, column_name="taken_by_id", lazy_load=False)
    taken_by_id: int


class ArticleWords(DeskTable):
    """The current text's plain words, for search."""

    article = pw.ForeignKeyField(Article, column_name="article_id", primary_key=True, lazy_load=False)
    article_id: int
    title = pw.TextField()
    lead = pw.TextField()
    byline = pw.TextField()
    body = pw.TextField()

    class Meta:
        table_name = "article_text"


class ArticleShingle(DeskTable):
    """A mark of the current text's words (`desk.text.shingles`), by which nearly the same texts are found."""

    mark = pw.IntegerField()
    article = pw.ForeignKeyField(Article, column_name="article_id", lazy_load=False)
    article_id: int

    class Meta:
        primary_key = pw.CompositeKey("mark", "article")
        without_rowid = True
