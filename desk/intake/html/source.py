"""The source of a page made ready for its reader, in one pass: comments, style sheets and scripts apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

_APART = re.compile(r"<!--|<(script|style|title)(?=[\s/>])", re.IGNORECASE)
_EMPTY_COMMENT = re.compile("-?>")
_COMMENT_END = re.compile("--!?>")
_RAW_ENDS = {
    tag: re.compile(rf"</{tag}\b[^>]{{0,100}}>?", re.IGNORECASE) for tag in ("script", "style", "title")
}
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
    closed_before = max(html.rfind("-->"), html.rfind("--!>"))
    while match := _APART.search(html, at):
        parts.append(html[at : match.start()])
        raw = (match[1] or "").lower()
        if raw:
            inside, at = _raw(html, match.end(), raw)
            if raw == "style":
                styles.append(inside.partition(">")[2])
            scripts += raw == "script"
            continue
        words, at = _comment(html, match.end(), closed_before)
        if words == "StartFragment" and not start:
            start = len(parts)
        elif words == "EndFragment":
            end = len(parts)
    parts.append(html[at:])
    parts[0] = _HEADER.sub("", parts[0])
    fragment = markup = "".join(parts[start:end])
    if start or end is not None:
        after = "" if end is None else "".join(parts[end:])
        markup = "".join((*_TAGS.findall("".join(parts[:start])), fragment, *_TAGS.findall(after)))
    embedded, comments = len(_EMBEDDED.findall(fragment)), fragment.count("<comment>")
    return HtmlSource(markup, "\n".join(styles), scripts, embedded, comments)


def _comment(html: str, at: int, closed_before: int) -> tuple[str, int]:
    """Return a comment's words and where it ends; one that nothing closes ends at the next ">", not with the page.

    A browser would show nothing behind it: what was pasted would be lost without a word.
    """
    empty = _EMPTY_COMMENT.match(html, at)
    if empty:
        return "", empty.end()
    end = _COMMENT_END.search(html, at) if at <= closed_before else None
    if end:
        return html[at : end.start()].strip(), end.end()
    mark = html.find(">", at)
    return "", mark + 1 if mark >= 0 else len(html)


def _raw(html: str, at: int, tag: str) -> tuple[str, int]:
    """Return what stands in a script, a style sheet or a title, and where it ends."""
    end = _RAW_ENDS[tag].search(html, at)
    return (html[at : end.start()], end.end()) if end else (html[at:], len(html))
