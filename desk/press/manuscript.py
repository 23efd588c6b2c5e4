"""The manuscript: an edition as JSON-ready values for the typesetter, nothing of it ever source code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from desk.press import masthead
from desk.press.columns import squared
from desk.press.edition import Edition, Piece
from desk.press.lists import Listing, Part, gathered
from desk.press.output import PLAIN, Finish, Output
from desk.press.plates import plate
from desk.press.signs import breakable, printable, safe_link
from desk.text import Heading, Paragraph, Picture, Quote, Run, Runs, Table, plain

LINE = 40  # letters that surely fit a line of the body
HEADLINE = 24

Data = dict[str, Any]


def manuscript(edition: Edition, output: Output = Output.SCREEN, finish: Finish = PLAIN) -> Data:
    """Return everything that the booklet prints, in print order; sections without pieces are left out."""
    day = masthead.day_of(edition)
    return {
        "title": printable(masthead.document_title(edition)),
        "author": printable(edition.names.department),
        "date": [day.year, day.month, day.day],
        "name": words(masthead.name(edition)),
        "label": words(edition.label),
        "contents": masthead.CONTENTS,
        "proof": masthead.PROOF if output is Output.PROOF else "",
        "cover": {key: words(value, HEADLINE) for key, value in asdict(masthead.cover(edition)).items()},
        "imprint": [[line.label, words(line.words)] for line in masthead.imprint(edition)],
        "sections": [
            {
                "title": words(part.title, HEADLINE),
                "pieces": [_piece(edition, piece) for piece in part.pieces],
            }
            for part in edition.sections
            if part.pieces
        ],
    }


def words(text: str, longest: int = LINE) -> str:
    """Return a line of text as the typesetter takes it."""
    return breakable(printable(text).replace("\t", " "), longest)


def _piece(edition: Edition, piece: Piece) -> Data:
    text = piece.text
    return {
        "title": words(text.title, HEADLINE),
        "lead": words(text.lead.strip()),
        "byline": words(text.byline.strip()),
        "blocks": [data for part in gathered(text.blocks) if (data := _part(edition, part))],
    }


def _part(edition: Edition, part: Part) -> Data | None:
    if isinstance(part, Listing):
        return _listing(part)
    if isinstance(part, Picture):
        return _picture(edition, part)
    if isinstance(part, Table):
        return _table(part)
    if not plain(part.runs).strip():
        return None
    data = {"k": _KINDS[type(part)], "runs": run_data(part.runs)}
    return data | {"level": part.level} if isinstance(part, Heading) else data


_KINDS: dict[type, str] = {Paragraph: "p", Heading: "h", Quote: "q"}


def run_data(runs: Iterable[Run], longest: int = LINE) -> list[list[str]]:
    """Return runs as [text, marks, link], as the Typst sources read them."""
    return [
        [
            words(run.text, longest),
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


def _listing(listing: Listing) -> Data:
    return {
        "k": "list",
        "ordered": listing.ordered,
        "start": listing.start,
        "items": [
            {"runs": run_data(entry.runs), "below": [_listing(below) for below in entry.below]}
            for entry in listing.entries
        ],
    }


def _picture(edition: Edition, picture: Picture) -> Data:
    size = plate(edition, picture.picture)
    return {
        "k": "img",
        "file": picture_file(picture.picture, size.suffix),
        "width": size.width,
        "height": size.height,
        "caption": words(masthead.caption(picture)),
        "alt": printable(picture.alt or picture.caption),
    }


def picture_file(picture: str, suffix: str) -> str:
    """Return the file name under which the typesetter finds a picture."""
    return f"{picture}.{suffix}"


def _table(table: Table) -> Data | None:
    grid = squared(table)
    if grid is None:
        return None
    return {
        "k": "table",
        "shares": grid.shares,
        "size": grid.size,
        "header": grid.header,
        "rows": [
            [
                run_data(cell, _cell_letters(share, grid.size))
                for cell, share in zip(row, grid.shares, strict=True)
            ]
            for row in grid.rows
        ],
    }


def _cell_letters(share: float, size: float) -> int:
    """Return how many wide letters surely fit one line of a cell."""
    width = share * 113 / 0.3528 - 6
    return max(int(width / (size * 0.62)), 3)
