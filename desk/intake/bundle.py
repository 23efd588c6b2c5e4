"""Several files that came together, and what of them may be an article: each text with its own photographs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import PurePosixPath

from desk.errors import BadIntake, IntakeFault
from desk.intake.document import IntakeDocument
from desk.intake.members import Member, MemberKind, Unread, member_kind
from desk.intake.photographs import in_order, owner
from desk.text.decoding import letters

BODY = "body"  # the name of a candidate that is the mail's own text
_LEAST_WORDS = 20  # of a plain text; less is a note, not an article
_FAULTS = {
    MemberKind.PROGRAM: IntakeFault.EXECUTABLE,
    MemberKind.OTHER_ARCHIVE: IntakeFault.ARCHIVE,
    MemberKind.SPREADSHEET: IntakeFault.SPREADSHEET,
    MemberKind.HEIC: IntakeFault.HEIC,
    MemberKind.OTHER: IntakeFault.UNKNOWN_KIND,
    MemberKind.TNEF: IntakeFault.UNKNOWN_KIND,
    MemberKind.MAIL: IntakeFault.TOO_HEAVY,  # packed too deep within others
    MemberKind.ZIP: IntakeFault.TOO_HEAVY,
}
_SAME_TEXT = 0.8


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that may be an article: a file to be read by its kind, or a document that was read already.

    `photographs` are the files beside it that belong to it, in order; pictures inside of it are the document's own.
    `mail` is the name of the mail whose words it is.
    """

    name: str
    data: bytes = b""
    document: IntakeDocument | None = None
    photographs: tuple[Member, ...] = ()
    mail: str = ""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What came together: candidates in order, photographs that belong to none of them, and what was not read."""

    candidates: tuple[Candidate, ...] = ()
    photographs: tuple[Member, ...] = ()
    unread: tuple[Unread, ...] = ()


@dataclass(slots=True)
class _Sorted:
    texts: list[Candidate] = field(default_factory=list)
    photographs: list[Member] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def candidates(
    members: Iterable[Member],
    body: IntakeDocument | None = None,
    pictures: Sequence[Member] = (),
    mail: str = "",
) -> Bundle:
    """Say which files are texts, which photographs, and which text each photograph belongs to.

    `body` is what a `mail` itself says, where that is an article; `pictures` are those set in a mail whose words are
    none. Files that a system or an editor put there are left out, all others that are not taken are named.
    """
    found = _Sorted()
    if body is not None:
        found.texts.append(Candidate(BODY, document=body, mail=mail))
    shown = {picture.data for picture in body.pictures} if body is not None else set()
    for member in members:
        _sort_in(member, found, shown)
    photographs = _once([*pictures, *found.photographs])
    return _together(found.texts, photographs, found.unread)


def joined(bundles: Sequence[Bundle]) -> Bundle:
    """Return several bundles as one; photographs that none of their texts took go to the only text there is."""
    texts = [one for bundle in bundles for one in bundle.candidates]
    loose = _once([photograph for bundle in bundles for photograph in bundle.photographs])
    unread = tuple(one for bundle in bundles for one in bundle.unread)
    if len(texts) == 1 and loose:
        return Bundle((replace(texts[0], photographs=(*texts[0].photographs, *loose)),), unread=unread)
    return Bundle(tuple(texts), tuple(loose), unread)


def refusal(bundle: Bundle, name: str) -> BadIntake:
    """Return what is said of a bundle without a candidate: why its only file was not read, or that it has none."""
    faults = {one.fault for one in bundle.unread}
    for heavy in (IntakeFault.TOO_HEAVY, IntakeFault.ENCRYPTED):
        if faults == {heavy}:
            return BadIntake(heavy, name)
    if len(bundle.unread) == 1:
        return BadIntake(bundle.unread[0].fault, bundle.unread[0].name)
    return BadIntake(IntakeFault.NO_ARTICLE, name)


def repeats(one: IntakeDocument, other: IntakeDocument) -> bool:
    """Say whether two documents are one text: a mail's words often stand in its attachment once more."""
    words, others = (_pairs(document) for document in (one, other))
    less = min(len(words), len(others))
    return less > 0 and len(words & others) >= _SAME_TEXT * less


def _pairs(document: IntakeDocument) -> set[tuple[str, str]]:
    words = " ".join(piece.words for piece in document.pieces).lower().split()
    return set(pairwise(words))


def _sort_in(member: Member, found: _Sorted, shown: set[bytes]) -> None:
    kind = member_kind(member)
    if kind is MemberKind.JUNK:
        return
    if kind is MemberKind.PHOTOGRAPH:
        if member.path is not None or member.data not in shown:
            found.photographs.append(member)
    elif kind is MemberKind.TEXT:
        data = member.content()
        if _is_note(member, data):
            found.unread.append(Unread(member.name, IntakeFault.NO_ARTICLE))
        else:
            found.texts.append(Candidate(member.name, data))
    else:
        found.unread.append(Unread(member.name, _FAULTS[kind]))


def _is_note(member: Member, data: bytes) -> bool:
    if PurePosixPath(member.name).suffix.lower() not in ("", ".txt", ".text", ".md") or len(data) > 1000:
        return False
    try:
        return len(letters(data, member.name).split()) < _LEAST_WORDS
    except BadIntake:
        return False


def _once(photographs: Iterable[Member]) -> list[Member]:
    """Leave out photographs that came before; those on the disk are not opened for it."""
    seen: set[bytes] = set()
    out = []
    for one in photographs:
        key = hashlib.sha256(one.data).digest() if one.path is None else str(one.path).encode("utf-8")
        if key not in seen:
            seen.add(key)
            out.append(one)
    return out


def _together(texts: list[Candidate], photographs: list[Member], unread: list[Unread]) -> Bundle:
    names = [text.name for text in texts]
    own: list[list[Member]] = [[] for _ in texts]
    loose: list[Member] = []
    for photograph in photographs:
        at = owner(photograph, names)
        (loose if at is None else own[at]).append(photograph)
    made = (replace(text, photographs=in_order(group)) for text, group in zip(texts, own, strict=True))
    return Bundle(tuple(made), in_order(loose), tuple(unread))
