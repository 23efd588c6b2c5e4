"""Whether a Word text only names fonts before Unicode: a person typed Unicode into an old template."""

from __future__ import annotations

import re

# No code before Unicode has them; U+0110 and others of VNI's and TCVN3's own tables are below U+0100.
_UNICODE = re.compile("[\u0102-\u01b0\u1ea0-\u1ef9]")
# TCVN3's signs beside letters, and letters of VNI and TCVN3 that Vietnamese in Unicode does not have.
_BEFORE = re.compile("(?<=[A-Za-z])[¨©ª«¬®µ¶·¸¹]|[¨©ª¬®µ¶·¸¹](?=[A-Za-z])|[ñøûïäåëüöæçðþÞßÖØÑÛÏÄÅËÜÆ]")
_LETTERS = re.compile(rb"<(?:\w+:)?t(?: [^>]*)?>([^<]*)<")
_REFERENCE = b"&#"


def only_named(text: bytes) -> bool:
    """Say whether the letters of a text (its XML in UTF-8) are Unicode throughout, whatever its fonts are called.

    Letters alone cannot always say so: "Cô Hà" is Unicode and TCVN3 as well. The text around them can.
    """
    if _REFERENCE in text:
        return False
    unicode_seen = False
    for match in _LETTERS.finditer(text):
        if match[1].isascii():
            continue
        letters = match[1].decode("utf-8", "ignore")
        if _BEFORE.search(letters):
            return False
        unicode_seen = unicode_seen or _UNICODE.search(letters) is not None
    return unicode_seen
