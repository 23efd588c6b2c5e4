"""RTF bytes to tokens (RTF 1.9.1, "RTF Syntax")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"(?P<open>\{)|(?P<close>\})|(?P<hex>(?:\\'[0-9A-Fa-f]{2})+)"
    rb"|\\(?:(?P<word>[A-Za-z]{1,40})(?P<number>-?[0-9]{1,10})? ?|(?P<sign>[^A-Za-z]))"
    rb"|(?P<text>[^\\{}\r\n\0]+)|(?P<skip>[\r\n\0]+|\\)"
)


class Token(NamedTuple):
    """`kind` is "open", "close", "word", "hex", "sign", "text", "bin" or "lost" (a \\bin that runs over the end)."""

    kind: str
    word: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens of a file; line ends between them mean nothing."""
    at, end = 0, len(data)
    while at < end:
        match = _TOKEN.match(data, at)
        if match is None:  # a single backslash before a letter that no control word begins with
            at += 1
            continue
        at = match.end()
        kind = match.lastgroup
        if kind == "text":
            yield Token("text", data=match[0])
        elif kind in ("open", "close"):
            yield Token(kind)
        elif kind == "hex":
            yield Token("hex", data=bytes.fromhex(match[0].replace(b"\\'", b"").decode("ascii")))
        elif kind == "sign":
            yield Token("sign", data=match["sign"])
        elif kind in ("word", "number"):
            word = match["word"].decode("ascii")
            number = int(match["number"]) if match["number"] else None
            if word == "bin":
                length = number or 0
                if length < 0 or at + length > end:
                    yield Token("lost")
                    return
                yield Token("bin", data=data[at : at + length])
                at += length
            else:
                yield Token("word", word, number)
