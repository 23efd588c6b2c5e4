"""Where the articles of a finished PDF stand: read from its outline, which a release keeps with its pages."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from desk.edition.page_geometry import MM
from desk.press.typeset.layout import Layout, PageSpan


@dataclass(frozen=True, slots=True)
class _Entry:
    """A heading: whether an article's (else a chuyên mục's), its page from 1, column from 0, mm from the head."""

    article: bool
    page: int
    column: int
    top: float


def placed(layout: Layout, pdf: bytes) -> Layout:
    """Return a layout that knows only pages with the places that the PDF's outline has, in the same order.

    It stays as it is where the outline does not have just these articles.
    """
    entries = list(_entries(pdf, layout.columns))
    articles = [at for at, entry in enumerate(entries) if entry.article]
    if [entries[at].page for at in articles] != [span.first for span in layout.spans]:
        return layout
    spans = (
        _between(span, entries[at], entries[at + 1] if at + 1 < len(entries) else None, layout)
        for span, at in zip(layout.spans, articles, strict=True)
    )
    return replace(layout, spans=tuple(spans))


def _between(span: PageSpan, here: _Entry, following: _Entry | None, layout: Layout) -> PageSpan:
    """Let a span begin at its heading and end where the next heading stands, else at the foot of its last page."""
    span = replace(span, top=here.top, column=here.column, last_column=layout.columns - 1)
    if following is None or following.page > span.last:
        return span
    return replace(span, last=following.page, bottom=following.top, last_column=following.column)


def _entries(pdf: bytes, columns: int) -> Iterator[_Entry]:
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(pdf))

    def walk(outline: list[Any], level: int) -> Iterator[_Entry]:
        for one in outline:
            if isinstance(one, list):
                yield from walk(one, level + 1)
                continue
            number = reader.get_destination_page_number(one)
            left, down = (side if isinstance(side, int | float) else None for side in (one.left, one.top))
            if number is None or down is None:
                continue
            box = reader.pages[number].mediabox
            column = int(columns > 1 and (left or 0) > float(box.width) / 2)
            top = (float(box.top) - down) / MM
            yield _Entry(level > 0, number + 1, column, round(top, 2))

    yield from walk(reader.outline, 0)
