"""The words of the printed issue: its states, designs, outputs, what stands in its way; part of `wording`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from textwrap import shorten

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desk.acts.rules import IssueState
from desk.department.legal_profiles import PUBLISHED
from desk.edition.design import CoverDesign, InnerDesign, Legal, PageFormat
from desk.edition.masthead import says_special
from desk.errors import Unmet
from desk.export.preflight import Limit, LimitFault
from desk.integrity.printed import ArticleState, ArticleVerdict, FileState, Verdict
from desk.issues import stored_design
from desk.issues.issues import IssueRow
from desk.issues.printing import Blocker, BlockerKind
from desk.issues.proposals import BodyLevel
from desk.press.typeset.blank_pages import BlankPages
from desk.text.blocks import ArticleText, Picture
from desk.text.printed_signs import unprintable
from ui.words.marked import mark as _mark
from ui.words.marked import tr as _tr
from ui.words.review import requirement, sign

_CAPTION = 48  # letters of a caption that names a picture


STATES: dict[IssueState, tuple[str, str, str]] = {  # word, icon, colour token
    IssueState.OPEN: (_mark("Đang làm"), "edit", "blue"),
    IssueState.CLOSED: (_mark("Đã chốt bài"), "lock", "amber"),
    IssueState.RELEASED: (_mark("Đã phát hành"), "release", "green"),
}
FORMATS: dict[PageFormat, str] = {
    PageFormat.A5: _mark("A5 – 14,8 × 21 cm"),
    PageFormat.SMALL: _mark("14,5 × 20,5 cm"),
    PageFormat.A4: _mark("A4 – hai cột"),
}
COVERS: dict[CoverDesign, str] = {
    CoverDesign.FIELD: _mark("Nền đỏ, trống đồng"),
    CoverDesign.FRAME: _mark("Khung trên nền trắng"),
    CoverDesign.PHOTO: _mark("Ảnh hết khổ"),
}
INNERS: dict[InnerDesign, str] = {
    InnerDesign.CLASSIC: _mark("Trang trọng – tên mục ở giữa"),
    InnerDesign.CLEAR: _mark("Thoáng – tên mục sát lề"),
}
BODY_LEVELS: dict[BodyLevel, str] = {
    BodyLevel.CENTRAL: _mark("Trung ương"),
    BodyLevel.PROVINCE: _mark("Tỉnh"),
    BodyLevel.DISTRICT: _mark("Huyện"),
    BodyLevel.GRASSROOTS: _mark("Cơ sở"),
}
BLOCKS: dict[BlockerKind, str] = {
    BlockerKind.EMPTY: _mark("Số {title} chưa có bài nào"),
    BlockerKind.NOT_CLOSED: _mark("Chưa chốt bài"),
    BlockerKind.STALE: _mark("Bài đã sửa sau khi duyệt hoặc chưa duyệt"),
    BlockerKind.CHECKLIST: _mark("Mục kiểm tra chưa đạt: {item}"),
    BlockerKind.WANTED: _mark("Bài đặt chưa có"),
}
FILE_STATES: dict[FileState, str] = {
    FileState.SAME: _mark("nguyên vẹn"),
    FileState.CHANGED: _mark("KHÁC với tệp đã phát hành"),
    FileState.GONE: _mark("KHÔNG CÒN trong thư mục"),
    FileState.UNKNOWN: _mark("không có trong bản kê"),
}
ARTICLE_STATES: dict[ArticleState, str] = {
    ArticleState.APPROVED: _mark("đúng bản đã duyệt"),
    ArticleState.NOT_APPROVED: _mark("KHÔNG phải bản đã duyệt"),
    ArticleState.WORDS_DIFFER: _mark("CHỮ KHÁC bản đã duyệt, từ chỗ “{words}”"),
}
IMPRINT: dict[str, str] = {
    "published": _mark("Ngày phát hành (trên bìa)"),
    "responsible": _mark("Chịu trách nhiệm xuất bản"),
    "board": _mark("Ban Biên tập"),
    "editors": _mark("Biên tập"),
    "designer": _mark("Trình bày"),
    "proofreader": _mark("Sửa bản in"),
    "licence": _mark("Giấy phép xuất bản"),
    "printer": _mark("Nơi in"),
    "copies": _mark("Số lượng in"),
    "periodicity": _mark("Định kỳ"),
    "deposit": _mark("Nộp lưu chiểu"),
    "format": _mark("Khổ in"),
}


LIMITS: dict[Limit, str] = {
    Limit.PAGES: _mark("{found} trang, quá mức {allowed} trang"),
    Limit.SIZE: _mark("Khổ {found} mm, lớn hơn mức {allowed} mm của khung pháp lý"),
    Limit.IMPRINT: _mark("Măng-sét chưa có: {field}"),
    Limit.OUT_OF_FORCE: _mark("“{field}” không có hiệu lực vào ngày phát hành"),
    Limit.COARSE: _mark("{title}{picture} chỉ {found} dpi ở khổ in, cần {allowed}"),
    Limit.NO_CAPTION: _mark("{title}{picture} chưa có chú thích"),
    Limit.SIGNS: _mark("Chữ in không có {signs} trong “{field}”"),
    Limit.BLANK_SECTION: _mark("Chuyên mục “{field}” không có bài"),
    Limit.BLANK_PAGES: _mark("Trang {field} để trắng"),
    Limit.BLANK_ROWS: _mark("{title}bảng có dòng {field} để trống"),
}


class Place(Enum):
    """Where a line of what blocks a release leads."""

    PICTURE = auto()  # to a picture in an article's text
    TABLE = auto()  # to a table in an article's text
    PAGE = auto()  # to a page as it prints
    REVIEW = auto()  # to its approval
    CHECKLIST = auto()  # to what is asked of it before print
    ISSUE = auto()  # to its plan
    BEYOND = auto()  # to the first article beyond the pages that the issue may have
    CLOSING = auto()  # to where its list of articles is closed
    DRESS = auto()
    SETTINGS = auto()  # to the desk's imprint
    PROOF = auto()  # to what the proofreader found in an article


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A line of what stands in the way: the reason, of which article, where it leads.

    `at` is where in its place: a field of the imprint, the block of a picture or a table, an item of the checklist,
    the number of a page.
    """

    words: str
    told: str
    place: Place
    article_id: int = 0
    stops: bool = True
    wanted_id: int = 0
    at: str = ""


