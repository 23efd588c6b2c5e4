"""The schema's history: a step a version, each run with its number in one transaction.

A released step is never edited. A step is a tuple of SQL statements, so that triggers may contain ";".
"""

from __future__ import annotations

_FIRST = (
    """CREATE TABLE setting (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE person (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, title TEXT NOT NULL, unit TEXT NOT NULL,
        roles TEXT NOT NULL, active INTEGER NOT NULL, password TEXT NOT NULL,
        failures INTEGER NOT NULL, failed_at TEXT, version INTEGER NOT NULL)""",
    """CREATE TABLE section (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        title TEXT NOT NULL, position INTEGER NOT NULL, active INTEGER NOT NULL)""",
    """CREATE TABLE article (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        author_id INTEGER NOT NULL REFERENCES person(id),
        section_id INTEGER REFERENCES section(id),
        stage TEXT NOT NULL, version INTEGER NOT NULL, revision INTEGER NOT NULL,
        title TEXT NOT NULL, title_key TEXT NOT NULL, byline TEXT NOT NULL,
        event_date TEXT NOT NULL, month TEXT NOT NULL, words INTEGER NOT NULL,
        approved_revision INTEGER, approved_sha256 TEXT, approved_by_id INTEGER REFERENCES person(id),
        approved_at TEXT,
        stage_since TEXT NOT NULL, changed_at TEXT NOT NULL, touched INTEGER NOT NULL, note TEXT NOT NULL)""",
    "CREATE INDEX article_touched ON article(touched)",
    "CREATE INDEX article_stage ON article(stage, touched)",
    "CREATE INDEX article_section ON article(section_id, touched)",
    "CREATE INDEX article_author ON article(author_id, stage, touched)",
    "CREATE INDEX article_month ON article(month, touched)",
    "CREATE INDEX article_event ON article(event_date, id)",
    "CREATE INDEX article_title ON article(title_key, id)",
    "CREATE INDEX article_since ON article(stage_since, id)",
    "CREATE INDEX article_waiting ON article(stage, stage_since, id)",
    """CREATE TABLE revision (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER NOT NULL REFERENCES article(id), number INTEGER NOT NULL,
        text TEXT NOT NULL, sha256 TEXT NOT NULL,
        saved_by_id INTEGER NOT NULL REFERENCES person(id), saved_at TEXT NOT NULL,
        UNIQUE (article_id, number))""",
    """CREATE TRIGGER revision_immutable BEFORE UPDATE ON revision
        BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END""",
    """CREATE TRIGGER revision_kept BEFORE DELETE ON revision
        BEGIN SELECT RAISE(ABORT, 'a revision is never deleted'); END""",
    """CREATE TABLE draft (
        uid TEXT NOT NULL, person_id INTEGER NOT NULL REFERENCES person(id),
        article_id INTEGER REFERENCES article(id), base INTEGER NOT NULL,
        section_id INTEGER REFERENCES section(id),
        title TEXT NOT NULL, text TEXT NOT NULL, typed_at TEXT NOT NULL,
        PRIMARY KEY (uid, person_id))""",
    """CREATE TABLE picture (
        sha256 TEXT NOT NULL PRIMARY KEY, mime TEXT NOT NULL, width INTEGER NOT NULL,
        height INTEGER NOT NULL, name TEXT NOT NULL, data BLOB NOT NULL,
        added_by_id INTEGER NOT NULL REFERENCES person(id), added_at TEXT NOT NULL)""",
    """CREATE TABLE issue (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        number TEXT NOT NULL, year INTEGER NOT NULL, month INTEGER NOT NULL,
        theme TEXT NOT NULL, closing TEXT NOT NULL, version INTEGER NOT NULL,
        UNIQUE (number, year))""",
    """CREATE TABLE placement (
        article_id INTEGER NOT NULL PRIMARY KEY REFERENCES article(id),
        issue_id INTEGER NOT NULL REFERENCES issue(id),
        section_id INTEGER NOT NULL REFERENCES section(id), position INTEGER NOT NULL)""",
    "CREATE INDEX placement_issue ON placement(issue_id, section_id, position)",
    # AUTOINCREMENT: sqlite_sequence remembers the last number even when the tail is cut off.
    """CREATE TABLE journal (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL, person_id INTEGER NOT NULL, person TEXT NOT NULL, act TEXT NOT NULL,
        subject TEXT NOT NULL, subject_id INTEGER NOT NULL, title TEXT NOT NULL,
        version INTEGER NOT NULL, sha256 TEXT NOT NULL, note TEXT NOT NULL, detail TEXT NOT NULL,
        prev TEXT NOT NULL, hash TEXT NOT NULL)""",
    "CREATE INDEX journal_subject ON journal(subject, subject_id, id)",
    "CREATE INDEX journal_person ON journal(person_id, id)",
    """CREATE TRIGGER journal_immutable BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER journal_kept BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TABLE article_text (
        article_id INTEGER NOT NULL PRIMARY KEY REFERENCES article(id),
        title TEXT NOT NULL, lead TEXT NOT NULL, byline TEXT NOT NULL, body TEXT NOT NULL)""",
    # A VIEW, not the table, is the index's content: 'rebuild' then folds đ again instead of losing it.
    """CREATE VIEW article_folded AS SELECT article_id AS id,
        replace(replace(title, 'đ', 'd'), 'Đ', 'D') AS title,
        replace(replace(lead, 'đ', 'd'), 'Đ', 'D') AS lead,
        replace(replace(byline, 'đ', 'd'), 'Đ', 'D') AS byline,
        replace(replace(body, 'đ', 'd'), 'Đ', 'D') AS body FROM article_text""",
    """CREATE VIRTUAL TABLE article_fts USING fts5(title, lead, byline, body,
        content='article_folded', content_rowid='id', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER article_text_added AFTER INSERT ON article_text BEGIN
        INSERT INTO article_fts(rowid, title, lead, byline, body)
        SELECT id, title, lead, byline, body FROM article_folded WHERE id = new.article_id; END""",
    """CREATE TRIGGER article_text_changing BEFORE UPDATE ON article_text BEGIN
        INSERT INTO article_fts(article_fts, rowid, title, lead, byline, body)
        SELECT 'delete', id, title, lead, byline, body FROM article_folded WHERE id = old.article_id; END""",
    """CREATE TRIGGER article_text_changed AFTER UPDATE ON article_text BEGIN
        INSERT INTO article_fts(rowid, title, lead, byline, body)
        SELECT id, title, lead, byline, body FROM article_folded WHERE id = new.article_id; END""",
    """CREATE TRIGGER article_text_removing BEFORE DELETE ON article_text BEGIN
        INSERT INTO article_fts(article_fts, rowid, title, lead, byline, body)
        SELECT 'delete', id, title, lead, byline, body FROM article_folded WHERE id = old.article_id; END""",
)

STEPS: tuple[tuple[str, ...], ...] = (_FIRST,)
CURRENT = len(STEPS)
