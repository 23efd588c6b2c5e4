"""Placement: a run over the lines of an issue before it is set, to see what would leave a hole.

A picture that fits stays where it is in the text. One that does not goes to the head of the next page while the text
flows on, never past the end of its article; where too little text is left for that, it is made smaller. A table goes
there too if it is short, and breaks between its rows if it is not. What the typesetter then does is checked
(`corrected`), and the run repeated from what it found where the two disagree.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import pairwise

from desk.edition.page_geometry import MM, PITCH
from desk.press.typeset.columns_filled import ColumnFlow
from desk.press.typeset.keep_together import (
    KeptPart,
    leads,
    part_lead,
    sequence,
    text_after,
    to_lead,
    together,
)
from desk.press.typeset.measure import Data, PartMeasure
from desk.press.typeset.table_breaks import Stretch, stretches

_EMPTY = 1 / 3  # of a column, that may stay empty below an article for the sake of the next one's lead
_BEARABLE = 3  # lines that may stay empty at the foot of a page
_DESPERATE = 0.62  # of a picture's width, to let it fit where there is too little text left to flow round it
_SHORT = 12  # lines: a table up to this is rather moved than broken
_COLUMN_OF_PAGE = 81.5 / 170  # the width of a column of A4 in that of its page
_TURNED = (
    1 / 4
)  # of a page, that may stay empty for a section to begin at the head of the next, over all columns
_AIR = 1  # line between a heading over all columns and the text below
_MONSTROUS = 0.6  # of a column: a row so high breaks itself

Places = Mapping[int, tuple[int, int]]


def place(
    style: str,
    sections: list[Data],
    measures: Mapping[str, PartMeasure],
    room: int,
    known: Places | None = None,
    *,
    columns: int = 1,
    pitch: float = PITCH,
) -> None:
    """Write the height of everything into `sections`, how pictures and tables are placed, and what floats.

    `measures` are those of `ParagraphMeasure`; `known` gives the column and line at which the typesetter truly met
    something.
    """
    flow = ColumnFlow(room, columns, pitch)
    for section in sections:
        given = sequence(style, section, measures, pitch)
        for number, part in enumerate(given):
            _set(flow, given, number, known or {})
            ends = number + 1 == len(given) or given[number + 1].piece != part.piece
            while ends and (
                flow.waiting or flow.wide
            ):  # this article's pictures come before the next article
                flow.turn()
        for piece in section["pieces"]:
            piece["floats"] = any(block.get("place") == "float" for block in piece["blocks"])


def corrected(
    sections: list[Data], met: Places, stood: Mapping[int, list[int]], room: int, columns: int = 1
) -> dict[int, tuple[int, int]]:
    """Return where the text truly met pictures and tables if one of them left a hole or stands wrongly.

    `met` is where the text stood at each (column, line), `stood` the columns in which it stands, a broken table in
    several. Empty when all is well. Into what goes over all columns `headed` is written, whether it came to stand
    on the page that has its place in the text: what was met there stands below it already. What reached below
    the foot as it went to a head is told that it `stays`.
    """
    found: dict[int, tuple[int, int]] = {}
    heads = _heads(sections, stood, columns) if columns > 1 else {}
    for block in placed_in(sections):
        column, line = found[block["index"]] = met[block["index"]]
        where = stood[block["index"]]
        if block["wide"] == "page":
            block["headed"] = where[0] <= column
        wrong = block["wide"] != "page" and any(after <= before for before, after in pairwise(where))
        if block["place"] == "float" and block["wide"] != "page":
            block["stays"] = block["lines"] > room - heads.get(
                where[0], 0
            )  # below the foot: it floats no more
            wrong |= block["stays"]
        if block["place"] == "float" and where[0] <= column and line > 0 and block["wide"] != "page":
            wrong = True
            found[block["index"]] = column, max(line - block["lines"], 0)  # without it the text stood higher
        elif block["place"] == "flow" and not (block["tried"] and block["at"] == line):
            wrong |= where[0] != column and room - line > _BEARABLE
        if wrong:
            return found  # what follows will stand elsewhere: the run says where
    return {}


def _heads(sections: list[Data], stood: Mapping[int, list[int]], columns: int) -> dict[int, int]:
    """Return by column the lines at its head that pictures and tables over all columns of the page take."""
    heads: dict[int, int] = {}
    for block in placed_in(sections):
        if block["wide"] == "page" and block["place"] == "float":
            tall = [part["tall"] for part in block.get("parts", ())] or [block["tall"]]
            for first, lines in zip(stood[block["index"]], tall, strict=True):
                for column in range(first, first + columns):
                    heads[column] = heads.get(column, 0) + lines
    return heads


def placed_in(sections: list[Data]) -> Iterator[Data]:
    """Yield the blocks that are pictures, pairs of them or tables, in print order."""
    for section in sections:
        for piece in section["pieces"]:
            for block in piece["blocks"]:
                if "index" in block:
                    yield block


def _set(flow: ColumnFlow, given: list[KeptPart], number: int, known: Places) -> None:
    part = given[number]
    if part.item["k"] == "section" and _over_columns(flow, part):
        return
    if leads(given, number) and flow.at and flow.left(part.above) < together(given, number):
        left = flow.left(part.above)
        if left > _EMPTY * flow.room and to_lead(given, number) > left:
            part_lead(given, number)
        if left < together(given, number):
            flow.turn()
    if part.item.get("index") in known:
        flow.jump(*known[part.item["index"]])
    else:
        part.item.pop("headed", None)
    part.item["at"] = flow.at + flow.before(0)
    if part.item["k"] == "table":
        _table(flow, given, number)
    elif "index" in part.item:
        _picture(flow, given, number)
    elif part.sticky:
        flow.take(part.lines, part.above, part.below)
        if part.item["k"] == "title":
            part.owner["topped"] = flow.at - part.lines == flow.head
    else:
        flow.pour(part.lines - part.signed, part.above, part.below, int(part.signed))


def _over_columns(flow: ColumnFlow, part: KeptPart) -> bool:
    """Let a section begin at the head of a page, its heading over all columns, where that costs little."""
    section = part.owner
    section["wide"] = "over" in part.measure and not section.get("held", False)
    section["wide"] &= flow.untouched() or flow.open() <= _TURNED * flow.room * flow.columns
    if not section["wide"]:
        return False
    if not flow.untouched():
        flow.turn_page()
    over = part.measure["over"]
    section |= {"tall": over["lines"] + _AIR, "share": over["share"]}
    flow.span(section["tall"])
    return True


def _picture(flow: ColumnFlow, given: list[KeptPart], number: int) -> None:
    part = given[number]
    block, lines = part.item, part.lines
    block |= {"place": "flow", "scale": 1.0, "tried": False, "lines": lines, "tall": lines}
    if part.narrow or block["long"]:
        flow.take(lines, 0, 0)
        flow.pour(part.measure.get("essay", 0), 0, 0)
        return
    if block["wide"] == "page" and flow.columns == 1:
        block["place"] = "float"
        flow.waiting.append(flow.room)
        if flow.at == 0:
            flow.turn()
        return
    if block["wide"] == "page":
        if _spans(flow, [lines], text_after(given, number), block.get("headed")):
            block["place"] = "float"
            return
        words = lines * flow.pitch / MM - block["height"]
        block |= {"wide": "column", "scale": _COLUMN_OF_PAGE}
        lines = math.ceil((block["height"] * _COLUMN_OF_PAGE + words) * MM / flow.pitch)
        block |= {"lines": lines, "tall": lines}
    left = flow.left() - part.held
    if lines <= left and not flow.waiting:
        flow.take(lines, 0, 0)
        return
    smaller = 0.0 if flow.waiting else _shrunk(block, lines, left, flow.pitch)
    rest = text_after(given, number)
    floats = left > _BEARABLE and lines <= flow.beyond() and not block.get("stays")
    floats &= lines > left + flow.gap or bool(flow.waiting)
    # At the width that the editor chose, if only further on: a little narrower than its column it looks like a slip.
    if floats and (rest >= left or (left > flow.room // 3 and rest >= 3 and smaller < _DESPERATE)):
        block["place"] = "float"
        flow.waiting.append(lines)
    elif smaller >= _DESPERATE:
        block |= {"scale": smaller, "tall": left}
        flow.take(left, 0, 0)
    else:
        block["tried"] = True
        if lines > left:
            flow.turn()
        flow.take(lines, 0, 0)


def _spans(flow: ColumnFlow, parts: list[int], rest: int, headed: bool | None = None) -> bool:
    """Put something over all columns at the head of this page or the next, if so much text lets it get there.

    `headed` tells whether it was found at the head of this page, None where it is not known yet.
    """
    for number, lines in enumerate(parts):
        if headed and number == 0:
            flow.head += lines
        elif headed is None and not flow.wide and lines <= flow.spare():
            flow.span(lines)
        elif rest >= flow.spare() * flow.columns:
            flow.wide.append(lines)
        else:
            return False
    return True


def _shrunk(block: Data, lines: int, left: int, pitch: float) -> float:
    """Return the scale at which a picture takes the lines that are left; pairs keep their size."""
    if block["k"] == "pair" or left < 6:
        return 0.0
    words = lines * pitch / MM - block["height"]
    return float(max((left * pitch / MM - words) / block["height"], 0.0))


def _table(flow: ColumnFlow, given: list[KeptPart], number: int) -> None:
    part = given[number]
    block, lines = part.item, part.lines
    heights, head = part.measure["heights"], block["header"]
    block |= {
        "place": "flow",
        "tried": False,
        "lines": lines,
        "parts": [],
        "figures": part.measure["figures"],
    }
    if any(height > _MONSTROUS * flow.room * flow.pitch for height in heights):
        block["tried"] = True
        for row, height in enumerate(heights):
            flow.take(max(round(height / flow.pitch), 1), int(row == 0), 0)
        flow.gap = 1
        return
    if block["wide"] == "page":
        cut = _cut(flow, part, flow.room, flow.room)
        block |= {
            "place": "float",
            "parts": [{"from": one.first, "to": one.end, "tall": one.lines} for one in cut],
        }
        _spans(flow, [one.lines for one in cut], flow.columns * flow.room, block.get("headed"))
        return
    left = flow.left() - part.held
    block["parts"] = [{"from": 0, "to": len(heights), "tall": lines}]
    if lines <= left and not flow.waiting:
        flow.take(lines, 0, 0)
        return
    before = given[number - 1]
    led = before.item["k"] == "p" and _said(before.item).endswith(":")
    movable = (
        not part.narrow
        and not before.sticky
        and flow.at
        and lines <= flow.beyond()
        and not block.get("stays")
    )
    cut = _cut(flow, part, left, flow.beyond())
    breaks = not flow.waiting and cut[0].lines > 0 and len(heights) - head > 3
    flows_on = movable and left > _BEARABLE and text_after(given, number) >= left
    if flows_on and (not breaks or (lines <= _SHORT and not led)):
        block["place"] = "float"
        flow.waiting.append(lines)
        return
    if not breaks:
        block["tried"] = True
        flow.turn()
        if lines <= flow.left():
            flow.take(lines, 0, 0)
            return
        cut = _cut(flow, part, flow.left(), flow.beyond())
    cut = [one for one in cut if one.lines]
    block["parts"] = [{"from": one.first, "to": one.end, "tall": one.lines} for one in cut]
    for one in cut:
        flow.take(one.lines, 0, 0)


def _cut(flow: ColumnFlow, part: KeptPart, left: int, then: int) -> list[Stretch]:
    return stretches(
        part.measure["heights"],
        head=part.item["header"],
        left=left,
        then=then,
        room=flow.room,
        pitch=flow.pitch,
    )


def _said(item: Data) -> str:
    return "".join(words for words, *_ in item["runs"]).rstrip()
