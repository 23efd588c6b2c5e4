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

_ALL = '{"news": "%s", "feature": "%s", "document": "%s", "photos": "%s"}'


def _proposed(gate: str, position: int, level: str, auto: str = "", text: str = "") -> str:
    """Return the statement that proposes a checklist item for every genre at one level."""
    levels = _ALL % ((level,) * 4)
    return (
        "INSERT INTO checklist_item(gate, auto, text, levels, position, active)"
        f" VALUES ('{gate}', '{auto}', '{text}', '{levels}', {position}, 1)"
    )


# The review desk: comments, checklists, delegation, notices, who wrote and who has read.
_SECOND = (
    "ALTER TABLE article ADD COLUMN genre TEXT NOT NULL DEFAULT 'news'",
    "ALTER TABLE article ADD COLUMN approved_for_id INTEGER REFERENCES person(id)",
    "ALTER TABLE article ADD COLUMN recommended_revision INTEGER",
    "ALTER TABLE article ADD COLUMN recommended_by_id INTEGER REFERENCES person(id)",
    """CREATE TABLE authorship (
        article_id INTEGER NOT NULL REFERENCES article(id), person_id INTEGER NOT NULL REFERENCES person(id),
        PRIMARY KEY (article_id, person_id)) WITHOUT ROWID""",
    "INSERT INTO authorship(article_id, person_id) SELECT id, author_id FROM article",
    """CREATE TABLE delegation (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        chief_id INTEGER NOT NULL REFERENCES person(id), delegate_id INTEGER NOT NULL REFERENCES person(id),
        since TEXT NOT NULL, until TEXT NOT NULL, note TEXT NOT NULL, ended_at TEXT)""",
    "CREATE INDEX delegation_delegate ON delegation(delegate_id, until)",
    """CREATE TABLE comment (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER NOT NULL REFERENCES article(id), thread_id INTEGER REFERENCES comment(id),
        author_id INTEGER NOT NULL REFERENCES person(id), made_at TEXT NOT NULL, revision INTEGER NOT NULL,
        body TEXT NOT NULL, replacement TEXT,
        place TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
        quote TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, lost INTEGER NOT NULL,
        state TEXT NOT NULL, closed_by_id INTEGER REFERENCES person(id), closed_at TEXT)""",
    "CREATE INDEX comment_article ON comment(article_id, id)",
    "CREATE INDEX comment_thread ON comment(thread_id, id)",
    "CREATE INDEX comment_author ON comment(author_id, id)",
    "CREATE INDEX comment_open ON comment(article_id) WHERE thread_id IS NULL AND state = 'open'",
    """CREATE TRIGGER comment_kept BEFORE DELETE ON comment
        BEGIN SELECT RAISE(ABORT, 'a comment is never deleted'); END""",
    """CREATE TABLE mention (
        comment_id INTEGER NOT NULL REFERENCES comment(id), person_id INTEGER NOT NULL REFERENCES person(id),
        PRIMARY KEY (comment_id, person_id)) WITHOUT ROWID""",
    "CREATE INDEX mention_person ON mention(person_id, comment_id)",
    """CREATE TABLE read_mark (
        person_id INTEGER NOT NULL REFERENCES person(id), article_id INTEGER NOT NULL REFERENCES article(id),
        revision INTEGER NOT NULL, at TEXT NOT NULL, PRIMARY KEY (person_id, article_id)) WITHOUT ROWID""",
    """CREATE TABLE checklist_item (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        gate TEXT NOT NULL, auto TEXT NOT NULL, text TEXT NOT NULL, levels TEXT NOT NULL,
        position INTEGER NOT NULL, active INTEGER NOT NULL)""",
    """CREATE TABLE tick (
        article_id INTEGER NOT NULL REFERENCES article(id),
        item_id INTEGER NOT NULL REFERENCES checklist_item(id), revision INTEGER NOT NULL,
        person_id INTEGER NOT NULL REFERENCES person(id), at TEXT NOT NULL, reason TEXT NOT NULL,
        PRIMARY KEY (article_id, item_id, revision)) WITHOUT ROWID""",
    """CREATE TABLE notice (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        person_id INTEGER NOT NULL REFERENCES person(id), at TEXT NOT NULL, kind TEXT NOT NULL,
        article_id INTEGER REFERENCES article(id), entry INTEGER NOT NULL,
        by TEXT NOT NULL, title TEXT NOT NULL, words TEXT NOT NULL, read_at TEXT)""",
    "CREATE INDEX notice_person ON notice(person_id, id)",
    "CREATE INDEX notice_unread ON notice(person_id) WHERE read_at IS NULL",
    "CREATE INDEX notice_entry ON notice(entry)",
    "CREATE INDEX notice_article ON notice(article_id) WHERE read_at IS NULL",
    _proposed("submit", 0, "required", auto="title"),
    _proposed("submit", 1, "required", auto="byline"),
    _proposed("submit", 2, "recommended", auto="lead"),
    _proposed("submit", 3, "recommended", auto="lead_once"),
    _proposed("submit", 4, "recommended", auto="event_date"),
    _proposed("approve", 0, "required", auto="suggestions"),
    _proposed("approve", 1, "recommended", auto="captions"),
    _proposed("approve", 2, "recommended", text="Đã kiểm tra họ tên, chức danh, thứ tự lãnh đạo"),
    _proposed("approve", 3, "recommended", text="Đã đối chiếu số liệu với báo cáo"),
    _proposed("print", 0, "recommended", auto="captions"),
    _proposed("print", 1, "recommended", auto="sharpness"),
    _proposed("print", 2, "recommended", text="Đã soát bản in thử"),
)

