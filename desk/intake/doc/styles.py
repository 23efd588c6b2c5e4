"""The style sheet and the fonts of a file (MS-DOC 2.9.271 STSH, 2.9.286 SttbfFfn)."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desk.intake.doc.looks import LetterState, ParagraphState, letters_changed, paragraph_changed
from desk.intake.flow.style_names import Named, named

_NAMES = {62: "title", 34: "caption", 29: "footnote text", 43: "endnote text", 74: "subtitle"}
_NONE = 0xFFF
_DEPTH = 20  # of styles that are based on each other
_PARAGRAPH, _LETTERS = 1, 2


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    kind: int
    base: int
    properties: tuple[bytes, ...]


class Styles:
    """The styles by number: what a paragraph and its letters look like before their own modifiers."""

    def __init__(self, sheet: bytes, fonts: Sequence[str]) -> None:
        self.fonts = fonts
        self._styles = _sheet(sheet)
        self._paragraphs: dict[int, ParagraphState] = {}
        self._letters: dict[int, LetterState] = {}

    def paragraph(self, number: int) -> ParagraphState:
        """Return what a paragraph of this style is."""
        if number not in self._paragraphs:
            state = ParagraphState()
            for style in self._chain(number):
                if style.kind == _PARAGRAPH and style.properties:
                    state = paragraph_changed(state, style.properties[0][2:], b"")
            style_name = self._styles[number].name if number in self._styles else ""
            meaning = named(style_name)
            if meaning != Named():
                state = replace(state, look=replace(state.look, named=meaning))
            self._paragraphs[number] = state
        return self._paragraphs[number]

    def letters(self, number: int) -> LetterState:
        """Return what letters in a paragraph of this style are."""
        if number not in self._letters:
            state = LetterState()
            for style in self._chain(number):
                own = style.properties[-1:] if style.kind == _LETTERS else style.properties[1:2]
                for properties in own:
                    state = letters_changed(state, state.look, properties, self.fonts)
            self._letters[number] = state
        return self._letters[number]

    def letter_style(self, number: int) -> tuple[bytes, ...]:
        """Return the modifiers of a style of letters, those that it is based on first."""
        return tuple(style.properties[-1] for style in self._chain(number) if style.properties)

    def _chain(self, number: int) -> list[_Style]:
        out: list[_Style] = []
        while number in self._styles and len(out) < _DEPTH:
            out.append(self._styles[number])
            number = out[-1].base
        return out[::-1]


def _sheet(sheet: bytes) -> dict[int, _Style]:
    out: dict[int, _Style] = {}
    if len(sheet) < 6:
        return out
    long, count, base = struct.unpack_from("<HHH", sheet)
    at = 2 + long
    for number in range(count):
        if at + 2 > len(sheet):
            break
        (size,) = struct.unpack_from("<H", sheet, at)
        style = _style(sheet[at + 2 : at + 2 + size], base)
        if style is not None:
            out[number] = style
        at += 2 + size + size % 2
    return out


def _style(std: bytes, base: int) -> _Style | None:
    if len(std) < max(8, base) + 2:
        return None
    sti, kind, upx = struct.unpack_from("<HHH", std)
    (letters,) = struct.unpack_from("<H", std, base)
    name = std[base + 2 : base + 2 + 2 * letters].decode("utf-16-le", "ignore")
    sti &= 0xFFF
    if 1 <= sti <= 9:
        name = f"heading {sti}"
    at = base + 2 + 2 * letters + 2
    properties = []
    for _ in range(upx & 0xF):
        at += at % 2
        long = int.from_bytes(std[at : at + 2], "little")
        properties.append(std[at + 2 : at + 2 + long])
        at += 2 + long
    parent = kind >> 4
    return _Style(_NAMES.get(sti, name), kind & 0xF, _NONE if parent == _NONE else parent, tuple(properties))


def font_names(table: bytes) -> list[str]:
    """Return the fonts by number."""
    out: list[str] = []
    if len(table) < 4:
        return out
    (count,) = struct.unpack_from("<H", table)
    at = 4
    for _ in range(count):
        if at >= len(table):
            break
        long = table[at]
        name = table[at + 40 : at + 1 + long].decode("utf-16-le", "ignore").partition("\0")[0]
        out.append(name)
        at += 1 + long
    return out