def pictures(articles: Iterable[tuple[int, ArticleText]]) -> dict[tuple[int, str], str]:
    """Return how to speak of the pictures, by article and block: "ảnh", where there are several "ảnh 2 (caption)"."""
    out = {}
    for article, text in articles:
        there = [block for block in text.blocks if isinstance(block, Picture)]
        for number, one in enumerate(there, 1):
            words = _tr(QT_TRANSLATE_NOOP("wording", "ảnh"))
            if len(there) > 1:
                words += f" {number}"
                caption = " ".join(one.caption.split())
                words += f" (“{shorten(caption, _CAPTION, placeholder='…')}”)" if caption else ""
            out[article, one.id] = words
    return out


def fault(one: LimitFault, title: str = "", picture: str = "") -> str:
    """Return the sentence for something that the laid-out page has against the issue.

    `title` names the article, `picture` the picture where the article has several.
    """
    text = f"“{title}”: " if title else ""
    if not one.article and one.kind is Limit.COARSE:
        text = _tr(QT_TRANSLATE_NOOP("wording", "Bìa: "))
    words = _tr(LIMITS[one.kind]).format(
        found=f"{one.found:.0f}",
        allowed=f"{one.allowed:.0f}",
        field=_tr(IMPRINT.get(one.subject, one.subject)),
        title=text,
        signs=", ".join(map(sign, unprintable(one.subject))),
        picture=picture or _tr(QT_TRANSLATE_NOOP("wording", "ảnh")),
    )
    return words[:1].upper() + words[1:]


_FEW = 60  # lines that can be cut of an issue


def blank_pages(blank: BlankPages) -> str:
    """Return which pages stay blank, and what would do away with them."""
    pages = ", ".join(map(str, blank.pages))
    text = _tr(QT_TRANSLATE_NOOP("wording", "Trang {pages} để trắng: còn chỗ cho khoảng {words} chữ")).format(
        pages=pages, words=f"{blank.words:,}".replace(",", ".")
    )
    if 0 < blank.lines <= _FEW:
        less = QT_TRANSLATE_NOOP("wording", ", hoặc bớt khoảng {lines} dòng thì còn {total} trang")
        text += _tr(less).format(lines=blank.lines, total=blank.total)
    return f"{text}."


_PLACES = {
    BlockerKind.EMPTY: Place.ISSUE,
    BlockerKind.NOT_CLOSED: Place.CLOSING,
    BlockerKind.STALE: Place.REVIEW,
    BlockerKind.CHECKLIST: Place.CHECKLIST,
    BlockerKind.WANTED: Place.ISSUE,
}


_OF_ARTICLES = (
    BlockerKind.STALE,
    BlockerKind.CHECKLIST,
    BlockerKind.WANTED,
)  # they name an article, the others the issue


def _place_of(found: LimitFault) -> Place:
    if found.kind is Limit.BLANK_ROWS:
        return Place.TABLE
    if found.kind is Limit.BLANK_PAGES:
        return Place.PAGE
    if found.article:
        return Place.PICTURE
    if found.kind is Limit.PAGES:
        return Place.BEYOND
    if found.kind is Limit.BLANK_SECTION:
        return Place.ISSUE
    if found.kind is Limit.IMPRINT and found.subject not in (*stored_design.OWN, PUBLISHED):
        return Place.SETTINGS
    return Place.DRESS


