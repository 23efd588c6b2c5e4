"""Taking in: what a contributor sent becomes an article with its file and its comments, in one act."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field

from desk.acts.article_details import TakenIn
from desk.acts.gate import Changes
from desk.acts.rules import Act
from desk.articles import originals, writing
from desk.articles.originals import Original
from desk.database import connection
from desk.review import comments
from desk.review.comments import IntakeComment
from desk.text.blocks import ArticleText, normal


@dataclass(frozen=True, slots=True)
class Intake:
    """What is taken in: a text, its file, what was commented on in it, how many changes Word had tracked.

    `beside` are other files that belong to it: the mail that brought it, an annex. `uid` is made once: an intake that
    is sent twice makes one article.
    """

    text: ArticleText
    section_id: int | None = None
    original: Original | None = None
    comments: tuple[IntakeComment, ...] = ()
    tracked_changes: int = 0
    beside: tuple[Original, ...] = ()
    uid: str = field(default_factory=lambda: uuid.uuid4().hex)


def take_in(who: int, intake: Intake) -> Changes:
    """Make a draft of what was sent, keep the file with it, make threads of its comments; all of it or nothing.

    It can be taken back for a while (`workflow.undo`): the article lies in the bin then, with its file. Refused like
    `writing.create`; BadIntake when the file cannot be kept; FileTrouble when the disk is full.
    """
    files = [originals.checked(one) for one in (intake.original, *intake.beside) if one is not None]
    text = normal(intake.text)  # once: it names the blocks that have no name yet
    with connection.writing():
        already = writing.made_before(who, intake.uid)
        if already is not None:
            return Changes(frozenset({already.id}), act=Act.TAKE_IN, version=already.version)
        with writing.creating(who, Act.TAKE_IN, intake.uid, text, intake.section_id) as doing:
            said = comments.take_in(doing, text, intake.comments)
            for one in files:
                originals.keep(doing.article.id, one, who)
            if files:
                first, *others = files
                beside = {one.name: one.sha256 for one in others} or None
                doing.detail = TakenIn(
                    first.name, first.kind, first.sha256, said, intake.tracked_changes, beside
                )
    return Changes(frozenset({doing.article.id}), act=Act.TAKE_IN, undo=True, version=1)
