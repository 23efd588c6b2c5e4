"""The words that frame an issue on paper: cover, running head, imprint, captions; every format prints the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from desk.edition.design import PageFormat
from desk.edition.edition import Edition
from desk.text.blocks import Picture

KIND = "Bản tin"
CIRCULATION = "Lưu hành nội bộ"
CONTENTS = "Mục lục"
PROOF = "BẢN IN THỬ"
SPECIAL = "Số đặc biệt"
CODE = "Mã trên bản in, để kiểm tra nhật ký biên tập"
# "Nguồn: BTG", "Theo TTXVN", "Người chụp: An": a label of its own, which no second one is put before.
_CREDITED = re.compile(r"(?:ảnh|hình|nguồn|theo)\b|(?:[^\W\d_]+\s+){0,3}[^\W\d_]+\s*:", re.IGNORECASE)
_NAME = 26  # letters of a name or a short phrase that no line end parts
FORMATS = {
    PageFormat.A5: "khổ 14,8 × 21 cm",
    PageFormat.SMALL: "khổ 14,5 × 20,5 cm",
    PageFormat.A4: "khổ 21 × 29,7 cm",
}


@dataclass(frozen=True, slots=True)
class CoverLines:
    """The cover's lines from top to bottom, in the case in which they were written."""

    committee: str
    department: str
    kind: str
    bulletin: str
    purpose: str
    issue: str
    circulation: str
    place: str
    special: str = ""
    theme: str = ""


@dataclass(frozen=True, slots=True)
class ImprintLine:
    """One line of the imprint; the label is set in bold and may be empty."""

    label: str
    words: str


def name(edition: Edition) -> str:
    """Return the publication's name, "Bản tin Thông báo nội bộ"."""
    bulletin = edition.names.bulletin.strip()
    return bulletin if bulletin.casefold().startswith(KIND.casefold()) else f"{KIND} {bulletin}".strip()


def document_title(edition: Edition) -> str:
    """Return the file's title, "Bản tin Thông báo nội bộ – Số 4/2019"."""
    return f"{name(edition)} – {edition.label}"


def day_of(edition: Edition) -> date:
    """Return the day that dates the file: the day of publication, else the first of the issue's month."""
    return edition.published or date(edition.year, edition.month, 1)


def cover(edition: Edition) -> CoverLines:
    """Return the cover's lines."""
    names, number = edition.names, edition.number.strip()
    bulletin = names.bulletin.strip()
    if bulletin.casefold().startswith(KIND.casefold()):
        bulletin = bulletin[len(KIND) :].strip()
    return CoverLines(
        committee=names.committee.strip(),
        department=names.department.strip(),
        kind=KIND,
        bulletin=bulletin,
        purpose=f"({names.purpose.strip().strip('()')})" if names.purpose.strip() else "",
        issue=_issue(edition),
        circulation=CIRCULATION,
        place=_place_and_date(edition),
        special=SPECIAL if edition.special and number and not says_special(number) else "",
        theme=edition.theme.strip(),
    )


def says_special(number: str) -> bool:
    """Say whether the number of an issue says already that it is a special one, as "Đặc biệt" does."""
    return "đặc biệt" in number.casefold()


def _issue(edition: Edition) -> str:
    """Return "Số 4 – tháng 4 năm 2019", of a combined issue "Số 1+2 – tháng 1, 2 năm 2019"."""
    number = edition.number.strip()
    head = f"Số {number}" if number else SPECIAL if edition.special else ""
    return " – ".join(part for part in (head, f"{months(edition)} năm {edition.year}") if part)


def months(edition: Edition) -> str:
    """Return the month or months of an issue, "tháng 1, 2"; of more than three the first and the last."""
    first, last = edition.month, edition.last_month
    if last <= first:
        return f"tháng {first}"
    if last - first > 2:
        return f"tháng {first} – {last}"
    return f"tháng {', '.join(map(str, range(first, last + 1)))}"


def _place_and_date(edition: Edition) -> str:
    if edition.published:
        day = edition.published
        month = f"{day.month:02d}" if day.month < 3 else str(day.month)
        words = f"ngày {day.day:02d} tháng {month} năm {day.year}"
    else:
        words = f"{months(edition)} năm {edition.year}"
    place = edition.names.place.strip()
    return f"{place}, {words}" if place else words[0].upper() + words[1:]


# Whoever has a line of their own is not named with the editors.
_EDITORS = {
    (False, False): "Biên tập, trình bày, sửa bản in:",
    (True, False): "Biên tập, sửa bản in:",
    (False, True): "Biên tập, trình bày:",
    (True, True): "Biên tập:",
}


def imprint(edition: Edition) -> tuple[ImprintLine, ...]:
    """Return the imprint's filled lines; nothing is printed for an empty field."""
    given = edition.imprint
    labelled = (
        ("Chịu trách nhiệm xuất bản:", given.responsible),
        ("Ban Biên tập:", given.board),
        (_EDITORS[bool(given.designer.strip()), bool(given.proofreader.strip())], given.editors),
        ("Trình bày:", given.designer),
        ("Sửa bản in:", given.proofreader),
        ("Định kỳ:", given.periodicity),
    )
    measure = _led("khổ", given.format) or FORMATS[edition.design.format]
    lines = [ImprintLine(label, words.strip()) for label, words in labelled if words.strip()]
    printed = [
        f"In {given.copies:,} cuốn, {measure}".replace(",", ".", 1) if given.copies >= 1000 else "",
        f"In {given.copies} cuốn, {measure}" if 0 < given.copies < 1000 else "",
        _led("tại", given.printer) if given.copies else _led("In tại", given.printer),
    ]
    sentences = [", ".join(part for part in printed if part)]
    sentences.append(_led("GPXB số", given.licence, known=("gp", "giấy phép", "quyết định")))
    sentences.append(_led("In xong và nộp lưu chiểu", given.deposit, known=("in xong", "nộp")))
    for words in filter(None, sentences):
        first = words[0].upper() + words[1:]
        lines.append(ImprintLine("", first if first.endswith(".") else f"{first}."))
    return tuple(lines)


def code(edition: Edition) -> str:
    """Return the small line below the imprint by which the journal can be held against the print; "" without one."""
    return f"{CODE}: {edition.code}" if edition.code else ""


def _led(lead: str, words: str, known: tuple[str, ...] = ()) -> str:
    """Put the usual opening before the words unless the office typed it itself."""
    words = words.strip()
    openings = (lead.casefold(), *known)
    if not words or words.casefold().startswith(openings):
        return words
    return f"{lead} {words}"


def caption(picture: Picture) -> str:
    """Return what stands under a picture: its caption, then "Ảnh: …" for the credit unless it opens like one."""
    words, credit = picture.caption.strip(), picture.credit.strip()
    if credit and not _CREDITED.match(credit):
        credit = f"Ảnh: {credit}"
    if words and credit and words[-1] not in ".!?…":
        words += "."
    return " ".join(part for part in (words, credit) if part)


def unparted(words: str) -> str:
    """Return a line of the imprint in which no name is parted: spaces hold together what stands between commas."""
    return ", ".join(
        part.replace(" ", "\u00a0") if len(part) <= _NAME else part for part in words.split(", ")
    )
