"""What lies in a file or a folder: one article, or several with their photographs, each read and recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import TypeAlias
from urllib.parse import unquote

from desk.errors import BadIntake, IntakeFault
from desk.intake.bundle import BODY, Bundle, Candidate, refusal, repeats
from desk.intake.document import IntakeDocument
from desk.intake.files import contents, read_document
from desk.intake.illustrate import illustrated
from desk.intake.kinds import FileKind, kind_of
from desk.intake.limits import PICTURE_BYTES, PICTURES
from desk.intake.members import Member, MemberKind
from desk.intake.recogniser.assemble import article
from desk.intake.recogniser.recognise import Recognised, recognise
from desk.intake.result import Taken, without
from desk.intake.web_page import read_page
from desk.text.blocks import body_text, normal
from desk.text.shingles import numbers, shingles

WITHIN = " › "  # between a file's name and the name of the part in it
_CONTAINERS = {FileKind.ZIP: MemberKind.ZIP, FileKind.EML: MemberKind.MAIL, FileKind.MSG: MemberKind.MAIL}
_WORTH = {
    FileKind.DOCX: 3,
    FileKind.DOC: 2,
    FileKind.ODT: 2,
    FileKind.RTF: 2,
    FileKind.EML: 0,
    FileKind.MSG: 0,
    FileKind.PDF: 0,
}
_WHOLE = {".mht", ".mhtml", ".eml", ".msg", ".zip"}
_WIDTH, _HEIGHT = 300, 180  # pixels of a photograph: what is smaller is a sign of the page
_BESIDE = ("_files", ".files", "_tệp", "_tep")  # folders in which browsers and Word put a page's pictures
_ADDRESS = re.compile(r"<img\b[^>]{0,2000}?\ssrc\s*=\s*[\"']?([^\"'>\s]{1,500})", re.IGNORECASE)


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
    numbers: frozenset[int] = frozenset()  # of the text's shingles, by which it is found to be like another
    awaits: bool = False  # its bytes and its pictures' come after it (`bulk.py`)


def read_source(path: Path) -> list[Source]:
    """Read a file or a folder; BadIntake says why nothing of it can be read, FileTrouble what the disk says."""
    return [one for one in read_sources(path) if isinstance(one, Source)]


Together: TypeAlias = "Path | tuple[Path, ...]"  # a file, a folder, or files that were chosen together


def name_of(chosen: Together) -> str:
    """Return how a file or a folder is called; of several files the first one's name."""
    return chosen.name if isinstance(chosen, Path) else chosen[0].name


def read_sources(path: Together) -> Iterator[Source | int]:
    """Read a file, a folder, or files that were chosen together, photographs with their texts.

    How many there are to come, then one after the other; faults as for `read_source`.
    """
    if isinstance(path, tuple):
        from desk.intake.containers import bundle_among  # loads the readers of mails

        bundle = bundle_among(path)
        if not bundle.candidates:
            raise refusal(bundle, name_of(path))
        yield from _in_folder(bundle, "")
        return
    if path.is_dir():
        from desk.intake.containers import bundle_in

        yield from _in_folder(bundle_in(path), path.name)
        return
    data = contents(path)
    kind = kind_of(data, path.name)
    if kind in _CONTAINERS:
        from desk.intake.containers import bundle_of

        found = _opened(bundle_of(data, path.name, _CONTAINERS[kind]), path.name, data, kind)
    elif kind is FileKind.HTML and (beside := _pictures_beside(path)):
        pictures, word = beside
        found = [_made(path.name, kind, data, read_page(data, path.name, pictures, word=word))]
    else:
        found = [read_one(data, path.name, kind)]
    yield len(found)
    yield from found


def _in_folder(bundle: Bundle, name: str) -> Iterator[Source | int]:
    """Read the texts of a folder one by one; a print of a text that came before it is not taken twice."""
    if not bundle.candidates:
        raise refusal(bundle, name)
    refused = _left_out(bundle, name)
    yield len(bundle.candidates) + len(refused)
    before: list[IntakeDocument] = []
    for one in bundle.candidates:
        source = _candidate(one, name, b"", None)
        if source.document is not None and any(repeats(source.document, other) for other in before):
            yield Source(source.name, refused=BadIntake(IntakeFault.SAME_TEXT, one.name))
            continue
        if source.document is not None:
            before.append(source.document)
        yield source
    yield from refused


def read_one(data: bytes, name: str, kind: FileKind) -> Source:
    """Read one text; BadIntake says why it cannot be read."""
    return _made(name, kind, data, read_document(data, name, kind))


