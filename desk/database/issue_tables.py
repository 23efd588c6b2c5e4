"""The tables of the printed issue: plan, sections, commissions, releases, corrections.

`migrations.py` makes them; `schema.TABLES` has them all, a test keeps both alike.
"""

from __future__ import annotations

import peewee as pw
from playhouse.apsw_ext import BooleanField

from desk.database.article_tables import Article
from desk.database.connection import DeskTable
from desk.database.department_tables import Person, Section


class Issue(DeskTable):
    """A số of the bulletin; `number` may be "1+2"."""

    id = pw.AutoField()
    number = pw.TextField()
    year = pw.IntegerField()
    month = pw.IntegerField()
    theme = pw.TextField()
    closing = pw.TextField()
    version = pw.IntegerField()
    last_month = pw.IntegerField(default=0)  # of a combined issue; 0: the month alone
    special = BooleanField(default=False)
    state = pw.TextField(default="open")
    pages = pw.IntegerField(default=0)  # how many it may have; 0: as many as its legal profile allows
    dress = pw.TextField(default="{}")  # JSON, desk.issues.stored_design
    legal = pw.TextField(default="")  # the key of its legal profile
    imprint = pw.TextField(default="{}")  # JSON, what its imprint says otherwise than the desk's
    published = pw.TextField(default="")  # ISO date


class IssueSection(DeskTable):
    """A chuyên mục as one issue orders it; an issue without rows takes the desk's order."""

    issue = pw.ForeignKeyField(Issue, column_name="issue_id", lazy_load=False)
    issue_id: int
    section = pw.ForeignKeyField(Section, column_name="section_id", lazy_load=False)
    section_id: int
    position = pw.IntegerField()
    hidden = BooleanField()

    class Meta:
        primary_key = pw.CompositeKey("issue", "section")
        without_rowid = True


class Commission(DeskTable):
    """A piece that an issue wants and nobody has written yet; `article` is what was begun for it."""

    id = pw.AutoField()
    issue = pw.ForeignKeyField(Issue, column_name="issue_id", lazy_load=False)
    issue_id: int
    section = pw.ForeignKeyField(Section, column_name="section_id", lazy_load=False)
    section_id: int
    title = pw.TextField()
    person = pw.ForeignKeyField(Person, column_name="person_id", null=True, lazy_load=False)
    person_id: int | None
    due = pw.TextField()
    article = pw.ForeignKeyField(Article, column_name="article_id", null=True, lazy_load=False)
    article_id: int | None

    class Meta:
        table_name = "wanted"


class Release(DeskTable):
    """An issue as it went to print: the manifest (JSON) names every file and article; it never changes."""

    id = pw.AutoField()
    issue = pw.ForeignKeyField(Issue, column_name="issue_id", lazy_load=False)
    issue_id: int
    number = pw.IntegerField()  # 1 the first release of the issue
    at = pw.TextField()
    by = pw.ForeignKeyField(Person, column_name="by_id", lazy_load=False)
    by_id: int
    pages = pw.IntegerField()
    manifest = pw.TextField()
    sha256 = pw.TextField()  # of the manifest; it stands in the journal
    cover = pw.BlobField()  # a PNG of the first page
    width = pw.FloatField()  # of the trimmed page, mm
    height = pw.FloatField()


class ReleaseFile(DeskTable):
    """A file of a release; `name` is its path within the folder, `sha256` of the whole file.

    `data` is the file, or where `parts` (JSON) names parts kept elsewhere the rest of it, compressed:
    `desk.issues.released_files` puts it together.
    """

    id = pw.AutoField()
    release = pw.ForeignKeyField(Release, column_name="release_id", lazy_load=False)
    release_id: int
    output = pw.TextField()
    name = pw.TextField()
    sha256 = pw.TextField()
    data = pw.BlobField()
    parts = pw.TextField()


class ReleasePart(DeskTable):
    """A part that files of releases hold, once for all of them."""

    sha256 = pw.TextField(primary_key=True)
    data = pw.BlobField()

    class Meta:
        table_name = "release_part"


class Erratum(DeskTable):
    """A đính chính: the article that says it, and what it corrects."""

    article = pw.ForeignKeyField(Article, column_name="article_id", primary_key=True, lazy_load=False)
    article_id: int
    of = pw.ForeignKeyField(Article, column_name="of_id", lazy_load=False)
    of_id: int
    issue = pw.ForeignKeyField(Issue, column_name="issue_id", lazy_load=False)
    issue_id: int
    printed = pw.TextField()
    correct = pw.TextField()


class Placement(DeskTable):
    """An article's place in an issue; an article stands in one issue at most."""

    article = pw.ForeignKeyField(Article, column_name="article_id", primary_key=True, lazy_load=False)
    article_id: int
    issue = pw.ForeignKeyField(Issue, column_name="issue_id", lazy_load=False)
    issue_id: int
    section = pw.ForeignKeyField(Section, column_name="section_id", lazy_load=False)
    section_id: int
    position = pw.IntegerField()
