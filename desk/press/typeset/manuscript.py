"""The manuscript: an edition as JSON-ready values for the typesetter, nothing of it ever source code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from desk.edition import masthead
from desk.edition.design import InnerDesign, PageFormat
from desk.edition.edition import Edition, Piece, SectionPart
from desk.edition.outputs import PLAIN, Finish, Output
from desk.edition.page_geometry import BLEED, MM, SLUG, Geometry, geometry
from desk.edition.palette import palette
from desk.press.typeset.headline_breaks import in_lines
from desk.press.typeset.loose_lines import Room, eased
from desk.press.typeset.nested_lists import Listing, Part, PicturePair, gathered
from desk.press.typeset.no_break_spaces import with_no_break_spaces
from desk.press.typeset.picture_output import Reproduced, reproduced
from desk.press.typeset.picture_sizes import PictureSize, pair, picture_size
from desk.press.typeset.printable_text import breakable, printable, safe_link
from desk.press.typeset.table_columns import box, figured, squared
from desk.text.blocks import Heading, Picture, Quote, Run, Runs, Table, plain

LINE = 40  # letters that surely fit a line of the body
HEADLINE = 24
LONG_CAPTION = 900  # letters of a caption that is set as text below its picture
FRAME = 5.0  # mm between a frame and what stands in it
BEFORE_SECTION, BEFORE_TITLE = 3, 2  # lines
FOLD = {PageFormat.A5: 4, PageFormat.SMALL: 4, PageFormat.A4: 2}  # pages that a sheet holds
_AIRY = ("box", "q")  # blocks that leave a line empty below themselves
_OWN_PAGE = 0.68  # of the column's height: a picture of the page's width that is higher has a page of its own
_COLUMNS = 4  # of a table that fits one of two columns
_LINED = ("p", "list")  # blocks on whose last line a byline can hang
# Millimetres that a line loses (resources/press/setting.typ, article.typ): a paragraph's first, a quote's, an item's.
_BAR = 4.8  # mm of the bar beside the name of a chuyên mục
_TITLE, _BODY = 13.0, 11.0  # points
_INDENT, _QUOTE, _NUMBERED, _POINTED = 8.0, 15.5, 10.0, 8.5

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What is printed (`data`) and its design (`style`), apart because the design outlives most edits."""

    data: Data
    style: Data
    pictures: tuple[Reproduced, ...]  # being made still


def manuscript(
    edition: Edition, output: Output = Output.SCREEN, finish: Finish = PLAIN, *, dpi: int = 0
) -> Manuscript:
    """Return everything that the booklet prints, in print order; sections without pieces are left out.

    Pictures have at most `dpi` dots on an inch, 0 leaves them as they are.
    """
    day = masthead.day_of(edition)
    grey = edition.design.grey or finish.grey
    pictures = reproduced(edition, dpi=dpi, grey=grey)
    names = {key: made.name for key, made in pictures.items()}
    cover = {key: headline(value) for key, value in asdict(masthead.cover(edition)).items()}
    cover["emblem"] = names.get(edition.design.emblem, "")
    cover["photo"] = names.get(edition.design.photo, "")
    sections = _Body(edition, names).sections()
    data = {
        "document": {
            "title": printable(masthead.document_title(edition)),
            "author": printable(edition.names.department),
            "date": [day.year, day.month, day.day],
        },
        "cover": cover,
        "imprint": {
            "k": "imprint",
            "rows": [
                [line.label, words(masthead.unparted(line.words))] for line in masthead.imprint(edition)
            ],
        },
        "code": masthead.code(edition),
        "sections": sections,
        "contents": {"k": "contents", "title": masthead.CONTENTS, "entries": list(_entries(sections))},
    }
    return Manuscript(data, style(edition, output, finish), tuple(pictures.values()))


def _entries(sections: Iterable[Data]) -> Iterator[tuple[int, str]]:
    for section in sections:
        yield 1, section["entry"]
        for piece in section["pieces"]:
            yield 2, _ended(piece["entry"])


def _ended(title: str) -> str:
    """Return a title whose last word does not stand alone before the dots of the contents."""
    start, _, last = title.rpartition(" ")
    return f"{start}\u00a0{last}" if len(title) > LINE and len(last) < HEADLINE else title


