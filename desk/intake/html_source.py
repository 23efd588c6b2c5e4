"""The source of a page made ready for its reader, in one pass: comments, style sheets and scripts apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Each alternative runs on to the end when it is not closed, as in a browser, so a pass is linear in the source.
_APART = re.compile(
    r"<!--(?P<comment>-?>|.*?(?:--!?>|\Z))"
    r"|<(?P<raw>script|style|title)(?=[\s/>])(?P<inside>.*?)(?:</(?P=raw)\b[^>]{0,100}>?|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_TAGS = re.compile(r"<[^<>]*>")
_HEADER = re.compile(r"\AVersion:[\d.]+\s+(?:\w+:\S*\s+)*")
_EMBEDDED = re.compile(
    r"(?<![,='\"])<(?:iframe|object|embed|video|audio|canvas|svg|math|applet)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class HtmlSource:
    """What is read of a page: its markup, the style rules beside it, and how much was no text at all."""

    markup: str
    styles: str = ""
    scripts: int = 0
    embedded: int = 0  # videos, drawings, formulas and other pages
    comments: int = 0  # of cells, as LibreOffice writes them


def source_of(html: str) -> HtmlSource:
    """Take a page apart; of a clipboard's page only the letters of its fragment stay.

    The tags around the fragment stay too: Excel puts its rows into a table that begins outside.
    """
    parts: list[str] = []
    styles: list[str] = []
    scripts = at = start = 0
    end: int | None = None
    for match in _APART.finditer(html):
        parts.append(html[at : match.start()])
        at = match.end()
        raw = (match["raw"] or "").lower()
        if raw == "style":
            styles.append(match["inside"].partition(">")[2])
        elif raw == "script":
            scripts += 1
        elif not raw:
            mark = match["comment"].removesuffix("-->").strip()
            if mark == "StartFragment" and not start:
                start = len(parts)
            elif mark == "EndFragment":
                end = len(parts)
    parts.append(html[at:])
    parts[0] = _HEADER.sub("", parts[0])
    inside = slice(start, end)
    fragment = "".join(parts[inside])
    markup = fragment
    if start or end is not None:
        after = "" if end is None else "".join(parts[end:])
        markup = "".join((*_tags("".join(parts[:start])), fragment, *_tags(after)))
    return HtmlSource(
        markup, "\n".join(styles), scripts, len(_EMBEDDED.findall(fragment)), fragment.count("<comment>")
    )


def _tags(markup: str) -> list[str]:
    return _TAGS.findall(markup)
