"""The edition: what the press is given, one issue, frozen, with everything that will be on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desk.edition.design import Design, Legal
from desk.text.blocks import ArticleText


@dataclass(frozen=True, slots=True)
class Names:
    """The names that stand on the cover and in the imprint, as the department writes them."""

    committee: str  # ĐẢNG BỘ TỈNH …
    department: str  # BAN TUYÊN GIÁO TỈNH ỦY
    bulletin: str = "Thông báo nội bộ"
    purpose: str = "Tài liệu phục vụ sinh hoạt chi bộ"
    place: str = ""  # the town, for "Vinh, tháng 4 năm 2019"


@dataclass(frozen=True, slots=True)
class Imprint:
    """The lines that the law wants on the last page; an empty one is not printed."""

    responsible: str = ""  # Chịu trách nhiệm xuất bản
    board: str = ""  # Ban Biên tập
    editors: str = ""  # Biên tập, trình bày, sửa bản in
    licence: str = ""  # GPXB số …/GP-…, ngày …
    printer: str = ""  # tại …
    copies: int = 0  # In … cuốn
    periodicity: str = ""  # mỗi tháng một số
    deposit: str = ""  # in xong và nộp lưu chiểu tháng …
    format: str = ""  # khổ …; empty: the format's own measure is printed
    designer: str = ""  # Trình bày
    proofreader: str = ""  # Sửa bản in


@dataclass(frozen=True, slots=True)
class Piece:
    """One approved article as it will print: byte for byte the revision that was approved."""

    article: int
    revision: int
    sha256: str
    text: ArticleText
    approved_by: str = ""


@dataclass(frozen=True, slots=True)
class SectionPart:
    """A chuyên mục of the issue with its pieces in order; `boxed` ones (Đính chính) are set as notes in a frame."""

    title: str
    pieces: tuple[Piece, ...]
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class Edition:
    """A whole issue: names, sections, pictures by SHA-256 (JPEG or PNG bytes), imprint.

    `renditions` holds some of the pictures small, by the SHA-256 of the whole ones; `code` is that of the journal
    (`acts/journal.py: code`) as of which an issue is released, "" of everything else.
    """

    number: str  # "4", or "1+2" for a combined issue
    year: int
    month: int
    names: Names
    sections: tuple[SectionPart, ...]
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    imprint: Imprint = field(default_factory=Imprint)
    published: date | None = None
    last_month: int = 0  # of a combined issue; 0: the month alone
    special: bool = False  # số đặc biệt
    theme: str = ""
    design: Design = field(default_factory=Design)
    legal: Legal | None = None
    renditions: Mapping[str, bytes] = field(default_factory=dict)
    code: str = ""

    @property
    def label(self) -> str:
        """Return "Số 4/2019", the running head's words; of a special issue without a number "Số đặc biệt 2019"."""
        if self.special and not self.number.strip():
            return f"Số đặc biệt {self.year}"
        return f"Số {self.number}/{self.year}"

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Return every piece in print order."""
        return tuple(piece for part in self.sections for piece in part.pieces)


def date_line(when: date) -> str:
    """Return the masthead's date line, "Thứ 3 Ngày 09/04/2019" (Chủ nhật on Sundays)."""
    day = "Chủ nhật" if when.isoweekday() == 7 else f"Thứ {when.isoweekday() + 1}"
    return f"{day} Ngày {when:%d/%m/%Y}"
