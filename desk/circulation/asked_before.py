"""What a returned file asks for once more: what the article was given by the same file, or an earlier state of it.

A file is mailed again, or goes on being corrected after its first corrections were answered here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from desk.acts import journal
from desk.acts.article_details import Received
from desk.acts.journal import Subject
from desk.circulation.proposals import Proposal
from desk.compare.block_edit import BlockEdit, EditKind, read_edit
from desk.database.connection import rows
from desk.database.department_tables import Person
from desk.database.review_tables import Comment

Key: TypeAlias = Hashable


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """What an article was given by files since a revision left: edits, comments (author, words), files by SHA-256."""

    edits: tuple[Key, ...] = ()
    comments: tuple[tuple[str, str], ...] = ()
    files: Mapping[str, datetime] | None = None


NOTHING = AskedBefore()


def asked_before(article_id: int, revision: int) -> AskedBefore:
    """Find what files have brought to an article since one of its revisions left."""
    files: dict[str, datetime] = {}
    names: set[str] = set()
    for entry in journal.of_subjects(Subject.ARTICLE, [article_id]):
        brought = entry.read(Received)
        if brought is not None:
            files[brought.sha256] = entry.at
            names.add(brought.file)
    if not files:
        return NOTHING
    mine = (Comment.article == article_id) & (Comment.revision >= revision)
    said = (
        Comment.select(
            Comment.place, Comment.quote, Comment.replacement, Comment.body, Comment.outside, Person.name
        )
        .join(Person, on=(Person.id == Comment.author))
        .where(mine)
    )
    edits: list[Key] = []
    comments: list[tuple[str, str]] = []
    for place, quote, replacement, body, outside, author in rows(said):
        if replacement is None:
            comments.append((outside or author, body))
        elif body.rpartition(" · ")[2] in names:
            edit = read_edit(replacement)
            edits.append(_of_blocks(edit) if edit is not None else (place, quote, replacement))
    return AskedBefore(tuple(edits), tuple(comments), files)


def again(asked: AskedBefore, brought: Sequence[Proposal]) -> list[bool]:
    """Say of every edit whether the article was given it before; one that was given once is meant once."""
    left = Counter(asked.edits)
    return [_taken(left, _of(one)) for one in brought]


def said_again(asked: AskedBefore, brought: Sequence[tuple[str, str]]) -> list[bool]:
    """Say of every comment (author, words) whether the article was given it before."""
    left: Counter[Key] = Counter(asked.comments)
    return [_taken(left, one) for one in brought]


def _taken(left: Counter[Key], one: Key) -> bool:
    if not left[one]:
        return False
    left[one] -= 1
    return True


def _of(proposal: Proposal) -> Key:
    if proposal.edit is not None:
        return _of_blocks(proposal.edit)
    return (proposal.anchor.place, proposal.anchor.quote, proposal.replacement)


def _of_blocks(edit: BlockEdit) -> Key:
    """Return what an edit of blocks is whatever ids its reading gave to the blocks that came."""
    known = {one.id for one in edit.old}
    new = tuple(one if one.id in known else replace(one, id="") for one in edit.new)
    where = ""
    if edit.kind is EditKind.MOVE:
        at = edit.order.index(edit.old[0].id)
        where = edit.order[at - 1] if at else ""
    return (edit.kind, edit.old, new, edit.place, edit.words, where)
