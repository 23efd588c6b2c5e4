"""Meetings in a pasted notice, invitation, message or week's schedule: each field with its place in the text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date

from desk.announcements import later_sentences, moves, one_notice, own_sheet, several
from desk.announcements.bodies import is_person
from desk.announcements.dates import fold
from desk.announcements.entry import SAME_PLACE
from desk.announcements.events import EVENT
from desk.announcements.left_over import with_left_over
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import MeetingFound
from desk.announcements.near_readings import with_near_readings
from desk.announcements.papers import papers
from desk.announcements.schedule import read_schedule
from desk.announcements.tables import read_tables
from desk.errors import BadIntake, IntakeFault

_SAME = (SAME_PLACE, "như trên", "nt", "cùng nơi")
# Who is on duty on which day: where no event is named, nobody meets.
_ROSTER = re.compile(
    r"(?:[^\n]*\n){0,6}?[^\n]{0,40}\b(?:lich|phan[ \t]+cong|danh[ \t]+sach|bang)[ \t]+truc\b(?![ \t]+tuyen)"
)
MOST_LETTERS = 60_000


def source(text: str) -> str:
    """Return the text that places point into: NFC, lines ended by "\\n"."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def read_notice(text: str, today: date) -> tuple[MeetingFound, ...]:
    """Return the meetings of a text; `today` stands in for a missing year and gives "sáng mai" its meaning.

    BadIntake: EMPTY without letters, NOTICE_TOO_LONG beyond 60,000 of them.
    """
    whole = source(text)
    if not whole.strip():
        raise BadIntake(IntakeFault.EMPTY)
    if len(whole) > MOST_LETTERS:
        raise BadIntake(IntakeFault.NOTICE_TOO_LONG)
    return tuple(one for paper in papers(whole) for one in _read(Letters.of(paper), today))


def _read(letters: Letters, today: date) -> list[MeetingFound]:
    found = read_tables(letters, today) or read_schedule(letters, today)
    if found is None:
        found = _notice(letters, today)
    if _ROSTER.match(letters.bare):
        found = [one for one in found if EVENT.match(fold(one.title)) and not is_person(one.title.lower())]
    found = _placed(own_sheet.joined(found))
    told = with_near_readings(letters, [one for one in found if one.title or one.date])
    return list(with_left_over(letters, told, today))


def _placed(found: list[MeetingFound]) -> list[MeetingFound]:
    """Give "cùng địa điểm", "như trên" the place of the meeting before it."""
    made: list[MeetingFound] = []
    for one in found:
        same = one.place.casefold().strip(" -.()") in _SAME
        made.append(replace(one, place=made[-1].place) if same and made else one)
    return made


def _notice(letters: Letters, today: date) -> list[MeetingFound]:
    """Read a notice that is no schedule: its blocks, the lines of its lists, and what follows on the same day."""
    found: list[MeetingFound] = []
    for block in several.blocks(letters):
        part = one_notice.NoticePart(block.start, block.stop)
        one = one_notice.read_one(letters, part, today, found[-1] if found else None)
        found.append(one)
    if len(found) > 1:
        return found
    year = one_notice.paper_year(letters.bare, today)
    listed = several.items(letters, year, known=True, common=found[0])
    if listed:
        apart = later_sentences.further(letters, listed[-1], year, dated=True)
        return [*(later_sentences.without_theirs(one, apart) for one in listed), *apart]
    moved = moves.moves(letters, found[0], year)
    if moved:
        return moved
    later = later_sentences.further(letters, found[0], year)
    return [later_sentences.without_theirs(found[0], later), *later]
