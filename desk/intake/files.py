"""The door for files: what kind one is, which reader takes it, what the recogniser makes of it."""

from __future__ import annotations

from pathlib import Path

from desk.errors import BadIntake, IntakeFault
from desk.intake.document import IntakeDocument
from desk.intake.kinds import FileKind, kind_of
from desk.intake.limits import FILE_BYTES
from desk.intake.readers import Reader, reader_of
from desk.intake.recogniser.assemble import article
from desk.intake.recogniser.recognise import recognise
from desk.intake.result import DoubtKind, Taken
from desk.os_errors import file_size, file_trouble


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
    reader = _reader(kind or kind_of(data, name))
    if reader is None:
        raise BadIntake(IntakeFault.UNKNOWN_KIND, name)
    return reader(data, name)


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
