"""Plain text to paragraphs."""

from __future__ import annotations

_WRAPPED = range(50, 101)  # columns at which mail programs and old editors break their lines
_SIGNATURE = "-- "  # RFC 3676, 4.3: the one line that ends in a blank and goes on nowhere


def lines(text: str) -> list[str]:
    """Return a plain text's paragraphs: its lines, or its groups where lines were broken to a width."""
    groups: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            groups[-1].append(line)
        else:
            groups.append([])
    groups = [group for group in groups if group]
    if _broken(groups):
        return [" ".join([group[0].rstrip(), *(line.strip() for line in group[1:])]) for group in groups]
    return [line for group in groups for line in group]


def unflowed(text: str, *, joins_words: bool) -> str:
    """Return a text whose lines flow (RFC 3676) with each paragraph on one line.

    `joins_words` is the parameter DelSp: the blank at a line's end is no part of the text.
    """
    out: list[str] = []
    open_line = False
    for raw in text.splitlines():
        quoted = raw.startswith(">")
        line = raw if quoted else raw.removeprefix(" ")
        if open_line and not quoted and line != _SIGNATURE:
            out[-1] += line
        else:
            out.append(line)
        open_line = line.endswith(" ") and line != _SIGNATURE and not quoted
        if open_line and joins_words:
            out[-1] = out[-1][:-1]
    return "\n".join(out)


def _broken(groups: list[list[str]]) -> bool:
    """Say whether lines end where a margin was, not where a paragraph ends."""
    inner = [len(line) for group in groups for line in group[:-1]]
    longest = max((len(line) for group in groups for line in group), default=0)
    return len(groups) > 2 and len(inner) > 2 and longest in _WRAPPED and min(inner) > longest - 25
