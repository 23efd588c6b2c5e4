"""What is known while one Word file is read: its parts, what it counts, what was found and left out so far."""

from __future__ import annotations

import posixpath
from collections import Counter
from dataclasses import dataclass, field

from desk.errors import BadIntake
from desk.intake import limits
from desk.intake.document import TrackedWords
from desk.intake.html.markup import picture
from desk.intake.packages import Element
from desk.intake.picture_parts import PictureLoss, PixelBudget, Shape, shaped
from desk.intake.readers import Reader
from desk.intake.result import Dropped
from desk.intake.word.chunks import Chunk
from desk.intake.word.drawings import ShownPicture
from desk.intake.word.names import value, w
from desk.intake.word.numbering import Numbering
from desk.intake.word.package import Part, WordPackage
from desk.intake.word.styles import Styles

INSERTED = frozenset((w("ins"), w("moveTo"), w("cellIns")))  # 17.13.5
_MOVED_FROM = w("moveFrom")
DELETED = frozenset((w("del"), _MOVED_FROM, w("cellDel")))
LOST = picture("")  # the markup of a picture that cannot be taken
_LOSSES = {
    PictureLoss.UNDRAWN: Dropped.UNDRAWN_PICTURES,
    PictureLoss.TOO_LARGE: Dropped.PICTURES,
    PictureLoss.BROKEN: Dropped.PICTURES,
}


@dataclass(frozen=True, slots=True)
class Note:
    """A foot or end note that the text names; `sign` is "" where it has one of its own."""

    id: str
    sign: str


@dataclass
class Reading:
    """One file while it is read; `original`: as it was before the changes that were tracked."""

    package: WordPackage
    styles: Styles
    numbers: Numbering
    original: bool = False
    only_named: bool = False  # fonts before Unicode are named, their letters are Unicode
    read_word: Reader | None = None  # what reads a Word file within it; None: no file within it is read
    dropped: Counter[Dropped] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)  # what was left out, by its name
    pictures: dict[str, bytes] = field(default_factory=dict)
    lost: int = 0  # pictures in the markup without bytes, which are counted here and not there
    foot_notes: list[Note] = field(default_factory=list)  # in the order of their signs
    end_notes: list[Note] = field(default_factory=list)
    chunks: list[Chunk] = field(default_factory=list)  # files in the file
    comments: dict[str, str] = field(default_factory=dict)  # id of a comment → where it begins
    bookmarks: dict[str, str] = field(default_factory=dict)  # name of a bookmark → where it begins
    tracked: list[TrackedWords] = field(default_factory=list)
    _next: int = 0
    _shaped: dict[tuple[str, Shape], bytes | PictureLoss] = field(default_factory=dict)
    _budget: PixelBudget = field(default_factory=PixelBudget)

    def new_source(self) -> str:
        """Return the id of the next paragraph or table."""
        self._next += 1
        return f"p{self._next}"

    def changed(self, tag: str) -> bool:
        """Count a tracked change, a move once; say whether its words are part of the text."""
        self.dropped[Dropped.TRACKED] += tag != _MOVED_FROM
        return (tag in INSERTED) != self.original

    def note_change(self, change: Element, source: str) -> None:
        """Take note of whose tracked change this is, and of its words."""
        words = "".join(str(one.text or "") for one in change.iter(w("t"), w("delText")))
        if author := value(change, w("author")).strip():
            self.tracked.append(TrackedWords(author, words, source, gone=change.tag in DELETED))

    def note_restyled(self, change: Element, run: Element, source: str) -> None:
        """Take note of who set the words of a run otherwise."""
        words = "".join(str(one.text or "") for one in run.iter(w("t")))
        if author := value(change, w("author")).strip():
            self.tracked.append(TrackedWords(author, words, source))

    def picture(self, shown: ShownPicture, part: Part, *, of_object: bool = False) -> str:
        """Return the markup of a picture; of one that cannot be taken too, which what follows it must know of.

        The picture of an object that cannot be taken is counted with the object.
        """
        found = self._taken(shown, part)
        if isinstance(found, str):
            return found
        why, name = found
        if not of_object:
            self.dropped[why] += 1
            self.lines.append(posixpath.basename(name) if why is not Dropped.LINKED_PICTURES else name)
        self.lost += 1
        return LOST

    def _taken(self, shown: ShownPicture, part: Part) -> str | tuple[Dropped, str]:
        """Return a picture's markup, or why it cannot be taken and its name."""
        relation = part.relations.get(shown.inside)
        outside = part.relations.get(shown.outside)
        if relation is None or relation.external:
            away = relation or outside
            if away is None:
                return Dropped.PICTURES, shown.alt
            return Dropped.LINKED_PICTURES, away.target
        if len(self.pictures) >= limits.PICTURES or self.package.size(relation.target) > limits.PICTURE_BYTES:
            return Dropped.PICTURES, relation.target
        made = self._made(relation.target, shown.shape)
        if isinstance(made, PictureLoss):
            return _LOSSES[made], relation.target
        key = f"{len(self.pictures) + 1}/{posixpath.basename(relation.target)}"
        self.pictures[key] = made
        return picture(key, shown.alt)

    def _made(self, target: str, shape: Shape) -> bytes | PictureLoss:
        """Return a picture as it is shown; one that is shown a hundred times is kept once."""
        if (target, shape) not in self._shaped:
            try:
                data = self.package.read(target)
            except BadIntake:  # a picture that is broken or a bomb: the words around it are worth reading
                data = b""
            self._shaped[target, shape] = shaped(data, shape, self._budget)
        return self._shaped[target, shape]
