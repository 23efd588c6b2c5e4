"""An act under way, between the gate that let it in and the journal that will say it was done."""

from __future__ import annotations

from dataclasses import dataclass, field

from desk.acts.actor import Actor
from desk.acts.detail import Detail
from desk.acts.journal import Subject
from desk.acts.notifications import Notification
from desk.acts.review_settings import ReviewSettings
from desk.acts.rules import Act
from desk.acts.signing_for import SigningAuthority
from desk.database.article_tables import Article


@dataclass(slots=True)
class ActInProgress:
    """An act under way: what it is done to and what the journal will say of it."""

    act: Act
    actor: Actor
    subject: Subject
    subject_id: int = 0
    title: str = ""
    version: int = 0
    sha256: str = ""
    note: str = ""
    detail: Detail | None = None  # what the verb has to say
    more: list[Detail] = field(default_factory=list)  # what the gate, or a step of the verb, adds to it
    entry: int = 0
    to_notify: list[Notification] = field(default_factory=list)
    nothing: bool = False  # it turned out that there was nothing to change: no journal entry

    @property
    def details(self) -> tuple[Detail, ...]:
        """Return everything that the journal keeps beside the title and the note."""
        return (*self.more, *([self.detail] if self.detail is not None else []))


@dataclass(slots=True)
class ArticleActInProgress(ActInProgress):
    """An act on an article; the verb may change `article`, the gate stores it."""

    article: Article = field(default_factory=lambda: Article())
    text_sha256: str = ""  # of the text that stood when the act began
    authors: frozenset[int] = frozenset()  # everybody who ever was its author: none of them may judge it
    savers: frozenset[int] = frozenset()  # everybody who ever saved a text of it
    signed_for: SigningAuthority | None = None  # the chief for whom it is signed (ký thay)
    settings: ReviewSettings = field(default_factory=ReviewSettings)  # how the office reviews, as it began
