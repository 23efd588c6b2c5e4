"""What the gate asks before an act on an article: is it allowed, are the checklists met, can it be undone."""

from __future__ import annotations

from collections.abc import Sequence

from desk import clock
from desk.acts import permission, requirements, signing_for
from desk.acts.article_details import Signed
from desk.acts.in_progress import ArticleActInProgress
from desk.acts.journal import JournalEntry
from desk.acts.requirements import Before, Item, Judged
from desk.acts.rules import DELEGATED, Act, Role, Stage
from desk.acts.workflow_rules import UNDO_WITHIN, is_undoable
from desk.database.article_tables import Article
from desk.database.issue_tables import Placement
from desk.errors import DeskError, NotNow, Unmet, Why


def must_be_allowed(doing: ArticleActInProgress, levels: int, *, mine: bool = False) -> None:
    """Refuse what neither one's own roles nor a chief's signing authority allow; note for whom it is signed.

    `mine` says that the person owns what they act on, which counts as one's own work.
    """
    article, who, stage = doing.article, doing.actor.id, Stage(doing.article.stage)
    wrote = doing.authors | {article.author_id}

    def refused(roles: frozenset[Role], hands: frozenset[int]) -> DeskError | None:
        own = mine or article.author_id == who
        return permission.refusal(
            doing.act, roles, stage, own=own, wrote=bool(wrote & hands), note=doing.note, levels=levels
        )

    barred = refused(doing.actor.roles, frozenset({who}))
    if barred is None:
        return
    for authority in signing_for.held(who) if doing.act in DELEGATED else ():
        # Neither what the delegate wrote nor what the chief wrote: a signature is both their hands.
        if refused(frozenset({Role.CHIEF}), frozenset({who, authority.chief_id})) is None:
            doing.signed_for = authority
            doing.more.append(Signed(authority.chief, authority.chief_id))
            return
    raise barred


def must_be_ready(article: Article, act: Act) -> None:
    """Refuse to send or to approve what a checklist's required item or an open suggestion stands against.

    It is asked at the gate, so that no path goes round it.
    """
    if act is Act.SUBMIT:
        must_meet(article, Before.SUBMIT)
    if act is Act.APPROVE:
        open_suggestions = requirements.open_suggestions(article.id)
        if open_suggestions:
            raise NotNow(Why.SUGGESTIONS, str(open_suggestions))
        must_meet(article, Before.APPROVE, answered=True)


def must_meet(article: Article, before: Before, subject: str = "", *, answered: bool = False) -> None:
    """Refuse (Unmet) what a checklist's required items stand against.

    `answered` says that it is known that no suggestion waits for an answer.
    """
    missing = requirements.missing(Judged.of(article), before, answered=answered)
    if missing:
        raise unmet(missing, subject)


def unmet(missing: Sequence[Item], subject: str = "") -> Unmet:
    """Return the refusal that names these items of a checklist."""
    return Unmet(tuple((item.auto.value if item.auto else "", item.text) for item in missing), subject)


def not_undoable(doing: ArticleActInProgress, last: JournalEntry) -> DeskError | None:
    """Say why the last act on an article cannot be undone by this person now, or None when it can."""
    if not is_undoable(last.act) or last.person_id != doing.actor.id:
        return NotNow(Why.NOT_UNDOABLE)
    if too_late_to_undo(last):
        return NotNow(Why.TOO_LATE)
    placed = doing.article.stage == Stage.APPROVED.value and _is_placed(doing.article.id)
    return NotNow(Why.PLACED, doing.article.title) if placed else None


def too_late_to_undo(entry: JournalEntry) -> bool:
    """Say whether the time in which an act can be undone is over."""
    return clock.now() - entry.at > UNDO_WITHIN


def _is_placed(article_id: int) -> bool:
    return bool(Placement.select().where(Placement.article == article_id).exists())
