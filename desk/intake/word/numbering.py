"""The numbers that Word draws before paragraphs, counted as it counts them (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from desk.intake.packages import Element
from desk.intake.word.names import child_value, has, points, value, w, whole

_PLACE = re.compile("%([1-9])")
_TWIP = 0.05
_SIGNS = frozenset("-–—+*")  # bullets that people type themselves, and which say how deep an item stands
_ROMANS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a numbering counts and what it draws."""

    kind: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None  # after which level it begins anew; 0: never; None: after any higher one
    legal: bool = False  # its numbers are figures, whatever the levels above count in
    left: float | None = None
    style: str = ""
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands before a paragraph: "1.", "•", "II."; how deep its paragraph stands and how far in."""

    text: str
    level: int
    left: float | None = None


@dataclass(slots=True)
class _Numbering:
    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)  # numbers that its own levels begin anew with
    begun: bool = False


class Numbering:
    """Counts paragraph by paragraph; lists that stand on one abstract numbering go on counting together."""

    def __init__(self, root: Element | None, linked: Callable[[str], str]) -> None:
        """Read the definitions; `linked` names the numbering that a numbering style stands for."""
        self._abstract: dict[str, Element] = {}
        self._numbers: dict[str, Element] = {}
        self._read: dict[str, _Numbering | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._linked = linked
        for one in () if root is None else root:
            if one.tag == w("abstractNum"):
                self._abstract[value(one, w("abstractNumId"))] = one
            elif one.tag == w("num"):
                self._numbers[value(one, w("numId"))] = one

    def sign(self, number: str, level: int | None, style: str) -> Sign | None:
        """Count one more paragraph and return what stands before it; None for nothing."""
        if number not in self._read:
            self._read[number] = self._numbering(number)
        its = self._read[number]
        if its is None:
            return None
        if level is None:
            level = next((at for at, one in its.levels.items() if one.style == style and style), 0)
        known = its.levels.get(level)
        if known is None:
            return None
        counts = self._count(its, level, known)
        text = _drawn(known, its.levels, counts).strip()
        return Sign(text, level, known.left) if text else None

    def _count(self, its: _Numbering, level: int, known: Level) -> dict[int, int]:
        counts = self._counts.setdefault(its.abstract, {})
        if not its.begun:
            its.begun = True
            for at in its.starts:
                counts.pop(at, None)
        counts[level] = counts[level] + 1 if level in counts else its.starts.get(level, known.start)
        for deeper in [at for at in counts if at > level]:
            restart = its.levels[deeper].restart if deeper in its.levels else None
            if restart is None or 0 < level + 1 <= restart:
                del counts[deeper]
        return counts

    def _numbering(self, number: str) -> _Numbering | None:
        instance: Element = self._numbers.get(number)
        abstract: Element = self._abstract.get(child_value(instance, "abstractNumId"))
        if instance is None or abstract is None:
            return None
        if link := child_value(abstract, "numStyleLink"):
            other = self._numbers.get(self._linked(link))
            abstract = self._abstract.get(child_value(other, "abstractNumId"), abstract)
        its = _Numbering(value(abstract, w("abstractNumId")), dict(map(_level, abstract.iter(w("lvl")))))
        for change in instance.iter(w("lvlOverride")):
            at = whole(value(change, w("ilvl")))
            own = change.find(w("lvl"))
            if own is not None:
                its.levels[at] = _level(own)[1]
            if start := child_value(change, "startOverride"):
                its.starts[at] = whole(start, 1)
        return its


def _level(element: Element) -> tuple[int, Level]:
    indents = element.find(f"{w('pPr')}/{w('ind')}")
    left = value(indents, w("start")) or value(indents, w("left"))
    restart = child_value(element, "lvlRestart")
    # Formats of later versions stand as the choice of an mc:AlternateContent; its fallback is one we know.
    kind = next((value(one) for one in element.iter(w("numFmt"))), "decimal")
    known = Level(
        kind,
        child_value(element, "lvlText"),
        whole(child_value(element, "start"), 0) if element.find(w("start")) is not None else 0,
        whole(restart) if restart else None,
        has(element, "isLgl"),
        points(left, _TWIP) if left else None,
        child_value(element, "pStyle"),
        element.find(w("lvlPicBulletId")) is not None,
    )
    return min(max(whole(value(element, w("ilvl"))), 0), _DEEPEST), known


def _drawn(known: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    if known.kind == "bullet" or known.picture:
        text = known.text.strip()
        return text if text in _SIGNS or len(text) > 1 else "•" if text or known.picture else ""

    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        above = levels.get(at, known)
        return numbered("decimal" if known.legal else above.kind, counts.get(at, above.start))

    return _PLACE.sub(number, known.text)


def numbered(kind: str, number: int) -> str:
    """Write a number in one of Word's formats (17.18.59); in figures where the format is none that we draw."""
    if kind == "none":
        return ""
    if kind in ("upperRoman", "lowerRoman") and 0 < number < 4000:
        roman = _roman(number)
        return roman.upper() if kind == "upperRoman" else roman
    if kind in ("upperLetter", "lowerLetter") and 0 < number < 1000:
        # 27 is "aa", 28 is "bb": Word repeats a letter, unlike a column of a spreadsheet.
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind == "decimalZero":
        return f"{number:02d}"
    if kind in ("vietnameseCounting", "cardinalText") and 0 <= number < len(_WORDS):
        return _WORDS[number]
    return str(number)


def _roman(number: int) -> str:
    letters = ""
    for amount, sign in _ROMANS:
        letters += sign * (number // amount)
        number %= amount
    return letters
