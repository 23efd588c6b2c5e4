"""The part of a mail that its sender wrote, or meant to pass on: quoted mails, greetings, sign-offs, cards are off.

Everything is decided line by line; a line is known by its index, so that the same rules cut plain text and pieces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from desk.intake import limits
from desk.intake.mail.marks import (
    header_lines,
    is_attribution,
    is_card_line,
    is_contact,
    is_forward,
    is_greeting,
    is_original,
    is_parting,
    is_rule,
    is_sign_off,
)
from desk.text.vietnamese import bare

_NOTE_WORDS = 60  # of what a forwarder writes above; more is a text of their own
_REPLY_WORDS = 25  # the same where nothing says whether a mail was answered or passed on
_STORY_WORDS = 60
_COVER_WORDS = 40  # before a sign-off that stands above the text
_NAME_WORDS = 8
_CARD_LINES = 10


class Passing(Enum):
    """What a mail's subject says of the mail inside of it."""

    UNKNOWN = auto()
    ANSWERED = auto()
    FORWARDED = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a mail; `group` is the same for lines with nothing between them."""

    text: str
    group: int = 0
    card: bool = False  # of a table that says how to reach somebody
    picture: bool = False

    @property
    def words(self) -> int:
        """Count the words."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Own:
    """The lines that stay, by index, and where the mails that were answered or passed on begin."""

    kept: tuple[int, ...]
    until: int


def plain_lines(text: str) -> list[Line]:
    """Return the lines of plain text; an empty line begins a group."""
    out: list[Line] = []
    group = 0
    for line in text.splitlines():
        if not line.strip():
            group += 1
        out.append(Line(line, group))
    return out


def own_part(lines: Sequence[Line], passing: Passing = Passing.UNKNOWN, sender: str = "") -> Own:
    """Say which lines are what a mail brings."""
    return _own(list(lines), 0, passing, sender, limits.MAIL_DEPTH)


def _own(lines: list[Line], start: int, passing: Passing, sender: str, depth: int) -> Own:
    at, mark = _older(lines, start)
    above = _trimmed(lines, start, at, sender)
    if mark is None or depth == 0:
        return Own(above, at)
    raw = sum(line.words for line in lines[start:at])
    within = _own(lines, _after_header(lines, at), passing, sender, depth - 1)
    below = _words(lines, within.kept)
    if mark is _Mark.FORWARD or (mark is not _Mark.WROTE and passing is Passing.FORWARDED):
        takes_below = raw < _NOTE_WORDS and below > 0
    elif passing is Passing.FORWARDED:
        takes_below = raw < _REPLY_WORDS and below >= _STORY_WORDS
    else:
        unknown = passing is Passing.UNKNOWN and mark is not _Mark.WROTE
        takes_below = unknown and raw < _REPLY_WORDS and below >= _STORY_WORDS
    return within if takes_below else Own(above, at)


class _Mark(Enum):
    WROTE = auto()
    FORWARD = auto()
    ORIGINAL = auto()


def _older(lines: list[Line], start: int) -> tuple[int, _Mark | None]:
    """Find where an older mail begins, and how it is announced."""
    for at in range(start, len(lines)):
        text = lines[at].text
        if not text.strip():
            continue
        if is_forward(text):
            return at, _Mark.FORWARD
        following = [line.text for line in lines[at : at + 14]]
        if is_original(text) or header_lines(following) or (is_rule(text) and header_lines(following[1:])):
            return at, _Mark.ORIGINAL
        if is_attribution(following):
            return at, _Mark.WROTE
    return len(lines), None


def _after_header(lines: list[Line], at: int) -> int:
    """Return where an older mail's own words begin."""
    following = [line.text for line in lines[at : at + 14]]
    wrote = is_attribution(following)
    if wrote:
        return at + wrote
    if not header_lines(following):
        at += 1
    while at < len(lines) and (not lines[at].text.strip() or is_rule(lines[at].text)):
        at += 1
    return at + header_lines([line.text for line in lines[at : at + 14]])


# -- what is around the words ----------------------------------------------------------------------------


def _trimmed(lines: list[Line], start: int, end: int, sender: str) -> tuple[int, ...]:
    at = _past_greetings(lines, start, end, sender)
    stop = _sign_off(lines, at, end)
    before, after = (sum(line.words for line in part) for part in (lines[at:stop], lines[stop + 1 : end]))
    if stop < end and before < _COVER_WORDS and after >= _STORY_WORDS and after > 3 * before:
        at = _past_greetings(lines, _past_name(lines, stop + 1, end, sender), end, sender)
        stop = _sign_off(lines, at, end)
    stop = _card(lines, at, stop)
    worded = [here for here in range(at, stop) if any(map(str.isalnum, lines[here].text))]
    first, last = (worded[0], worded[-1]) if worded else (stop, at)
    return tuple(
        here
        for here in range(at, stop)
        if not lines[here].text.lstrip().startswith(">")
        and (first <= here <= last or (worded and lines[here].picture))
    )


def _past_greetings(lines: list[Line], start: int, end: int, sender: str) -> int:
    """Return where the text begins after lines that greet, and the name of who did."""
    at, addressed = start, False
    for here in range(start, end):
        text = lines[here].text
        if not text.strip():
            continue
        after = at > start and (
            _same_name(text, sender) or (addressed and text.lstrip().startswith(("-", "+", "•")))
        )
        if not (after or is_greeting(text)):
            break
        addressed = addressed or text.rstrip().endswith(":")
        at = here + 1
    return at


def _same_name(text: str, sender: str) -> bool:
    return bare(text).strip() == bare(sender).strip()


def _sign_off(lines: list[Line], start: int, end: int) -> int:
    return next((at for at in range(start, end) if is_sign_off(lines[at].text)), end)


def _past_name(lines: list[Line], start: int, end: int, sender: str) -> int:
    """Return where the lines after a sign-off end that name who signed."""
    at = start
    while at < end and lines[at].text.strip() and lines[at].words <= _NAME_WORDS:
        same_name = _same_name(lines[at].text, sender)
        if not (same_name or is_contact(lines[at].text) or lines[at].group == lines[start].group):
            break
        at += 1
    return at


def _card(lines: list[Line], start: int, end: int) -> int:
    """Return where a card begins at the foot of a mail that nothing separates from its words."""
    filled = [at for at in range(start, end) if lines[at].text.strip()][-_CARD_LINES:]
    found = end
    for at in reversed(filled):
        line = lines[at]
        if line.card or is_contact(line.text):
            found = at
        elif not is_card_line(line.text):
            break
    if found == end:
        return end
    parting = next((at for at in reversed(filled) if at < found and is_parting(lines[at].text)), None)
    if parting is not None and all(is_card_line(lines[at].text) for at in range(parting + 1, found)):
        return parting
    top = found
    while (
        top - 1 > start and lines[top - 1].group == lines[found].group and is_card_line(lines[top - 1].text)
    ):
        top -= 1
    above = next((lines[at].text for at in reversed(filled) if at < top), "")
    # Where nothing above says who wrote, the name at the head of the card does.
    return top if top == found or _names_somebody(above) else top + 1


def _names_somebody(text: str) -> bool:
    return is_card_line(text) and len(text.split()) <= _NAME_WORDS and bool(text)


def _words(lines: list[Line], kept: Sequence[int]) -> int:
    return sum(lines[at].words for at in kept)
