"""The files within a mail, an archive or a folder: what each is, told by its content, and which are none of ours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path, PurePosixPath

from desk.errors import BadIntake, IntakeFault
from desk.intake.kinds import FileKind, kind_of
from desk.os_errors import file_trouble
from desk.text.decoding import letters

_HEAD = 4096
_JUNK_NAMES = frozenset(("thumbs.db", "desktop.ini", "ehthumbs.db", "smime.p7s", "signature.asc"))
_JUNK_STARTS = ("~$", ".", "~wrl")
_JUNK_ENDS = (".tmp", ".crdownload", ".part", ".vcf", ".p7s")
_PROGRAM_ENDS = frozenset(
    (".exe", ".scr", ".com", ".pif", ".bat", ".cmd", ".msi", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".hta")
) | {".ps1", ".jar", ".lnk", ".reg", ".dll", ".cpl", ".apk", ".iso", ".img"}
_PROGRAM_STARTS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
_NO_TEXT_ENDS = frozenset(
    (".css", ".xml", ".json", ".ini", ".csv", ".log", ".ics", ".url", ".svg", ".eps", ".ai", ".srt", ".bib")
)
_TEXT_ENDS = frozenset((".doc", ".docx", ".rtf", ".odt", ".pdf", ".txt"))
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"MSCF")
_PHOTOGRAPHS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")
_HEIC = re.compile(rb"....ftyp(?:hei[cxms]|hev[cx]|mif1|msf1|avif)", re.DOTALL)
_TNEF = b"\x78\x9f\x3e\x22"


class MemberKind(Enum):
    """What a file within others is to us."""

    TEXT = auto()
    PHOTOGRAPH = auto()
    HEIC = auto()  # a photograph of an iPhone, which nothing here can open
    MAIL = auto()
    TNEF = auto()  # winmail.dat, in which Outlook packs attachments for Outlook
    ZIP = auto()
    OTHER_ARCHIVE = auto()
    SPREADSHEET = auto()
    PROGRAM = auto()
    JUNK = auto()
    OTHER = auto()


_KINDS = {FileKind.EML: MemberKind.MAIL, FileKind.MSG: MemberKind.MAIL, FileKind.ZIP: MemberKind.ZIP}
_BROKEN_ENDS = {".msg": MemberKind.MAIL, ".zip": MemberKind.ZIP}


@dataclass(frozen=True, slots=True)
class Member:
    """A file within others: its name (NFC, `/` between folders) and its bytes, or where they lie on the disk."""

    name: str
    data: bytes = b""
    path: Path | None = None

    @property
    def last_name(self) -> str:
        """Return the name without folders."""
        return PurePosixPath(self.name).name

    def content(self) -> bytes:
        """Return the bytes; FileTrouble says why they cannot be read."""
        return self._read(-1)

    def head(self) -> bytes:
        """Return the first bytes, enough to know most kinds."""
        return self._read(_HEAD)

    def _read(self, size: int) -> bytes:
        if self.path is None:
            return self.data if size < 0 else self.data[:size]
        try:
            with self.path.open("rb") as file:
                return file.read(size)
        except OSError as error:
            raise file_trouble(error, self.path) from error


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that was not taken, with the reason."""

    name: str
    fault: IntakeFault


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The files of an archive or a folder, in the order of their names, and those that could not be read."""

    members: tuple[Member, ...]
    unread: tuple[Unread, ...] = ()


def is_junk_name(name: str) -> bool:
    """Say whether a system or an editor put the file there, not a person."""
    *folders, last = name.lower().split("/")
    if any(folder in ("__macosx", "$recycle.bin", ".git", ".svn") for folder in folders):
        return True
    return last in _JUNK_NAMES or last.startswith(_JUNK_STARTS) or last.endswith(_JUNK_ENDS)


def member_kind(member: Member) -> MemberKind:
    """Say what a file is: by its first bytes, by its name only for what has none of its own."""
    head = member.head()
    if not head.strip() or is_junk_name(member.name):
        return MemberKind.JUNK
    suffix = PurePosixPath(member.name).suffix.lower()
    if head.startswith(_PROGRAM_STARTS) or suffix in _PROGRAM_ENDS:
        return MemberKind.PROGRAM
    if head.startswith(_PHOTOGRAPHS) or _is_bmp(head) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return MemberKind.PHOTOGRAPH
    if _HEIC.match(head):
        return MemberKind.HEIC
    if head.startswith(_ARCHIVES) or head[257:262] == b"ustar":
        return MemberKind.OTHER_ARCHIVE
    if head.startswith(_TNEF):
        return MemberKind.TNEF
    return _by_content(member, suffix)


def _by_content(member: Member, suffix: str) -> MemberKind:
    data = member.content()
    try:
        kind = kind_of(data, member.last_name)
    except BadIntake as refused:  # what would read it says why it cannot
        if refused.fault is IntakeFault.SPREADSHEET:
            return MemberKind.SPREADSHEET
        if suffix in _TEXT_ENDS or refused.fault is IntakeFault.ENCRYPTED:
            return MemberKind.TEXT
        return _BROKEN_ENDS.get(suffix, MemberKind.OTHER)
    if kind is FileKind.TEXT:
        return _letters_kind(data[:_HEAD], suffix)
    return _KINDS.get(kind, MemberKind.TEXT)


def _is_bmp(head: bytes) -> bool:
    return head[:2] == b"BM" and head[6:10] == bytes(4)


def _letters_kind(head: bytes, suffix: str) -> MemberKind:
    if suffix in _NO_TEXT_ENDS:
        return MemberKind.OTHER
    try:
        letters(head)
    except BadIntake:  # its reader says why it is none
        return MemberKind.TEXT if suffix in _TEXT_ENDS else MemberKind.OTHER
    return MemberKind.TEXT
