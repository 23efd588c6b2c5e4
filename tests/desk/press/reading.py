"""Reading back what the press made: letters without spaces, so that line breaks do not matter."""

from __future__ import annotations

import functools
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

import pypdf
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from desk.edition import masthead
from desk.edition.edition import Edition
from desk.press.typeset.printable_text import printable
from desk.text.blocks import ArticleText, Picture, Table, plain


def flat(words: str) -> str:
    """Return the letters without any space."""
    return re.sub(r"\s+", "", words)


def strands(text: ArticleText, *, captions: bool = True, but: Collection[Table] = ()) -> Iterator[str]:
    """Yield every piece of an article that must come out unbroken, in reading order."""
    yield text.title
    yield text.lead
    for block in text.blocks:
        if isinstance(block, Table):
            if not any(block is one for one in but):
                for row in block.rows:
                    yield from map(plain, row)
        elif isinstance(block, Picture):
            if captions:
                yield block.caption
                yield block.credit
        else:
            yield plain(block.runs)
    yield text.byline


def without_captions(edition: Edition, found: str) -> str:
    """Take each caption out of the found letters: on paper a picture may stand in the midst of a paragraph."""
    for piece in edition.pieces:
        for block in piece.text.blocks:
            if isinstance(block, Picture) and (words := flat(printable(masthead.caption(block)))):
                assert words in found, f"article {piece.article}: {words!r} is missing"
                found = found.replace(words, "", 1)
    return found


def without_tables(edition: Edition, found: str) -> tuple[str, list[Table]]:
    """Take out the tables that stand whole: such a one may stand in the midst of a paragraph like a picture."""
    tables = [
        (block, flat(printable("".join(plain(cell) for row in block.rows for cell in row))))
        for piece in edition.pieces
        for block in piece.text.blocks
        if isinstance(block, Table) and len(block.rows) > 1
    ]
    count = Counter(words for _, words in tables)
    taken = {words for words, number in count.items() if found.count(words) == number}
    for words in taken:  # one that is also the beginning of another is left where it is
        found = found.replace(words, "")
    return found, [block for block, words in tables if words in taken]


def assert_in_order(edition: Edition, found: str, *, captions: bool = True) -> None:
    """Check that every word of every article stands in the found letters, in order and in NFC."""
    taken: list[Table] = []
    if not captions:
        found, taken = without_tables(edition, without_captions(edition, found))
    assert unicodedata.is_normalized("NFC", found)
    at = 0
    for piece in edition.pieces:
        for strand in strands(piece.text, captions=captions, but=taken):
            wanted = flat(printable(strand))
            place = found.find(wanted, at)
            assert place >= 0, (
                f"article {piece.article}: {strand[:80]!r} is missing after {found[at : at + 60]!r}"
            )
            at = place + len(wanted)