_THIRD = (
    """CREATE TABLE meeting (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE, sequence INTEGER NOT NULL, version INTEGER NOT NULL,
        title TEXT NOT NULL, kind TEXT NOT NULL,
        state TEXT NOT NULL, reason TEXT NOT NULL, moved_from TEXT NOT NULL,
        start TEXT NOT NULL, stop TEXT NOT NULL, part TEXT NOT NULL,
        rule TEXT NOT NULL, ends TEXT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL,
        place TEXT NOT NULL, chairs TEXT NOT NULL, attendees TEXT NOT NULL, guests TEXT NOT NULL,
        unit TEXT NOT NULL, notes TEXT NOT NULL, remind TEXT NOT NULL, news INTEGER NOT NULL,
        made_by_id INTEGER NOT NULL REFERENCES person(id), changed_at TEXT NOT NULL, binned INTEGER NOT NULL)""",
    "CREATE INDEX meeting_days ON meeting(last_day, first_day) WHERE binned = 0",
    """CREATE TABLE occurrence (
        meeting_id INTEGER NOT NULL REFERENCES meeting(id), origin TEXT NOT NULL,
        start TEXT NOT NULL, stop TEXT NOT NULL, part TEXT NOT NULL,
        state TEXT NOT NULL, reason TEXT NOT NULL, moved_from TEXT NOT NULL,
        fields TEXT NOT NULL, gone INTEGER NOT NULL, extra INTEGER NOT NULL,
        PRIMARY KEY (meeting_id, origin)) WITHOUT ROWID""",
    """CREATE TABLE coverage (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        meeting_id INTEGER NOT NULL REFERENCES meeting(id), origin TEXT NOT NULL,
        person_id INTEGER NOT NULL REFERENCES person(id), task TEXT NOT NULL, due TEXT NOT NULL,
        state TEXT NOT NULL, note TEXT NOT NULL,
        asked_by_id INTEGER NOT NULL REFERENCES person(id), asked_at TEXT NOT NULL,
        UNIQUE (meeting_id, origin, person_id, task))""",
    "CREATE INDEX coverage_person ON coverage(person_id, state, due)",
    """CREATE TABLE meeting_article (
        article_id INTEGER NOT NULL PRIMARY KEY REFERENCES article(id),
        meeting_id INTEGER NOT NULL REFERENCES meeting(id), origin TEXT NOT NULL)""",
    "CREATE INDEX meeting_article_meeting ON meeting_article(meeting_id, origin)",
    """CREATE TABLE attachment (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        meeting_id INTEGER NOT NULL REFERENCES meeting(id),
        name TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, data BLOB NOT NULL,
        added_by_id INTEGER NOT NULL REFERENCES person(id), added_at TEXT NOT NULL, removed INTEGER NOT NULL)""",
    "CREATE INDEX attachment_meeting ON attachment(meeting_id) WHERE removed = 0",
    """CREATE TABLE reminder (
        person_id INTEGER NOT NULL REFERENCES person(id), meeting_id INTEGER NOT NULL REFERENCES meeting(id),
        origin TEXT NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL, told_at TEXT NOT NULL, again_at TEXT NOT NULL,
        PRIMARY KEY (person_id, meeting_id, origin, kind, at)) WITHOUT ROWID""",
    "ALTER TABLE notice ADD COLUMN meeting_id INTEGER REFERENCES meeting(id)",
    "ALTER TABLE notice ADD COLUMN origin TEXT NOT NULL DEFAULT ''",
)

