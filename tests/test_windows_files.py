"""What is made ready for the Windows program: a library without its fonts keeps every other byte where it was."""

from __future__ import annotations

import importlib.util
import struct
from pathlib import Path
from types import ModuleType

import pytest

from desk.paths import RESOURCES

_FIRST, _PAGE, _DATA, _CODE = 0x400, 0x1000, 0x40000040, 0x60000020


def _module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("without_fonts", RESOURCES / "windows" / "without_fonts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _library(data: bytes, *, signed: int = 0) -> bytes:
    """Return a PE file of two sections: code, and `data` with a debugger's entry before it."""
    code = bytes(range(256)) * 2
    data = struct.pack("<28x") + data
    data += bytes(-len(data) % 0x200)
    header = bytearray(_FIRST)
    struct.pack_into("<I", header, 0x3C, 0x40)
    struct.pack_into("<4sHH12xH", header, 0x40, b"PE\0\0", 0x8664, 2, 240)
    optional = 0x40 + 24
    struct.pack_into("<II", header, optional + 32, _PAGE, 0x200)
    struct.pack_into("<II", header, optional + 112 + 8 * 4, signed, signed)
    memory = 2 * _PAGE
    struct.pack_into("<II", header, optional + 112 + 8 * 6, memory, 28)
    place = _FIRST + len(code)
    told = place + len(data) - 0x10  # a debugger's words lie last
    data = data[:24] + struct.pack("<I", told) + data[28:-0x10] + b"of the debugger."
    for number, row in enumerate(
        (
            (b".text", len(code), _PAGE, len(code), _FIRST, 0, 0, 0, 0, _CODE),
            (b".rdata", len(data), memory, len(data), place, 0, 0, 0, 0, _DATA),
        )
    ):
        struct.pack_into("<8sIIIIIIHHI", header, optional + 240 + 40 * number, *row)
    return bytes(header) + code + data


def _in_memory(file: bytes) -> bytearray:
    """Return what Windows would lay into memory."""
    header = struct.unpack_from("<I", file, 0x3C)[0]
    count, size = struct.unpack_from("<H12xH", file, header + 6)
    memory = bytearray()
    for number in range(count):
        _, long, at, raw, place = struct.unpack_from("<8sIIII", file, header + 24 + size + 40 * number)
        assert at % _PAGE == 0
        assert at >= len(memory)
        memory += bytes(at - len(memory))
        memory += file[place : place + raw][:long].ljust(long, b"\0")
    return memory


def _font() -> bytes:
    return (RESOURCES / "fonts" / "Tinos-Regular.ttf").read_bytes()


def test_a_library_loses_its_fonts_and_nothing_else(tmp_path: Path) -> None:
    font = _font()
    before, between, after = b"before " * 3000, b"between" * 2000, b"after  " * 3000
    whole = _library(before + font + bytes(3) + font + between + font + after)
    (tmp_path / "whole.pyd").write_bytes(whole)

    less = _module().without_fonts(tmp_path / "whole.pyd", tmp_path / "less.pyd")

    made = (tmp_path / "less.pyd").read_bytes()
    assert less == len(whole) - len(made) > 3 * len(font) - 4 * _PAGE
    then, now = _in_memory(whole), _in_memory(made)
    assert len(now) == len(then)
    for words in (before, between, after):
        assert now.count(words) == 1
        assert now.index(words) == then.index(words)
    told = 2 * _PAGE + 24
    differing = [at for at in range(told + 4, len(then)) if then[at] != now[at]]
    first, last = then.index(font), then.rindex(font) + len(font)
    assert first <= differing[0]
    assert differing[-1] < last
    assert not any(now[at] for at in differing)
    place = struct.unpack_from("<I", now, told)[0]
    assert made[place : place + 16] == b"of the debugger."


@pytest.mark.parametrize("case", ["no font", "signed"])
def test_a_library_that_is_not_as_expected_is_refused(tmp_path: Path, case: str) -> None:
    whole = _library(b"nothing" * 90_000) if case == "no font" else _library(_font(), signed=8)
    (tmp_path / "whole.pyd").write_bytes(whole)

    with pytest.raises(ValueError, match="whole"):
        _module().without_fonts(tmp_path / "whole.pyd", tmp_path / "less.pyd")

    assert not (tmp_path / "less.pyd").exists()
