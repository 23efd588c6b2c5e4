"""Names of bodies and provinces by their day: what was merged or renamed, told only where the text's day is known."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from desk.proofing.finding import Finding, Severity
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph

_LEVELS = "Tỉnh ủy|Thành ủy|Trung ương|Tỉnh uỷ|Thành uỷ|Đảng ủy|các tỉnh ủy"
_MINISTRIES = (
    ("Kế hoạch và Đầu tư", "Tài chính"),
    ("Giao thông vận tải", "Xây dựng"),
    ("Tài nguyên và Môi trường", "Nông nghiệp và Môi trường"),
    ("Nông nghiệp và Phát triển nông thôn", "Nông nghiệp và Môi trường"),
    ("Thông tin và Truyền thông", "Khoa học và Công nghệ"),
    ("Lao động - Thương binh và Xã hội", "Nội vụ"),
    ("Lao động, Thương binh và Xã hội", "Nội vụ"),
)
_PROVINCES = (
    ("Tuyên Quang", "Hà Giang"), ("Lào Cai", "Yên Bái"), ("Thái Nguyên", "Bắc Kạn"), ("Phú Thọ", "Hòa Bình"),
    ("Phú Thọ", "Hoà Bình"), ("Phú Thọ", "Vĩnh Phúc"), ("Bắc Ninh", "Bắc Giang"), ("Hưng Yên", "Thái Bình"),
    ("Hải Phòng", "Hải Dương"), ("Ninh Bình", "Hà Nam"), ("Ninh Bình", "Nam Định"), ("Quảng Trị", "Quảng Bình"),
    ("Đà Nẵng", "Quảng Nam"), ("Quảng Ngãi", "Kon Tum"), ("Gia Lai", "Bình Định"), ("Khánh Hòa", "Ninh Thuận"),
    ("Lâm Đồng", "Đắk Nông"), ("Lâm Đồng", "Bình Thuận"), ("Đắk Lắk", "Phú Yên"),
    ("Thành phố Hồ Chí Minh", "Bình Dương"), ("Thành phố Hồ Chí Minh", "Bà Rịa - Vũng Tàu"),
    ("Đồng Nai", "Bình Phước"), ("Tây Ninh", "Long An"), ("Cần Thơ", "Sóc Trăng"), ("Cần Thơ", "Hậu Giang"),
    ("Vĩnh Long", "Bến Tre"), ("Vĩnh Long", "Trà Vinh"), ("Đồng Tháp", "Tiền Giang"), ("Cà Mau", "Bạc Liêu"),
    ("An Giang", "Kiên Giang"),
)  # fmt: skip
_SOURCE_PROVINCES = "Nghị quyết số 202/2025/QH15"
_FORMER = Lazy(
    r"(?:nguyên|trước đây|khi đó|lúc đó|lúc bấy giờ|hồi đó|cũ|nay là|năm xưa|sáp nhập|hợp nhất|đổi tên|"
    r"(?:19\d\d|20[01]\d|202[0-4]))",
    re.IGNORECASE,
)


class Change(NamedTuple):
    """What a body or a province was called, from which day on otherwise, and how now."""

    was: re.Pattern[str]
    day: dt.date
    now: str  # a template for `re.Match.expand`
    message: str
    source: str


class Body(NamedTuple):
    """A body named in a text: by its old name or its new one."""

    start: int
    end: int
    text: str
    now: str  # the name that it has today, its own when this is it

    def moved(self, by: int) -> Body:
        """Return the body that many letters further on."""
        return Body(self.start + by, self.end + by, self.text, self.now)


@lru_cache(maxsize=1)
def changes() -> tuple[Change, ...]:
    """Return what was merged or renamed in 2025, the first of those that fit to be taken."""
    merged = "đã hợp nhất thành"
    found = [
        Change(
            re.compile(rf"\bBan (?:Tuyên giáo|Dân vận) ({_LEVELS})"),
            dt.date(2025, 2, 10),
            r"Ban Tuyên giáo và Dân vận \1",
            "Ban Tuyên giáo và Ban Dân vận đã hợp nhất từ tháng 02/2025.",
            "Quyết định số 234-QĐ/TW",
        )
    ]
    for was, now in _MINISTRIES:
        pattern = re.compile(rf"\b(Bộ|Sở) {re.escape(was).replace('-', '[-–]')}")
        message = f"{was} {merged} {now} từ ngày 01/3/2025."
        found.append(
            Change(pattern, dt.date(2025, 3, 1), rf"\1 {now}", message, "Nghị quyết số 176/2025/QH15")
        )
    found.append(
        Change(
            re.compile(r"\bỦy ban Dân tộc(?! của)"),
            dt.date(2025, 3, 1),
            "Bộ Dân tộc và Tôn giáo",
            "Ủy ban Dân tộc là Bộ Dân tộc và Tôn giáo từ ngày 01/3/2025.",
            "Nghị quyết số 176/2025/QH15",
        )
    )
    for now, was in _PROVINCES:
        pattern = re.compile(rf"\b([Tt]ỉnh) {re.escape(was)}(?! [A-ZĐ])")
        own = "" if now in ("Hải Phòng", "Đà Nẵng", "Cần Thơ", "Thành phố Hồ Chí Minh") else r"\1 "
        place = now if own or now.startswith("Thành") else f"thành phố {now}"
        message = f"Tỉnh {was} đã sáp nhập vào {place if own == '' else f'tỉnh {now}'} từ ngày 01/7/2025."
        found.append(Change(pattern, dt.date(2025, 7, 1), own + place, message, _SOURCE_PROVINCES))
    found.append(
        Change(
            re.compile(
                r"\b(?:Huyện ủy|Huyện uỷ|(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân) huyện)(?= [A-ZĐ])"
            ),
            dt.date(2025, 7, 1),
            "",
            "Từ ngày 01/7/2025 không còn cấp huyện.",
            _SOURCE_PROVINCES,
        )
    )
    return tuple(found)


_MAY_BE = Lazy(r"Ban (?:Tuyên giáo|Dân vận)|Bộ |Sở |Ủy ban Dân tộc|[Tt]ỉnh [A-ZĐ]|Huyện [uủ]|huyện [A-ZĐ]")


def find(one: Paragraph, date: dt.date | None) -> Iterator[Finding]:
    """Yield the bodies and provinces of a paragraph that no longer have that name on the text's day."""
    if date is None or date < dt.date(2025, 2, 10) or not _MAY_BE.search(one.text):
        return
    for change in changes():
        if date < change.day:
            continue
        for hit in change.was.finditer(one.text):
            low = max(one.text.rfind(". ", 0, hit.start()), 0)
            high = one.text.find(". ", hit.end())
            if _FORMER.search(one.text[low : high if high >= 0 else len(one.text)]):
                continue
            right = (hit.expand(change.now),) if change.now else ()
            start, end = one.start + hit.start(), one.start + hit.end()
            yield Finding(
                "people.body", Severity.LOOK, start, end, hit.group(), change.message, right, change.source
            )


_NEW = Lazy(
    rf"\bBan Tuyên giáo và Dân vận (?:{_LEVELS})|\b(?:Bộ|Sở) (?:Nông nghiệp và Môi trường)|\bBộ Dân tộc và Tôn giáo",
    needs=("và Dân vận",),
)


def named(one: Paragraph) -> list[Body]:
    """Return the bodies of a paragraph that were renamed, by old names and by new ones."""
    found: list[Body] = []
    if not _MAY_BE.search(one.text):
        return found
    for change in changes():
        if change.day < dt.date(2025, 7, 1):
            found += [
                Body(one.start + hit.start(), one.start + hit.end(), hit.group(), hit.expand(change.now))
                for hit in change.was.finditer(one.text)
            ]
    found += [
        Body(one.start + hit.start(), one.start + hit.end(), hit.group(), hit.group())
        for hit in _NEW.finditer(one.text)
    ]
    return found
