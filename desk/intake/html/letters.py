"""The letters of one block while a page is read: as they were drawn, in Unicode, one space where one was seen."""

from __future__ import annotations

import re
from dataclasses import replace

from desk.intake.html.context import Context
from desk.intake.pieces import collapsed
from desk.text.blocks import Mark, Run, Runs
from desk.text.legacy_fonts import Legacy, from_legacy
from desk.text.signs import shown
from desk.text.symbol_fonts import from_symbols

_SPACE = re.compile("[ \t\r\n\f]+")
_TABS = re.compile("[ \t]+")
_WORD_START = re.compile(r"(?<![^\W_])[^\W\d_]")
_UNICODE_LETTER = re.compile("[\u0100-\u1ef9]")  # no font before Unicode has it
_SIGN_LETTERS = 8  # "1.2.10."


class Letters:
    """Collects runs, and apart from them the sign that Word draws before a list paragraph or a heading."""

    def __init__(self) -> None:
        self._runs: list[Run] = []
        self._legacy: dict[int, Legacy] = {}  # place among the runs → how its letters are kept
        self._first: list[Run] = []  # a drop cap, which waits for its word
        self.sign = ""
        self.converted = 0  # blocks that held letters of a font before Unicode

    def __bool__(self) -> bool:
        return bool(self._runs or self.sign)

    def add(self, data: str, here: Context) -> None:
        """Take letters as they are drawn where they stand."""
        if here.drop_cap and data.strip():
            kept = _kept(here.legacy, here.transform) if here.legacy else None
            letter = from_legacy(data, kept) if kept else data
            self._first.append(Run(letter.strip(), here.marks - {Mark.SUB, Mark.SUPER}))
            return
        if here.legacy is not None:
            self._legacy[len(self._runs)] = _kept(here.legacy, here.transform)
        if here.symbols:
            data = from_symbols(data, here.symbols)
        elif here.transform != "none" and here.legacy is not Legacy.TCVN3:
            data = _transformed(data, here.transform)
        if here.note:
            data = f"{data.strip().strip('[]')}{' ' if here.note == 'back' else ''}"
        marks = here.marks - {Mark.UNDERLINE} if here.link else here.marks
        self._runs.append(Run(_spaced(data, here), marks, here.link))

    def break_line(self) -> None:
        """Take a line break."""
        self._runs.append(Run("\n"))

    def release(self) -> None:
        """Let a drop cap go whose word never came."""
        self._runs[:0], self._first = self._first, []

    def make_sign(self) -> bool:
        """Make what was read so far the sign before the words to come; False when it is too long for one."""
        letters = "".join(run.text for run in self._runs)
        if self.sign or not 0 < len(letters.strip()) <= _SIGN_LETTERS:
            return False
        self.sign = letters
        self._runs, self._legacy = [], {}
        return True

    def taken(self) -> Runs:
        """Hand over the letters and begin anew; the sign stays until it is cleared."""
        runs, self._runs = self._runs, []
        self.sign = shown(self.sign)
        if self._legacy:
            self._convert(runs)
        if self._first and any(run.text.strip() for run in runs):
            runs, self._first = [*self._first, *runs], []
        return collapsed(
            tuple(run if _is_plain(run.text) else replace(run, text=shown(run.text)) for run in runs)
        )

    def _convert(self, runs: list[Run]) -> None:
        legacy, self._legacy = self._legacy, {}
        if any(_UNICODE_LETTER.search(runs[at].text) for at in legacy):
            return  # the font's name is old, its letters are not
        before = [runs[at].text for at in legacy]
        for at, kept in legacy.items():
            runs[at] = replace(runs[at], text=from_legacy(runs[at].text, kept))
        self.converted += before != [runs[at].text for at in legacy]


def _spaced(data: str, here: Context) -> str:
    if here.gap and not data.strip():
        return " "
    if here.verbatim:
        return _TABS.sub(" ", data.replace("\r\n", "\n"))
    return _SPACE.sub(" ", data)


def _kept(legacy: Legacy, transform: str) -> Legacy:
    capitals = legacy is Legacy.TCVN3 and transform == "uppercase"
    return Legacy.TCVN3_CAPITALS if capitals else legacy


def _transformed(data: str, wish: str) -> str:
    if wish == "uppercase":
        return data.upper()
    if wish == "lowercase":
        return data.lower()
    return _WORD_START.sub(lambda match: match[0].upper(), data)


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable()
