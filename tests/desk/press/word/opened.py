"""Word files opened again."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.document import Document

from tests.desk.press.reading import flat


def opened_word(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def body_letters(document: Document) -> str:
    """Return the letters of the body in reading order, tables included, instructions left out."""
    body: Any = document.element.body
    texts = body.xpath(".//w:t")
    return flat("".join(text.text or "" for text in texts))