def style(edition: Edition, output: Output, finish: Finish) -> Data:
    """Return the design of an edition for one output: measures, colours, designs and the words on every page."""
    design = edition.design
    page = geometry(design.format, design.fitting)
    printing = output is Output.PRINT
    beyond = BLEED if printing and (finish.bleed or finish.marks) else 0.0
    return {
        "width": page.width,
        "height": page.height,
        "inside": page.inside,
        "outside": page.outside,
        "top": page.top,
        "column": page.column,
        "columns": page.columns,
        "gutter": page.gutter,
        "text": page.text,
        "lines": page.lines,
        "pitch": page.pitch,
        "beyond": beyond + (SLUG if printing and finish.marks else 0.0),
        "marks": printing and finish.marks,
        "fold": FOLD[design.format],
        "grey": design.grey or finish.grey,
        "palette": palette(grey=design.grey or finish.grey, printing=output in (Output.PRINT, Output.OFFICE)),
        "cover": design.cover.value,
        "inner": design.inner.value,
        "name": words(masthead.name(edition)),
        "label": words(edition.label),
        "proof": masthead.PROOF if output is Output.PROOF else "",
    }


def words(text: str, longest: int = LINE, *, glue: bool = True, heading: bool = False) -> str:
    """Return a line of text as the typesetter takes it; `glue` holds together what no line end may part."""
    said = printable(text).replace("\t", " ")
    return breakable(with_no_break_spaces(said, heading=heading) if glue else said, longest)


def headline(text: str) -> str:
    """Return words in large letters, whose lines end between words."""
    return words(text, HEADLINE, heading=True)


class _Body:
    """Writes the pieces, and numbers their pictures so that the layout can tell where each came to stand."""

    def __init__(self, edition: Edition, files: Mapping[str, str]) -> None:
        self._edition, self._files = edition, files
        self._page = geometry(edition.design.format, edition.design.fitting)
        self._count = 0

    def sections(self) -> list[Data]:
        made: list[Data] = []
        after = 0  # lines that the piece before has left empty below itself
        for part in self._edition.sections:
            if not part.pieces:
                continue
            self._boxed = part.boxed
            pieces: list[Data] = []
            section = {
                "title": self._heading(headline(part.title), *self._section_look(), upper=True),
                "entry": headline(part.title),
                "over": self._over(part.title),
                "wide": False,
                "boxed": part.boxed,
                "above": BEFORE_SECTION - after,
            }
            for piece in part.pieces:
                data = self._piece(piece)
                data["above"] = 0 if not pieces else self._air(part) - after
                after = int(not data["byline"] and bool(data["blocks"]) and data["blocks"][-1]["k"] in _AIRY)
                pieces.append(data)
            after = max(after, int(part.boxed))
            made.append(section | {"pieces": pieces})
        return made

    def _air(self, part: SectionPart) -> int:
        """Return how many lines stand above the title of an article that follows another."""
        return 1 if part.boxed else BEFORE_TITLE + self._edition.design.fitting.air

    def _piece(self, piece: Piece) -> Data:
        text = piece.text
        blocks = [data for part in gathered(text.blocks) if (data := self._part(part))]
        byline = self._heading(words(text.byline.strip(), heading=True), 0.0, _BODY)
        return {
            "title": self._heading(headline(text.title), 0.0, _TITLE),
            "entry": headline(text.title),
            "lead": self._lead(text.lead.strip()),
            "topped": False,
            "kept": False,
            "byline": byline,
            "joined": bool(byline and blocks) and blocks[-1]["k"] in _LINED,
            "blocks": blocks,
            "floats": False,
            "open": 0,
        }

    def _heading(self, text: str, aside: float, size: float, *, upper: bool = False) -> str:
        """Return a heading with its lines chosen; in a box it is narrower by the box's own inset."""
        aside += 2 * FRAME if self._boxed else 0.0
        return in_lines(text, (self._page.column - aside) * MM, size, upper=upper)

    def _over(self, title: str) -> str:
        """Return a section's name in lines over all columns, "" where there is but one column."""
        if self._page.columns == 1:
            return ""
        aside, size = self._section_look()
        return in_lines(headline(title), (self._page.text - aside) * MM, size, upper=True)

    def _section_look(self) -> tuple[float, float]:
        """Return what a name of a chuyên mục loses of the column (mm), and its size."""
        return (_BAR, 13.5) if self._edition.design.inner is InnerDesign.CLEAR else (0.0, 14.0)

    def _lead(self, text: str) -> str:
        face = "i" if self._edition.design.inner is InnerDesign.CLEAR else "b"
        return self._eased([[words(text), "", ""]], 0.0, 0.0, face)[0][0]

    def _eased(self, data: list[list[str]], aside: float, first: float, face: str = "") -> list[list[str]]:
        """Let no-break spaces of justified words give way; `aside` is what the column loses, in millimetres."""
        if self._boxed:
            return data  # not justified there
        room = Room((self._page.column - aside) * MM, first * MM)
        texts = eased(data, room, face, ragged=True)
        return [[text, *run[1:]] for text, run in zip(texts, data, strict=True)]

    def _part(self, part: Part) -> Data | None:
        if isinstance(part, Listing):
            return self._listing(part)
        if isinstance(part, PicturePair):
            sizes = pair(self._edition, part, self._page)
            items = [self._image(one, size) for one, size in zip((part.left, part.right), sizes, strict=True)]
            return {"k": "pair", "items": items, "wide": "half", "long": False} | self._placed()
        if isinstance(part, Picture):
            wide = "column" if self._boxed and part.width == "page" else part.width
            size = picture_size(self._edition, replace(part, width=wide), self._page)
            if wide == "page" and self._page.columns == 1 and size.height < _OWN_PAGE * self._page.room:
                wide = "column"  # as wide as the page already: one of its own would be half empty
            long = len(masthead.caption(part)) > LONG_CAPTION
            return {"k": "img", "wide": wide, "long": long} | self._image(part, size) | self._placed()
        if isinstance(part, Table):
            paragraphs = box(part)
            if paragraphs is not None:
                return {"k": "box", "parts": [run_data(runs) for runs in paragraphs]}
            made = _table(part, self._page, boxed=self._boxed)
            return made and made | self._placed()
        if not plain(part.runs).strip():
            return None
        if isinstance(part, Heading):
            return {"k": "h", "runs": run_data(part.runs, heading=True), "level": part.level}
        if isinstance(part, Quote):
            return {"k": "q", "runs": self._eased(run_data(part.runs), _QUOTE, 0.0, "i")}
        return {"k": "p", "runs": self._eased(run_data(part.runs), 0.0, _INDENT)}

    def _listing(self, listing: Listing, aside: float = 0.0) -> Data:
        aside += _NUMBERED if listing.ordered else _POINTED
        return {
            "k": "list",
            "ordered": listing.ordered,
            "start": listing.start,
            "items": [
                {
                    "runs": self._eased(run_data(entry.runs), aside, 0.0),
                    "below": [self._listing(below, aside) for below in entry.below],
                }
                for entry in listing.entries
            ],
        }

    def _placed(self) -> Data:
        self._count += 1
        return {"index": self._count - 1}

    def _image(self, picture: Picture, size: PictureSize) -> Data:
        shrink = min(1.0, (self._page.column - 2 * FRAME) / size.width) if self._boxed else 1.0
        shrink *= 1 - self._edition.design.fitting.pictures / 100
        return {
            "file": self._files[picture.picture],
            "width": round(size.width * shrink, 3),
            "height": round(size.height * shrink, 3),
            "caption": words(_credited(picture)),
            "alt": printable(picture.alt or picture.caption),
        }


