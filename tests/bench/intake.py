"""Word files taken in: what is right of our forms, beside mammoth where it is installed; a large one's time."""

from __future__ import annotations

import importlib
import importlib.util
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import docx as python_docx
from docx.shared import Cm
from lxml import etree, html
from PIL import Image, ImageFilter

from desk.intake.word.docx import read_docx
from desk.text.blocks import TEXT_BLOCKS, Mark, plain
from tests.bench.figure import Row, Sizes, median_of, side_by_side, under
from tests.desk.intake.word import answers

_ASKED = ("words", "paragraphs", "tables", "pictures")
_PHOTOGRAPHS, _PARAGRAPHS, _RUNS = 10, 160, 5  # some twenty pages
_SENTENCE = (
    "Các đại biểu đã nghe báo cáo kết quả 12 tháng triển khai, trong đó 85% chỉ tiêu đạt và vượt kế hoạch. "
)


@dataclass(frozen=True, slots=True)
class _Read:
    texts: Sequence[str]  # with the signs of notes and without
    lines: Sequence[str]
    tables: list[list[list[str]]]
    pictures: int


def rows(sizes: Sizes) -> Iterator[Row]:
    """Read the forms, then a long text with photographs."""
    mammoth = importlib.import_module("mammoth") if importlib.util.find_spec("mammoth") else None
    ours, asked = _right(_ours)
    theirs = _right(partial(_mammoth, mammoth))[0] if mammoth else Counter()
    for name in _ASKED:
        beside = f"{theirs[name]} (mammoth)" if mammoth else ""
        told = f"{ours[name]} of {asked[name]}"
        yield Row(f"Word forms: {name} right", told, beside, "", f"{asked[name]}", ours[name] == asked[name])
    data = _long_text()
    name = f"Word file of 20 pages with {_PHOTOGRAPHS} photographs, {len(data) / 1e6:.0f} MB, read"
    times = max(3, sizes.times // 60)
    if mammoth:
        fast, slow = side_by_side(
            partial(read_docx, data, "a.docx"), partial(_converted, mammoth, data), times
        )
        yield under(name, fast, 1000, f"{slow:.0f} ms (mammoth)")
    else:
        yield under(name, median_of(partial(read_docx, data, "a.docx"), times, warm=1), 1000)


def _right(read: Callable[[Path], _Read]) -> tuple[Counter[str], Counter[str]]:
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for path in answers.WORD_FILES:
        told = answers.answer(path)
        if "refused" in told or path.stem.startswith(answers.OLD_WORD):
            continue
        want, found = told["want"], read(path)
        paragraphs, all_paragraphs = answers.right_paragraphs(want, found.lines)
        tables = sum(block["kind"] == "table" for block in want["blocks"])
        asked.update(words=1, paragraphs=all_paragraphs, tables=tables, pictures=1)
        right.update(
            words=min(len(answers.missing_words(want, text)) for text in found.texts) == 0,
            paragraphs=paragraphs,
            tables=tables - len(answers.missing_tables(want, found.tables)),
            pictures=answers.right_pictures(want, found.pictures),
        )
    return right, asked


def _ours(path: Path) -> _Read:
    document = read_docx(path.read_bytes(), path.name)
    lines = [piece.words for piece in document.pieces]
    blocks = (piece.block for piece in document.pieces if isinstance(piece.block, TEXT_BLOCKS))
    lines += [plain(tuple(run for run in block.runs if Mark.SUPER not in run.marks)) for block in blocks]
    texts = [answers.whole_text(document, raised=raised) for raised in (True, False)]
    return _Read(texts, lines, answers.tables(document), len(document.pictures))


def _converted(mammoth: Any, data: bytes) -> str:
    return str(mammoth.convert_to_html(BytesIO(data)).value)


def _mammoth(mammoth: Any, path: Path) -> _Read:
    page = html.fromstring(f"<div>{_converted(mammoth, path.read_bytes())}</div>")
    for one in page.iter("br"):
        one.tail = "\n" + (one.tail or "")
    lines = [_text(one) for one in page.iter("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th")]
    tables = [
        [
            [cell for one in row.iter("td", "th") if (cell := answers.even(_text(one)))]
            for row in table.iter("tr")
        ]
        for table in page.iter("table")
    ]
    pictures = sum(1 for _ in page.iter("img"))
    blocks = [_text(one) for one in page.iter("p", "h1", "h2", "h3", "h4", "h5", "h6", "li")]
    whole = [answers.even("\n".join(blocks))]
    etree.strip_elements(page, "sup", with_tail=False)
    blocks = [_text(one) for one in page.iter("p", "h1", "h2", "h3", "h4", "h5", "h6", "li")]
    return _Read([*whole, answers.even("\n".join(blocks))], [*lines, *blocks], tables, pictures)


def _text(element: Any) -> str:
    return str(element.text_content())


def _long_text() -> bytes:
    """Return a Word file of some twenty pages with photographs of six megapixels."""
    chance = Random(1)
    document = python_docx.Document()
    for at in range(_PARAGRAPHS):
        paragraph = document.add_paragraph()
        for _ in range(_RUNS):
            run = paragraph.add_run(_SENTENCE)
            run.bold = chance.random() < 0.1
        if at % (_PARAGRAPHS // _PHOTOGRAPHS) == 0:
            document.add_picture(BytesIO(_photograph(at)), width=Cm(14))
            document.add_paragraph(f"Ảnh {at}: các đại biểu dự hội nghị")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _photograph(seed: int) -> bytes:
    noise = Image.effect_noise((3000, 2000), 90).filter(ImageFilter.GaussianBlur(1))
    image = Image.merge("RGB", (noise, noise.point(lambda value: 255 - value), noise))
    image.putpixel((0, 0), (seed % 256, 0, 0))
    out = BytesIO()
    image.save(out, "JPEG", quality=90)
    return out.getvalue()