def obstacles(
    blockers: Iterable[Blocker], faults: Iterable[LimitFault], articles: Mapping[int, ArticleText]
) -> tuple[Obstacle, ...]:
    """Return one list of what stands in the way of a release, what stops it first; the articles as laid out."""
    out: list[Obstacle] = []
    for one in blockers:
        out += _blocking(one)
    named = pictures(articles.items())
    for found in faults:
        words = fault(found, picture=named.get((found.article, found.block), ""))
        text = articles.get(found.article)
        at = found.subject if found.kind is Limit.IMPRINT else found.block
        if found.kind is Limit.BLANK_PAGES:
            at = f"{found.found:.0f}"
        told = _told(text.title if text else "", stops=found.stops)
        out.append(Obstacle(words, told, _place_of(found), found.article, found.stops, at=at))
    return tuple(sorted(out, key=lambda one: not one.stops))


def _blocking(one: Blocker) -> Iterator[Obstacle]:
    """Yield a line for what the desk has against a release; one an item of a checklist."""
    own = one.title if one.kind in _OF_ARTICLES else ""
    sentence = _told(own, stops=one.stops)
    items = one.error.items if isinstance(one.error, Unmet) else (("", ""),)
    for auto_, text in items:
        item = requirement(auto_, text) if auto_ or text else ""
        words = _tr(BLOCKS[one.kind]).format(title=one.title, item=item)
        place = _PLACES[one.kind]
        yield Obstacle(words, sentence, place, one.article_id, one.stops, one.wanted_id, auto_ or text)


def _told(title: str, *, stops: bool) -> str:
    """Return of which article a line speaks, and whether the release waits for it."""
    free = "" if stops else _tr(QT_TRANSLATE_NOOP("wording", "không chặn"))
    return " · ".join(part for part in (_titled(title), free) if part)


def _titled(title: str) -> str:
    return f"“{title}”" if title else ""


def verdict(name: str, found: Verdict) -> str:
    """Return what a verification found in a sentence."""
    if found.sound:
        text = QT_TRANSLATE_NOOP(
            "wording", "“{name}” đúng là số {issue} đã phát hành (lần {n}), mọi bài đúng bản đã duyệt."
        )
        return _tr(text).format(name=name, issue=found.issue, n=found.release)
    if found.released:
        text = QT_TRANSLATE_NOOP(
            "wording", "Bản kê là của số {issue} đã phát hành (lần {n}), nhưng có chỗ không khớp."
        )
        return _tr(text).format(issue=found.issue, n=found.release)
    if found.issue:
        text = QT_TRANSLATE_NOOP(
            "wording",
            "“{name}” KHÔNG phải tệp đã phát hành của số {issue}. Chữ trong các bài được so dưới đây.",
        )
        return _tr(text).format(name=name, issue=found.issue)
    return _tr(QT_TRANSLATE_NOOP("wording", "“{name}” không phải tệp của số nào đã phát hành.")).format(
        name=name
    )


def file_state(which: FileState) -> str:
    """Return what became of a file."""
    return _tr(FILE_STATES[which])


def article_state(one: ArticleVerdict) -> str:
    """Return whether an article is what was approved."""
    return _tr(ARTICLE_STATES[one.state]).format(words=one.words)


def state(which: IssueState) -> str:
    """Return an issue's state."""
    return _tr(STATES[which][0])


def issue_name(row: IssueRow) -> str:
    """Return "Số 4 – tháng 4 năm 2019", of a combined issue with all its months, of a special one so."""
    months = (
        f"{row.month}" if row.ends == row.month else ", ".join(str(m) for m in range(row.month, row.ends + 1))
    )
    text = row.special and not says_special(row.number)
    special = _tr(QT_TRANSLATE_NOOP("wording", " (đặc biệt)")) if text else ""
    return f"Số {row.number} – tháng {months} năm {row.year}{special}"


def body_level(which: BodyLevel) -> str:
    """Return the level of a body."""
    return _tr(BODY_LEVELS[which])


def largest(one: Legal) -> str:
    """Return the largest page that a profile allows: "190 × 270 mm", "rộng 190 mm" where it names one side."""
    width, height = round(one.width), round(one.height)
    if width and height:
        return f"{width} × {height} mm"
    text = (
        QT_TRANSLATE_NOOP("wording", "rộng {n} mm") if width else QT_TRANSLATE_NOOP("wording", "cao {n} mm")
    )
    return _tr(text).format(n=width or height)


def pages(length: float) -> str:
    """Return how long an article is as laid out: "2,3 trang"."""
    text = f"{length:.1f}".replace(".", ",").removesuffix(",0")
    return _tr(QT_TRANSLATE_NOOP("wording", "{pages} trang")).format(pages=text)
