"""A foreign file that is a zip of parts (Word, ODF, Excel …): opened within limits, each part read when it is needed.

Names in the package are keys and nothing else: no part is ever written to disk.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterable
from io import BytesIO
from typing import Any, TypeAlias

from lxml import etree

from desk.errors import BadIntake, IntakeFault
from desk.intake import limits

Element: TypeAlias = Any  # lxml's stubs know no element that iterates over tags of strings alone

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # MS-CFB 2.2: the signature of a compound file
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")  # MS-OFFCRYPTO 2.3.4.4
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DECLARED = (b"<!DOCTYPE", b"<!ENTITY")
_TOO_DEEP = ("Excessive depth", "huge", "XML_PARSE_HUGE")
_ENCRYPTED_FLAG = 0x1
_UNZIPPABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, struct.error)
_UNKNOWN_WAYS = (NotImplementedError, RuntimeError, ValueError, UnicodeDecodeError)  # of packing, of naming


class Package:
    """The parts of a zip by name, in any case and with any slash; BadIntake says why it cannot be opened."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._left = limits.UNPACKED_BYTES
        if not data:
            raise BadIntake(IntakeFault.EMPTY, name)
        if len(data) > limits.FILE_BYTES:
            raise BadIntake(IntakeFault.TOO_HEAVY, name)
        if data.startswith(OLE):
            locked = _ENCRYPTED_STREAM in data
            raise BadIntake(IntakeFault.ENCRYPTED if locked else IntakeFault.UNKNOWN_KIND, name)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (*_UNZIPPABLE, *_UNKNOWN_WAYS) as error:
            raise BadIntake(IntakeFault.BROKEN, name) from error
        infos = self._zip.infolist()
        if len(infos) > limits.PARTS:
            raise BadIntake(IntakeFault.TOO_HEAVY, name)
        whole = sum(info.file_size for info in infos)
        if whole > limits.UNPACKED_BYTES and whole > limits.RATIO * len(data):
            raise BadIntake(IntakeFault.TOO_HEAVY, name)
        if any(info.flag_bits & _ENCRYPTED_FLAG for info in infos):
            raise BadIntake(IntakeFault.ENCRYPTED, name)
        self._infos = {_key(info.filename): info for info in infos}

    def __contains__(self, part: str) -> bool:
        return _key(part) in self._infos

    def size(self, part: str) -> int:
        """Return how many bytes a part says that it has; 0 when it is not there."""
        info = self._infos.get(_key(part))
        return info.file_size if info else 0

    def read(self, part: str) -> bytes:
        """Return a part's bytes, b"" when it is not there; BadIntake when it is broken or a bomb."""
        info = self._infos.get(_key(part))
        if info is None:
            return b""
        grown = info.file_size > limits.RATIO_BYTES and info.file_size > limits.RATIO * info.compress_size
        if grown or info.file_size > min(limits.PART_BYTES, self._left):
            raise BadIntake(IntakeFault.TOO_HEAVY, self.name)
        self._left -= info.file_size
        try:
            return self._zip.read(info)
        except (*_UNZIPPABLE, *_UNKNOWN_WAYS) as error:
            raise BadIntake(IntakeFault.BROKEN, self.name) from error

    def xml(self, part: str) -> bytes:
        """Return an XML part in UTF-8, b"" when it is not there; BadIntake DANGEROUS when it declares entities."""
        return safe_xml(self.read(part), self.name)

    def root(self, part: str) -> Element | None:
        """Return the root of an XML part; None when the part is not there, BadIntake when it is broken."""
        data = self.xml(part)
        return parsed(data, self.name) if data else None


def safe_xml(data: bytes, name: str) -> bytes:
    """Return XML in UTF-8; BadIntake DANGEROUS when it has a document type or entities of its own."""
    if data.startswith(_UTF_16):
        try:
            data = _DECLARATION.sub("", data.decode("utf-16")).encode("utf-8")
        except UnicodeError as error:
            raise BadIntake(IntakeFault.BROKEN, name) from error
    if any(sign in data for sign in _DECLARED):
        raise BadIntake(IntakeFault.DANGEROUS, name)
    return data


def parsed(data: bytes, name: str) -> Element:
    """Parse XML that `safe_xml` let through; BadIntake when it is broken or too deep."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise xml_fault(error, name) from error
    _refuse_types(root, name)
    return root


def children(data: bytes, name: str, around: str, tags: Iterable[str]) -> Iterable[Element]:
    """Yield the elements of these tags whose parent is `around`, and those deeper, as soon as each is whole.

    One that stands right in `around` is emptied once the caller asks for the next: a long text is never whole
    in memory. BadIntake when the XML is broken or too deep.
    """
    events = etree.iterparse(
        BytesIO(data), events=("end",), tag=tuple(tags), resolve_entities=False, no_network=True,
        huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        for _, element in events:
            yield element
            parent = element.getparent()
            if parent is not None and parent.tag == around:
                element.clear()
                while element.getprevious() is not None:
                    del parent[0]
    except etree.XMLSyntaxError as error:
        raise xml_fault(error, name) from error
    _refuse_types(events.root, name)


def xml_fault(error: etree.XMLSyntaxError, name: str) -> BadIntake:
    """Return what is said of XML that cannot be parsed."""
    deep = any(sign in str(error) for sign in _TOO_DEEP)
    return BadIntake(IntakeFault.TOO_HEAVY if deep else IntakeFault.BROKEN, name)


def _refuse_types(root: Element, name: str) -> None:
    """Refuse a document type in an encoding that `safe_xml` does not read."""
    if root is not None and root.getroottree().docinfo.doctype:
        raise BadIntake(IntakeFault.DANGEROUS, name)


def _key(part: str) -> str:
    """Return a part's name as it is looked up: OPC (ECMA-376 part 2, 6.2.2.3) compares names in any case."""
    return part.replace("\\", "/").lstrip("/").lower()
