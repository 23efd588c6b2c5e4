"""The schema as peewee sees it; `migrations.py` makes it, a test keeps the two alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import peewee as pw
from playhouse.apsw_ext import APSWDatabase, BooleanField

from desk import later, store


def rows(query: Any) -> Iterator[tuple[Any, ...]]:
    """Run a query and yield its rows as tuples; peewee types them as records, which they are not."""
    yield from query.tuples()


def first(query: Any) -> tuple[Any, ...] | None:
    """Run a query and return its first row, or None."""
    return next(rows(query.limit(1)), None)


class _Desk(APSWDatabase):
    """The open desk: peewee works on the store's connection and makes none of its own."""

    def _connect(self) -> Any:
        return store.connection()  # off the desk's thread this fails loudly


db: APSWDatabase = _Desk("desk")  # type: ignore[no-untyped-call]


class _Table(pw.Model):
    class Meta:
        database = db
        legacy_table_names = False


class Setting(_Table):
    """What belongs to the desk, not to a machine; values are JSON."""

    key = pw.TextField(primary_key=True)
    value = pw.TextField()

    class Meta:
        without_rowid = True


class Person(_Table):
    """Somebody who works at the desk; `roles` is space-separated, `password` carries its parameters."""

    id = pw.AutoField()
    name = pw.TextField()
    name_key = pw.TextField(unique=True)
    title = pw.TextField()
    unit = pw.TextField()
    roles = pw.TextField()
    active = BooleanField()
    password = pw.TextField()
    failures = pw.IntegerField()
    failed_at = pw.TextField(null=True)
    version = pw.IntegerField()


class Section(_Table):
    """A chuyên mục."""

    id = pw.AutoField()
    title = pw.TextField()
    position = pw.IntegerField()
    active = BooleanField()


class Article(_Table):
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


class Authorship(_Table):
    """Everybody who ever was an article's author: none of them may judge it."""

    article = pw.ForeignKeyField(Article, column_name="article_id", lazy_load=False)
    article_id: int
    person = pw.ForeignKeyField(Person, column_name="person_id", lazy_load=False)
    person_id: int

    class Meta:
        primary_key = pw.CompositeKey("article", "person")
        without_rowid = True


class Delegation(_Table):
    """A chief lets somebody sign for them (ký thay) from a moment to a moment, UTC."""

    id = pw.AutoField()
    chief = pw.ForeignKeyField(Person, column_name="chief_id", lazy_load=False)
    chief_id: int
    delegate = pw.ForeignKeyField(Person, column_name="delegate_id", lazy_load=False)
    delegate_id: int
    since = pw.TextField()
    until = pw.TextField()
    note = pw.TextField()
    ended_at = pw.TextField(null=True)


class Comment(_Table):
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


class Mention(_Table):
    """Somebody named with @ in a comment."""

    comment = pw.ForeignKeyField(Comment, column_name="comment_id", lazy_load=False)
    comment_id: int
    person = pw.ForeignKeyField(Person, column_name="person_id", lazy_load=False)
    person_id: int

    class Meta:
        primary_key = pw.CompositeKey("comment", "person")
        without_rowid = True


class ReadMark(_Table):
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


class ChecklistItem(_Table):
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


class Tick(_Table):
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


class Notice(_Table):
    """Something a person should know; `entry` is the journal entry that told it."""

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


class Revision(_Table):
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


class Draft(_Table):
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


class Picture(_Table):
    """A picture, stored once under the SHA-256 of its bytes."""

    sha256 = pw.TextField(primary_key=True)
    mime = pw.TextField()
    width = pw.IntegerField()
    height = pw.IntegerField()
    name = pw.TextField()
    data = pw.BlobField()
    added_by = pw.ForeignKeyField(Person, column_name="added_by_id", lazy_load=False)
    added_by_id: int
    added_at = pw.TextField()


class Rendition(_Table):
    """A picture once more, small, for the screen; one taken in before there were renditions has none."""

    picture = pw.ForeignKeyField(Picture, primary_key=True, column_name="picture_sha256", lazy_load=False)
    data = pw.BlobField()


class Issue(_Table):
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
    dress = pw.TextField(default="{}")  # JSON, desk.dressing
    legal = pw.TextField(default="")  # the key of its legal profile
    imprint = pw.TextField(default="{}")  # JSON, what its imprint says otherwise than the desk's
    published = pw.TextField(default="")  # ISO date


class IssueSection(_Table):
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


class Wanted(_Table):
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


class Release(_Table):
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


class ReleaseFile(_Table):
    """A file of a release, byte for byte; `name` is its path within the folder of the release."""

    id = pw.AutoField()
    release = pw.ForeignKeyField(Release, column_name="release_id", lazy_load=False)
    release_id: int
    output = pw.TextField()
    name = pw.TextField()
    sha256 = pw.TextField()
    data = pw.BlobField()


class Erratum(_Table):
    """A đính chính: the article that says it, and what it corrects."""

    article = pw.ForeignKeyField(Article, column_name="article_id", primary_key=True, lazy_load=False)
    article_id: int
    of = pw.ForeignKeyField(Article, column_name="of_id", lazy_load=False)
    of_id: int
    issue = pw.ForeignKeyField(Issue, column_name="issue_id", lazy_load=False)
    issue_id: int
    printed = pw.TextField()
    correct = pw.TextField()


class Placement(_Table):
    """An article's place in an issue; an article stands in one issue at most."""

    article = pw.ForeignKeyField(Article, column_name="article_id", primary_key=True, lazy_load=False)
    article_id: int
    issue = pw.ForeignKeyField(Issue, column_name="issue_id", lazy_load=False)
    issue_id: int
    section = pw.ForeignKeyField(Section, column_name="section_id", lazy_load=False)
    section_id: int
    position = pw.IntegerField()


class Meeting(_Table):
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


class Occurrence(_Table):
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


class Coverage(_Table):
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


class MeetingArticle(_Table):
    """The news of an occurrence."""

    article = pw.ForeignKeyField(Article, column_name="article_id", primary_key=True, lazy_load=False)
    article_id: int
    meeting = pw.ForeignKeyField(Meeting, column_name="meeting_id", lazy_load=False)
    meeting_id: int
    origin = pw.TextField()


class Attachment(_Table):
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


class Reminder(_Table):
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


class Journal(_Table):
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


class ArticleWords(_Table):
    """The current text's plain words, for search."""

    article = pw.ForeignKeyField(Article, column_name="article_id", primary_key=True, lazy_load=False)
    article_id: int
    title = pw.TextField()
    lead = pw.TextField()
    byline = pw.TextField()
    body = pw.TextField()

    class Meta:
        table_name = "article_text"


TABLES = (
    Setting,
    Person,
    Section,
    Article,
    Revision,
    Draft,
    Picture,
    Rendition,
    Issue,
    IssueSection,
    Wanted,
    Release,
    ReleaseFile,
    Erratum,
    Placement,
    Journal,
    ArticleWords,
    Authorship,
    Delegation,
    Comment,
    Mention,
    ReadMark,
    ChecklistItem,
    Tick,
    Notice,
    Meeting,
    Occurrence,
    Coverage,
    MeetingArticle,
    Attachment,
    Reminder,
)


later.arrived()
