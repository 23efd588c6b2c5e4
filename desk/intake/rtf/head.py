"""What stands before an RTF's text: the table of fonts and that of styles."""

from __future__ import annotations

from desk.intake.flow.letters import joined_halves
from desk.intake.flow.style_names import Named, named
from desk.intake.rtf.letters import Font, charset_page, decoded
from desk.intake.rtf.tokens import Token


class FontTable:
    """The fonts by number, filled token by token."""

    def __init__(self) -> None:
        self.fonts: dict[int, Font] = {}
        self._number = 0
        self._page = 0
        self._name = bytearray()

    def take(self, token: Token) -> None:
        """Take a token that stands in the table, outside of its inner groups for other names."""
        if token.kind == "word":
            if token.word == "f":
                self._keep()
                self._number, self._page = token.number or 0, 0
            elif token.word == "fcharset":
                self._page = charset_page(token.number or 0)
            elif token.word == "cpg" and token.number:
                self._page = token.number
        elif token.kind in ("text", "hex"):
            name, semicolon, _ = token.data.partition(b";")
            self._name += name
            if semicolon:
                self._keep()

    def _keep(self) -> None:
        if self._name:
            font = Font("", self._page)
            name = decoded(bytes(self._name), font, 1252).strip()
            self.fonts.setdefault(self._number, Font(name, self._page))
            self._name.clear()


class StyleTable:
    """What the named styles of paragraphs make of them, by number."""

    def __init__(self) -> None:
        self.styles: dict[int, Named] = {}
        self._number = 0
        self._paragraph = True
        self._name = ""
        self._fallback = False  # the letter that stands behind a \\u is to come

    def begin(self) -> None:
        """Begin a style: its group has opened. A style without a number is number 0."""
        self._number, self._paragraph, self._name = 0, True, ""

    def take(self, token: Token, page: int) -> None:
        """Take a token of a style."""
        if token.kind == "word":
            if token.word == "s":
                self._number = token.number or 0
            elif token.word in ("cs", "ds", "ts"):
                self._paragraph = False
            elif token.word == "u" and token.number is not None:
                self._name += joined_halves(chr(token.number & 0xFFFF))
                self._fallback = True
        elif token.kind in ("text", "hex"):
            data = token.data[1:] if self._fallback else token.data
            self._fallback = False
            name, semicolon, _ = data.partition(b";")
            self._name += decoded(name, Font(), page)
            if semicolon:
                if self._paragraph and (meaning := named(self._name)) != Named():
                    self.styles.setdefault(self._number, meaning)
                self._name = ""
