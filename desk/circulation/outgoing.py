"""One article out: what its Word file, its sheet and its letter are made of, and the act that says it went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from desk import clock
from desk.acts import journal
from desk.acts.article_details import Circulated
from desk.acts.gate import Changes, attending
from desk.acts.rules import Act, Stage
from desk.articles import listing
from desk.database import connection, revisions
from desk.department import settings
from desk.edition.edition import Names
from desk.edition.file_names import slug
from desk.pictures import stored_pictures
from desk.text.blocks import ArticleText, pictures_of
from desk.text.stamp import Stamp, short_code


class Way(Enum):
    """How an article leaves the house; the value is what the journal keeps."""

    PRINT = "print"
    SHEET = "sheet"
    WORD = "word"
    PDF = "pdf"
    MAIL = "mail"


@dataclass(frozen=True, slots=True)
class OutgoingArticle:
    """One article as it goes out: its text with pictures, its stamp, and what a sheet says above it."""

    stamp: Stamp
    text: ArticleText
    pictures: Mapping[str, bytes]
    names: Names
    author: str
    section: str
    stage: Stage
    saved: date
    today: date

    @property
    def code(self) -> str:
        """Return the short code of the revision."""
        return short_code(self.stamp.sha256)

    @property
    def file_stem(self) -> str:
        """Return the name of its files without their ending: "bai-12-tit-bai-v3"."""
        return f"{slug(self.text.title or 'bai')}-b{self.stamp.article}-v{self.stamp.revision}"


def outgoing(who: int, article_id: int, revision: int = 0) -> OutgoingArticle:
    """Gather an article as it stands, or at an older revision; Missing when it is not there."""
    with connection.reading():
        row = listing.row(who, article_id)
        number = revision or row.revision
        kept = next(one for one in revisions.listing(article_id) if one.number == number)
        text = revisions.text_of(article_id, number)
        return OutgoingArticle(
            Stamp(desk(), article_id, number, kept.sha256),
            text,
            stored_pictures.fetch(pictures_of(text)),
            settings.names(),
            row.author,
            row.section,
            row.stage,
            clock.local(kept.saved_at).date(),
            clock.today(),
        )


def desk() -> str:
    """Return what this desk is known by: the hash of the first entry of its journal."""
    return journal.hash_of(1) or ""


def word(article: OutgoingArticle) -> bytes:
    """Return the Word file of an article, which can come back corrected. For a process of its own."""
    from desk.press.word.article import article_word  # with python-docx

    return article_word(article.text, article.pictures, article.names, article.today.year, article.stamp)


def went(who: int, article_id: int, revision: int, sha256: str, way: Way) -> Changes:
    """Say in the journal that an article left the house."""
    with attending(who, Act.CIRCULATE, article_id) as doing:
        doing.detail = Circulated(way.value, revision, short_code(sha256))
        doing.sha256 = sha256
        return Changes(frozenset({article_id}), act=doing.act, version=doing.article.version)
