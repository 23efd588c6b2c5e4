"""Documents that an article cites and the office's register does not know: a hint each, and the entry it would be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desk.dates.typed_day import parse_day
from desk.proofing import citing
from desk.proofing.article import Place, PlacedFinding, placed
from desk.proofing.citing import Cited
from desk.proofing.finding import Finding, Severity
from desk.proofing.reading import paragraphs
from desk.proofing.register import Register
from desk.registers.entries import DocumentEntry, split_number
from desk.registers.issuing_body import issuing_body

RULE = "citation.unknown"
_MESSAGE = "Sổ tay chưa có văn bản này."
_CENTURY = date(2000, 1, 1)


def find(
    lines: tuple[Place, ...], text: str, register: Register, spared: tuple[Finding, ...] = ()
) -> tuple[PlacedFinding, ...]:
    """Return the documents cited with their day that the register lacks, each once, beside what was `spared`.

    An office that keeps no documents is told of none.
    """
    if not register.documents or RULE in register.off or "citation" in register.off:
        return ()
    have = {(one.type.casefold(), one.number, one.symbol.casefold(), one.day) for one in register.documents}
    found: list[Finding] = []
    for cited, entry in cited_in(text):
        key = (entry.type.casefold(), entry.number, entry.symbol.casefold(), entry.day)
        start = cited.paragraph.start + cited.start
        end = cited.paragraph.start + max(cited.end, cited.day_at[1], cited.body_at[1])
        stands = any(one.start < end and start < one.end for one in spared)
        if key not in have and not stands:
            have.add(key)
            found.append(Finding(RULE, Severity.HINT, start, end, text[start:end], _MESSAGE))
    return placed(lines, tuple(found))


def entry_of(words: str) -> DocumentEntry | None:
    """Return the document that words cite; None where they name no day."""
    return next((entry for _, entry in cited_in(words)), None)


def cited_in(text: str) -> Iterator[tuple[Cited, DocumentEntry]]:
    """Yield the documents that a text cites with their day."""
    for paragraph in paragraphs(text):
        for cited in citing.read(paragraph):
            day = parse_day(cited.day, _CENTURY) if cited.day else None
            if day is not None:
                number, symbol = split_number(cited.symbol)
                body = issuing_body(paragraph.text, max(cited.end, cited.day_at[1]))
                yield cited, DocumentEntry(cited.type, number, symbol, day, body)
