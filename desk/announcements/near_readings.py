"""Where another reading is near: a field whose words read like another's, or that stands there and was not taken.

The words are tables; each stands for a kind of slip that was seen in notices of real forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desk.announcements.bodies import is_place
from desk.announcements.dates import NoticeDoubt, fold
from desk.announcements.events import EVENT
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import Field, MeetingFound
from desk.intake.recogniser.phrases import words_of

_IN_NO_PLACE = words_of(
    "mời, kính mời, đề nghị, chủ trì, chủ tọa, tham dự, đúng giờ, trân trọng, đăng ký, xác nhận, mang theo, "
    "để, thành phần, nội dung, vẫn, như, rồi, và tiếp, sau đó, có mặt, xe, đón"
)
_IN_NO_TITLE = words_of(
    "địa điểm, thành phần, chủ trì, trước ngày, trân trọng, đề nghị, gửi về, gửi qua, liên hệ, xác nhận, "
    "số điện thoại, phòng họp, hội trường, cùng địa điểm, nêu trên, tên thì, sau tiết, vào cuối"
)
_IN_NO_CHAIR = words_of(
    "phòng họp, hội trường, tầng, tại, thành phần, tham dự, cùng dự, mời, nội dung, họp, hội nghị, và các"
)
_NOT_WHOLE = re.compile(r"(?:\b(?:của|và|về|tại|do|với|cho|các|theo|vào|lúc|ngày)|[,:(])$")
_OPENS_NO_TITLE = re.compile(
    r"(?:của|và|về|cho|các\s+đồng|đ/c|đồng\s+chí|ông|bà|lúc|vào|tại|sẽ|được|nêu|này|trên|thì|để|do|từ|đến|kính|"
    r"thông\s+báo|văn\s+phòng\s+thông|[a-zđ]\b(?!\s*\d)|thứ\s+(?:hai|ba|tư|năm|sáu|bảy))\b"
)
_SHORT_TITLE, _LONG_TITLE = 2, 45  # words
_LONG_PLACE, _LONG_CHAIR = 20, 14  # words
_AT = re.compile(r"\s(?:tại|ở)\s+(?!các\b|chỗ\b|cơ\s+sở|việt\s+nam|địa\s+phương|nước)\S")
_COLON = re.compile(r":\s*\S.*:|:\s+(?:p\.|phòng|hội\s+trường|đ/c|đồng\s+chí)")
_HOUR = re.compile(r"(?<!\d)\d{1,2}\s*(?:[hg](?:\d\d|\b)|giờ)|(?<!\d)\d{1,2}:\d\d(?!\d)")
_CHAIRS = re.compile(
    r"\b(?:chủ\s+trì|chủ\s+tọa|chủ\s+toạ)\b(?!\s+(?:họp|hội|giao|buổi|cuộc|phiên|tọa|lễ|làm|nghiệm))"
)
_ROOM = re.compile(
    r"\b(?:phòng\s+(?:họp|khách|hội\s+thảo|\d)|p\.\s?(?:họp|\d)|hội\s+trường|hội\s+quán|nhà\s+(?:văn\s+hóa"
    r"|khách|thi\s+đấu)"
    r"|tại\s+(?!(?:hội\s+nghị|buổi|cuộc|kỳ|phiên))\S+|trụ\s+sở|sân\s+vận\s+động|trung\s+tâm\s+(?:hội\s+nghị"
    r"|văn\s+hóa)|zoom|google\s+meet)\b"
)


def with_near_readings(letters: Letters, found: Sequence[MeetingFound]) -> list[MeetingFound]:
    """Return the meetings, each with a doubt for every field that may be read otherwise."""
    begins = sorted(_begin(one) for one in found)
    made = []
    for one in found:
        begin = _begin(one)
        stop = next((at for at in begins if at > begin), len(letters.text))
        line = letters.low.find("\n", begin)
        stretch = (begin, min(stop, line if line >= 0 else stop))
        near = tuple((NoticeDoubt.NEAR, words) for words in _near(letters, one, stretch))
        made.append(replace(one, doubts=(*one.doubts, *near[:2])) if near else one)
    return made


def _begin(one: MeetingFound) -> int:
    """Return where a meeting's own words begin; its day and session may stand over several."""
    own = [span.start for span in one.spans if span.field not in (Field.DATE, Field.PART)]
    return min(own or [span.start for span in one.spans], default=0)


def _near(letters: Letters, one: MeetingFound, stretch: tuple[int, int]) -> Iterator[str]:
    """Yield the words of which another reading is near."""
    title, place = one.title.casefold(), one.place.casefold()
    if title and (
        (len(title.split()) < _SHORT_TITLE and not EVENT.match(fold(title)))
        or len(title.split()) > _LONG_TITLE
        or _OPENS_NO_TITLE.match(title)
        or _IN_NO_TITLE.search(title)
        or _NOT_WHOLE.search(title)
        or _HOUR.search(title)
        or re.search(r"[|;]", title)
        or _unbalanced(title)
        or (not place and _AT.search(title))
        or _COLON.search(title)
    ):
        yield one.title
    if place and (
        (one.place[:1].islower() and not is_place(place))
        or _IN_NO_PLACE.search(place)
        or _NOT_WHOLE.search(place)
        or "|" in place
        or _unbalanced(place)
        or len(place.split()) > _LONG_PLACE
        or _HOUR.search(place)
    ):
        yield one.place
    for name, _ in one.chairs:
        words = name.casefold()
        if _IN_NO_CHAIR.search(words) or len(words.split()) > _LONG_CHAIR or not words:
            yield name
    if not one.place:
        room = _untaken(letters, one, stretch, _ROOM)
        if room:
            yield room
    if not one.chairs:
        head = _untaken(letters, one, stretch, _CHAIRS)
        if head:
            yield head


def _unbalanced(words: str) -> bool:
    """Say whether brackets or quotes are cut through."""
    return (
        words.count("(") != words.count(")")
        or words.count("“") != words.count("”")
        or words.count('"') % 2 == 1
    )


def _untaken(letters: Letters, one: MeetingFound, stretch: tuple[int, int], words: re.Pattern[str]) -> str:
    """Return words of a meeting's own lines that look like a field which it has not, empty where there are none."""
    for match in words.finditer(letters.low, *stretch):
        if not any(
            span.start <= match.start() < span.stop for span in one.spans if span.field is not Field.ATTENDEES
        ):
            stop = min(len(letters.text), match.end() + 24)
            return letters.words(match.start(), stop).split("\n")[0]
    return ""
