"""The pages of properties."""

from __future__ import annotations

import struct

import pytest

from desk.intake.doc.property_pages import Unsound, letter_runs, paragraph_runs
from desk.intake.doc.streams import Part
from tests.desk.intake.doc.making import made


def _page(entry: int, blocks: list[bytes]) -> bytes:
    count = len(blocks)
    page = bytearray(512)
    struct.pack_into(f"<{count + 1}I", page, 0, *(1000 + 10 * number for number in range(count + 1)))
    for number, block in enumerate(blocks):
        at = 400 + 20 * number
        page[at : at + len(block)] = block
        page[4 * (count + 1) + number * entry] = at // 2
    page[511] = count
    return bytes(page)


def test_letters_and_paragraphs_have_their_properties() -> None:
    plc = struct.pack("<III", 0, 99, 2)
    main = _page(1, [b"\x03abc", b"\x01d"])
    runs = letter_runs(made({Part.LETTER_PAGES: plc}, main))
    assert (runs.at(1005), runs.at(1010)) == ((1010, b"abc"), (1020, b"d"))
    assert runs.at(1020)[1] == b""
    assert runs.at(5) == (1000, b"")
    main = _page(13, [b"\x02abc", b"\x00\x01de"])
    runs = paragraph_runs(made({Part.PARAGRAPH_PAGES: plc}, main))
    assert (runs.at(1000)[1], runs.at(1011)[1]) == (b"abc", b"de")


@pytest.mark.parametrize("page", [b"", bytes(512), b"\xff" * 512])
def test_pages_that_contradict_themselves_are_not_believed(page: bytes) -> None:
    with pytest.raises(Unsound):
        letter_runs(made({Part.LETTER_PAGES: struct.pack("<III", 0, 99, 2)}, page))
    with pytest.raises(Unsound):
        letter_runs(made({}))
