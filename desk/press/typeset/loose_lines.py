"""Lines that no-break spaces would tear open: there one of them gives way, so that none is wider than can be borne.

How the lines of a paragraph end is reckoned here beforehand with the widths of the letters, as Typst will: the breaks
whose lines are least stretched. A break at a no-break space costs much, a line whose spaces are more than 1.8 times
their natural width costs more; only the spaces at which a line then ends become plain. A line that is torn open all
the same, before a sign or a date as long as a third of a narrow column, can be left ragged: it ends in a line break.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from desk.paths import RESOURCES
from desk.text.font_files import widths

HELD = "\u00a0"
_FACES = {"": "Regular", "b": "Bold", "i": "Italic", "bi": "BoldItalic"}
_SMALL = 0.65  # of the size: raised and lowered letters
_OTHER = 0.6  # of the size: a letter of another font
# What Typst stretches before a line counts as loose (resources/press/setting.typ): half of each space, and letters.
_SPACE, _TRACKING = 0.5, 0.02
_SHRINK = 1 / 3  # of each space
_BORNE = 1.8  # times the natural width
_TORN = 2.1  # beyond, a line is better left ragged
_LONG = 10  # letters: with shorter words alone no line is torn
_PARTED = "-–—\u200b"  # behind these a word may be broken
_GIVES_WAY, _LOOSE = 30.0, 1000.0  # what they cost beside a line stretched as far as it goes, which costs 1


@dataclass(frozen=True, slots=True)
class Room:
    """Where a paragraph is set: points from side to side, what its first line is set in, the size of its letters."""

    width: float
    first: float = 0.0
    size: float = 11.0


def eased(runs: Sequence[Sequence[str]], room: Room, face: str = "", *, ragged: bool = False) -> list[str]:
    """Return the texts of runs ([text, marks, …]) with plain spaces where a no-break space would tear a line open.

    `face` says which face the paragraph itself is set in: "", "b" or "i". With `ragged` a line break stands for the
    space at the end of a line that nothing else saves; only what prints as it is reckoned here may ask for it.
    """
    texts = [run[0] for run in runs]
    if not any(map(_may_tear if ragged else _holds, texts)):
        return texts
    faces = tuple(_face(run[1], face) for run in runs)
    given = _given_way(tuple(texts), faces, room, ragged)
    return [
        "".join(given.get((number, at), letter) for at, letter in enumerate(text)) if given else text
        for number, text in enumerate(texts)
    ]


def _holds(text: str) -> bool:
    return HELD in text


def _may_tear(text: str) -> bool:
    return HELD in text or any(len(word) >= _LONG for word in text.split(" "))


def _face(marks: str, around: str) -> tuple[str, float]:
    has = set(marks.split()) | set(around)
    face = ("b" if "b" in has else "") + ("i" if "i" in has else "")
    return face, _SMALL if has & {"sup", "sub"} else 1.0


@cache
def _widths(face: str) -> dict[str, float]:
    return widths(RESOURCES / "fonts" / f"Tinos-{_FACES[face]}.ttf")


@lru_cache(maxsize=4096)
def _given_way(
    texts: tuple[str, ...], faces: tuple[tuple[str, float], ...], room: Room, ragged: bool
) -> dict[tuple[int, int], str]:
    """Return what stands for which spaces, by (run, place)."""
    given: dict[tuple[int, int], str] = {}
    line: list[tuple[int, int, str, float]] = []  # run, place, letter, width
    for number, (text, (face, scale)) in enumerate(zip(texts, faces, strict=True)):
        known = _widths(face)
        for at, letter in enumerate(text):
            if letter == "\n":
                given |= _of_stretch(line, room, ragged=ragged)
                line, room = [], Room(room.width, 0.0, room.size)
            else:
                line.append((number, at, letter, known.get(letter, _OTHER) * scale * room.size))
    return given | _of_stretch(line, room, ragged=ragged)


def _of_stretch(
    line: list[tuple[int, int, str, float]], room: Room, *, ragged: bool
) -> dict[tuple[int, int], str]:
    """Return what stands for spaces that end lines where what stands between two line breaks is broken best."""
    if not ragged and not any(letter == HELD for _, _, letter, _ in line):
        return {}
    far = list(accumulate((width for *_, width in line), initial=0.0))
    spaces = list(accumulate((letter in (" ", HELD) for _, _, letter, _ in line), initial=0))
    # The places of the spaces at which a line may end, with where the next begins; the end of all ends the last.
    ends = [at for at, (_, _, letter, _) in enumerate(line) if letter in (" ", HELD)]
    stops = [-1, *ends, len(line)]
    natural = _widths("")[" "] * room.size
    best: list[tuple[float, int]] = [(0.0, 0)]
    reach = 0  # the first break from which a line reaches this far
    for number in range(1, len(stops)):
        end, last = stops[number], number == len(stops) - 1
        found = (float("inf"), number - 1)
        for before in range(number - 1, reach - 1, -1):
            start = stops[before] + 1
            width = room.width - (room.first if before == 0 else 0.0)
            count = spaces[end] - spaces[start]
            extra = width - (far[end] - far[start])
            if extra < -_SHRINK * natural * count and before < number - 1:
                reach = max(reach, before + 1)
                break
            cost = best[before][0] + _cost(extra, count, end - start, natural, room.size, last=last)
            if not last and line[end][2] == HELD:
                cost += _GIVES_WAY
            if cost < found[0]:
                found = (cost, before)
        best.append(found)
    given: dict[tuple[int, int], str] = {}
    at = best[-1][1]
    while at > 0:
        before, end = best[at][1], stops[at]
        start = stops[before] + 1
        extra = room.width - (room.first if before == 0 else 0.0) - (far[end] - far[start])
        widest = _widest(extra, spaces[end] - spaces[start], end - start, natural, room.size)
        following = {letter for _, _, letter, _ in line[end + 1 : stops[at + 1]]}
        run, place, letter, _ = line[end]
        if ragged and widest > _TORN and not ("/" not in following and following & set(_PARTED)):
            given[run, place] = "\n"
        elif letter == HELD:
            given[run, place] = " "
        at = before
    return given


def _widest(extra: float, spaces: int, letters: int, natural: float, size: float) -> float:
    """Return how wide each space of a line becomes as a multiple of its natural width; none without spaces."""
    if spaces == 0:
        return 0.0
    beyond = extra - spaces * natural * _SPACE - letters * size * _TRACKING
    return 1 + _SPACE + beyond / (spaces * natural)


def _cost(extra: float, spaces: int, letters: int, natural: float, size: float, *, last: bool) -> float:
    """Return what a line costs: the cube of how far it is stretched, and much more beyond what can be borne."""
    if last and extra >= 0:
        return 0.0
    stretch = spaces * natural * _SPACE + max(letters, 1) * size * _TRACKING
    if extra < 0:
        return min((-extra / max(spaces * natural * _SHRINK, 0.01)) ** 3, _LOOSE)
    spaces = max(spaces, 1)  # a word alone is as bad as it is short
    beyond = (extra - stretch) / (spaces * natural) - (_BORNE - 1 - _SPACE)
    return float((extra / stretch) ** 3) + (_LOOSE * (1 + beyond) if beyond > 0 else 0.0)
