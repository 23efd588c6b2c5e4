"""The door for files: what kind one is, which reader takes it, what the recogniser makes of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desk.errors import BadIntake, IntakeFault
from desk.intake.document import IntakeDocument
from desk.intake.kinds import FileKind, kind_of
from desk.intake.limits import FILE_BYTES
from desk.intake.readers import Reader, reader_of
from desk.intake.recogniser.assemble import article
from desk.intake.recogniser.recognise import recognise
from desk.intake.result import DoubtKind, Taken, lost_parts
from desk.os_errors import file_size, file_trouble

# Most pictures of a page are its own, not the article's; of plain words none is known.
_PAGES = frozenset((FileKind.HTML, FileKind.MHT, FileKind.EML, FileKind.MSG, FileKind.TEXT))


def take_in(path: Path) -> Taken:
    """Read a contributor's file; BadIntake says why it is no article, FileTrouble why it cannot be read."""
    return read_article(contents(path), path.name)


def read_article(data: bytes, name: str) -> Taken:
    """Read a file's bytes into an article; BadIntake says why it is none."""
    document = read_document(data, name)
    return article(document, recognise(document), name)


def contents(path: Path) -> bytes:
    """Return a file's bytes; BadIntake(TOO_HEAVY), FileTrouble."""
    try:
        if file_size(path) > FILE_BYTES:
            raise BadIntake(IntakeFault.TOO_HEAVY, path.name)
        return path.read_bytes()
    except OSError as error:
        raise file_trouble(error, path) from error


def read_document(data: bytes, name: str, kind: FileKind | None = None) -> IntakeDocument:
    """Read one text, of the kind that it is; BadIntake says why it cannot be read."""
    kind = kind or kind_of(data, name)
    reader = _reader(kind)
    if reader is None:
        raise BadIntake(IntakeFault.UNKNOWN_KIND, name)
    document = reader(data, name)
    if kind in _PAGES:
        return document
    return replace(document, doubts=(*document.doubts, *lost_parts(document.left_out)))


def _reader(kind: FileKind) -> Reader | None:
    """Return what reads a kind of file; a reader and its library are loaded with the first file of its kind."""
    if kind is FileKind.DOCX:
        from desk.intake.word.docx import read_docx

        return read_docx
    return _read_doc if kind is FileKind.DOC else reader_of(kind)


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
