"""The files of a zip, read into memory within limits and never written to disk (PKWARE APPNOTE 6.3)."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from io import BytesIO

from desk.errors import BadIntake, IntakeFault
from desk.intake import limits
from desk.intake.archive.names import zip_name
from desk.intake.members import Member, Unpacked, Unread, is_junk_name
from desk.intake.photographs import natural

_ENCRYPTED_FLAG = 0x1  # APPNOTE 4.4.4, bit 0
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, struct.error, ValueError, UnicodeDecodeError)
_OTHER_WAYS = (NotImplementedError, RuntimeError)  # ways of packing that Python does not know


def members_of(data: bytes, name: str) -> Unpacked:
    """Return the files of a zip in the order of their names; links, folders and what systems put there are left out.

    BadIntake: EMPTY, ENCRYPTED, TOO_HEAVY (a bomb among them), BROKEN. One broken file among others is `unread`.
    """
    if not data:
        raise BadIntake(IntakeFault.EMPTY, name)
    if len(data) > limits.FILE_BYTES:
        raise BadIntake(IntakeFault.TOO_HEAVY, name)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (*_BROKEN, *_OTHER_WAYS) as error:
        raise BadIntake(IntakeFault.BROKEN, name) from error
    with archive:
        infos = archive.infolist()
        if min((info.header_offset for info in infos), default=0) > 0:  # the end of a zip packed inside of it
            raise BadIntake(IntakeFault.BROKEN, name)
        _refuse(infos, name)
        members: list[Member] = []
        unread: list[Unread] = []
        for info in infos:
            inner = zip_name(info)
            if info.is_dir() or _is_link(info) or is_junk_name(inner):
                continue
            try:
                members.append(Member(inner, archive.read(info)))
            except _OTHER_WAYS:
                unread.append(Unread(inner, IntakeFault.ARCHIVE))
            except _BROKEN:
                unread.append(Unread(inner, IntakeFault.BROKEN))
    return Unpacked(tuple(sorted(members, key=lambda one: natural_path(one.name))), tuple(unread))


def natural_path(name: str) -> list[list[tuple[int, int, str]]]:
    """Return a key that sorts paths folder by folder, files of a folder before those of its folders."""
    *folders, last = name.split("/")
    return [*([(2, 0, ""), *natural(folder)] for folder in folders), natural(last)]


def _refuse(infos: list[zipfile.ZipInfo], name: str) -> None:
    if len(infos) > limits.PARTS:
        raise BadIntake(IntakeFault.TOO_HEAVY, name)
    if any(info.flag_bits & _ENCRYPTED_FLAG for info in infos):
        raise BadIntake(IntakeFault.ENCRYPTED, name)
    grown = any(
        info.file_size > limits.RATIO_BYTES and info.file_size > limits.RATIO * info.compress_size
        for info in infos
    )
    heavy = any(info.file_size > limits.PART_BYTES for info in infos)
    if grown or heavy or sum(info.file_size for info in infos) > limits.MEMBERS_BYTES:
        raise BadIntake(IntakeFault.TOO_HEAVY, name)


def _is_link(info: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(info.external_attr >> 16)
