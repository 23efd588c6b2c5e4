"""One article of the files that are taken in: how far it has come, and what was decided about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from desk.articles.duplicates import SimilarRow
from desk.errors import DeskError
from desk.intake.bulk import Bulk, with_bulk
from desk.intake.kinds import FileKind
from desk.intake.result import Dropped
from desk.intake.sources import Source
from ui.intake.arrangement import Arrangement


class State(Enum):
    """How far a source has come."""

    NEW = auto()  # nobody has decided
    WAITING = auto()  # it will be taken in; its pictures are being stored
    TAKEN = auto()
    SKIPPED = auto()
    REFUSED = auto()  # it cannot be read


@dataclass(eq=False, slots=True)
class Entry:
    """A source in the list."""

    name: str  # "thư.eml › bài.docx"
    source: Source | None = None
    error: DeskError | None = None  # why it cannot be read, or was not taken in
    state: State = State.NEW
    now: Arrangement | None = None  # what is decided about the text that is shown
    other: Arrangement | None = None  # and about the text before the changes tracked in it, or after them
    shows_original: bool = False
    section_id: int | None = None
    similar: list[SimilarRow] = field(default_factory=list)
    compared: bool = False  # whether the desk was asked for similar articles
    same: list[Entry] = field(default_factory=list, repr=False)  # of the list, with its words; itself as well
    article_id: int = 0

    @property
    def arrangement(self) -> Arrangement:
        """Return what is decided about the text; only of an entry that was read."""
        assert self.now is not None
        return self.now

    @property
    def kind(self) -> FileKind | None:
        """Return what kind of file it is; None when that could not be told."""
        return self.source.kind if self.source else None

    @property
    def tracked(self) -> int:
        """Count the tracked changes of its file."""
        document = self.source.document if self.source else None
        return document.left_out.get(Dropped.TRACKED, 0) if document else 0

    @property
    def comments(self) -> int:
        """Count the comments found in its file."""
        document = self.source.document if self.source else None
        return len(document.comments) if document else 0

    @property
    def is_whole(self) -> bool:
        """Say whether its file and pictures have come; its words come before them."""
        return self.source is None or not self.source.awaits

    def numbers(self) -> frozenset[int]:
        """Return the numbers of its text's shingles; none once its text is another than in the file."""
        stands = self.source is not None and not self.shows_original and not self.was_changed()
        return self.source.numbers if stands and self.source is not None else frozenset()

    def complete(self, bulk: Bulk) -> None:
        """Take the bytes of its file and pictures."""
        if self.source is not None and self.source.awaits:
            self.source = with_bulk(self.source, bulk)
            if self.now is not None and self.source.document is not None:
                self.now.document = self.source.document

    def is_open(self) -> bool:
        """Say whether it may be taken in."""
        return self.now is not None and self.state in (State.NEW, State.SKIPPED)

    def was_changed(self) -> bool:
        """Say whether a person decided anything about it."""
        return self.now is not None and (self.now.was_changed() or self.section_id is not None)

    def twin(self) -> Entry | None:
        """Return the entry with nearly the same words that stands before it in the list and is not skipped."""
        for other in self.same:
            if other is self:
                break
            if other.state is not State.SKIPPED:
                return other
        return None

    def to_look_at(self) -> int:
        """Count what a person should look at before it is taken in."""
        if self.now is None or self.state is State.TAKEN:
            return 0
        return len(self.now.doubts()) + (len(self.similar) or (self.twin() is not None))

    def is_clean(self) -> bool:
        """Say whether it may be taken in unseen: it was read, nothing is doubtful, nothing is like it."""
        return (
            self.state is State.NEW
            and self.now is not None
            and self.compared
            and not self.similar
            and self.twin() is None
            and self.now.is_clean()
        )

    def turn(self, other: Arrangement | None = None) -> None:
        """Show the text before its tracked changes, or after them again; `other` when it was just read."""
        self.now, self.other = other or self.other, self.now
        self.shows_original = not self.shows_original


def entry_of(source: Source) -> Entry:
    """Make an entry of what was read."""
    if source.document is None or source.found is None:
        return Entry(source.name, source, source.refused, State.REFUSED)
    taken = source.taken if not source.document.title else None  # the name around a text is no field of it
    return Entry(source.name, source, now=Arrangement(source.document, source.found, source.name, taken))


def refused_entry(name: str, error: DeskError) -> Entry:
    """Make an entry of a file that cannot be read."""
    return Entry(name, error=error, state=State.REFUSED)
