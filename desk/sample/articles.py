"""The sample desk: people and articles of one month, from `data/sample/`, led along the road by its own rules."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

from desk import clock
from desk.acts.gate import Changes
from desk.acts.rules import Act, Role, Stage
from desk.articles import workflow, writing
from desk.department import people, sections, settings
from desk.edition.edition import Imprint, Names
from desk.intake.files import take_in
from desk.intake.result import with_picture, without
from desk.paths import SAMPLE
from desk.pictures import prepare, stored_pictures
from desk.sample.door import PASSWORD
from desk.text.blocks import ArticleText, Picture, new_id

START = datetime(2019, 4, 9, 8, 0, tzinfo=clock.HANOI)  # the day after the real article's meeting
_OPENS, _CLOSES, _FRIDAY = 7, 17, 5
# Where the articles of the sample stand when the desk is opened; the first is left to be walked by hand.
_STAGES = (
    Stage.APPROVED,
    Stage.APPROVED,
    Stage.APPROVED,
    Stage.APPROVED,
    Stage.APPROVED,
    Stage.FOR_APPROVAL,
    Stage.APPROVED,
    Stage.APPROVED,
    Stage.SUBMITTED,
    Stage.APPROVED,
    Stage.APPROVED,
    Stage.RETURNED,
    Stage.DRAFT,
)


@dataclass(frozen=True, slots=True)
class SampleArticle:
    """One article of the sample, taken in and ready to be saved."""

    file: Path
    text: ArticleText
    section: str
    author: str
    caption_block: str  # the paragraph that reads like its photograph's caption, "" when there is none
    picture: Path | None
    credit: str
    alt: str


@dataclass(frozen=True, slots=True)
class Sample:
    """Everything in `data/sample/desk.json`."""

    names: Names
    imprint: Imprint
    sections: tuple[str, ...]
    people: tuple[dict[str, Any], ...]
    articles: tuple[SampleArticle, ...]
    number: str
    year: int
    month: int
    closing: str


class Walk:
    """A clock that goes on a little with every look, so that the sample's journal reads like a month's work."""

    def __init__(self, start: datetime = START) -> None:
        self.now = start
        self._step = timedelta(minutes=6)

    def __call__(self) -> datetime:
        """Return the time and go on, in office hours."""
        self.now += self._step
        if self._step and self.now.hour >= _CLOSES:
            morning = self.now.replace(hour=_OPENS, minute=30)
            self.now = morning + timedelta(days=3 if self.now.isoweekday() == _FRIDAY else 1)
        return self.now

    def advance(self, hours: float) -> None:
        """Let some time pass, and stand still again."""
        self._step = timedelta(hours=hours)
        self()
        self._step = timedelta(0)

    def rest(self, until: datetime) -> None:
        """Jump ahead and stand still."""
        self.now, self._step = until, timedelta(0)


def read(folder: Path = SAMPLE) -> Sample:
    """Read the sample's people and articles."""
    data = json.loads((folder / "desk.json").read_text(encoding="utf-8"))
    return Sample(
        Names(**data["names"]),
        Imprint(**data["imprint"]),
        tuple(data["sections"]),
        tuple(data["people"]),
        tuple(_articles(folder, data["articles"])),
        data["issue"]["number"],
        data["issue"]["year"],
        data["issue"]["month"],
        data["issue"]["closing"],
    )


def fill(sample: Sample, admin: int, *, leave: int = 1) -> None:
    """Fill a founded desk: people, imprint, and all articles but the first `leave`, led along the road."""
    settings.change(admin, sample.names, sample.imprint)
    for person in sample.people:
        roles = frozenset(Role[name] for name in person["roles"])
        people.add(admin, person["name"], person["title"], person["unit"], roles, PASSWORD, renew=False)
    by_name = {row.name: row for row in people.everybody()}
    ids = {row.title: row.id for row in sections.listing()}
    chiefs = cycle([row.id for row in by_name.values() if Role.CHIEF in row.roles])
    editors = [row.id for row in by_name.values() if Role.EDITOR in row.roles]
    stages = cycle(_STAGES)
    for article in sample.articles[leave:]:
        author = by_name[article.author].id
        editor = next(one for one in editors if one != author)
        text = illustrated(article, author)
        made = writing.create(author, article.file.stem, text, ids.get(article.section))
        _lead(made, author, editor, next(chiefs), next(stages))


def illustrated(article: SampleArticle, who: int) -> ArticleText:
    """Store an article's photograph and put it where its caption stands (else after the first paragraph)."""
    if article.picture is None:
        return article.text
    made = prepare.prepare(article.picture.read_bytes(), article.picture.name)
    stored_pictures.add_prepared(who, made)
    if article.caption_block:
        return with_picture(article.text, article.caption_block, made.sha256, article.credit)
    picture = Picture(new_id(), made.sha256, article.alt, article.credit, article.alt)
    first, *rest = article.text.blocks
    return replace(article.text, blocks=(first, picture, *rest))


def _lead(made: Changes, author: int, editor: int, chief: int, stage: Stage) -> None:
    (article_id,) = made.articles
    if stage is Stage.DRAFT:
        return
    made = workflow.move(author, Act.SUBMIT, article_id, made.version)
    if stage is Stage.RETURNED:
        note = "Bổ sung số liệu của huyện; ghi rõ chức danh người phát biểu."
        workflow.move(editor, Act.RETURN, article_id, made.version, note)
    if stage in (Stage.SUBMITTED, Stage.RETURNED):
        return
    made = workflow.move(editor, Act.PASS, article_id, made.version)
    if stage is Stage.APPROVED:
        workflow.approve(chief, article_id, made.version)


def _articles(folder: Path, listed: list[dict[str, Any]]) -> Iterator[SampleArticle]:
    for item in listed:
        taken = take_in(folder / item["file"])
        text = without(taken.text, taken.repeated_lead) if taken.repeated_lead else taken.text
        picture = item.get("picture") or {}
        for caption in taken.captions[1:] if picture else taken.captions:
            text = without(text, caption.block_id)  # its photograph is not in the sample
        yield SampleArticle(
            folder / item["file"],
            text,
            item["section"],
            item["author"],
            taken.captions[0].block_id if taken.captions and picture else "",
            folder / picture["file"] if picture else None,
            picture.get("credit", ""),
            picture.get("alt", ""),
        )
