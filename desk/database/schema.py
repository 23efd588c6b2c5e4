"""Every table of the desk in the order in which they are made."""

from __future__ import annotations

from desk.database.article_tables import (
    Article,
    ArticleOriginal,
    ArticleShingle,
    ArticleWords,
    Authorship,
    Draft,
    OriginalFile,
    Revision,
)
from desk.database.calendar_tables import Attachment, Coverage, Meeting, MeetingArticle, Occurrence, Reminder
from desk.database.department_tables import Delegation, Person, Rendition, Section, Setting, StoredPicture
from desk.database.issue_tables import (
    Commission,
    Erratum,
    Issue,
    IssueSection,
    Placement,
    Release,
    ReleaseFile,
    ReleasePart,
)
from desk.database.journal_tables import InboxEntry, Journal, Seal
from desk.database.register_tables import (
    IgnoredFinding,
    RegisterBody,
    RegisterDocument,
    RegisterPerson,
    RegisterRule,
    RegisterTitle,
    RegisterWord,
    Taught,
)
from desk.database.review_tables import ChecklistItem, Comment, Mention, ReadMark, Tick

TABLES = (
    Setting,
    Person,
    Section,
    Article,
    Revision,
    Draft,
    OriginalFile,
    ArticleOriginal,
    StoredPicture,
    Rendition,
    Issue,
    IssueSection,
    Commission,
    Release,
    ReleaseFile,
    ReleasePart,
    Erratum,
    Placement,
    Journal,
    ArticleWords,
    ArticleShingle,
    Authorship,
    Delegation,
    Comment,
    Mention,
    ReadMark,
    ChecklistItem,
    Tick,
    InboxEntry,
    Meeting,
    Occurrence,
    Coverage,
    MeetingArticle,
    Attachment,
    Reminder,
    Seal,
    RegisterPerson,
    RegisterTitle,
    RegisterBody,
    RegisterDocument,
    RegisterWord,
    RegisterRule,
    IgnoredFinding,
    Taught,
)
