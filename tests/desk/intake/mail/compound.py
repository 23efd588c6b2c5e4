"""Compound files ([MS-CFB]) and mails of Outlook ([MS-OXMSG]) made for tests: no more than a reader asks for."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

_SECTOR = 512
_CUTOFF = 4096
_END, _FREE, _FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF


@dataclass
class Storage:
    """A folder of a compound file."""

    streams: dict[str, bytes] = field(default_factory=dict)
    storages: dict[str, Storage] = field(default_factory=dict)


class _Sectors:
    """Sectors of one size, chained."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.data: list[bytes] = []
        self.chain: list[int] = []

    def put(self, data: bytes) -> int:
        """Store bytes and return their first sector."""
        if not data:
            return _END
        start = len(self.data)
        self.data += [
            data[at : at + self.size].ljust(self.size, b"\0") for at in range(0, len(data), self.size)
        ]
        self.chain += [*range(start + 1, len(self.data)), _END]
        return start


def compound(root: Storage) -> bytes:
    """Return a compound file; the entries of a storage hang on each other to the right."""
    entries: list[bytes] = [b""]
    large, small = _Sectors(_SECTOR), _Sectors(64)

    def add(storage: Storage) -> int:
        right = _NONE
        for name, one in storage.storages.items():
            child = add(one)
            entries.append(_entry(name, 1, right, child, 0, 0))
            right = len(entries) - 1
        for name, data in storage.streams.items():
            start = (small if len(data) < _CUTOFF else large).put(data)
            entries.append(_entry(name, 2, right, _NONE, start, len(data)))
            right = len(entries) - 1
        return right

    first = add(root)
    stream = b"".join(small.data)
    entries[0] = _entry("Root Entry", 5, _NONE, first, large.put(stream), len(stream))
    directory = large.put(b"".join(entries).ljust(-(-len(entries) // 4) * _SECTOR, b"\0"))
    mini = struct.pack(f"<{len(small.chain)}I", *small.chain)
    mini_fat = large.put(mini.ljust(-(-len(mini) // _SECTOR) * _SECTOR, b"\xff"))
    tables = 1
    while tables * 128 < len(large.data) + tables:
        tables += 1
    fat = [*large.chain, *([_FAT] * tables)]
    fat += [_FREE] * (tables * 128 - len(fat))
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(6)
    )
    header += struct.pack(
        "<9I", 0, tables, directory, 0, _CUTOFF, mini_fat, -(-len(mini) // _SECTOR), _END, 0
    )
    at = len(large.data)
    header += struct.pack("<109I", *[at + n if n < tables else _FREE for n in range(109)])
    return header + b"".join(large.data) + struct.pack(f"<{len(fat)}I", *fat)


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    head = raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw), kind, 1, _NONE, right, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)


def properties(head: int, **numbers: int) -> bytes:
    """Return a property stream: `_3705=5` is property 0x3705 with the number 5."""
    out = bytes(head)
    for name, value in numbers.items():
        out += struct.pack("<HHIQ", 0x0003, int(name[1:], 16), 6, value)
    return out


def message(
    texts: dict[int, str], binaries: dict[int, bytes] | None = None, head: int = 32, **numbers: int
) -> Storage:
    """Return a message's storage with its properties."""
    out = Storage({"__properties_version1.0": properties(head, **numbers)})
    for identity, text in texts.items():
        out.streams[f"__substg1.0_{identity:04X}001F"] = text.encode("utf-16-le")
    for identity, data in (binaries or {}).items():
        out.streams[f"__substg1.0_{identity:04X}0102"] = data
    return out


def attach(mail: Storage, name: str, data: bytes | Storage, cid: str = "") -> None:
    """Add an attachment to a message's storage: a file, or a mail."""
    texts = {0x3707: name, **({0x3712: cid} if cid else {})}
    inner = isinstance(data, Storage)
    storage = message(texts, {} if isinstance(data, Storage) else {0x3701: data}, 8, _3705=5 if inner else 1)
    if isinstance(data, Storage):
        storage.storages["__substg1.0_3701000D"] = data
    mail.storages[f"__attach_version1.0_#{len(mail.storages):08X}"] = storage
