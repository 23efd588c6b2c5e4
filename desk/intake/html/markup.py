"""Markup that another reader writes of its own format, so that letters, lists and tables are read in one way.

It is well formed, and only `&`, `<`, `>` and `"` are entities: what `HtmlReader` expects of the cleaner.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desk.intake.document import IntakeDocument, SourcePicture
from desk.intake.html.reader import HtmlReader
from desk.text.blocks import Picture

PART = "part:"  # before the key of a picture that comes beside the markup


def escaped(text: str) -> str:
    """Return letters as markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def element(tag: str, content: str = "", **attributes: str) -> str:
    """Return an element around markup; an attribute that is "" is left out, `class_` is `class`."""
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escaped(value)}"'
        for name, value in attributes.items()
        if value
    )
    return f"<{tag}{given}>{content}</{tag}>"


def style(declarations: Mapping[str, str]) -> str:
    """Return the value of a style attribute; what is "" is left out."""
    return ";".join(f"{name}:{value}" for name, value in declarations.items() if value)


def picture(key: str, alt: str = "") -> str:
    """Return the element of a picture that comes beside the markup under this key."""
    return f'<img src="{escaped(PART + key)}" alt="{escaped(alt)}">'


def read_markup(markup: str | Iterable[str], pictures: Mapping[str, bytes] | None = None) -> IntakeDocument:
    """Read markup of a reader of ours; a picture whose key has no bytes is counted as left out.

    The `id` of a `p`, `li`, `h1`…`h6`, `td` or `tr` element becomes the `source` of its piece.
    """
    parts = {PART + key: data for key, data in (pictures or {}).items()}
    reader = HtmlReader(embedded=True, parts=parts)
    reader.read(markup if isinstance(markup, str) else "".join(markup))
    alts = {piece.block.id: piece.block.alt for piece in reader.pieces if isinstance(piece.block, Picture)}
    return IntakeDocument(
        tuple(reader.pieces),
        tuple(SourcePicture(block_id, data, alts.get(block_id, "")) for block_id, data in reader.pictures),
        left_out={kind: count for kind, count in reader.dropped.items() if count},
        lines=tuple(reader.addresses),
    )
