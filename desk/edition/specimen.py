"""A specimen: the smallest issue that has one of everything, made to have everything loaded that makes an issue."""

from __future__ import annotations

import io
from hashlib import sha256

from PIL import Image

from desk.edition.edition import Edition, Imprint, Names, Piece, SectionPart
from desk.text.blocks import ArticleText, Heading, ListItem, Mark, Paragraph, Picture, Quote, Run, Table

_WORDS = "Ngày 01/7/2014, Bộ Chính trị ban hành Nghị quyết số 36-NQ/TW về công nghệ thông tin. " * 3


def specimen() -> Edition:
    """Return an issue of one article: titles, a lead, paragraphs, a list, a quotation, a table and a picture."""
    file = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").resize((1400, 900)).save(file, "JPEG")
    picture = sha256(file.getvalue()).hexdigest()
    said = (Run(_WORDS), Run(_WORDS, frozenset({Mark.ITALIC})), Run(_WORDS, frozenset({Mark.BOLD})))
    cell = (Run(_WORDS[:20]),)
    blocks = (
        Paragraph("", said),
        Heading("", said[:1], 1),
        Heading("", said[:1], 2),
        ListItem("", said, True),
        ListItem("", said, False),
        Picture("", picture, _WORDS[:40]),
        Paragraph("", said),
        Quote("", said),
        Table("", ((cell, cell), (cell, cell)), True),
        Paragraph("", said),
    )
    text = ArticleText(_WORDS[:80], _WORDS[:120], "Ban Biên tập", None, blocks)
    pieces = (Piece(1, 1, "", text), Piece(2, 1, "", text))
    imprint = Imprint(responsible="Ban Biên tập", copies=1)
    return Edition(
        "1", 2026, 1, Names("", ""), (SectionPart("Tin tức", pieces),), {picture: file.getvalue()}, imprint
    )
