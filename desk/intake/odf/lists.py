"""The lists of an OpenDocument text: how each level is numbered (ODF 1.3 part 3, 16.30, 16.33)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from desk.intake.flow.numbering import LEVELS, ListLevel, Numbering
from desk.intake.odf.names import q

_OUTLINE = "text:outline"
_LEVEL_TAGS = tuple(
    q(name)
    for name in (
        *("text:list-level-style-number", "text:list-level-style-bullet", "text:list-level-style-image"),
        "text:outline-level-style",
    )
)


class Lists:
    """Gives list paragraphs and headings their signs, in the order of the text."""

    def __init__(self, roots: Iterable[Any]) -> None:
        self._styles: dict[str, dict[int, ListLevel]] = {}
        self._numbering = Numbering()
        self._keys: dict[str, object] = {}  # the list that an id or a style was last used for
        for root in roots:
            for style in root.iter(q("text:list-style")):
                self._styles[style.get(q("style:name"), "")] = _levels(style)
            for style in root.iter(q("text:outline-style")):
                self._styles[_OUTLINE] = _levels(style)

    def key(self, element: Any, style: str) -> object:
        """Return which list an outermost text:list is: a new one, or one that goes on."""
        before = None
        if goes_on := element.get(q("text:continue-list")):
            before = self._keys.get(f"#{goes_on}")
        elif element.get(q("text:continue-numbering")) == "true":
            before = self._keys.get(style)
        key = object() if before is None else before
        self._keys[style] = self._keys[f"#{element.get(q('xml:id'), '')}"] = key
        return key

    def sign(self, key: object, style: str, level: int, start: int | None) -> str:
        """Return the sign of the next item of a list."""
        levels = self._styles.get(style)
        if levels is None:
            return "•"
        return self._numbering.sign(key, levels, level, start)

    def heading(self, rank: int) -> str:
        """Return the number of the next heading of this rank; "" when headings have none."""
        levels = self._styles.get(_OUTLINE, {})
        shape = levels.get(rank - 1)
        if shape is None:
            return ""
        sign = self._numbering.sign(_OUTLINE, levels, rank - 1)
        return sign if shape.kind else ""


def _levels(style: Any) -> dict[int, ListLevel]:
    out: dict[int, ListLevel] = {}
    for element in style.iterchildren(*_LEVEL_TAGS):
        level = number(element.get(q("text:level"), ""), 1) - 1
        if 0 <= level < LEVELS:
            out[level] = _level(element, level, out)
    return out


def _level(element: Any, level: int, above: Mapping[int, ListLevel]) -> ListLevel:
    if element.tag == q("text:list-level-style-bullet"):
        return ListLevel("", 1, element.get(q("text:bullet-char"), "•"))
    if element.tag == q("text:list-level-style-image"):
        return ListLevel("", 1, "•")
    kind = element.get(q("style:num-format"), "")
    if not kind:
        return ListLevel("", 1, "")
    shown = min(number(element.get(q("text:display-levels"), ""), 1), level + 1)
    places = range(level - shown + 1, level + 1)
    numbers = ".".join(chr(at) for at in places if at == level or above.get(at, ListLevel()).kind)
    prefix, suffix = element.get(q("style:num-prefix"), ""), element.get(q("style:num-suffix"), "")
    start = number(element.get(q("text:start-value"), ""), 1)
    return ListLevel(kind if kind in ("1", "a", "A", "i", "I") else "1", start, f"{prefix}{numbers}{suffix}")


def number(value: str, otherwise: int) -> int:
    """Read a whole number of few digits."""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 7 else otherwise
