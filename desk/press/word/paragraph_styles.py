"""The paragraph styles of the Word file, measured in points so that pages can be counted beforehand.

Lines are "at least" so high and nothing stands above a paragraph, only below it: Word and LibreOffice agree
on that to the point, while they differ on spacing above at the head of a page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from desk.edition.design import CoverDesign, Design, InnerDesign
from desk.edition.page_geometry import MM, Geometry

RED, HEADING, GOLD, PALE, INK, WHITE = (
    "red",
    "heading",
    "gold",
    "pale",
    "ink",
    "white",
)  # names of the palette


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """One paragraph style; lengths in points, `after` is the space below, `rule` a line under the words.

    `bar` is a line left of them; `colour` is a name of the palette.
    """

    id: str
    name: str
    size: float
    line: float
    after: float = 0.0
    align: str = "both"
    first: float = 0.0
    left: float = 0.0
    right: float = 0.0
    bold: bool = False
    italic: bool = False
    caps: bool = False
    colour: str = INK
    keep: bool = False
    new_page: bool = False
    rule: bool = False
    bar: bool = False
    tab: float = 0.0
    outline: int | None = None
    tracking: float = 0.0


CELL_SIZES = (10.0, 9.0, 8.0, 7.0, 5.5)


def cell_look(size: float) -> str:
    """Return the id of the style of table cells whose letters are so large."""
    return f"BTCell{round(size * 10)}"


LOOKS = (
    ParagraphLook(
        "Heading1",
        "heading 1",
        14,
        19,
        10,
        "center",
        bold=True,
        caps=True,
        colour=HEADING,
        keep=True,
        rule=True,
        outline=0,
    ),
    ParagraphLook("Heading2", "heading 2", 13, 17, 4, "left", bold=True, keep=True, outline=1),
    ParagraphLook("BTHeading1", "BT Đề mục", 11.5, 15.5, 4, "left", bold=True, keep=True),
    ParagraphLook("BTHeading2", "BT Đề mục nhỏ", 11, 14.5, 3, "left", bold=True, italic=True, keep=True),
    ParagraphLook("BTLead", "BT Sapô", 11, 14.5, 4, bold=True),
    ParagraphLook("BTBody", "BT Thân bài", 11, 14.5, 3, first=8 * MM),
    ParagraphLook("BTList", "BT Danh sách", 11, 14.5, 3),
    ParagraphLook("BTQuote", "BT Trích dẫn", 11, 14.5, 6, left=11 * MM, right=4 * MM, italic=True),
    ParagraphLook("BTPicture", "BT Ảnh", 2, 0, 4, "center"),
    ParagraphLook("BTBox", "BT Văn bản trong khung", 11, 14.5, 0),
    ParagraphLook(
        "BTCaption", "BT Chú thích ảnh", 9.5, 12, 8, "center", left=6 * MM, right=6 * MM, italic=True
    ),
    ParagraphLook("BTTwin", "BT Chú thích ảnh đôi", 9.5, 12, 2, "center", left=2, right=2, italic=True),
    ParagraphLook("BTByline", "BT Bút danh", 11, 14.5, 20, "right", bold=True),
    ParagraphLook("BTGap", "BT Khoảng cách", 4, 7, 0, "left"),
    ParagraphLook(
        "BTContents",
        "BT Tên mục lục",
        15,
        20,
        10,
        "center",
        bold=True,
        caps=True,
        colour=HEADING,
        new_page=True,
        rule=True,
    ),
    ParagraphLook(
        "TOC1", "toc 1", 10, 13, 2, "left", right=10 * MM, bold=True, caps=True, colour=HEADING, keep=True
    ),
    ParagraphLook("TOC2", "toc 2", 11, 14, 2.5, "left", tab=113 * MM),
    ParagraphLook(
        "BTCoverKind", "BT Bìa loại", 20, 27, 4, "center", bold=True, caps=True, colour=PALE, tracking=4.5
    ),
    ParagraphLook("BTCoverName", "BT Bìa tên", 27, 36, 10, "center", bold=True, caps=True, colour=WHITE),
    ParagraphLook("BTCoverSmall", "BT Bìa dòng trên", 11, 15, 1, "center", caps=True, colour=WHITE),
    ParagraphLook("BTCoverBody", "BT Bìa cơ quan", 13, 18, 4, "center", bold=True, caps=True, colour=WHITE),
    ParagraphLook("BTCoverPlace", "BT Bìa nơi", 11, 15, 0, "center", italic=True, colour=PALE),
    ParagraphLook("BTCoverPicture", "BT Bìa ảnh", 2, 0, 0, "center"),
    ParagraphLook(
        "BTCoverSpecial",
        "BT Bìa số đặc biệt",
        12,
        16,
        2,
        "center",
        bold=True,
        caps=True,
        colour=GOLD,
        tracking=1.4,
    ),
    ParagraphLook("BTCoverIssue", "BT Bìa số", 19, 26, 4, "center", bold=True, colour=RED),
    ParagraphLook("BTCoverTheme", "BT Bìa chủ đề", 12, 16, 4, "center", italic=True),
    ParagraphLook("BTCoverPurpose", "BT Bìa mục đích", 11.5, 16, 6, "center", italic=True),
    ParagraphLook("BTCoverPlain", "BT Bìa lưu hành", 11.5, 16, 0, "center", bold=True, caps=True, tracking=1),
    ParagraphLook("BTImprint", "BT Măng-sét", 9.5, 12.5, 2, "center"),
    ParagraphLook("BTHead", "BT Tiêu đề trang", 9, 11, 0, "left", italic=True, tab=113 * MM, rule=True),
    ParagraphLook("BTFootOdd", "BT Số trang lẻ", 10, 12, 0, "right"),
    ParagraphLook("BTFootEven", "BT Số trang chẵn", 10, 12, 0, "left"),
    *(
        ParagraphLook(cell_look(size), f"BT Ô bảng {size:g}", size, round(size * 1.22, 1), 0, "left")
        for size in CELL_SIZES
    ),
)
BY_ID = {look.id: look for look in LOOKS}


def paragraph_looks(design: Design, page: Geometry) -> dict[str, ParagraphLook]:
    """Return the looks of an issue by their id: the width of its page, its inner design, its cover."""
    looks = dict(BY_ID)

    def change(name: str, **values: object) -> None:
        looks[name] = replace(looks[name], **values)  # type: ignore[arg-type]  # fields of Look, named below

    for name, width in (("TOC2", page.text), ("BTHead", page.text)):
        change(name, tab=width * MM)
    if design.inner is InnerDesign.CLEAR:
        for name in ("Heading1", "BTContents"):
            change(name, align="left", rule=False, bar=True, left=4 * MM)
        change("BTLead", bold=False, italic=True)
        change("BTHead", colour="soft")
        for name in ("BTFootOdd", "BTFootEven"):
            change(name, bold=True, colour=RED)
    else:
        change("Heading2", align="center")
    if design.cover is not CoverDesign.FIELD:
        change("BTCoverKind", colour=GOLD)
        change("BTCoverName", colour=RED, size=25, line=34)
        for name, colour in (("BTCoverSmall", INK), ("BTCoverBody", INK), ("BTCoverPlace", "soft")):
            change(name, colour=colour)
    if design.cover is CoverDesign.PHOTO:
        for name, colour in (("BTCoverSpecial", PALE), ("BTCoverIssue", WHITE), ("BTCoverTheme", PALE)):
            change(name, colour=colour)
    return looks


# What a list level indents, and how far its label hangs out.
# LEVELS is Word's own number; our lists stop at fewer.
INDENT, HANG = 6 * MM, 6 * MM
LEVELS = 9


def list_left(depth: int) -> float:
    """Return the left edge of the words of an item at a depth (0 is the outermost)."""
    return INDENT * (min(depth, LEVELS - 1) + 1) + 2 * MM
