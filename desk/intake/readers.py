"""Which reader reads which kind of file, of the files that come in and of those that stand within one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from desk.intake.document import IntakeDocument
from desk.intake.kinds import FileKind
from desk.intake.result import DoubtKind

Reader: TypeAlias = Callable[[bytes, str], IntakeDocument]


def reader_of(kind: FileKind) -> Reader | None:
    """Return what reads a kind of file; a reader and its library are loaded with the first file of its kind."""
    if kind is FileKind.DOCX:
        from desk.intake.word.docx import read_docx

        return read_docx
    if kind is FileKind.DOC:
        return _read_doc
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


def _read_doc(data: bytes, name: str) -> IntakeDocument:
    """Read a file of Word 97-2003; where our reader is in doubt, by an office program of this machine."""
    from desk.intake.doc.converter import converted
    from desk.intake.doc.reader import read_doc
    from desk.intake.word.docx import read_docx

    document = read_doc(data, name)
    if not {doubt.kind for doubt in document.doubts} & {DoubtKind.NO_LOOKS_READ, DoubtKind.NO_PICTURES_READ}:
        return document
    better = converted(data, name)
    return read_docx(better, name) if better else document
