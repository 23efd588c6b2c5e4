"""A pasted page's style sheet, as far as it says what a reader sees: hidden, struck, bold, in which letters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

# What only makes a page look well stays out: a document's own font and size are no one's wish.
_MEANT = frozenset(
    (
        "display",
        "visibility",
        "mso-hide",
        "text-decoration",
        "text-decoration-line",
        "text-transform",
        "font-variant",
        "font-weight",
        "font-style",
        "vertical-align",
        "font-family",
        "list-style-type",
        "mso-list",
        "white-space",
    )
)
_TRACKED = {"msoins"}  # how Word draws what came in while changes were tracked
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(?:\.([\w-]+))?")
_BRACES = re.compile("([{}])")

Style = Mapping[str, str]


def parsed(style: str) -> dict[str, str]:
    """Read declarations, names and values in small letters."""
    out: dict[str, str] = {}
    for part in style.split(";"):
        key, colon, value = part.partition(":")
        if colon:
            out[key.strip().lower()] = value.replace("!important", "").strip().lower()
    return out


class StyleSheet:
    """The rules for a tag, a class, or both; every other selector and what is for print or screens alone is left."""

    def __init__(self, text: str = "") -> None:
        self._rules: dict[tuple[str, str], dict[str, str]] = {}
        depth, head = 0, ""
        for piece in _BRACES.split(_COMMENT.sub(" ", text)):
            if piece == "{":
                depth += 1
            elif piece == "}":
                depth = max(0, depth - 1)
            elif depth == 0:
                head = piece.rpartition(";")[2]
            elif depth == 1 and "@" not in head:
                self._add(head, piece)

    def _add(self, selectors: str, declarations: str) -> None:
        meant = {key: value for key, value in parsed(declarations).items() if key in _MEANT}
        for selector in selectors.lower().split(",") if meant else ():
            match = _SELECTOR.fullmatch(selector.strip())
            if match and match[0] and match[2] not in _TRACKED:
                self._rules.setdefault((match[1] or "", match[2] or ""), {}).update(meant)

    def of(self, tag: str, classes: str) -> dict[str, str]:
        """Return what the sheet says of an element of these classes, the closest rule last."""
        if not self._rules:
            return {}
        names = classes.lower().split()
        found: dict[str, str] = dict(self._rules.get((tag, ""), {}))
        for key in [*(("", name) for name in names), *((tag, name) for name in names)]:
            found.update(self._rules.get(key, {}))
        return found


@lru_cache(maxsize=2048)
def declared(style: str) -> dict[str, str]:
    """Return what a style attribute declares, of which a program writes the same one a thousand times."""
    return parsed(style)
