"""The stamp of a file that one article leaves the desk as: which text of which desk it is, and its paragraphs' names.

What a word processor drops of it other traces say again: a property, a custom part, a bookmark, the printed code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

BLOCK_MARK = "_bbt_"  # how the bookmark round a paragraph begins
TEXT_MARK = "_bbs_"  # the bookmark that says the stamp itself
CAPTION = "_c"  # behind the name of a picture: its caption
HEADS = ("title", "lead", "byline")  # places of the head, as bookmarks name them
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: nothing that is read for something else
_DIGITS = 10  # hexadecimal ones that a code holds
_LETTERS = 8
_ALIKE = str.maketrans("OILoil", "011011")
_PLAIN = re.compile(r"[0-9A-Za-z]{1,30}")
_NAMED = re.compile(rf"{TEXT_MARK}(\d+)_(\d+)_([0-9a-f]{{{_DIGITS}}})_([0-9a-f]{{8}})")
_CODE = re.compile(rf"[{_SIGNS}]{{{_LETTERS}}}")


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which revision of which article of which desk (the hash of its journal's first entry) a file was made of.

    One that was read from a bookmark alone knows no more of the two digests than their first digits.
    """

    desk: str
    article: int
    revision: int
    sha256: str

    def is_of(self, desk: str) -> bool:
        """Say whether it is of the desk with this hash."""
        return bool(self.desk) and desk.startswith(self.desk)

    def names(self, sha256: str) -> bool:
        """Say whether it names the text with this SHA-256."""
        return bool(self.sha256) and sha256.startswith(self.sha256)

    @property
    def bookmark(self) -> str:
        """Return the name of a bookmark that says it, of at most 40 signs as Word wants."""
        return f"{TEXT_MARK}{self.article}_{self.revision}_{self.sha256[:_DIGITS]}_{self.desk[:8]}"


def stamp_of(bookmark: str) -> Stamp | None:
    """Read the stamp that a bookmark's name says; None when it is another bookmark."""
    found = _NAMED.fullmatch(bookmark)
    return Stamp(found[4], int(found[1]), int(found[2]), found[3]) if found else None


def short_code(sha256: str) -> str:
    """Return the code of a revision that is printed and typed in again, such as "7KQ2-M9XD"."""
    number = int(sha256[:_DIGITS], 16)
    letters = "".join(_SIGNS[number >> 5 * at & 31] for at in reversed(range(_LETTERS)))
    return f"{letters[:4]}-{letters[4:]}"


def digits_of(code: str) -> str:
    """Return how the SHA-256 of a typed code begins; "" for what is none. Spaces, hyphens, O for 0 are forgiven."""
    letters = "".join(sign for sign in code.translate(_ALIKE).upper() if sign.isalnum())
    if not _CODE.fullmatch(letters):
        return ""
    number = 0
    for sign in letters:
        number = number << 5 | _SIGNS.index(sign)
    return f"{number:0{_DIGITS}x}"


def block_mark(block: str) -> str:
    """Return the bookmark of a block or of a place of the head ("@title"); "" where its id makes no name."""
    name = block.removeprefix("@").removesuffix(CAPTION)
    return f"{BLOCK_MARK}{block.removeprefix('@')}" if _PLAIN.fullmatch(name) else ""


def marked_block(bookmark: str) -> str:
    """Return the block, or the place of the head, that a bookmark names; "" when it is another bookmark."""
    if not bookmark.startswith(BLOCK_MARK):
        return ""
    name = bookmark.removeprefix(BLOCK_MARK)
    return f"@{name}" if name in HEADS else name