def read_original(data: bytes, name: str) -> Source:
    """Read a Word file as it was before the changes that were tracked in it; BadIntake as for `read_one`."""
    from desk.intake.word.docx import read_docx  # lxml is loaded with the first Word file

    return _made(name, FileKind.DOCX, data, read_docx(data, name, original=True))


def _opened(bundle: Bundle, name: str, data: bytes = b"", kind: FileKind | None = None) -> list[Source]:
    """Read what a mail, a zip or a folder holds; what cannot be read stands among the others with its reason."""
    if not bundle.candidates:
        raise refusal(bundle, name)
    found = [_candidate(one, name, data, kind) for one in bundle.candidates]
    return [*_once(found), *_left_out(bundle, name)]


def _left_out(bundle: Bundle, name: str) -> list[Source]:
    refused = [(one.name, one.fault) for one in bundle.unread]
    refused += [
        (one.name, IntakeFault.PICTURE_FILE) for one in bundle.photographs
    ]  # of several texts no one's
    return [Source(_within(name, one), refused=BadIntake(fault, one)) for one, fault in refused]


def _within(name: str, part: str) -> str:
    return f"{name}{WITHIN}{part}" if name else part


def _once(sources: Sequence[Source]) -> Iterator[Source]:
    """Leave a text out that stands in a better file beside it: a mail's words, a print of a .docx."""
    for at, one in enumerate(sources):
        better = any(
            one.document is not None and other.document is not None and repeats(one.document, other.document)
            for place, other in enumerate(sources)
            if place != at and _worth(other, place) > _worth(one, at)
        )
        yield Source(one.name, refused=BadIntake(IntakeFault.SAME_TEXT, one.name)) if better else one


def _worth(one: Source, place: int) -> tuple[int, int]:
    return (_WORTH.get(one.kind, 1) if one.kind else 1, -place)


def _candidate(one: Candidate, name: str, data: bytes, kind: FileKind | None) -> Source:
    whole = name if one.name == BODY else _within(name, one.name)
    try:
        if one.document is not None:
            return _made(whole, kind, data, one.document, one.photographs)
        inner = kind_of(one.data, one.name)
        return _made(whole, inner, one.data, read_document(one.data, one.name, inner), one.photographs)
    except BadIntake as refused:
        return Source(whole, refused=refused)


def _made(
    name: str,
    kind: FileKind | None,
    data: bytes,
    document: IntakeDocument,
    photographs: tuple[Member, ...] = (),
) -> Source:
    found = recognise(document)
    document, found = illustrated(document, found, photographs)
    taken = article(document, found, name)
    if not taken.text.title and document.title:
        taken = replace(taken, text=replace(taken.text, title=document.title))
    text = normal(without(taken.text, taken.repeated_lead) if taken.repeated_lead else taken.text)
    rows = numbers(shingles(text.title, body_text(text)))
    return Source(name, kind, data, document, found, taken, numbers=rows)


def brings_its_pictures(path: Path) -> bool:
    """Say whether a file has its pictures in it or in a folder of its own: a mail, a zip, a page of Word."""
    return path.suffix.lower() in _WHOLE or _folder_beside(path) is not None


def _folder_beside(path: Path) -> Path | None:
    folders = [path.with_name(path.stem + end) for end in _BESIDE]
    return next((one for one in folders if one.is_dir()), None)


def _pictures_beside(path: Path) -> tuple[dict[str, bytes], bool] | None:
    """Return the pictures that a page names in the folder beside it, by address, and whether Word wrote it.

    A browser saves the page's signs and buttons too: of its pictures those are taken that are large enough to print.
    """
    folder = _folder_beside(path)
    if folder is None:
        return None
    text = path.read_text(encoding="utf-8", errors="replace")
    word = bool(re.search(r"Mso|Generator[^>]{0,80}(?:Word|LibreOffice)", text, re.IGNORECASE))
    found: dict[str, bytes] = {}
    for address in dict.fromkeys(_ADDRESS.findall(text)):
        file = folder / unquote(unescape(address)).rpartition("/")[2].rpartition("\\")[2]
        if len(found) < PICTURES and file.is_file() and file.stat().st_size <= PICTURE_BYTES:
            data = file.read_bytes()
            if word or _prints(data):
                found[unescape(address)] = data
    return (found, word) if found else None


def _prints(data: bytes) -> bool:
    """Return whether a picture is large enough for the bulletin; what is none is not."""
    from PIL import Image

    try:
        with Image.open(BytesIO(data)) as picture:
            width, height = picture.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
    return width >= _WIDTH and height >= _HEIGHT
