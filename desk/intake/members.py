"""The files within a mail, an archive or a folder: what each is, told by its content, and which are none of ours."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from enum import Enum, auto
from io import BytesIO
from pathlib import Path, PurePosixPath

from desk.errors import BadIntake, IntakeFault
from desk.os_errors import file_trouble
from desk.text.decoding import letters

_HEAD = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # MS-CFB 2.2
_ZIP = b"PK\x03\x04"
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
_HEADERS = re.compile(
    rb"^(?:received|return-path|delivered-to|from|to|date|subject|mime-version|message-id|content-type|reply-to"
    rb"|x-[\w-]+|dkim-signature|arc-[\w-]+|thread-[\w-]+):",
    re.IGNORECASE | re.MULTILINE,
)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|meta|body)[\s>]", re.IGNORECASE)
_MHT = re.compile(rb"^content-type:\s*(?:multipart/related|text/html)", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(rb"^(?:to|received|message-id|delivered-to|return-path):", re.IGNORECASE | re.MULTILINE)


class MemberKind(Enum):
    """What a file within others is to us."""

    TEXT = auto()
    PHOTOGRAPH = auto()
    HEIC = auto()  # a photograph of an iPhone, which nothing here can open
    MAIL = auto()
    TNEF = auto()  # winmail.dat, in which Outlook packs attachments for Outlook
    ZIP = auto()
    OTHER_ARCHIVE = auto()
    PROGRAM = auto()
    JUNK = auto()
    OTHER = auto()


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
    if head.startswith(_ZIP):
        return _zip_kind(member.content())
    if head.startswith(_OLE):
        return _ole_kind(member.content(), suffix)
    if head.startswith(_TNEF):
        return MemberKind.TNEF
    if b"%PDF-" in head[:1024] or head.lstrip().startswith(b"{\\rtf"):
        return MemberKind.TEXT
    if len(_HEADERS.findall(head.partition(b"\r\n\r\n")[0].partition(b"\n\n")[0])) >= 2 and b":" in head[:60]:
        return MemberKind.TEXT if is_saved_page(head) else MemberKind.MAIL
    if _PAGE.search(head):
        return MemberKind.TEXT
    return _letters_kind(head, suffix)


def is_saved_page(head: bytes) -> bool:
    """Say whether a message is a page that a browser or Word saved, which nobody sent."""
    return bool(_MHT.search(head)) and not _SENT.search(head)


def is_cut(archive: zipfile.ZipFile) -> bool:
    """Say whether a zip's end is lost, and the list of files is that of another zip packed inside of it."""
    return min((info.header_offset for info in archive.infolist()), default=0) > 0


def _is_bmp(head: bytes) -> bool:
    return head[:2] == b"BM" and head[6:10] == bytes(4)


def _zip_kind(data: bytes) -> MemberKind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            whole = not is_cut(package)
            names = frozenset(package.namelist()) if whole else frozenset()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        names = frozenset()
    if "[Content_Types].xml" in names or data[30:49] == b"[Content_Types].xml":
        spreadsheet = any(name.startswith(("xl/", "ppt/", "visio/")) for name in names)
        return MemberKind.OTHER if spreadsheet else MemberKind.TEXT
    if data[30:38] == b"mimetype":
        return MemberKind.TEXT if b"opendocument.text" in data[38:120] else MemberKind.OTHER
    return MemberKind.ZIP


def _ole_kind(data: bytes, suffix: str) -> MemberKind:
    names = [
        name.encode("utf-16-le") for name in ("__properties_version1.0", "WordDocument", "EncryptedPackage")
    ]
    if names[0] in data or suffix == ".msg":
        return MemberKind.MAIL
    text = names[1] in data or names[2] in data or suffix in (".doc", ".docx", ".dot")
    return MemberKind.TEXT if text else MemberKind.OTHER


def _letters_kind(head: bytes, suffix: str) -> MemberKind:
    if suffix in _NO_TEXT_ENDS:
        return MemberKind.OTHER
    try:
        letters(head)
    except BadIntake:  # its reader says why it is none
        return MemberKind.TEXT if suffix in _TEXT_ENDS else MemberKind.OTHER
    return MemberKind.TEXT