def _credited(picture: Picture) -> str:
    """Return the words below a picture; the name of who took it is not parted."""
    caption, name = masthead.caption(picture), picture.credit.strip()
    if not name:
        return caption
    words = caption[: -len(name)]
    return (words[:-1] + "\u00a0" if words.endswith(": ") else words) + masthead.unparted(name)


def run_data(
    runs: Iterable[Run], longest: int = LINE, *, glue: bool = True, heading: bool = False
) -> list[list[str]]:
    """Return runs as [text, marks, link], as the Typst sources read them."""
    return [
        [
            words(run.text, longest, glue=glue, heading=heading),
            " ".join(sorted(mark.value for mark in run.marks)),
            safe_link(run.link),
        ]
        for run in trimmed(runs)
    ]


def trimmed(runs: Iterable[Run]) -> Runs:
    """Drop the line breaks at the end of a block: they would print an empty line."""
    kept = list(runs)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[-1] = Run(kept[-1].text.rstrip("\n"), kept[-1].marks, kept[-1].link)
    return tuple(kept)


def _table(table: Table, page: Geometry, *, boxed: bool) -> Data | None:
    grid = squared(table)
    if grid is None:
        return None
    wide = page.columns > 1 and len(grid.shares) > _COLUMNS and not boxed
    width = page.text if wide else page.column
    return {
        "k": "table",
        "wide": "page" if wide else "column",
        "shares": grid.shares,
        "size": grid.size,
        "header": grid.header,
        "figured": figured(grid),
        "rows": [
            [
                run_data(cell, _cell_letters(share * width, grid.size), glue=False)  # too narrow for it
                for cell, share in zip(row, grid.shares, strict=True)
            ]
            for row in grid.rows
        ],
    }


def _cell_letters(width: float, size: float) -> int:
    """Return how many wide letters surely fit one line of a cell so many millimetres wide."""
    return max(int((width * MM - 6) / (size * 0.62)), 3)
