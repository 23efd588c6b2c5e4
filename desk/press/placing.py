"""Placing pictures: a run over the lines of an issue before it is set, to see which picture would leave a hole.

A picture that fits stays where it is in the text. One that does not is made a little smaller, or goes to the head
of the next page while the text flows on; never past the end of its article. What the typesetter then does is
checked (`misplaced`), and the run repeated from what it found where the two disagree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from desk.press.castoff import Data, Lines, key, parts

_BEARABLE = 3  # lines that may stay empty at the foot of a page
_SMALLEST = 0.8  # of a picture's width, to let it fit
_DESPERATE = 0.62  # the same where the article has too little text left to flow round it
_PITCH = 14.5 * 25.4 / 72  # mm


@dataclass(slots=True)
class _Part:
    item: Data
    lines: Lines
    piece: int
    narrow: bool
    above: int = 0
    below: int = 0
    sticky: bool = False


@dataclass(slots=True)
class _Flow:
    """Where the pen stands: `column` counts all columns of all pages, `at` is the line in it."""

    room: int
    column: int = 0
    at: int = 0
    gap: int = 0
    waiting: list[int] = field(default_factory=list)

    def left(self, above: int = 0) -> int:
        return self.room - self.at - self.before(above)

    def before(self, above: int) -> int:
        return max(self.gap, above) if self.at else 0

    def turn(self) -> None:
        self.column += 1
        self.at = self.gap = 0
        while self.waiting and self.at + self.waiting[0] <= self.room:
            self.at += self.waiting.pop(0)
        if self.at >= self.room:
            self.turn()

    def take(self, lines: int, above: int, below: int) -> None:
        """Set what does not break."""
        if self.left(above) < lines and self.at:
            self.turn()
        self.at = min(self.at + self.before(above) + lines, self.room)
        self.gap = below

    def pour(self, lines: int, above: int, below: int) -> None:
        """Set a paragraph: two lines at least on each side of a break."""
        self.at += min(self.before(above), self.room - self.at)
        rest = lines
        while rest > self.room - self.at:
            here = min(self.room - self.at, rest - 2)
            if here < 2 or rest == 3:
                here = 0
            rest -= here
            if here == 0 and self.at == 0:
                here, rest = self.room, max(rest - self.room, 0)
            self.turn()
        self.at += rest
        self.gap = below


def place(
    style: str,
    sections: list[Data],
    lines: Mapping[str, Lines],
    room: int,
    known: Mapping[int, tuple[int, int]] | None = None,
) -> None:
    """Write into every picture of `sections` how it is placed, and into every piece whether pictures float.

    `lines` comes from casting off; `known` gives the column and line at which the typesetter truly met a picture.
    """
    flow = _Flow(room)
    for section in sections:
        sequence = _sequence(style, section, lines)
        for number, part in enumerate(sequence):
            _set(flow, sequence, number, known or {})
            ends = number + 1 == len(sequence) or sequence[number + 1].piece != part.piece
            if ends and flow.waiting:  # nothing of the next article may come before this one's pictures
                flow.turn()
        for piece in section["pieces"]:
            piece["floats"] = any(block.get("place") == "float" for block in piece["blocks"])


def corrected(
    sections: list[Data], met: Mapping[int, tuple[int, int]], stood: Mapping[int, int], room: int
) -> dict[int, tuple[int, int]]:
    """Return where the text truly met the pictures if one of them left a hole or came before its own text.

    `met` is where the text stood at each picture (column, line), `stood` the column in which the picture stands.
    Empty when all is well.
    """
    found = dict(met)
    wrong = False
    for block in pictures_in(sections):
        column, line = met[block["index"]]
        where = stood[block["index"]]
        if block["place"] == "float" and where <= column and line > 0 and block["wide"] != "page":
            wrong = True
            found[block["index"]] = column, max(line - block["lines"], 0)  # without it the text stood higher
        elif block["place"] == "flow" and where != column and room - line > _BEARABLE and not block["tried"]:
            wrong = True
    return found if wrong else {}


def pictures_in(sections: list[Data]) -> Iterator[Data]:
    """Yield the blocks that are pictures or pairs of them, in print order."""
    for section in sections:
        for piece in section["pieces"]:
            for block in piece["blocks"]:
                if "index" in block:
                    yield block


def _sequence(style: str, section: Data, lines: Mapping[str, Lines]) -> list[_Part]:
    sequence: list[_Part] = []
    piece = -1
    for item, narrow in parts(section):
        piece += item["k"] == "title"
        part = _Part(item, lines[key(style, item, narrow)], piece, narrow)
        kind = item["k"]
        if kind == "byline" and sequence[-1].item["k"] == "p":
            sequence[-1].lines = _number(sequence[-1]) + 1  # set as the last line of that paragraph
            continue
        if kind == "section":
            part.above, part.below, part.sticky = section["above"], 1, True
        elif kind == "title":
            part.above, part.sticky = section["pieces"][piece]["above"], True
        elif kind == "h":
            part.above, part.sticky = int(item["level"] == 1), True
        elif kind in ("q", "box") or (kind == "table" and isinstance(part.lines, list)):
            part.above = part.below = 1
        sequence.append(part)
    return sequence


def _set(flow: _Flow, sequence: list[_Part], number: int, known: Mapping[int, tuple[int, int]]) -> None:
    part = sequence[number]
    if _leads(sequence, number) and flow.at and flow.left(part.above) < _together(sequence, number):
        flow.turn()
    if "index" in part.item:
        _picture(flow, sequence, number, known)
    elif isinstance(part.lines, list):
        for row, height in enumerate(part.lines):
            flow.take(height, part.above if row == 0 else 0, 0)
        flow.gap = part.below
    elif part.sticky or part.item["k"] == "table":
        flow.take(part.lines, part.above, part.below)
    else:
        flow.pour(part.lines, part.above, part.below)


def _number(part: _Part) -> int:
    return part.lines if isinstance(part.lines, int) else sum(part.lines)


def _leads(sequence: list[_Part], number: int) -> bool:
    """Tell whether a part is the first of the headings that stay with what follows them."""
    if not sequence[number].sticky or number == 0:
        return sequence[number].sticky
    before = sequence[number - 1]
    return not before.sticky or (before.piece != sequence[number].piece and before.item["k"] != "section")


def _together(sequence: list[_Part], number: int) -> int:
    """Return how many lines a heading takes with all that must stand below it."""
    needed, last = 0, None
    for part in sequence[number:]:
        if last is not None and part.piece != last.piece and last.item["k"] != "section":
            break
        needed += _first(part) + (max(part.above, last.below) if last is not None else 0)
        if not part.sticky:
            break
        last = part
    return needed


def _first(part: _Part) -> int:
    """Return how many lines of a part must stand with the heading before it."""
    if isinstance(part.lines, list):
        return part.lines[0]
    if part.sticky or part.item["k"] == "table" or "index" in part.item:
        return part.lines
    return part.lines if part.lines <= 3 else 2


def _picture(flow: _Flow, sequence: list[_Part], number: int, known: Mapping[int, tuple[int, int]]) -> None:
    part = sequence[number]
    block = part.item
    lines = _number(part)
    if block["index"] in known:
        flow.column, flow.at = known[block["index"]]
        flow.gap = 0
    block |= {"place": "flow", "scale": 1.0, "tried": False, "lines": lines}
    if part.narrow or block["long"]:
        flow.take(lines, 0, 0)
        return
    if block["wide"] == "page":
        block["place"] = "float"
        flow.waiting.append(flow.room)
        if flow.at == 0:
            flow.turn()
        return
    left = flow.left()
    if lines <= left and not flow.waiting:
        flow.take(lines, 0, 0)
        return
    smaller = 0.0 if flow.waiting else _shrunk(block, lines, left)
    rest = _text_after(sequence, number)
    floats = left > _BEARABLE and (lines > left + flow.gap or bool(flow.waiting))
    if smaller >= _SMALLEST:
        block["scale"] = smaller
        flow.take(left, 0, 0)
    elif floats and (rest >= left or (left > flow.room // 3 and rest >= 3 and smaller < _DESPERATE)):
        block["place"] = "float"
        flow.waiting.append(lines)
    elif smaller >= _DESPERATE:
        block["scale"] = smaller
        flow.take(left, 0, 0)
    else:
        block["tried"] = True
        flow.take(lines, 0, 0)


def _shrunk(block: Data, lines: int, left: int) -> float:
    """Return the scale at which a picture takes the lines that are left; pairs keep their size."""
    if block["k"] == "pair" or left < 6:
        return 0.0
    words = lines * _PITCH - block["height"]
    return float(max((left * _PITCH - words) / block["height"], 0.0))


def _text_after(sequence: list[_Part], number: int) -> int:
    """Return how many lines of running text follow before the article ends or a picture comes."""
    total = 0
    for part in sequence[number + 1 :]:
        if part.piece != sequence[number].piece or "index" in part.item:
            break
        total += _number(part) + part.above
    return total
