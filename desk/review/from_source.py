"""What was read of a contributor's file made ready for the desk: its text as somebody left it, file and comments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC

from desk.articles.originals import Original
from desk.compare.anchors import WHOLE
from desk.intake.document import SourceComment
from desk.intake.recogniser.roles import Assigned, Role
from desk.intake.result import Dropped
from desk.intake.sources import WITHIN, Source
from desk.review.comments import IntakeComment
from desk.review.taking_in import Intake
from desk.text.blocks import ArticleText

_PLACES = {Role.TITLE: "@title", Role.LEAD: "@lead", Role.BYLINE: "@byline"}


def intake_of(
    source: Source, text: ArticleText, section_id: int | None = None, pieces: Sequence[Assigned] | None = None
) -> Intake:
    """Return what is taken in of a source: `text` with its pictures stored, `pieces` with the roles they got."""
    found = source.found.pieces if source.found is not None else ()
    roles = found if pieces is None else pieces
    comments = source.document.comments if source.document is not None else ()
    left_out = source.document.left_out if source.document is not None else {}
    kept = {block.id for block in text.blocks}
    kind = source.kind.value if source.kind else ""
    return Intake(
        text,
        section_id,
        Original(source.name.rpartition(WITHIN)[2], kind, source.data) if source.data else None,
        tuple(_comment(one, roles, kept) for one in comments),
        left_out.get(Dropped.TRACKED, 0),
    )


def _comment(one: SourceComment, roles: Sequence[Assigned], kept: set[str]) -> IntakeComment:
    at = one.when.astimezone(UTC) if one.when else None  # Word writes the hour of its own machine
    return IntakeComment(one.author, one.text, _place(one.source, roles, kept), at=at, answers=one.answers)


def _place(paragraph: str, roles: Sequence[Assigned], kept: set[str]) -> str:
    """Return where a comment stands in the article: its block, a field, or the whole when its place was left out."""
    for one in roles if paragraph else ():
        if one.piece.source == paragraph:
            if one.role in _PLACES:
                return _PLACES[one.role]
            return one.piece.block.id if one.piece.block.id in kept else WHOLE
    return WHOLE
