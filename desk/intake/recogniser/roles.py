"""What a piece of a document is to the article, with the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from desk.intake.pieces import IntakePiece


class Role(Enum):
    """What a piece becomes."""

    TITLE = "title"
    LEAD = "lead"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"
    DATE = "date"
    OUT = "out"  # no part of the article


class Evidence(Enum):
    """Why a piece has its role."""

    HEADING = auto()  # the source sets it as a heading or as the title
    FIRST_LINE = auto()
    LOOK = auto()  # bold, italic or centred where the rest is not
    CONTINUES = auto()  # the title's second line
    DATE_LINE = auto()
    OPENS_STORY = auto()  # when, where, who: as a lead begins
    SAID_TWICE = auto()  # the next paragraph says the same
    CAPTION_WORDS = auto()  # “Ảnh: …”, “Quang cảnh …”
    UNDER_PICTURE = auto()
    BARE_LINE = auto()  # short, amid long or indented paragraphs
    CAPTION_STYLE = auto()
    BYLINE_WORDS = auto()  # “Tin, ảnh: …”
    NAME = auto()  # a person or a unit
    PAGE_FURNITURE = auto()  # counters, sharing, menus
    OTHER_NEWS = auto()  # what follows “Các tin khác”
    LETTERHEAD = auto()  # the head of an official document, “Kính gửi”
    SIGNATURE = auto()  # “TM. …”, “Nơi nhận”, addresses, accounts
    MAIL = auto()  # greeting, quoted mail, a mail's signature
    REPEATED = auto()  # the title or a caption again
    PROSE = auto()
    PERSON = auto()  # a person said so


@dataclass(frozen=True, slots=True)
class Assigned:
    """A piece with its role."""

    piece: IntakePiece
    role: Role
    evidence: Evidence
    doubtful: bool = False
