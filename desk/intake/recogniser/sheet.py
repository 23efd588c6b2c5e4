"""The pieces of a document with the roles given so far, and what all steps ask of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from desk.intake.pieces import IntakePiece
from desk.intake.recogniser.foreign import has_marks
from desk.intake.recogniser.leads import without_agency
from desk.intake.recogniser.roles import Assigned, Evidence, Role
from desk.text.blocks import Paragraph, Picture, Quote, Table, nfc

_LOOKED_AT = 2_000  # letters of a paragraph
PROSE_WORDS = 20  # a paragraph of a story has more, a title or a caption seldom
_FULL_STOPS = (".", "!", "?", "…", ":", ";")
_CLOSERS = "”\"')]» "


class Sheet:
    """Roles are given once; what has none yet is free."""

    def __init__(self, pieces: Sequence[IntakePiece]) -> None:
        self.pieces = list(pieces)
        self.given: list[Assigned | None] = [None] * len(self.pieces)
        self._words = [piece.words[:_LOOKED_AT] for piece in self.pieces]
        self.size = self._usual_size()
        marked = sum(has_marks(words) for words in self._words)
        self.vietnamese = marked * 2 > len(self._words)
        prose = [at for at in range(len(self.pieces)) if self.is_prose(at)]
        inset = sum(self.pieces[at].indented for at in prose)
        self.inset = inset * 2 > len(prose)  # paragraphs begin with an indent here

    def give(self, at: int, role: Role, evidence: Evidence, *, doubtful: bool = False) -> None:
        """Say what a piece is."""
        self.given[at] = Assigned(self.pieces[at], role, evidence, doubtful)

    def free(self, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Yield the places without a role, in order."""
        for at in range(start, len(self.pieces) if end is None else end):
            if self.given[at] is None:
                yield at

    def words(self, at: int) -> str:
        """Return a piece's first words, by which it is known."""
        return self._words[at]

    def is_text(self, at: int) -> bool:
        """Say whether a piece is a paragraph, a heading or a quotation."""
        return not isinstance(self.pieces[at].block, (Picture, Table))

    def is_prose(self, at: int) -> bool:
        """Say whether a piece is a paragraph of a story by its length: not a title, a caption or a name."""
        if not isinstance(self.pieces[at].block, (Paragraph, Quote)):
            return False
        words = self.words(at)
        count = len(words.split())
        ended = words.rstrip(_CLOSERS).endswith(_FULL_STOPS)
        return count >= PROSE_WORDS and (ended or count >= 2 * PROSE_WORDS)

    def role(self, at: int) -> Role | None:
        """Return the role of a piece, None while it is free."""
        found = self.given[at]
        return found.role if found else None

    def _usual_size(self) -> float:
        sizes: Counter[float] = Counter()
        for piece, words in zip(self.pieces, self._words, strict=True):
            sizes[piece.size] += len(words)
        return max(sizes, key=lambda size: sizes[size], default=0.0)


def same_words(one: str, other: str) -> bool:
    """Say whether two passages differ in nothing but dashes, spaces and punctuation."""
    letters = _letters(one)
    return bool(letters) and letters == _letters(other)


def says_again(one: str, other: str) -> bool:
    """Say whether a passage says another again, with or without an agency's sign before it: “(PSO) - …”."""
    return same_words(one, other) or same_words(without_agency(one), without_agency(other))


def nearly_same(one: str, other: str) -> bool:
    """Say whether one passage is the other's beginning, but for dashes, spaces and punctuation."""
    shorter, longer = sorted((_letters(one), _letters(other)), key=len)
    return bool(shorter) and longer.startswith(shorter) and len(shorter) * 4 >= len(longer) * 3


def _letters(text: str) -> str:
    return "".join(sign for sign in nfc(text) if sign.isalnum())
