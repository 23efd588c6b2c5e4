"""Which reader reads which kind of file, but Word's own: of what comes in, and of what stands within a Word file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from desk.intake.document import IntakeDocument
from desk.intake.kinds import FileKind

Reader: TypeAlias = Callable[[bytes, str], IntakeDocument]


def reader_of(kind: FileKind) -> Reader | None:
    """Return what reads a kind of file; a reader and its library are loaded with the first file of its kind."""
    if kind is FileKind.RTF:
        from desk.intake.rtf.reader import read_rtf

        return read_rtf
    if kind is FileKind.ODT:
        from desk.intake.odf.reader import read_odf

        return read_odf
    if kind is FileKind.PDF:
        from desk.intake.pdf.reader import read_pdf

        return read_pdf
    if kind is FileKind.MHT:
        from desk.intake.mail.mht import read_mht

        return read_mht
    if kind is FileKind.HTML:
        from desk.intake.web_page import read_page

        return read_page
    if kind is FileKind.TEXT:
        from desk.intake.plain_text import read_text

        return read_text
    return None
