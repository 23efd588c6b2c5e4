"""What the journal keeps of acts on an article, its discussion and its checklists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from desk.acts.detail import Detail, keyed
from desk.acts.workflow_state import WorkflowState


@dataclass(frozen=True, slots=True)
class Before(Detail):
    """Where the article stood before an act that can be undone."""

    before: WorkflowState

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Before | None:
        """Read it; an entry from before there were snapshots has none (see `OldBefore`)."""
        if "before" not in stored:
            return None
        return cls(WorkflowState(**stored["before"]))


@dataclass(frozen=True, slots=True)
class OldBefore(Detail):
    """What earlier versions kept for an undo: where the article stood, and the approval that a REOPEN took away."""

    stage: str = keyed("from")
    stage_since: str = keyed("since")
    note: str = keyed("was_note")
    approval: Mapping[str, Any] | None = None

    def applied(self, now: WorkflowState, *, approves: bool, recommends: bool) -> WorkflowState:
        """Return the state to put back, from the one of now; what the act itself put on is taken off."""
        values: dict[str, Any] = {"stage": self.stage, "stage_since": self.stage_since, "note": self.note}
        if approves:
            values |= dict.fromkeys(WorkflowState.APPROVAL)
        if recommends:
            values |= dict.fromkeys(WorkflowState.RECOMMENDATION)
        return replace(now, **{**values, **(self.approval or {})})


@dataclass(frozen=True, slots=True)
class Signed(Detail):
    """For which chief a delegate acted (ký thay)."""

    chief: str = keyed("for")
    chief_id: int = keyed("for_id")


@dataclass(frozen=True, slots=True)
class Judged(Detail):
    """Which revision was recommended, approved, or lost its approval."""

    revision: int | None


@dataclass(frozen=True, slots=True)
class DirectEdits(Detail):
    """Who had saved words of a text since it was handed on: number, name, per cent of its words."""

    hands: tuple[tuple[int, str, int], ...]

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> DirectEdits | None:
        """Read it; None when an entry stores none."""
        return cls(tuple(tuple(one) for one in stored["hands"])) if "hands" in stored else None


@dataclass(frozen=True, slots=True)
class ApprovalVoided(Detail):
    """The revision whose approval a new text ended."""

    revision: int | None = keyed("approval_void")


@dataclass(frozen=True, slots=True)
class Undone(Detail):
    """The act that was undone, and its entry."""

    act: str = keyed("undid")
    entry: int = keyed("entry")


@dataclass(frozen=True, slots=True)
class TakenIn(Detail):
    """The file that an article was taken from (name, kind, SHA-256), and what it had beside its text.

    `comments` became threads; `tracked` counts the changes that Word had tracked in it; `beside` are other files that
    belong to it, each with its SHA-256.
    """

    file: str
    kind: str = keyed("file_kind")
    sha256: str = keyed("file_sha256")
    comments: int = keyed("file_comments", 0)
    tracked: int = keyed("file_tracked", 0)
    beside: Mapping[str, str] | None = keyed("files_beside", None)


@dataclass(frozen=True, slots=True)
class Reassigned(Detail):
    """The new author and the one before."""

    author: str
    author_id: int
    was_author: int


@dataclass(frozen=True, slots=True)
class Restored(Detail):
    """The revision whose text was brought back."""

    revision: int = keyed("restored")


@dataclass(frozen=True, slots=True)
class Filed(Detail):
    """The chuyên mục, and the genre where it is another now."""

    section: int | None
    genre: str = ""


@dataclass(frozen=True, slots=True)
class WithIssue(Detail):
    """The issue with which an article was released, or came back."""

    issue: str


@dataclass(frozen=True, slots=True)
class Circulated(Detail):
    """How an article left the house (print, sheet, word, pdf, mail), and which revision, by its short code."""

    way: str
    revision: int = keyed("sent_revision")
    code: str = keyed("sent_code")


@dataclass(frozen=True, slots=True)
class Received(Detail):
    """A Word file that came back: its name and SHA-256, of which revision, whose it is, and what it brought."""

    file: str = keyed("returned_file")
    sha256: str = keyed("returned_sha256")
    revision: int = keyed("returned_revision")
    person: str = keyed("returned_by")
    edits: int = keyed("returned_edits")
    comments: int = keyed("returned_comments", 0)


@dataclass(frozen=True, slots=True)
class Commented(Detail):
    """A new thread: its first comment, whether it suggests other words, and the words it speaks of."""

    comment: int
    suggestion: bool
    quote: str


@dataclass(frozen=True, slots=True)
class Replied(Detail):
    """An answer in a thread."""

    comment: int
    thread: int


@dataclass(frozen=True, slots=True)
class Settled(Detail):
    """A thread that was closed or opened again, by its first comment."""

    comment: int


@dataclass(frozen=True, slots=True)
class Declined(Detail):
    """A suggestion that was declined: whose, and the words it wanted."""

    comment: int
    suggested_by: str
    new: str | None


@dataclass(frozen=True, slots=True)
class Accepted(Detail):
    """A suggestion that was accepted: whose, the words it replaced, and those it put there."""

    comment: int
    suggested_by: str
    old: str
    new: str | None


@dataclass(frozen=True, slots=True)
class Ticked(Detail):
    """A checklist's item, for one revision."""

    item: str
    revision: int


@dataclass(frozen=True, slots=True)
class Corrected(Detail):
    """What a released article says wrong, what is right, and the article that says so."""

    old: str
    new: str
    erratum: int