@functools.lru_cache(maxsize=2)  # what it has decoded stays with it: 20 MB an issue
def opened(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


@functools.lru_cache(maxsize=40)
def page_texts(pdf: bytes) -> tuple[str, ...]:
    return tuple(map(page_text, opened(pdf).pages))


def running_text(edition: Edition, texts: Sequence[str], first: int) -> str:
    """Join the pages' letters from page `first` on, running heads and page numbers taken off."""
    parts = []
    name, label = flat(masthead.name(edition)), flat(edition.label)
    for number, text in enumerate(texts, 1):
        if number < first or not text.strip():
            continue
        words = flat(text)
        for head in (name + label, label + name):
            words = words.removeprefix(head)
        parts.append(words.removesuffix(str(number)))
    return "".join(parts)


@dataclass(frozen=True)
class Fragment:
    """Letters with the place of their baseline: points from the left and from the head of the page."""

    text: str
    x: float
    down: float
    size: float
    font: str


@dataclass(frozen=True)
class Placed:
    """A picture on a page: its edges in points from the left and from the head, its pixels."""

    left: float
    top: float
    right: float
    bottom: float
    pixels: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Drawn:
    text: str
    fragments: list[Fragment]
    placed: list[Placed]


_HYPHEN = "\x02"  # as PDFium tells one at the end of a line
_DEEP = 4  # drawings within drawings: a page laid on a sheet
_drawn: WeakKeyDictionary[object, dict[int | None, _Drawn]] = WeakKeyDictionary()
_opened: WeakKeyDictionary[object, pdfium.PdfDocument] = WeakKeyDictionary()


def page_text(page: pypdf.PageObject) -> str:
    """Return the letters of a page, a line of print on a line."""
    return _read(page).text


def fragments(page: pypdf.PageObject) -> list[Fragment]:
    """Return what the page says, piece by piece in the order in which it was drawn."""
    return _read(page).fragments


def placed(page: pypdf.PageObject) -> list[Placed]:
    """Return the pictures of the page in the order in which they were drawn."""
    return _read(page).placed


def rules(page: pypdf.PageObject) -> list[tuple[float, float, float, float]]:
    """Return what is drawn on the page, rules and fields: left, top, right, bottom in points from its head."""
    sheet = _sheets(page.pdf)[page.page_number]
    height = sheet.get_height()
    return [
        (left, height - top, right, height - bottom)
        for piece in sheet.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_PATH,), max_depth=_DEEP)
        for left, bottom, right, top in (piece.get_bounds(),)
    ]


def _read(page: pypdf.PageObject) -> _Drawn:
    """Walk through the page once, however many tests ask for it: a walk takes a tenth of a second."""
    of_reader = _drawn.setdefault(page.pdf, {})
    if page.page_number not in of_reader:
        of_reader[page.page_number] = _walk(page)
    return of_reader[page.page_number]


def _walk(page: pypdf.PageObject) -> _Drawn:
    sheet = _sheets(page.pdf)[page.page_number]
    height, letters = sheet.get_height(), sheet.get_textpage()
    found: list[Fragment] = []
    pictures: list[Placed] = []
    said = ""
    for piece in sheet.get_objects(max_depth=_DEEP, textpage=letters):
        edge = piece.get_matrix()
        down = height - edge.f
        if isinstance(piece, pdfium.PdfTextObj):
            text = piece.extract().replace(_HYPHEN, "-")
            name = piece.get_font().get_base_name().rpartition("+")[2]
            if text.strip():
                said += ("" if not found else "\n" if abs(down - found[-1].down) > 1 else " ") + text
                found.append(Fragment(text.strip(), edge.e, down, piece.get_font_size(), name))
        elif isinstance(piece, pdfium.PdfImage):
            pictures.append(Placed(edge.e, down - abs(edge.d), edge.e + edge.a, down, piece.get_px_size()))
    return _Drawn(said, found, pictures)


def _sheets(reader: Any) -> pdfium.PdfDocument:
    """Return the file as PDFium reads it, page for page eight times as quick as pypdf."""
    if reader not in _opened:
        reader.stream.seek(0)
        _opened[reader] = pdfium.PdfDocument(reader.stream.read())
    return _opened[reader]


def bookmarks(reader: pypdf.PdfReader) -> list[tuple[int, str, int]]:
    """Return (level, title, page) of every bookmark in order."""

    def walk(items: Any, level: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from walk(item, level + 1)
            else:
                title = str(item.title).replace("\u00a0", " ")  # which only holds words together
                yield level, title, (reader.get_destination_page_number(item) or 0) + 1

    return list(walk(reader.outline, 1))


def font_names(reader: pypdf.PdfReader) -> set[str]:
    """Return the base names of all fonts, their subset tags taken off."""
    names = set()
    for page in reader.pages:
        resources: Any = page.get("/Resources")
        fonts = resources.get_object().get("/Font") if resources else None
        for font in fonts.get_object().values() if fonts else ():
            names.add(str(font.get_object()["/BaseFont"]).lstrip("/").rpartition("+")[2])
    return names
