"""The body of a mail that Outlook keeps as packed RTF ([MS-OXRTFCP]), most often with HTML in it ([MS-OXRTFEX])."""

from __future__ import annotations

import re
import struct

from desk.errors import BadIntake
from desk.intake import limits
from desk.intake.flow.letters import joined_halves
from desk.intake.mail.body import BodyPart
from desk.intake.rtf.letters import charset_page
from desk.intake.rtf.reader import read_rtf
from desk.intake.rtf.tokens import Token, tokens

_PACKED, _PLAIN = b"LZFu", b"MELA"
# [MS-OXRTFCP] 2.1.2.1: what every dictionary begins with.
_FIRST = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_RING = 4096
_LETTERS = {
    **{
        "par": "\r\n",
        "line": "\r\n",
        "tab": "\t",
        "lquote": "‘",
        "rquote": "’",
        "ldblquote": "“",
        "rdblquote": "”",
    },
    **{"bullet": "•", "endash": "–", "emdash": "—"},
}
_SIGNS = {b"~": "\xa0", b"_": "\xad", b"\\": "\\", b"{": "{", b"}": "}"}
_APART = frozenset(("fonttbl", "colortbl", "stylesheet", "info", "pntext", "generator"))
_TAG = re.compile(r"</?[A-Za-z!]")


def unpacked(data: bytes) -> bytes:
    """Return the RTF of a packed property; b"" where it is none."""
    if len(data) < 16:
        return b""
    _, size, kind, _ = struct.unpack_from("<II4sI", data)
    if kind == _PLAIN:
        return data[16 : 16 + size]
    if kind != _PACKED:
        return b""
    ring = bytearray(_FIRST.ljust(_RING, b"\0"))
    write, at, out = len(_FIRST), 16, bytearray()
    most = min(size, limits.PART_BYTES)
    while at < len(data) and len(out) < most:
        control = data[at]
        at += 1
        for bit in range(8):
            if at >= len(data):
                break
            if not control >> bit & 1:
                piece = data[at : at + 1]
                at += 1
                out += piece
                ring[write] = piece[0]
                write = (write + 1) % _RING
                continue
            reference = int.from_bytes(data[at : at + 2], "big")
            at += 2
            offset, length = reference >> 4, (reference & 0xF) + 2
            if offset == write:
                return bytes(out)
            for step in range(length):
                letter = ring[(offset + step) % _RING]
                out.append(letter)
                ring[write] = letter
                write = (write + 1) % _RING
    return bytes(out)


def rtf_part(data: bytes) -> BodyPart | None:
    """Return a packed RTF body as HTML or as plain text; None where it cannot be read."""
    rtf = unpacked(data)
    if b"\\fromhtml" in rtf[:2000]:
        return BodyPart(html=within(rtf))
    if b"\\fromtext" in rtf[:2000]:
        return BodyPart(text=within(rtf))
    try:
        document = read_rtf(rtf, "")
    except BadIntake:  # the plain text beside it is read instead
        return None
    return BodyPart(text="\n\n".join(piece.words for piece in document.pieces))


def within(rtf: bytes) -> str:
    r"""Return the HTML or the text that RTF was made of: what `\htmltag` holds, and letters outside `\htmlrtf`."""
    return _Within().read(rtf)


class _Within:
    """Follows the groups of the RTF; each has: is it left out, is it for RTF alone, its font, fallback letters."""

    def __init__(self) -> None:
        self._groups: list[tuple[bool, bool, int, int]] = [(False, False, 0, 1)]
        self._pages: dict[int, int] = {}
        self._page = 1252
        self._font_read = -1
        self._in_fonts = 0
        self._out: list[str] = []
        self._bytes = bytearray()
        self._starred = False
        self._skip = 0

    def read(self, rtf: bytes) -> str:
        """Return the letters."""
        for token in tokens(rtf):
            if token.kind == "open":
                self._flush()
                self._groups.append(self._groups[-1])
            elif token.kind == "close":
                self._flush()
                if len(self._groups) > 1:
                    self._groups.pop()
                if len(self._groups) < self._in_fonts:
                    self._in_fonts = 0
            elif token.kind == "word":
                self._word(token.word, token.number)
                continue
            elif token.kind == "sign" and token.data == b"*":
                self._starred = True
                continue
            else:
                self._say(token)
            self._starred = False
        self._flush()
        return joined_halves("".join(self._out))

    def _word(self, word: str, number: int | None) -> None:
        gone, for_rtf, font, fallback = self._groups[-1]
        starred, self._starred = self._starred, False
        if word == "u" and number is not None:
            self._flush()
            if not gone and not for_rtf:
                self._out.append(chr(number & 0xFFFF))
            self._skip = fallback
            return
        self._flush()
        self._skip = 0
        if word == "htmltag":
            gone = False
        elif word == "htmlrtf":
            for_rtf = number != 0
        elif word == "mhtmltag" or word in _APART or (starred and word != "htmltag"):
            gone = True
            if word == "fonttbl":
                self._in_fonts = len(self._groups)
        elif word == "ansicpg" and number:
            self._page = number
        elif word == "f" and number is not None:
            font = self._font_read = number
        elif word == "fcharset" and self._in_fonts:
            self._pages[self._font_read] = charset_page(number or 0)
        elif word == "uc" and number is not None:
            fallback = number
        elif word in _LETTERS and not gone and not for_rtf:
            self._out.append(_LETTERS[word])
        self._groups[-1] = (gone, for_rtf, font, fallback)

    def _say(self, token: Token) -> None:
        gone, for_rtf, _, _ = self._groups[-1]
        data = token.data
        if self._skip and token.kind in ("hex", "text"):
            used = min(self._skip, len(data))
            self._skip -= used
            data = data[used:]
        if gone or for_rtf or token.kind not in ("hex", "text", "sign"):
            return
        if token.kind == "sign":
            self._flush()
            self._out.append(_SIGNS.get(data, ""))
        else:
            self._bytes += data

    def _flush(self) -> None:
        if not self._bytes:
            return
        font = self._groups[-1][2]
        page = self._pages.get(font, 0) or self._page
        name = "utf-8" if page == 65001 else f"cp{page}"
        try:
            self._out.append(self._bytes.decode(name, "replace"))
        except LookupError:
            self._out.append(self._bytes.decode("cp1252", "replace"))
        self._bytes.clear()
