"""The booklet: an edition set by Typst and made into one of the PDF outputs."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from desk.edition import masthead
from desk.edition.design import PageFormat
from desk.edition.edition import Edition
from desk.edition.outputs import DPI, Finish, Output
from desk.edition.page_geometry import MM
from desk.press.typeset.equal_columns import hold_back, left_open, moved
from desk.press.typeset.imposition import imposed
from desk.press.typeset.manuscript import Manuscript, manuscript
from desk.press.typeset.measure import Data, ParagraphMeasure, key
from desk.press.typeset.picture_output import Reproduced, picture_threads
from desk.press.typeset.placement import corrected, place
from desk.press.typeset.positions import MARKS, PositionMark, Standing, read, standing
from desk.press.typeset.typst import Typesetter, TypesetText, new_typesetter

SOURCE = "booklet.typ"
_TRIES = 4
_LOWERED = (1, 1, 1, 2, 4, 8, 16)  # lines less left open each time columns of a page could not be that equal


def printed(edition: Edition, output: Output, finish: Finish) -> bytes:
    """Set the edition as one of the PDF outputs; PressFailed if it cannot be set."""
    with new_typesetter() as typesetter:
        made = manuscript(edition, output, finish, dpi=0 if finish.whole_pictures else DPI[output])
        setting, found = typeset(typesetter, edition, made, ParagraphMeasure())
        if output is Output.OFFICE and edition.design.format is not PageFormat.A4:
            return imposed(
                typesetter, setting.pdf(tagged=False), found.total, edition, masthead.day_of(edition)
            )
        pdf = setting.pdf(archival=output is Output.PRINT)
        if made.style["beyond"]:
            from desk.press.typeset.page_boxes import with_boxes

            return with_boxes(pdf, made.style["beyond"])
        return pdf


def typeset(
    typesetter: Typesetter,
    edition: Edition,
    made: Manuscript,
    measure: ParagraphMeasure,
    source: str = SOURCE,
) -> tuple[TypesetText, Standing]:
    """Place the pictures and set the manuscript; return what its PDF can be asked of, and how it stands.

    While the pictures are still being made, boxes stand in their places; they are hung at the end. What follows from
    the pages – the numbers in the contents, the imprint – is told to Typst at the end too (`facts`): a text that
    asks itself where it stands would be set until nothing moves, and here nothing does.
    """
    sections: list[Data] = made.data["sections"]
    drawn = all(picture.ready for picture in made.pictures)
    typesetter.put(
        {
            "style": made.style,
            "document": made.data["document"],
            "drawn": drawn,
            "known": False,
            "front": False,
            "facts": None,
        }
    )
    if drawn:
        _put_pictures(typesetter, made)
    else:
        typesetter.read_ahead(picture_threads(), [partial(_named, picture) for picture in made.pictures])
    measures = measure.measured(typesetter, made.style, made.data)
    design, room = json.dumps(made.style, sort_keys=True), made.style["lines"]
    made.data["contents"] |= measures[key(design, made.data["contents"], False)]
    imprint = measures[key(design, made.data["imprint"], False)]["height"]
    setting = typesetter.setting(source, masthead.day_of(edition))
    known: dict[int, tuple[int, int]] = {}
    for _ in range(_TRIES):
        columns, pitch = made.style["columns"], made.style["pitch"]
        place(design, sections, measures, room, known, columns=columns, pitch=pitch)
        typesetter.put({"data": made.data})
        marks = read(setting.told(MARKS), made.style)
        again = corrected(sections, *_met(marks, made.style), room, columns)
        if not hold_back(sections, marks, made.style) and not again:
            break
        known = again or known
    left: dict[int, int] = {}
    if made.style["columns"] > 1:
        marks, left = _levelled(typesetter, setting, made, marks)
    found = standing(marks, made.style, imprint, left=left)
    if len(found.blank) > 1:  # of several one lies behind the cover, where nobody takes it for a slip
        typesetter.put({"front": True})
        found = standing(read(setting.told(MARKS), made.style), made.style, imprint, front=True, left=left)
    typesetter.put({"known": True, "facts": _facts(found)})
    if not drawn:
        _put_pictures(typesetter, made)
    return setting, found


def _levelled(
    typesetter: Typesetter, setting: TypesetText, made: Manuscript, marks: tuple[PositionMark, ...]
) -> tuple[tuple[PositionMark, ...], dict[int, int]]:
    """Make columns equally high where a page ends before its foot; return the marks then, and what is left open."""
    sections: list[Data] = made.data["sections"]
    pieces: list[Data] = [piece for section in sections for piece in section["pieces"]]
    left = left_open(sections, marks, made.style)
    lowered = {number: iter(_LOWERED) for number in left}
    for _ in range(_TRIES + len(_LOWERED)):
        for number, lines in left.items():
            pieces[number]["open"] = lines
        typesetter.put({"data": made.data})
        found = read(setting.told(MARKS), made.style)
        over = moved(left, marks, found)
        if over is None:
            return found, left
        left[over] = max(left[over] - next(lowered[over], left[over]), 0)
    for piece in pieces:
        piece["open"] = 0
    typesetter.put({"data": made.data})
    return read(setting.told(MARKS), made.style), {}


def _facts(found: Standing) -> Data:
    return {
        "heads": [[mark.page, mark.down] for mark in found.of("section", "first")],
        "more": found.total - found.used,
        "shared": found.shared,
    }


def _named(picture: Reproduced) -> tuple[str, bytes]:
    return picture.name, picture.data


def _put_pictures(typesetter: Typesetter, made: Manuscript) -> None:
    typesetter.put_pictures(dict(map(_named, made.pictures)))
    typesetter.put({"drawn": True})


def _met(
    marks: Sequence[PositionMark], style: Data
) -> tuple[dict[int, tuple[int, int]], dict[int, list[int]]]:
    """Return by index where the text met pictures and tables, and the columns in which they stand."""
    met, stood = {}, defaultdict(list)
    for mark in marks:
        column = mark.page * style["columns"] + mark.column
        if mark.kind == "anchor":
            met[mark.number] = column, round((mark.down - style["top"]) * MM / style["pitch"])
        elif mark.kind == "shot":
            stood[mark.number].append(column)
    return met, stood
