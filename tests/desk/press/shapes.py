"""Twelve issues of different shape, for everything that must hold of any issue; a long run has longer ones."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from desk.edition.design import CoverDesign, Design, InnerDesign, PageFormat
from desk.edition.edition import Edition, Piece, SectionPart
from desk.text.blocks import ArticleText, Block, Heading, Picture, Run, Table
from tests import effort
from tests.desk.press import editions
from tests.desk.press.editions import BODY, BYLINE, LEAD, SECTIONS, paragraph, piece, runs

SIGNS = '# $x$ @a <b> { } \\ * _ [c] `d` ~ // /* */ " #let x = 1; = - + 1. \\u{41} &amp; % 36-NQ/TW ¹ † (*)'
EMBLEM = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="48" fill="#c8102e"/>'
    b'<path d="M50 14l8.5 26h27.4l-22.2 16 8.5 26L50 66 27.8 82l8.5-26-22.2-16h27.4z" fill="#ffd400"/></svg>'
)
ROWS = 200 if effort.LONG else 80  # of the longest table


def key_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def widths() -> tuple[ArticleText, dict[str, bytes]]:
    """Return an article with pictures of every width, a pair, a lone half, a box and two tables."""
    pictures = dict(
        editions.picture(width, height) for width, height in ((900, 1300), (1600, 900), (1210, 700))
    )
    tall, wide, plain = pictures
    column, half, page = (
        Picture("", key, f"{words} chụp tại hội nghị", credit, width=width)
        for key, words, credit, width in (
            (plain, "Toàn cảnh", "Trần An", "column"),
            (tall, "Đại biểu phát biểu", "Trần Bình", "half"),
            (wide, "Sơ đồ tổ chức", "", "page"),
        )
    )
    other = Picture("", wide, "Đoàn chủ tọa điều hành", "Lê Cúc", width="half")
    box = Table("", ((runs("Kết luận số 01-KL/TW\n", *(f"- {words}\n" for words in BODY[:2])),),))
    rows = tuple(
        tuple(runs(f"Ô {r}.{c} {'của bảng ' * (r * c % 4)}".strip()) for c in range(5)) for r in range(30)
    )
    blocks: tuple[Block, ...] = (
        paragraph(BODY[0]), half, other, paragraph(BODY[1]), replace(other, caption="Một ảnh lẻ nửa cột"),
        paragraph(BODY[2]), box, paragraph(BODY[3]), page, paragraph(BODY[1]), Table("", rows, True),
        paragraph(BODY[2]), column, Heading("", runs("Những việc cần làm ngay"), 1), paragraph(BODY[3]),
    )  # fmt: skip
    return ArticleText("Ảnh, khung và bảng của mọi cỡ", LEAD, BYLINE, None, blocks), pictures


def furnished(design: Design, repeats: int = 1) -> Edition:
    """Return an issue with everything that a page can carry, in a design of its own."""
    text, pictures = widths()
    pieces = [piece(1, text), piece(2, editions.real_article(next(iter(pictures))))]
    pieces.extend(piece(3 + number, editions.every_kind(next(iter(pictures)))) for number in range(repeats))
    notes = tuple(
        piece(
            50 + n,
            ArticleText(f"Bản tin số {n}/2019", "", "", None, (paragraph(BODY[0][: 90 + 40 * n].strip()),)),
        )
        for n in (2, 3)
    )
    sections = (
        SectionPart(SECTIONS[1], tuple(pieces)),
        SectionPart(SECTIONS[0], ()),
        SectionPart("Đính chính", notes, boxed=True),
    )
    base = editions.short_issue()
    emblem, photo = key_of(EMBLEM), list(pictures)[-1]
    return replace(
        base, sections=sections, pictures={**pictures, emblem: EMBLEM},
        design=replace(design, emblem=emblem, photo=photo),
    )  # fmt: skip


def monster() -> Edition:
    """Return an article of 3000 words (15,000), one with a title of four lines, and one ending in a heading."""
    count = 112 if effort.LONG else 24
    long = ArticleText("Bài rất dài", LEAD, BYLINE, None, tuple(paragraph(BODY[n % 4]) for n in range(count)))
    title = ArticleText(
        f"{LEAD[:190].strip()}", LEAD, "", None, (paragraph(BODY[0]), Heading("", runs("Hết"), 1))
    )
    pieces = (piece(1, long), piece(2, title), piece(3, editions.real_article()))
    return replace(editions.short_issue(), sections=(SectionPart(SECTIONS[2], pieces),), pictures={})


def tables() -> Edition:
    """Return a table of many rows and one of 12 columns between texts."""

    def rows(count: int, columns: int) -> tuple[tuple[tuple[Run, ...], ...], ...]:
        return tuple(tuple(runs(f"{r}.{c}") for c in range(columns)) for r in range(count))

    pieces: list[Piece] = []
    for number, table in enumerate((rows(ROWS, 4), rows(40, 12), rows(3, 12), rows(9, 2)), 1):
        blocks = (paragraph(BODY[0]), Table("", table, True), paragraph(BODY[number % 4]))
        pieces.append(piece(number, ArticleText(f"Bảng thứ {number}", LEAD, BYLINE, None, blocks)))
    return replace(editions.short_issue(), sections=(SectionPart(SECTIONS[3], tuple(pieces)),), pictures={})


def signs() -> Edition:
    """Return an issue whose words are full of signs, with an empty chuyên mục and a thin picture."""
    thin, data = editions.picture(1, 4000, "PNG")
    text = ArticleText(
        f"Dấu {SIGNS}", SIGNS, "An & Bình", None,
        (paragraph(SIGNS), Picture("", thin, f"Dải {SIGNS}", "Trần An"), paragraph(BODY[0], SIGNS)),
    )  # fmt: skip
    sections = (
        SectionPart(SECTIONS[0], ()),
        SectionPart("Hỏi & đáp", (piece(1, text), piece(2, editions.real_article()))),
    )
    return replace(editions.short_issue(), sections=sections, pictures={thin: data})


def special() -> Edition:
    """Return a combined special issue with a theme."""
    return replace(
        _issue(10, 5, 2), number="1+2", month=1, last_month=2, special=True, published=date(2019, 2, 5),
        theme="Chào mừng kỷ niệm 89 năm Ngày thành lập Đảng", design=Design(cover=CoverDesign.FRAME),
    )  # fmt: skip


def _issue(articles: int, photos: int, seed: int) -> Edition:
    return editions.long_issue(articles if effort.LONG else min(articles, 9), photos, seed)


TWELVE: dict[str, Callable[[], Edition]] = {
    name: functools.cache(make)
    for name, make in {
        "short": editions.short_issue,
        "long": lambda: _issue(28, 7, 0),
        "mixed": lambda: editions.mixed_issue(12 if effort.LONG else 4),
        "pictures": lambda: _issue(20, 12, 7),
        "words only": lambda: _issue(22, 0, 5),
        "furnished": lambda: furnished(Design()),
        "small and clear": lambda: furnished(
            Design(PageFormat.SMALL, CoverDesign.FRAME, InnerDesign.CLEAR, grey=True), 2
        ),
        "two columns": lambda: furnished(Design(PageFormat.A4, CoverDesign.PHOTO)),
        "special": special,
        "monster": monster,
        "tables": tables,
        "signs": signs,
    }.items()
}
