"""What kind a foreign file is, by its content: contributors and mail programs name files as they like."""

from __future__ import annotations

import re
import zipfile
from enum import Enum
from io import BytesIO
from pathlib import PureWindowsPath

from desk.errors import BadIntake, IntakeFault


class FileKind(Enum):
    """The kinds that are taken in; the value is the usual ending."""

    DOCX = "docx"
    DOC = "doc"
    RTF = "rtf"
    ODT = "odt"
    TEXT = "txt"
    HTML = "html"
    MHT = "mht"
    EML = "eml"
    MSG = "msg"
    PDF = "pdf"
    ZIP = "zip"


SUFFIXES = frozenset(
    [
        ".docx",
        ".docm",
        ".dotx",
        ".dotm",
        ".doc",
        ".dot",
        ".rtf",
        ".odt",
        ".ott",
        ".fodt",
        ".txt",
        ".text",
        ".html",
        ".htm",
        ".xhtml",
        ".mht",
        ".mhtml",
        ".eml",
        ".msg",
        ".pdf",
        ".zip",
    ]
)
_ZIP, _OLE, _PDF, _RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-", b"{\\rtf"
_EMPTY_ZIP = b"PK\x05\x06"
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"#!/")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_HEIC = re.compile(rb".{4}ftyp(?:heic|heix|mif1|msf1|avif)", re.DOTALL)
_SOUND = (b"ID3", b"OggS", b"RIFF", b"fLaC")
_MAIL = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}")
_MAIL_HEADS = re.compile(
    rb"^(?:from|to|subject|date|received|return-path|mime-version|message-id|content-type|delivered-to|x-[a-z-]+):",
    re.IGNORECASE | re.MULTILINE,
)
_RELATED = re.compile(rb"content-type:\s*multipart/related", re.IGNORECASE)
_SAVED_PAGE = re.compile(
    rb"^(?:content-location|snapshot-content-location):|saved by|^from:\s*<saved",
    re.IGNORECASE | re.MULTILINE,
)
_PAGE = re.compile(
    rb"\s*(?:<!--.{0,400}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|p|div|table|span|h[1-6]|font|center|style|ul|ol|b|i)\b",
    re.IGNORECASE | re.DOTALL,
)
_FLAT_ODF = re.compile(rb"<office:document[\s>]")
_LOOKED_AT = 65_536
_WIDE = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def kind_of(data: bytes, name: str) -> FileKind:
    """Return what a file is; BadIntake says what it is instead, when it cannot be an article."""
    if not data:
        raise BadIntake(IntakeFault.EMPTY, name)
    head = data[:_LOOKED_AT]
    if head.startswith(_EMPTY_ZIP):
        raise BadIntake(IntakeFault.NO_ARTICLE, name)
    if head.startswith(_ZIP):
        return _zipped(data, name)
    if head.startswith(_OLE):
        return _compound(data, name)
    if _PDF in head[:1024]:
        return FileKind.PDF
    if head.lstrip().startswith(_RTF):
        return FileKind.RTF
    for signs, fault in (
        (_PROGRAMS, IntakeFault.EXECUTABLE),
        (_ARCHIVES, IntakeFault.ARCHIVE),
        (_PICTURES, IntakeFault.PICTURE_FILE),
        (_SOUND, IntakeFault.UNKNOWN_KIND),
    ):
        if head.startswith(signs):
            raise BadIntake(fault, name)
    if _HEIC.match(head):
        raise BadIntake(IntakeFault.PICTURE_FILE, name)
    return _written(head, name)


def _zipped(data: bytes, name: str) -> FileKind:
    try:
        parts = zipfile.ZipFile(BytesIO(data)).infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise BadIntake(IntakeFault.BROKEN, name) from error
    if parts and all(part.header_offset for part in parts):  # the end of a zip within a zip that was cut off
        raise BadIntake(IntakeFault.BROKEN, name)
    names = [part.filename for part in parts]
    folders = {one.replace("\\", "/").partition("/")[0].lower() for one in names}
    if "[content_types].xml" in folders:
        if "word" in folders:
            return FileKind.DOCX
        if "xl" in folders:
            raise BadIntake(IntakeFault.SPREADSHEET, name)
        raise BadIntake(
            IntakeFault.BROKEN
            if PureWindowsPath(name).suffix.lower() == ".docx"
            else IntakeFault.UNKNOWN_KIND,
            name,
        )
    if "content.xml" in folders and ("mimetype" in folders or "meta-inf" in folders):
        return FileKind.ODT
    return FileKind.ZIP


def _compound(data: bytes, name: str) -> FileKind:
    """Tell compound files apart by their streams (MS-CFB); what cannot be opened is broken."""
    import olefile  # with the first compound file

    try:
        with olefile.OleFileIO(BytesIO(data)) as file:
            streams = {"/".join(path).lower() for path in file.listdir()}
    except Exception as error:
        raise BadIntake(IntakeFault.BROKEN, name) from error
    if "encryptedpackage" in streams:
        raise BadIntake(IntakeFault.ENCRYPTED, name)
    if "worddocument" in streams:
        return FileKind.DOC
    if any(one.startswith("__properties_version1.0") for one in streams):
        return FileKind.MSG
    if streams & {"workbook", "book"}:
        raise BadIntake(IntakeFault.SPREADSHEET, name)
    raise BadIntake(IntakeFault.UNKNOWN_KIND, name)


def _written(head: bytes, name: str) -> FileKind:
    """Tell what is written in letters apart: a mail, a page, a flat ODF file, a text."""
    for bom, encoding in _WIDE:
        if head.startswith(bom):
            head = head.decode(encoding, "ignore").encode("utf-8")
    lines = _MAIL.match(head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"))
    if lines and len(_MAIL_HEADS.findall(lines[0])) > 1:
        page = _RELATED.search(lines[0]) and (
            _SAVED_PAGE.search(head)
            or not re.search(rb"^(?:to|received):", lines[0], re.IGNORECASE | re.MULTILINE)
        )
        return FileKind.MHT if page else FileKind.EML
    if _FLAT_ODF.search(head[:4096]):
        return FileKind.ODT
    suffix = PureWindowsPath(name).suffix.lower()
    if _PAGE.match(head.removeprefix(b"\xef\xbb\xbf")) or (
        suffix in (".html", ".htm", ".xhtml", ".doc") and b"<" in head
    ):
        return FileKind.HTML
    return FileKind.TEXT
