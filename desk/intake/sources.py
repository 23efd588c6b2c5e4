"""What lies in a file or a folder: one article, or several with their photographs, each read and recognised."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desk.errors import BadIntake
from desk.intake.document import IntakeDocument
from desk.intake.files import contents, read_document
from desk.intake.kinds import FileKind, kind_of
from desk.intake.recogniser.assemble import article
from desk.intake.recogniser.recognise import Recognised, recognise
from desk.intake.result import Taken


@dataclass(frozen=True, slots=True)
class Source:
    """One article of a file, or why there is none: then `refused` alone is set."""

    name: str  # of the file, and of the part in it: "thư.eml › bài.docx"
    kind: FileKind | None = None
    data: bytes = b""  # the file as it came, to be kept with the article
    document: IntakeDocument | None = None
    found: Recognised | None = None
    taken: Taken | None = None
    refused: BadIntake | None = None


def read_source(path: Path) -> list[Source]:
    """Read a file; BadIntake says why nothing of it can be read, FileTrouble what the disk says."""
    data = contents(path)
    return [read_one(data, path.name, kind_of(data, path.name))]


def read_one(data: bytes, name: str, kind: FileKind) -> Source:
    """Read one text; BadIntake says why it cannot be read."""
    document = read_document(data, name, kind)
    found = recognise(document)
    return Source(name, kind, data, document, found, article(document, found, name))


def read_original(data: bytes, name: str) -> Source:
    """Read a Word file as it was before the changes that were tracked in it; BadIntake as for `read_one`."""
    from desk.intake.word.docx import read_docx  # lxml is loaded with the first Word file

    document = read_docx(data, name, original=True)
    found = recognise(document)
    return Source(name, FileKind.DOCX, data, document, found, article(document, found, name))
