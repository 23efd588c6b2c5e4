"""One source under review: which role each of its pieces has, what a person changed, the article that comes of it."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from desk.errors import BadIntake
from desk.intake.document import IntakeDocument
from desk.intake.recogniser.assemble import article
from desk.intake.recogniser.date_line import read_date_line
from desk.intake.recogniser.recognise import Recognised
from desk.intake.recogniser.roles import Assigned, Evidence, Role
from desk.intake.result import Doubt, DoubtKind, Taken, without
from desk.text.blocks import ArticleText, Block, Picture, Table


class Field(Enum):
    """What of the result a person may write themselves; the value is its name in `ArticleText`."""

    TITLE = "title"
    LEAD = "lead"
    BYLINE = "byline"
    DATE = "event_date"


Written: TypeAlias = "str | date | None"
# A doubt that is answered by what a person wrote into a field.
ANSWERED = {
    DoubtKind.NO_TITLE: Field.TITLE,
    DoubtKind.NO_LEAD: Field.LEAD,
    DoubtKind.LEAD_GUESSED: Field.LEAD,
    DoubtKind.NO_BYLINE: Field.BYLINE,
    DoubtKind.BAD_DATE: Field.DATE,
    DoubtKind.WEEKDAY: Field.DATE,
}
_OF_ROLE = {
    DoubtKind.LEAD_GUESSED: Role.LEAD,
    DoubtKind.BAD_DATE: Role.DATE,
    DoubtKind.WEEKDAY: Role.DATE,
}


@dataclass(frozen=True, slots=True)
class _Decided:
    """What Ctrl+Z goes back to."""

    pieces: tuple[Assigned, ...]
    photos: tuple[tuple[str, Path], ...] = ()  # a caption's block, what is put over it
    keeps_repeated: bool = False


@dataclass(slots=True)
class _Way:
    """Decisions before and after this one."""

    back: list[_Decided] = field(default_factory=list)
    forth: list[_Decided] = field(default_factory=list)


class Arrangement:
    """The pieces of one document with their roles; every change gives another article."""

    def __init__(
        self, document: IntakeDocument, found: Recognised, name: str, taken: Taken | None = None
    ) -> None:
        """Take what was found in a document; `taken` is what that makes, where it is known."""
        self.document, self.name = document, name
        self._found = found
        self._now = _Decided(found.pieces)
        self._way = _Way()
        self._written: dict[Field, Written] = {}
        self._taken = taken  # what follows from the decisions, until the next one
        self._doubts: list[Doubt] | None = None
        self._doubtful: list[int] | None = None

    # -- what a person decides -------------------------------------------------------------------------

    @property
    def pieces(self) -> tuple[Assigned, ...]:
        """Return the pieces in reading order, with their roles."""
        return self._now.pieces

    def give(self, places: Iterable[int], role: Role) -> int:
        """Give pieces another role, and return how many have it now by a person's word.

        A picture or a table is a part of the body or left out, nothing else.
        """
        pieces = list(self._now.pieces)
        given = 0
        for place in places:
            if role in (Role.BODY, Role.OUT) or not isinstance(pieces[place].piece.block, (Picture, Table)):
                pieces[place] = Assigned(pieces[place].piece, role, Evidence.PERSON)
                given += 1
        if given:
            self._decide(replace(self._now, pieces=tuple(pieces)))
        return given

    def attach(self, block_id: str, photo: Path) -> None:
        """Put a photograph over a caption that has no picture."""
        photos = tuple(pair for pair in self._now.photos if pair[0] != block_id)
        self._decide(replace(self._now, photos=(*photos, (block_id, photo))))

    def keep_repeated(self, keeps: bool) -> None:
        """Keep the paragraph that says the lead again, or drop it."""
        if keeps != self._now.keeps_repeated:
            self._decide(replace(self._now, keeps_repeated=keeps))

    def write(self, which: Field, words: Written) -> None:
        """Write a field of the result: it stays so, whatever the pieces say, until it is released."""
        self._written[which] = words
        self._doubts = self._doubtful = None

    def release(self, which: Field) -> None:
        """Let a field say again what the pieces say."""
        self._written.pop(which, None)
        self._doubts = self._doubtful = None

    def is_written(self, which: Field) -> bool:
        """Say whether a person wrote a field themselves."""
        return which in self._written

    def undo(self) -> bool:
        """Go back to before the last decision; False when there is none."""
        return self._go(self._way.back, self._way.forth)

    def redo(self) -> bool:
        """Decide again what was taken back; False when there is nothing."""
        return self._go(self._way.forth, self._way.back)

    def can_undo(self) -> bool:
        """Say whether there is something to take back."""
        return bool(self._way.back)

    def was_changed(self) -> bool:
        """Say whether a person decided or wrote anything."""
        return bool(self._way.back or self._written)

    def can_redo(self) -> bool:
        """Say whether something was taken back."""
        return bool(self._way.forth)

    def _decide(self, decided: _Decided) -> None:
        self._way.back.append(self._now)
        self._way.forth.clear()
        self._now, self._taken = decided, None
        self._doubts = self._doubtful = None

    def _go(self, come_from: list[_Decided], goes_to: list[_Decided]) -> bool:
        if not come_from:
            return False
        goes_to.append(self._now)
        self._now, self._taken = come_from.pop(), None
        self._doubts = self._doubtful = None
        return True

    # -- what comes of it ------------------------------------------------------------------------------

    def taken(self) -> Taken:
        """Return what the pieces make, with its doubts; an empty text when they make nothing."""
        if self._taken is None:
            try:
                self._taken = article(self.document, _recognised(self._now.pieces, self._found), self.name)
            except BadIntake:
                self._taken = Taken(ArticleText())
        return self._taken

    def text(self) -> ArticleText:
        """Return the article as it stands now: what the pieces make, with what a person wrote over it.

        A photograph that was put over a caption is not in it yet.
        """
        taken = self.taken()
        text = taken.text
        if taken.repeated_lead and not self._now.keeps_repeated:
            text = without(text, taken.repeated_lead)
        return replace(text, **{which.value: words for which, words in self._written.items()})  # type: ignore[arg-type]  # a field has words of its kind

    @property
    def photos(self) -> tuple[tuple[str, Path], ...]:
        """Return the photographs that were put over captions, by the captions' block."""
        stand = {block.id for block in self.text().blocks}
        return tuple(pair for pair in self._now.photos if pair[0] in stand)

    @property
    def keeps_repeated(self) -> bool:
        """Say whether the paragraph that says the lead again stays."""
        return self._now.keeps_repeated

    def doubts(self) -> list[Doubt]:
        """Return what is still to be looked at.

        What a person answered is not among it, nor that there is no date line: most articles have none, and the empty
        field says so.
        """
        if self._doubts is None:
            sure = self._sure
            self._doubts = [
                doubt for doubt in self.taken().doubts if not _is_answered(doubt, self._written, sure)
            ]
            self._doubts += [
                Doubt(DoubtKind.PICTURE_GUESSED, block_id=one.piece.block.id)
                for one in self._now.pieces
                if one.doubtful and isinstance(one.piece.block, Picture) and one.piece.block.id not in sure
            ]
        return self._doubts

    @property
    def _sure(self) -> set[str]:
        """Return the blocks whose role a person gave, and the captions that they chose a photograph for."""
        given = {one.piece.block.id for one in self._now.pieces if one.evidence is Evidence.PERSON}
        return given | {block_id for block_id, _ in self._now.photos}

    def doubtful(self) -> list[int]:
        """Return the places of the pieces whose role is not sure."""
        if self._doubtful is None:
            asked = {place for doubt in self.doubts() if (place := self.place_of(doubt)) is not None}
            sure = self._sure
            leads = () if Field.LEAD not in self._written else (Role.LEAD,)
            self._doubtful = [
                at
                for at, one in enumerate(self._now.pieces)
                if at in asked or (one.doubtful and one.role not in leads and one.piece.block.id not in sure)
            ]
        return self._doubtful

    def place_of(self, doubt: Doubt) -> int | None:
        """Return the place of the piece that a doubt is about; None when it is about none."""
        role = _OF_ROLE.get(doubt.kind)
        for at, one in enumerate(self._now.pieces):
            if one.role is role if role else doubt.block_id and one.piece.block.id == doubt.block_id:
                return at
        return None

    def lacks_picture(self, place: int) -> bool:
        """Say whether a piece is a caption that stands by itself, for which a photograph may be chosen."""
        block_id = self._now.pieces[place].piece.block.id
        blocks: dict[str, Block] = {block.id: block for block in self.taken().text.blocks}
        return any(one.block_id == block_id for one in self.taken().captions) and not isinstance(
            blocks.get(block_id), Picture
        )

    def is_clean(self) -> bool:
        """Say whether there is an article and nothing in it that a person must look at."""
        text = self.text()
        return bool(text.title and text.blocks) and not self.doubts() and not self.doubtful()


def _recognised(pieces: tuple[Assigned, ...], found: Recognised) -> Recognised:
    """Return pieces as they are now with the date line among them: the one that was found, or a person's."""
    first = next((one for one in pieces if one.role is Role.DATE), None)
    began = next((one for one in found.pieces if one.role is Role.DATE), None)
    if first is None:
        line = None if began else found.date_line
    elif began and first.piece is began.piece:
        line = found.date_line
    else:
        line = read_date_line(first.piece.words)
    author = found.author if line is found.date_line else ""
    return Recognised(pieces, line, first.piece.words if first else found.date_words, author)


def _is_answered(doubt: Doubt, written: Container[Field], sure: Container[str]) -> bool:
    if doubt.kind in (DoubtKind.REPEATED_LEAD, DoubtKind.NO_DATE):  # it has its box; its field
        return True
    if doubt.kind is DoubtKind.CAPTION_GUESSED:
        return doubt.block_id in sure
    return doubt.kind in ANSWERED and ANSWERED[doubt.kind] in written
