"""The acts on checklists: a person ticks, a chief overrules with a reason, an administrator sets them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desk import clock
from desk.acts import requirements
from desk.acts.article_details import Ticked
from desk.acts.department_details import ChecklistSet
from desk.acts.gate import Changes, attending, deciding
from desk.acts.in_progress import ArticleActInProgress
from desk.acts.requirements import Auto, Before, Item, ItemState, Judged, Level
from desk.acts.rules import Act, Genre
from desk.database import engine
from desk.database.article_tables import Article
from desk.database.review_tables import ChecklistItem, Tick
from desk.errors import Missing, NotNow, Why
from desk.text.blocks import nfc
from desk.text.signs import shown


@dataclass(frozen=True, slots=True)
class Lists:
    """The three checklists of one article, as they stand for its current revision."""

    submit: tuple[ItemState, ...]
    approve: tuple[ItemState, ...]
    print: tuple[ItemState, ...]

    def of(self, before: Before) -> tuple[ItemState, ...]:
        """Return one of the three."""
        return {Before.SUBMIT: self.submit, Before.APPROVE: self.approve, Before.PRINT: self.print}[before]


@dataclass(frozen=True, slots=True)
class ItemEdit:
    """An item as an administrator wants it; `id` is None for a new one. `auto` is ticked by the program."""

    id: int | None
    text: str
    levels: dict[Genre, Level]
    auto: Auto | None = None


def of_article(article_id: int) -> Lists:
    """Return an article's checklists; Missing when there is no such article."""
    article = Article.get_or_none(Article.id == article_id)
    if article is None:
        raise Missing("article")
    return of(Judged.of(article))


def of(article: Judged) -> Lists:
    """Return the checklists of an article whose row is known."""
    submit, approve, print_ = (tuple(states) for states in requirements.states(article).values())
    return Lists(submit, approve, print_)


def tick(who: int, article_id: int, item_id: int) -> Changes:
    """Tick an item for the current revision; a later text wants a new tick."""
    with attending(who, Act.TICK, article_id) as doing:
        item = _item(item_id)
        if item.auto is not None:
            raise NotNow(Why.ITEM_KNOWN)
        _mark(doing, item, "")
        return _changes(doing)


def untick(who: int, article_id: int, item_id: int) -> Changes:
    """Take a tick (or an overruling) of the current revision back."""
    with attending(who, Act.UNTICK, article_id) as doing:
        item = _item(item_id)
        here = (Tick.article == article_id) & (Tick.item == item_id)
        gone = Tick.delete().where(here & (Tick.revision == doing.article.revision)).execute()
        doing.nothing = not gone
        doing.detail = _ticked(doing, item)
        return _changes(doing)


def overrule(who: int, article_id: int, item_id: int, reason: str) -> Changes:
    """Let the current revision pass without an item: a chief's act, with a reason, in the journal."""
    with attending(who, Act.OVERRULE, article_id, note=reason) as doing:
        item = _item(item_id)
        if item.auto is Auto.SUGGESTIONS:  # answered one by one, by a key each; the law lets none pass
            raise NotNow(Why.SUGGESTIONS, str(requirements.open_suggestions(article_id)))
        _mark(doing, item, doing.note)
        return _changes(doing)


def set_list(who: int, before: Before, wishes: Sequence[ItemEdit]) -> Changes:
    """Set a checklist: the items in their order; one that is left out is removed, its ticks stay on record."""
    with deciding(who, Act.SET_CHECKLISTS) as doing:
        known = {item.id: item for item in requirements.items(before)}
        kept = {wish.id for wish in wishes if wish.id is not None}
        if kept - known.keys():
            raise Missing("checklist_item")
        gone = [item for item in known.values() if item.id not in kept]
        ChecklistItem.update(active=False).where(ChecklistItem.id.in_([item.id for item in gone])).execute()
        for position, wish in enumerate(wishes):
            _store(before, position, wish, known.get(wish.id or 0))
        doing.title = before.value
        doing.detail = ChecklistSet(before.value, tuple(map(_name, wishes)), tuple(map(_name, gone)))
        return Changes(settings=True, act=Act.SET_CHECKLISTS)


def _store(before: Before, position: int, wish: ItemEdit, old: Item | None) -> None:
    text = shown(" ".join(wish.text.split()))
    ticked_by_program = old.auto if old is not None else wish.auto
    auto = ticked_by_program.value if ticked_by_program else ""
    if not text and not auto:
        raise NotNow(Why.ITEM_EMPTY)
    levels = requirements.stored_levels(wish.levels)
    values = {"text": "" if auto else text, "levels": levels, "position": position}
    if old is None:
        ChecklistItem.insert(gate=before.value, auto=auto, active=True, **values).execute()
    else:
        ChecklistItem.update(**values).where(ChecklistItem.id == old.id).execute()


def _item(item_id: int) -> Item:
    """Return an item that is still asked; Missing when an administrator has removed it meanwhile."""
    item = next((one for one in requirements.items() if one.id == item_id), None)
    if item is None:
        raise Missing("checklist_item")
    return item


def _mark(doing: ArticleActInProgress, item: Item, reason: str) -> None:
    engine.put(
        Tick,
        article=doing.article.id,
        item=item.id,
        revision=doing.article.revision,
        person=doing.actor.id,
        at=clock.stamp(clock.now()),
        reason=reason,
    )
    doing.detail = _ticked(doing, item)


def _ticked(doing: ArticleActInProgress, item: Item) -> Ticked:
    return Ticked(_name(item), doing.article.revision)


def _name(item: Item | ItemEdit) -> str:
    """Return what an item is called in the journal: its text, or what the program checks."""
    return nfc(item.text).strip() or (item.auto.value if item.auto else "")


def _changes(doing: ArticleActInProgress) -> Changes:
    article = doing.article
    return Changes(frozenset({article.id}), act=doing.act, version=article.version)
