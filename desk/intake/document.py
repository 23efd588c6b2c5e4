"""What every reader of a foreign file gives: pieces in reading order, pictures, comments, what it left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desk.intake.pieces import IntakePiece
from desk.intake.result import Doubt, Dropped


@dataclass(frozen=True, slots=True)
class SourcePicture:
    """A picture of the source, as it is shown there (cropped, turned); `block_id` is its Picture block's."""

    block_id: str
    data: bytes
    name: str = ""


@dataclass(frozen=True, slots=True)
class SourceComment:
    """Somebody's comment; `source` is the id of the piece that it stands at, "" for the whole text.

    `answers` is the number, among the file's comments, of the one that it answers; None where it begins a thread.
    """

    author: str
    text: str
    source: str = ""
    when: datetime | None = None  # as the program that wrote it says, without a zone
    answers: int | None = None


@dataclass(frozen=True, slots=True)
class TrackedWords:
    """Words that somebody put in, took out (`gone`) or set otherwise while changes were tracked, at a piece."""

    author: str
    words: str
    source: str
    gone: bool = False


@dataclass(frozen=True, slots=True)
class IntakeDocument:
    """One text of a foreign file, before anybody has said which piece of it is what."""

    pieces: tuple[IntakePiece, ...]
    pictures: tuple[SourcePicture, ...] = ()
    comments: tuple[SourceComment, ...] = ()
    left_out: Mapping[Dropped, int] = field(default_factory=dict)
    lines: tuple[str, ...] = ()  # lines and picture addresses that did not become text
    doubts: tuple[Doubt, ...] = ()
    bookmarks: Mapping[str, str] = field(default_factory=dict)  # name → source of the piece where it begins
    tracked: tuple[TrackedWords, ...] = ()
    title: str = ""  # what stands around the text as its name: the subject of a mail
