"""The tags and letters of cleaned HTML, one after the other."""

from __future__ import annotations

import re

# The cleaner writes every "<" and ">" that is no tag's as an entity, and every value between double quotes.
_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)([^>]*)>|([^<]+)")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_ID = re.compile(r' id="([^"]*)"')
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&nbsp;", "\xa0"), ("&amp;", "&"))


def tokens(clean: str) -> list[tuple[str, str, str, str]]:
    """Return (`/` of an end tag, tag, its attributes as written, letters) of well-formed HTML; all are short."""
    return _TOKEN.findall(clean)


def unescaped(text: str) -> str:
    """Return the letters that the cleaner wrote; it knows these five entities."""
    if "&" not in text:
        return text
    for entity, sign in _ENTITIES:
        text = text.replace(entity, sign)
    return text


def without_id(given: str) -> tuple[str, str]:
    """Return the attributes of a tag without its id, and the id."""
    match = _ID.search(given)
    return (given[: match.start()] + given[match.end() :], unescaped(match[1])) if match else (given, "")


def attributes(given: str) -> dict[str, str]:
    """Return the attributes of a tag."""
    return {key: unescaped(value) for key, value in _ATTRIBUTE.findall(given)}
