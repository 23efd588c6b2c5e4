"""How a register's entry is written in an article: a document cited, somebody with their title, a body's name."""

from __future__ import annotations

from desk.dates.lunar_calendar import written
from desk.registers.entries import DocumentEntry

_PARTY = (
    "/TW",
    "/TU",
    "/HU",
    "/ĐU",
    "/VPTW",
    "/BTGTW",
    "/BTCTW",
    "/UBKTTW",
)  # endings of the Party's symbols
# Titles whose last word begins the body's name: "Trưởng ban" of "Ban Tuyên giáo" is "Trưởng ban Tuyên giáo".
_SHARED = ("ban", "phòng", "văn phòng", "đoàn", "khoa")


def of_party(symbol: str) -> bool:
    """Say whether a symbol is one of the Party's, which is cited with a comma before the date."""
    return symbol.endswith(_PARTY) or (symbol.startswith("-") and "/" in symbol)


def cited(document: DocumentEntry, kind: str = "") -> str:
    """Return a document as it is cited for the first time: type, number and symbol, date, issuer, subject.

    Source: Hướng dẫn 36-HD/VPTW ("…, ngày 22/12/2024 của Bộ Chính trị về …"); a document of the state has no comma.
    """
    text = cited_again(document, kind)
    if document.day is not None:
        text += f"{',' if of_party(document.symbol) else ''} ngày {written(document.day)}"
    if document.body:
        text += f" của {document.body}"
    return f"{text} {document.subject}" if document.subject else text


def cited_again(document: DocumentEntry, kind: str = "") -> str:
    """Return a document as it is cited after the first time."""
    return f"{kind or document.type} số {document.written}"


def titled(title: str, body: str) -> str:
    """Return a title with its body: Bí thư Tỉnh ủy; of Trưởng ban and Ban Tuyên giáo: Trưởng ban Tuyên giáo."""
    for shared in _SHARED:
        if title.casefold().endswith(f" {shared}") and body.casefold().startswith(f"{shared} "):
            return title + body[len(shared) :]
    return f"{title} {body}".strip()


def named(name: str, title: str, body: str) -> str:
    """Return somebody with their title: "Nguyễn Thị Mẫu – Phó Trưởng ban Tuyên giáo Tỉnh ủy"."""
    return f"{name} – {titled(title, body)}"
