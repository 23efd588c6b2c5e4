"""One article alone as the typesetter sets it: as it prints in the bulletin, or as a sheet to be read with a pen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from desk.edition import masthead
from desk.edition.edition import Edition, Names, Piece, SectionPart
from desk.edition.outputs import DPI, PLAIN, Output
from desk.press.typeset.booklet import typeset
from desk.press.typeset.manuscript import headline, manuscript, run_data, words
from desk.press.typeset.measure import ParagraphMeasure
from desk.press.typeset.nested_lists import POINTS
from desk.press.typeset.picture_output import reproduced
from desk.press.typeset.printable_text import printable
from desk.press.typeset.table_columns import squared
from desk.press.typeset.typst import TypesetText, new_typesetter, typesetting
from desk.text.blocks import ArticleText, Block, Heading, ListItem, Picture, Quote, Table, plain

_SINGLE, _SLIP = "single.typ", "slip.typ"
_SAID = {
    "code": "Mã",
    "revision": "Mã phiên bản",
    "title": "PHIẾU TRÌNH DUYỆT BÀI",
    "picture": "Ảnh",
    "answer": "Ý kiến của lãnh đạo",
    "choices": ["Đồng ý, không sửa", "Đồng ý sau khi sửa như đã ghi", "Trả lại để viết lại"],
    "signed": "Ký, ghi rõ họ tên",
    "day": "Ngày …… tháng …… năm ………",
}
_HIGH = 42.0  # mm, what a picture on a sheet takes

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SingleArticle:
    """One article to be set: its text, pictures by SHA-256, the names of the office, the code of its revision.

    `facts` stand above it on a sheet, name by name; `foot` below every page of it.
    """

    text: ArticleText
    pictures: Mapping[str, bytes]
    names: Names
    day: date
    code: str
    facts: Sequence[tuple[str, str]] = ()
    foot: str = ""


@contextmanager
def as_printed(article: SingleArticle) -> Iterator[TypesetText]:
    """Set an article as it prints in the bulletin. PressFailed if it cannot be set."""
    there = {key: data for key, data in article.pictures.items() if data}
    blocks = tuple(
        block for block in article.text.blocks if not isinstance(block, Picture) or block.picture in there
    )
    text = ArticleText(article.text.title, article.text.lead, article.text.byline, None, blocks)
    part = SectionPart("", (Piece(1, 1, "", text),))
    day = article.day
    edition = Edition("", day.year, day.month, article.names, (part,), there, published=day, special=True)
    made = manuscript(edition, Output.SCREEN, PLAIN, dpi=DPI[Output.PRINT])
    made.style["label"] = f"Mã {article.code}"
    made.data["document"]["title"] = printable(article.text.title)
    with new_typesetter() as typesetter:
        yield typeset(typesetter, edition, made, ParagraphMeasure(), _SINGLE)[0]


@contextmanager
def as_slip(article: SingleArticle) -> Iterator[TypesetText]:
    """Set an article as a phiếu trình duyệt: lines numbered and far apart, room for a pen, a box for the answer."""
    there = {key: data for key, data in article.pictures.items() if data}
    part = SectionPart("", (Piece(1, 1, "", article.text),))
    edition = Edition("", article.day.year, article.day.month, article.names, (part,), there, special=True)
    shown = reproduced(edition, dpi=DPI[Output.SCREEN], grey=False) if there else {}
    text, day = article.text, article.day
    data = {
        "said": _SAID,
        "title": printable(text.title),
        "date": [day.year, day.month, day.day],
        "superior": words(article.names.committee),
        "office": words(article.names.department),
        "running": words(_short(text.title)),
        "foot": words(article.foot),
        "code": article.code,
        "facts": [[name, words(said)] for name, said in article.facts],
        "headline": headline(text.title),
        "lead": words(text.lead.strip()),
        "byline": words(text.byline.strip()),
        "parts": list(_parts(text.blocks, {key: one.name for key, one in shown.items()})),
    }
    with typesetting(_SLIP, data, {one.name: one.data for one in shown.values()}, day) as setting:
        yield setting


def _short(title: str, most: int = 70) -> str:
    return title if len(title) <= most else title[: most - 1].rsplit(" ", 1)[0] + "…"


def _parts(blocks: Sequence[Block], files: Mapping[str, str]) -> Iterator[Data]:
    numbers: dict[int, int] = {}
    for block in blocks:
        if not isinstance(block, ListItem):
            numbers.clear()
        if isinstance(block, Picture):
            yield {
                "k": "img",
                "file": files.get(block.picture, ""),
                "height": _HIGH,
                "alt": printable(block.alt or block.caption),
                "caption": words(masthead.caption(block)),
            }
        elif isinstance(block, Table):
            grid = squared(block)
            if grid is not None:
                rows = [[run_data(cell, 24, glue=False) for cell in row] for row in grid.rows]
                yield {"k": "table", "shares": grid.shares, "header": grid.header, "rows": rows}
        elif plain(block.runs).strip():
            yield {"runs": run_data(block.runs)} | _kind(block, numbers)


def _kind(block: Block, numbers: dict[int, int]) -> Data:
    if isinstance(block, Heading):
        return {"k": "h", "level": block.level}
    if isinstance(block, Quote):
        return {"k": "q"}
    if isinstance(block, ListItem):
        for deeper in [level for level in numbers if level > block.level]:
            del numbers[deeper]
        numbers[block.level] = numbers.get(block.level, block.start - 1) + 1
        label = f"{numbers[block.level]}." if block.ordered else POINTS[block.level % len(POINTS)]
        return {"k": "li", "level": block.level, "label": label}
    return {"k": "p"}
