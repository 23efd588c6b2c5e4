"""Where the lines of a heading end: each break has a cost, and the lines are about equally long.

Nothing is read as badly as a line that ends in "của", "trong", "về"; best is an end after ":", "–" or ",". The breaks
are reckoned here with the widths of the letters; the other spaces hold together what stands in a line.
"""

from __future__ import annotations

from functools import cache

from desk.paths import RESOURCES
from desk.text.font_files import widths

_HELD = "\u00a0"
_SURE = 0.985  # of the width: letters pushed together or apart by kerning are not reckoned
_LEADING = frozenset(
    (
        *(
            "của",
            "trong",
            "về",
            "và",
            "với",
            "cho",
            "ở",
            "tại",
            "từ",
            "đến",
            "tới",
            "do",
            "bởi",
            "theo",
            "để",
            "vì",
        ),
        *(
            "là",
            "các",
            "những",
            "một",
            "mọi",
            "mỗi",
            "khi",
            "nhằm",
            "như",
            "hoặc",
            "hay",
            "trên",
            "dưới",
            "giữa",
        ),
        *(
            "qua",
            "vào",
            "trước",
            "sau",
            "cùng",
            "gắn",
            "sự",
            "việc",
            "không",
            "chưa",
            "được",
            "bị",
            "đã",
            "đang",
        ),
    )
)
_POINTS = ":;,–—?!"
_BAD, _NAME, _PLAIN, _GOOD = (
    40.0,
    20.0,
    6.0,
    0.0,
)  # beside a line that is a tenth of the width shorter than the others: 1


def in_lines(words: str, width: float, size: float, face: str = "Bold", *, upper: bool = False) -> str:
    """Return a heading in which only the spaces at which its lines shall end are plain.

    `width` and `size` in points; `upper` says that it is printed in capitals. One that fits a line, has line breaks
    of its own, or has a word wider than the width is returned as it came. It takes no more lines than it needs.
    """
    if "\n" in words or " " not in words:
        return words
    known = _widths(face)
    space = known[" "] * size
    tokens = words.split(" ")
    wide = [
        sum(known.get(letter, 0.6) for letter in (one.upper() if upper else one)) * size for one in tokens
    ]
    room = width * _SURE
    if sum(wide) + space * (len(tokens) - 1) <= room or max(wide) > room:
        return words
    ends = _best(tokens, wide, space, room)
    return "".join(
        token + ("" if number == len(tokens) - 1 else " " if number in ends else _HELD)
        for number, token in enumerate(tokens)
    )


def _best(tokens: list[str], wide: list[float], space: float, room: float) -> set[int]:
    """Return after which tokens the lines end: as few lines as can be, and of those ways the cheapest."""
    count = len(tokens)
    whole = sum(wide) + space * (count - 1)
    fewest = _fewest(wide, space, room)
    aim = whole / fewest
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}] + [{} for _ in range(count)]
    for end in range(1, count + 1):
        long = -space
        for start in range(end - 1, -1, -1):
            long += wide[start] + space
            if long > room:
                break
            cost = (10 * (long - aim) / room) ** 2 + (
                _between(tokens[end - 1], tokens[end]) if end < count else 0.0
            )
            for lines, (before, _) in best[start].items():
                total = (before + cost, start)
                if lines < fewest and total < best[end].get(lines + 1, (float("inf"), 0)):
                    best[end][lines + 1] = total
    ends: set[int] = set()
    at = count
    for lines in range(fewest, 1, -1):
        at = best[at][lines][1]
        ends.add(at - 1)
    return ends


def _fewest(wide: list[float], space: float, room: float) -> int:
    lines, long = 1, 0.0
    for one in wide:
        if long and long + space + one > room:
            lines, long = lines + 1, one
        else:
            long += one + (space if long else 0.0)
    return lines


def _between(token: str, following: str) -> float:
    """Return what it costs to end a line between two words."""
    if token[-1:] in _POINTS or not token:
        return _GOOD
    last = token.rpartition(_HELD)[2].casefold()
    if last in _LEADING:
        return _BAD
    # "kinh tế - xã hội" and "Chỉ thị số 05" are names
    return _NAME if last == "-" or following.partition(_HELD)[0].casefold() == "số" else _PLAIN


@cache
def _widths(face: str) -> dict[str, float]:
    return widths(RESOURCES / "fonts" / f"Tinos-{face}.ttf")
