"""What an intake hands over: the text, what it is not sure of, and what it left behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from desk.errors import Missing
from desk.text.blocks import ArticleText, Block, Paragraph, Picture, Run, plain


class DoubtKind(Enum):
    """What a person should look at before the text is used."""

    WEEKDAY = auto()  # the weekday contradicts the date; detail: the date line
    BAD_DATE = auto()  # there is no such day; detail: the date line
    NO_DATE = auto()
    NO_TITLE = auto()
    NO_LEAD = auto()
    LEAD_GUESSED = auto()  # nothing but its place says that it is the lead
    NO_BYLINE = auto()
    REPEATED_LEAD = auto()  # block_id repeats the lead but for dashes, spaces and punctuation
    CAPTION_GUESSED = auto()  # block_id reads like the caption of a picture that is not there
    PICTURE_GUESSED = auto()  # block_id is a photograph from beside the text: nothing says where it belongs
    BROKEN_LETTERS = auto()  # detail: how many bytes are no letters
    LEGACY_LETTERS = auto()  # the letters look like TCVN3 or VNI; detail: a piece of it
    NO_PICTURES_READ = auto()  # the source may hold pictures that its reader cannot take
    NO_LOOKS_READ = auto()  # the marks of a damaged file are lost: its words alone came
    OBJECTS_LOST = auto()  # a table or a chart of another program is missing; detail: how many
    PICTURES_LOST = auto()  # detail: how many
    LINES_JOINED = auto()  # the source has lines; paragraphs were made of them by their look


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt: its kind, the words concerned and the block, where there is one."""

    kind: DoubtKind
    detail: str = ""
    block_id: str = ""


class Dropped(Enum):
    """What is not part of an article's text and was left out."""

    FONTS = auto()
    COLOURS = auto()
    SCRIPTS = auto()
    PICTURES = auto()
    LINKS = auto()
    STRUCK = auto()  # words that the source shows as deleted
    HIDDEN = auto()  # words that the source does not show
    COMMENTS = auto()
    EMBEDDED = auto()  # videos, drawings, formulas
    MERGED_CELLS = auto()  # taken apart: their words stand in the first
    LEGACY_LETTERS = auto()  # TCVN3 or VNI, now Unicode
    LEGACY_UNREAD = auto()  # they look like TCVN3 or VNI, but no font says so: left as they are
    STRUCTURE = auto()  # the page was too deeply nested to be read; its letters alone came
    TRACKED = auto()  # changes that were tracked, taken as made
    FOOTNOTES = auto()  # foot and end notes, which stand after the text now
    TEXT_BOXES = auto()  # boxes beside the text, whose words stand in it now
    HEADERS = auto()  # headers and footers
    EQUATIONS = auto()  # their letters came, not their shape
    OBJECTS = auto()  # charts, diagrams, sheets and files in the file
    OBJECTS_SHOWN = auto()  # the same, whose picture came instead
    LINKED_PICTURES = auto()  # they are not in the file
    UNDRAWN_PICTURES = auto()  # WMF, EMF, SVG: no picture of dots
    PROMPTS = auto()  # what a form says where nothing was filled in


_SEEN = {  # what a reader of the source saw there
    DoubtKind.OBJECTS_LOST: (Dropped.OBJECTS,),
    DoubtKind.PICTURES_LOST: (Dropped.PICTURES, Dropped.LINKED_PICTURES, Dropped.UNDRAWN_PICTURES),
}


def lost_parts(left_out: Mapping[Dropped, int]) -> tuple[Doubt, ...]:
    """Return the doubts about an article that lacks something that its source shows."""
    counts = {doubt: sum(left_out.get(one, 0) for one in kinds) for doubt, kinds in _SEEN.items()}
    return tuple(Doubt(doubt, str(count)) for doubt, count in counts.items() if count)


@dataclass(frozen=True, slots=True)
class CaptionPlace:
    """A paragraph that reads like a caption; `after` is the block before it, "" at the very start."""

    block_id: str
    after: str
    text: str


@dataclass(frozen=True, slots=True)
class Taken:
    """An article as it was taken in; nothing is saved yet, a person decides about the doubts."""

    text: ArticleText
    doubts: tuple[Doubt, ...] = ()
    repeated_lead: str | None = None
    captions: tuple[CaptionPlace, ...] = ()
    dropped: tuple[str, ...] = ()  # lines and picture addresses that did not become text
    left_out: Mapping[Dropped, int] = field(default_factory=dict)


def without(text: ArticleText, block_id: str) -> ArticleText:
    """Return the text without one block; Missing when it has no such block."""
    _find(text, block_id)
    return replace(text, blocks=tuple(block for block in text.blocks if block.id != block_id))


def with_picture(text: ArticleText, block_id: str, picture_sha: str, credit: str = "") -> ArticleText:
    """Turn the caption paragraph into the picture that it describes; it keeps its place and its id."""
    found = _find(text, block_id)
    if not isinstance(found, Paragraph):
        raise Missing("caption")
    picture = Picture(block_id, picture_sha, caption=plain(found.runs), credit=credit)
    return replace(text, blocks=tuple(picture if block is found else block for block in text.blocks))


def with_pictures(text: ArticleText, stored: Mapping[str, str]) -> ArticleText:
    """Give the pictures their stored bytes, by block id (SHA-256); one without becomes its caption's paragraph."""
    blocks: list[Block] = []
    for block in text.blocks:
        if not isinstance(block, Picture) or block.picture:
            blocks.append(block)
        elif block.id in stored:
            blocks.append(replace(block, picture=stored[block.id]))
        elif block.caption:
            blocks.append(Paragraph(block.id, (Run(block.caption),)))
    return replace(text, blocks=tuple(blocks))


def _find(text: ArticleText, block_id: str) -> object:
    for block in text.blocks:
        if block.id == block_id:
            return block
    raise Missing("block")
