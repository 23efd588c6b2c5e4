"""Tệp gốc: the file that an article was taken from stays with it, byte for byte."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from desk import clock
from desk.database.article_tables import ArticleOriginal, OriginalFile
from desk.database.connection import first, named, rows, streamed
from desk.database.department_tables import Person
from desk.edition.file_names import RESERVED
from desk.errors import BadIntake, FileTrouble, IntakeFault, Missing, Trouble
from desk.text.blocks import nfc

MOST_BYTES = 100 * 2**20
# Every kind that is taken in, with the endings that its files have; nothing else is kept, or ever opened.
ENDINGS: dict[str, tuple[str, ...]] = {
    "docx": ("docx", "docm", "dotx", "dotm"),
    "doc": ("doc", "dot"),
    "rtf": ("rtf",),
    "odt": ("odt", "ott", "fodt"),
    "txt": ("txt", "text"),
    "html": ("html", "htm", "xhtml"),
    "mht": ("mht", "mhtml"),
    "eml": ("eml",),
    "msg": ("msg",),
    "pdf": ("pdf",),
    "zip": ("zip",),
}
_NAMELESS = "tep-goc"


@dataclass(frozen=True, slots=True)
class Original:
    """A file that is taken in: as it is called, its kind (a key of ENDINGS, told by its content), its bytes."""

    name: str
    kind: str
    data: bytes

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of its bytes, hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class OriginalRow:
    """A file that an article was taken from, without its bytes; `size` in bytes, `taken_at` UTC."""

    id: int
    name: str
    kind: str
    sha256: str
    size: int
    taken_at: datetime
    taken_by: str


def checked(original: Original) -> Original:
    """Return an original under the name that it keeps: NFC, without folders.

    BadIntake when it is empty, heavier than 100 MB, or of a kind that is not taken in.
    """
    name = nfc(PurePath(original.name.replace("\\", "/")).name).strip() or _NAMELESS
    if original.kind not in ENDINGS:
        raise BadIntake(IntakeFault.UNKNOWN_KIND, name)
    if not original.data:
        raise BadIntake(IntakeFault.EMPTY, name)
    if len(original.data) > MOST_BYTES:
        raise BadIntake(IntakeFault.ORIGINAL_TOO_HEAVY, name)
    return Original(name, original.kind, original.data)


def keep(article_id: int, original: Original, who: int) -> None:
    """Keep a checked file with an article, inside the act that takes it in; equal bytes are stored once."""
    digest = original.sha256
    OriginalFile.insert(
        sha256=digest, size=len(original.data), data=original.data
    ).on_conflict_ignore().execute()
    ArticleOriginal.insert(
        article=article_id,
        name=original.name,
        kind=original.kind,
        file=digest,
        taken_at=clock.stamp(clock.now()),
        taken_by=who,
    ).execute()


def of(article_id: int) -> list[OriginalRow]:
    """Return the files that an article was taken from, the first one first."""
    found = (
        ArticleOriginal.select(
            ArticleOriginal.id,
            ArticleOriginal.name,
            ArticleOriginal.kind,
            OriginalFile.sha256,
            OriginalFile.size,
            ArticleOriginal.taken_at,
            Person.name.alias("person"),
        )
        .join(OriginalFile, on=(ArticleOriginal.file == OriginalFile.sha256))
        .switch(ArticleOriginal)
        .join(Person, on=(ArticleOriginal.taken_by == Person.id))
        .where(ArticleOriginal.article == article_id)
        .order_by(ArticleOriginal.id)
    )
    return [
        OriginalRow(v.id, v.name, v.kind, v.sha256, v.size, clock.read_stamp(v.taken_at), v.person)
        for v in named(found)
    ]


def data(original_id: int) -> bytes:
    """Return an original's bytes.

    Missing when there is none; FileTrouble (CORRUPT) names one that is not any more what was taken in.
    """
    found = first(
        ArticleOriginal.select(ArticleOriginal.name, OriginalFile.sha256, OriginalFile.data)
        .join(OriginalFile, on=(ArticleOriginal.file == OriginalFile.sha256))
        .where(ArticleOriginal.id == original_id)
    )
    if found is None:
        raise Missing("original")
    name, digest, stored = found
    if hashlib.sha256(stored).hexdigest() != digest:
        raise FileTrouble(Trouble.CORRUPT, name)
    return bytes(stored)


def damaged() -> Iterator[tuple[str, int]]:
    """Yield name and article of every original whose bytes are not any more what was taken in."""
    stored = OriginalFile.select(OriginalFile.sha256, OriginalFile.size, OriginalFile.data)
    spoiled = [
        digest
        for digest, size, kept in streamed(stored)
        if len(kept) != size or hashlib.sha256(kept).hexdigest() != digest
    ]
    of_them = ArticleOriginal.file.in_(spoiled)
    yield from rows(ArticleOriginal.select(ArticleOriginal.name, ArticleOriginal.article).where(of_them))


def copy_name(row: OriginalRow) -> str:
    """Return a name for a copy of an original that every system takes, with an ending of its kind.

    A file named otherwise than what it holds ("tin.exe", a text) is opened as what it holds.
    """
    name = "".join("_" if sign in _FORBIDDEN or ord(sign) < 32 else sign for sign in row.name)
    stem, dot, ending = name.rpartition(".")
    if dot and ending.lower() in ENDINGS[row.kind]:
        name = stem
    else:
        ending = row.kind
    stem = name.strip(" .")[:_STEM_MOST].strip(" .") or _NAMELESS
    if stem.split(".")[0].strip().lower() in RESERVED:
        stem = f"_{stem}"
    return f"{stem}.{ending}"


_FORBIDDEN = '<>:"/\\|?*'
_STEM_MOST = 80  # signs: at three bytes each, and with a long temporary folder before it, within every limit
