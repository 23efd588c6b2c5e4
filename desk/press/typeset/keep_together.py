"""The parts of a section in print order with their measures, and which of them must stand together on a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desk.edition.page_geometry import PITCH
from desk.press.typeset.measure import Data, PartMeasure, key, parts
from desk.press.typeset.table_breaks import least, whole

_KEPT = 9  # lines of a lead that is not parted, and not from the first lines of the body


@dataclass(slots=True)
class KeptPart:
    """Something that takes lines, in print order; `piece` counts the articles of the section from 0."""

    item: Data
    measure: PartMeasure
    piece: int
    narrow: bool
    above: int = 0
    below: int = 0
    sticky: bool = False
    signed: bool = False  # the byline hangs on its last line
    owner: Data = field(
        default_factory=dict
    )  # of a lead, a title: its article; of a section's heading: the section
    held: int = 0  # lines that must stand below it on the same page: a byline
    pitch: float = PITCH

    @property
    def lines(self) -> int:
        """Return its lines where it does not break, a byline on the last of them included."""
        if "heights" not in self.measure:
            return int(self.measure["lines"]) + self.signed
        return whole(self.measure["heights"], self.pitch)


def sequence(
    style: str, section: Data, measures: Mapping[str, PartMeasure], pitch: float = PITCH
) -> list[KeptPart]:
    """Return the parts of a section, and write into it how high its headings are; `pitch` is that of the lines."""
    found: list[KeptPart] = []
    piece = -1
    for item, narrow in parts(section):
        piece += item["k"] == "title"
        part = KeptPart(item, measures[key(style, item, narrow)], piece, narrow, pitch=pitch)
        kind = item["k"]
        if kind == "byline" and section["pieces"][piece]["joined"]:
            found[-1].signed = True
            continue
        if kind == "byline" and found[-1].item["k"] in ("img", "pair", "table"):
            found[-1].held = part.lines
        if kind == "section":
            part.above, part.sticky, part.owner = section["above"], True, section
            section |= {"tall": part.lines, "share": part.measure["share"]}
        elif kind == "title":
            part.owner = section["pieces"][piece]
            part.above, part.sticky = part.owner["above"], True
            part.owner |= {"tall": part.lines, "share": part.measure["share"]}
        elif kind == "lead":
            part.sticky = part.lines <= _KEPT
            part.owner = section["pieces"][piece]
            part.owner["kept"] = part.sticky
        elif kind == "h":
            part.above, part.sticky = int(item["level"] == 1), True
            item["tall"] = part.lines
        elif kind in ("q", "box"):
            part.above = part.below = 1
        found.append(part)
    return found


def leads(given: list[KeptPart], number: int) -> bool:
    """Tell whether a part is the first of the headings that stay with what follows them."""
    if not given[number].sticky or number == 0:
        return given[number].sticky
    before = given[number - 1]
    return not before.sticky or (before.piece != given[number].piece and before.item["k"] != "section")


def part_lead(given: list[KeptPart], number: int) -> None:
    """Let the lead below a heading be parted, if there is one."""
    for part in given[number:]:
        if not part.sticky:
            return
        if part.item["k"] == "lead":
            part.sticky, part.owner["kept"] = False, False
            return


def to_lead(given: list[KeptPart], number: int) -> int:
    """Return how many lines a heading takes to the end of the lead below it: one that fits is not parted."""
    taken = -given[number].above
    for part in given[number:]:
        if not part.sticky:
            break
        taken += part.above + part.lines
        if part.item["k"] == "lead":
            break
    return taken


def together(given: list[KeptPart], number: int) -> int:
    """Return how many lines a heading takes with all that must stand below it."""
    needed, last = 0, None
    for part in given[number:]:
        if last is not None and part.piece != last.piece and last.item["k"] != "section":
            break
        floats = "index" in part.item and last is not None and last.item["k"] == "lead"
        needed += min(part.lines, 2) if floats else _first(part)
        if last is not None:
            needed += max(part.above, last.below)
        if not part.sticky:
            break
        last = part
    return needed


def _first(part: KeptPart) -> int:
    """Return how many lines of a part must stand with the heading before it."""
    if part.item["k"] == "table":
        return least(part.measure["heights"], head=part.item["header"], pitch=part.pitch)
    if part.sticky or "index" in part.item:
        return part.lines
    return part.lines if part.lines <= 3 + part.signed else 2


def text_after(given: list[KeptPart], number: int) -> int:
    """Return how many lines of running text follow before the article ends or a picture or table comes."""
    total = 0
    for part in given[number + 1 :]:
        if part.piece != given[number].piece or "index" in part.item:
            break
        total += part.lines + part.above
    return total
