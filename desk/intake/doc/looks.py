"""What property modifiers make of letters, paragraphs and rows (MS-DOC 2.6.1, 2.6.2, 2.6.3)."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from desk.intake.doc.modifiers import TABLE_DEFINED, modifiers
from desk.intake.flow.look import Look, ParagraphLook
from desk.intake.flow.rows import CellShape
from desk.intake.flow.style_names import Named

TWIPS = 20.0
_TOGGLES = {0x0835: "bold", 0x0836: "italic", 0x0837: "struck", 0x2A53: "struck", 0x083C: "hidden"}
_CAPITALS = (0x083A, 0x083B)
_ALIGN = ("left", "center", "right", "justify", "justify", "justify")
_CELL = 20  # bytes of a TC80


@dataclass(frozen=True, slots=True)
class LetterState:
    """The look of letters and what else their modifiers say."""

    look: Look = field(default_factory=lambda: Look(size=10.0))
    deleted: bool = False
    inserted: bool = False
    special: bool = False  # signs below a blank stand for something else
    picture: int = -1  # where in the data stream the picture lies
    symbol: str = ""  # the sign of a symbol font that stands here
    data: bool = False  # what a form field or an object keeps behind its sign


@dataclass(frozen=True, slots=True)
class ParagraphState:
    """The look of a paragraph, its place in tables and the shapes of a row that it ends."""

    look: ParagraphLook = field(default_factory=ParagraphLook)
    in_table: bool = False
    depth: int = 0
    ends_row: bool = False
    ends_inner_cell: bool = False
    ends_inner_row: bool = False
    list_number: int = 0
    shapes: tuple[CellShape, ...] = ()

    @property
    def table(self) -> int:
        """Return how deep in tables the paragraph stands."""
        return max(1, self.depth) if self.in_table else 0


def letters_changed(state: LetterState, base: Look, properties: bytes, fonts: Sequence[str]) -> LetterState:
    """Return the state after modifiers; `base` is the style's look, which a toggle may ask for."""
    for number, operand in modifiers(properties):
        state = _letter(state, base, number, operand, fonts)
    return state


def _letter(state: LetterState, base: Look, number: int, operand: bytes, fonts: Sequence[str]) -> LetterState:
    value = operand[0]
    if number in _TOGGLES:
        name = _TOGGLES[number]
        changed: dict[str, Any] = {name: _toggled(value, getattr(base, name))}
        return replace(state, look=replace(state.look, **changed))
    if number in _CAPITALS:
        return replace(state, look=replace(state.look, capitals=_toggled(value, base.capitals)))
    if number == 0x2A3E:
        return replace(state, look=replace(state.look, underline=value != 0))
    if number == 0x2A48:
        return replace(state, look=replace(state.look, raised=(0, 1, -1)[value] if value < 3 else 0))
    if number == 0x4A43:
        return replace(state, look=replace(state.look, size=_word(operand) / 2))
    if number in (0x4A4F, 0x4A51):
        font = _word(operand)
        return replace(state, look=replace(state.look, font=fonts[font] if font < len(fonts) else ""))
    if number == 0x0800:
        return replace(state, deleted=value != 0)
    if number == 0x0801:
        return replace(state, inserted=value != 0)
    if number == 0x0855:
        return replace(state, special=value != 0)
    if number == 0x6A03:
        return replace(state, picture=int(struct.unpack("<I", operand)[0]), special=True)
    if number == 0x0806:
        return replace(state, data=value != 0)
    if number == 0x6A09:
        font, sign = struct.unpack("<HH", operand)
        look = replace(state.look, font=fonts[font] if font < len(fonts) else "")
        return replace(state, look=look, symbol=chr(sign) if not 0xD800 <= sign < 0xE000 else "")
    return state


def _toggled(value: int, style: bool) -> bool:
    return (style if value == 0x80 else not style) if value & 0x80 else value != 0


def _word(operand: bytes) -> int:
    return int(struct.unpack("<H", operand)[0])


def _signed(operand: bytes) -> int:
    return int(struct.unpack("<h", operand)[0])


def paragraph_changed(state: ParagraphState, properties: bytes, beside: bytes) -> ParagraphState:
    """Return the state after modifiers; `beside` is the data stream."""
    below: dict[int, bool] = {}
    for number, operand in modifiers(properties, beside):
        if number == TABLE_DEFINED:
            state = replace(state, shapes=_shapes(operand))
        elif number == 0xD62B and len(operand) == 3:
            below[operand[1]] = operand[2] == 1
        elif number == 0x5624:
            first, last = operand
            shapes = [
                replace(shape, goes_on=shape.goes_on or first < at < last)
                for at, shape in enumerate(state.shapes)
            ]
            state = replace(state, shapes=tuple(shapes))
        else:
            state = _paragraph(state, number, operand)
    if below:
        shaped = (replace(shape, below=below.get(at, shape.below)) for at, shape in enumerate(state.shapes))
        state = replace(state, shapes=tuple(shaped))
    return state


def _paragraph(state: ParagraphState, number: int, operand: bytes) -> ParagraphState:
    value, look = operand[0], state.look
    if number in (0x2403, 0x2461):
        return replace(state, look=replace(look, align=_ALIGN[value] if value < len(_ALIGN) else ""))
    if number in (0x8411, 0x8460):
        return replace(state, look=replace(look, first=_signed(operand) / TWIPS))
    if number in (0x840F, 0x845E):
        return replace(state, look=replace(look, left=_signed(operand) / TWIPS))
    if number == 0x260A:
        return replace(state, look=replace(look, level=min(value, 8)))
    if number == 0x460B:
        return replace(state, list_number=_word(operand))
    if number == 0x2640 and value < 9 and look.named == Named():
        return replace(state, look=replace(look, named=Named(min(value + 1, 6))))
    if number == 0x2416:
        return replace(state, in_table=value != 0)
    if number == 0x2417:
        return replace(state, ends_row=value != 0)
    if number == 0x6649:
        return replace(state, depth=max(0, min(int(struct.unpack("<i", operand)[0]), 40)))
    if number == 0x244B:
        return replace(state, ends_inner_cell=value != 0)
    if number == 0x244C:
        return replace(state, ends_inner_row=value != 0)
    return state


def _shapes(operand: bytes) -> tuple[CellShape, ...]:
    """Read a row's definition (MS-DOC 2.9.322 TDefTableOperand)."""
    if len(operand) < 3:
        return ()
    count = operand[2]
    if len(operand) < 3 + 2 * (count + 1):
        return ()
    edges = struct.unpack_from(f"<{count + 1}h", operand, 3)
    out = []
    for number in range(count):
        at = 3 + 2 * (count + 1) + _CELL * number
        flags = int.from_bytes(operand[at : at + 2], "little")
        edge = (edges[number + 1] - edges[0]) / TWIPS
        out.append(CellShape(edge, bool(flags & 2), bool(flags & 0x20) and not flags & 0x40))
    return tuple(out)
