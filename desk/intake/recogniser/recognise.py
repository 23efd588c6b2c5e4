"""One recogniser for every source: which piece is title, date, lead, body, caption, byline, or none of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.intake.document import IntakeDocument
from desk.intake.pieces import Hint
from desk.intake.recogniser.captions import reads_like_caption
from desk.intake.recogniser.date_line import DateLine, read_date_line
from desk.intake.recogniser.feet import mark_byline, mark_feet
from desk.intake.recogniser.furniture import is_kicker
from desk.intake.recogniser.heads import mark_below_title, mark_heads
from desk.intake.recogniser.letterhead import is_greeting
from desk.intake.recogniser.middles import mark_announced, mark_captions, mark_lead
from desk.intake.recogniser.names import is_byline, without_label
from desk.intake.recogniser.parting import joined, parted
from desk.intake.recogniser.poems import mark_poem
from desk.intake.recogniser.roles import Assigned, Evidence, Role
from desk.intake.recogniser.sheet import Sheet

_DATE_FROM_END = 3
_TOLD_EARLY = 3  # paragraphs
_TOLD_DAY = re.compile(
    r"(?:\W*\([^)]{2,30}\)\W*)?(?:hôm|sáng|trưa|chiều|tối) nay,? (?:ngày )?[(]?"
    r"(?P<day>\d{1,2}[/.-]\d{1,2}[/.-]\d{4})(?!\d)",
    re.IGNORECASE,
)
_OPEN_LETTER = re.compile(
    r"\W*(?:thư (?:ngỏ|kêu gọi|chúc|cảm ơn|gửi|khen|vận động)|lời kêu gọi|lời cảm ơn|lời chúc)\b",
    re.IGNORECASE,
)
_SPOKEN_TO = re.compile(r"\W*(?:kính gửi|kính thưa|thân gửi|gửi)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Recognised:
    """Every piece with its role, and the date line that was found."""

    pieces: tuple[Assigned, ...]
    date_line: DateLine | None = None
    date_words: str = ""  # the line as it stands there
    author: str = ""  # named beside the date


def recognise(document: IntakeDocument) -> Recognised:
    """Tell the pieces of a document apart; nothing in their words is changed."""
    sheet = Sheet(list(joined(list(parted(document.pieces)))))
    for at, piece in enumerate(sheet.pieces):
        if piece.hint is Hint.NOTE:  # its mark stands in the text
            sheet.give(at, Role.BODY, Evidence.PROSE)
    poem = mark_poem(sheet)
    mark_feet(sheet)
    when = None if poem else mark_heads(sheet)[1]
    if when is None:
        when = _date_near(sheet) or _day_told(sheet)
    parts = when.rest.split(" | ") if when else []
    author = next((without_label(part) for part in parts if is_byline(part) and not is_kicker(part)), "")
    mark_byline(sheet, named=bool(author))
    mark_captions(sheet)
    mark_announced(sheet)
    mark_below_title(sheet)
    if not poem and not _mark_open_letter(sheet):
        mark_lead(sheet)
    for at in list(sheet.free()):
        sheet.give(at, Role.BODY, Evidence.PROSE)
    pieces = tuple(found for found in sheet.given if found is not None)
    words = next((one.piece.words for one in pieces if one.role is Role.DATE), "")
    return Recognised(pieces, when, words, author)


def _mark_open_letter(sheet: Sheet) -> bool:
    """Give whom an open letter is for back to its text; say whether the sheet holds one."""
    titles = [at for at in range(len(sheet.pieces)) if sheet.role(at) is Role.TITLE]
    if not titles or _OPEN_LETTER.match(sheet.words(titles[0])) is None:
        return False
    for at in range(titles[-1] + 1, len(sheet.pieces)):
        found = sheet.given[at]
        spoken_to = found is not None and found.role is Role.OUT and _SPOKEN_TO.match(sheet.words(at))
        thanks = found is not None and found.evidence is Evidence.SIGNATURE and is_greeting(sheet.words(at))
        if spoken_to or thanks:
            sheet.give(at, Role.BODY, Evidence.PROSE)
    return any(_SPOKEN_TO.match(sheet.words(at)) for at in range(titles[-1] + 1, len(sheet.pieces)))


def _day_told(sheet: Sheet) -> DateLine | None:
    """Return the day on which a story without a date line says that it is told: “Sáng nay, 8/1/2020, …”."""
    for at in [one for one in sheet.free() if sheet.is_prose(one)][:_TOLD_EARLY]:
        told = _TOLD_DAY.match(" ".join(sheet.words(at).split()))
        found = read_date_line(told["day"]) if told else None
        if found is not None and found.when is not None:
            return found
    return None


def _date_near(sheet: Sheet) -> DateLine | None:
    """Return a date line that stands under the lead, or at the end of the text."""
    free = [at for at in sheet.free() if sheet.is_text(at)]
    for at in (*free[1:3], *free[-_DATE_FROM_END:]):
        found = read_date_line(sheet.words(at)) if sheet.given[at] is None else None
        if found and (not found.rest or is_byline(found.rest)) and not sheet.pieces[at].rank:
            sheet.give(at, Role.DATE, Evidence.DATE_LINE)
            for beside in (at - 1, at + 1):
                if (
                    0 <= beside < len(sheet.pieces)
                    and sheet.given[beside] is None
                    and is_byline(sheet.words(beside))
                    and not reads_like_caption(sheet.words(beside))
                ):
                    sheet.give(beside, Role.BYLINE, Evidence.NAME)
                    break
            return found
    return None