# The printed issue: its state, dress and law; its own order of chuyên mục, wanted pieces, releases, corrections.
_FOURTH = (
    "ALTER TABLE issue ADD COLUMN last_month INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE issue ADD COLUMN special INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE issue ADD COLUMN state TEXT NOT NULL DEFAULT 'open'",
    "ALTER TABLE issue ADD COLUMN pages INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE issue ADD COLUMN dress TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE issue ADD COLUMN legal TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE issue ADD COLUMN imprint TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE issue ADD COLUMN published TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE issue_section (
        issue_id INTEGER NOT NULL REFERENCES issue(id), section_id INTEGER NOT NULL REFERENCES section(id),
        position INTEGER NOT NULL, hidden INTEGER NOT NULL, PRIMARY KEY (issue_id, section_id)) WITHOUT ROWID""",
    """CREATE TABLE wanted (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        issue_id INTEGER NOT NULL REFERENCES issue(id), section_id INTEGER NOT NULL REFERENCES section(id),
        title TEXT NOT NULL, person_id INTEGER REFERENCES person(id), due TEXT NOT NULL,
        article_id INTEGER REFERENCES article(id))""",
    "CREATE INDEX wanted_issue ON wanted(issue_id, section_id, id)",
    "CREATE INDEX wanted_person ON wanted(person_id)",
    """CREATE TABLE release (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        issue_id INTEGER NOT NULL REFERENCES issue(id), number INTEGER NOT NULL,
        at TEXT NOT NULL, by_id INTEGER NOT NULL REFERENCES person(id), pages INTEGER NOT NULL,
        manifest TEXT NOT NULL, sha256 TEXT NOT NULL, cover BLOB NOT NULL,
        width REAL NOT NULL, height REAL NOT NULL, UNIQUE (issue_id, number))""",
    """CREATE TABLE release_file (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        release_id INTEGER NOT NULL REFERENCES release(id), output TEXT NOT NULL, name TEXT NOT NULL,
        sha256 TEXT NOT NULL, data BLOB NOT NULL, UNIQUE (release_id, name))""",
    "CREATE INDEX release_file_sha256 ON release_file(sha256)",
    """CREATE TRIGGER release_immutable BEFORE UPDATE ON release
        BEGIN SELECT RAISE(ABORT, 'a release never changes'); END""",
    """CREATE TRIGGER release_kept BEFORE DELETE ON release
        BEGIN SELECT RAISE(ABORT, 'a release is never deleted'); END""",
    """CREATE TRIGGER release_file_immutable BEFORE UPDATE ON release_file
        BEGIN SELECT RAISE(ABORT, 'a released file never changes'); END""",
    """CREATE TRIGGER release_file_kept BEFORE DELETE ON release_file
        BEGIN SELECT RAISE(ABORT, 'a released file is never deleted'); END""",
    """CREATE TABLE erratum (
        article_id INTEGER NOT NULL PRIMARY KEY REFERENCES article(id),
        of_id INTEGER NOT NULL REFERENCES article(id), issue_id INTEGER NOT NULL REFERENCES issue(id),
        printed TEXT NOT NULL, correct TEXT NOT NULL)""",
    "CREATE INDEX erratum_of ON erratum(of_id)",
)

# Photographs are kept small too: the proof and the PDF for the screen need not scale them again.
_FIFTH = (
    """CREATE TABLE rendition (
        picture_sha256 TEXT NOT NULL PRIMARY KEY REFERENCES picture(sha256), data BLOB NOT NULL)""",
)

# What several files of releases hold is kept once; what they stand on, the pictures, never changes either.
_SIXTH = (
    "ALTER TABLE release_file ADD COLUMN parts TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE release_part (sha256 TEXT NOT NULL PRIMARY KEY, data BLOB NOT NULL)",
    *(
        f"CREATE TRIGGER {table}_{name} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{table}: {why}'); END"
        for table in ("release_part", "picture", "rendition")
        for name, act, why in (("immutable", "UPDATE", "never changes"), ("kept", "DELETE", "never deleted"))
    ),
)

# The marks by which nearly the same texts are found; the function is `shingle_index.teach`'s.
MARKS = """INSERT INTO article_shingle(mark, article_id) SELECT value, article_id FROM article_text,
    json_each(shingle_marks(title, body)) ORDER BY 1, 2"""

# The file that an article was taken from stays with it; a comment that stood in it keeps its author's name there.
_SEVENTH = (
    """CREATE TABLE original_file (
        sha256 TEXT NOT NULL PRIMARY KEY, size INTEGER NOT NULL, data BLOB NOT NULL)""",
    """CREATE TABLE article_original (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER NOT NULL REFERENCES article(id),
        name TEXT NOT NULL, kind TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES original_file(sha256),
        taken_at TEXT NOT NULL, taken_by_id INTEGER NOT NULL REFERENCES person(id))""",
    "CREATE INDEX article_original_article ON article_original(article_id, id)",
    "CREATE INDEX article_original_sha256 ON article_original(sha256)",
    *(
        f"CREATE TRIGGER {table}_{name} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{table}: {why}'); END"
        for table in ("original_file", "article_original")
        for name, act, why in (("immutable", "UPDATE", "never changes"), ("kept", "DELETE", "never deleted"))
    ),
    "ALTER TABLE comment ADD COLUMN outside TEXT",
    """CREATE TABLE article_shingle (
        mark INTEGER NOT NULL, article_id INTEGER NOT NULL REFERENCES article(id),
        PRIMARY KEY (mark, article_id)) WITHOUT ROWID""",
    MARKS,
)

# The seals by which a row is seen that no act has changed; `seals.seal_everything` fills it. Of a person: whether a
# new password is due, and the wrong ones that the journal has not told.
_EIGHTH = (
    "ALTER TABLE person ADD COLUMN renew INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE person ADD COLUMN untold INTEGER NOT NULL DEFAULT 0",
    """CREATE TABLE seal (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, entry INTEGER NOT NULL, journal_hash TEXT NOT NULL,
        rows TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL)""",
    """CREATE TRIGGER seal_immutable BEFORE UPDATE ON seal
        BEGIN SELECT RAISE(ABORT, 'a seal never changes'); END""",
    """CREATE TRIGGER seal_kept BEFORE DELETE ON seal
        BEGIN SELECT RAISE(ABORT, 'a seal is never deleted'); END""",
)

# The office's registers, for proofreading and while typing; findings that are passed over; what was taught.
_NINTH = (
    "CREATE TABLE register_person (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL)",
    """CREATE TABLE register_title (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, person_id INTEGER NOT NULL REFERENCES register_person(id),
        title TEXT NOT NULL, body TEXT NOT NULL, since TEXT NOT NULL, until TEXT NOT NULL,
        rank INTEGER NOT NULL)""",
    "CREATE INDEX register_title_person ON register_title(person_id, id)",
    """CREATE TABLE register_body (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, short TEXT NOT NULL,
        since TEXT NOT NULL, until TEXT NOT NULL, predecessor TEXT NOT NULL)""",
    """CREATE TABLE register_document (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, type TEXT NOT NULL, number TEXT NOT NULL,
        symbol TEXT NOT NULL, day TEXT NOT NULL, body TEXT NOT NULL, subject TEXT NOT NULL,
        UNIQUE (type, number, symbol, day))""",
    """CREATE TABLE register_word (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, word TEXT NOT NULL,
        meaning TEXT NOT NULL)""",
    """CREATE TABLE register_rule (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, rule TEXT NOT NULL UNIQUE, state TEXT NOT NULL)""",
    """CREATE TABLE ignored_finding (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, rule TEXT NOT NULL, text TEXT NOT NULL,
        article_id INTEGER REFERENCES article(id), reason TEXT NOT NULL,
        person_id INTEGER NOT NULL REFERENCES person(id), at TEXT NOT NULL,
        back_at TEXT, back_by_id INTEGER REFERENCES person(id))""",
    "CREATE INDEX ignored_finding_article ON ignored_finding(article_id) WHERE back_at IS NULL",
    """CREATE TRIGGER ignored_finding_kept BEFORE DELETE ON ignored_finding
        BEGIN SELECT RAISE(ABORT, 'what was passed over is taken back, never deleted'); END""",
    """CREATE TABLE taught (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, counts BLOB NOT NULL, articles INTEGER NOT NULL,
        at TEXT NOT NULL, person_id INTEGER NOT NULL REFERENCES person(id))""",
)

# A notification has the moment of the act that it tells of, not one some milliseconds later, to be held against it.
_TENTH = (
    "UPDATE notice SET at = (SELECT at FROM journal WHERE id = notice.entry) WHERE entry IN (SELECT id FROM journal)",
)

STEPS: tuple[tuple[str, ...], ...] = (
    _FIRST,
    _SECOND,
    _THIRD,
    _FOURTH,
    _FIFTH,
    _SIXTH,
    _SEVENTH,
    _EIGHTH,
    _NINTH,
    _TENTH,
)
CURRENT = len(STEPS)
