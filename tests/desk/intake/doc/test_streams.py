"""The streams of a Word 97–2003 file."""

from __future__ import annotations

import pytest

from desk.errors import BadIntake, IntakeFault
from desk.intake.doc.streams import OLE, Part, opened
from tests.desk.intake.answers import answers
from tests.desk.intake.doc.making import made

SAMPLE = answers("doc")[0].read_bytes()


def _fault(data: bytes) -> BadIntake:
    with pytest.raises(BadIntake) as refused:
        opened(data, "a.doc")
    return refused.value


def test_a_file_is_opened_and_its_counts_are_known() -> None:
    file = opened(SAMPLE, "a.doc")
    assert file.counts.body > 100
    assert file.part(Part.PIECES)
    assert file.part(Part.COMMENTS) == b""


def test_a_part_is_where_the_file_says() -> None:
    file = made({Part.FONTS: b"abc", Part.STYLES: b"de"})
    assert (file.part(Part.FONTS), file.part(Part.STYLES), file.part(Part.LISTS)) == (b"abc", b"de", b"")


def test_a_file_with_a_password_says_so() -> None:
    at = SAMPLE.index(b"\xec\xa5")
    locked = bytearray(SAMPLE)
    locked[at + 11] |= 1
    assert _fault(bytes(locked)).fault is IntakeFault.ENCRYPTED


def test_what_is_older_cut_or_no_word_file_is_refused() -> None:
    at = SAMPLE.index(b"\xec\xa5")
    old = bytearray(SAMPLE)
    old[at : at + 2] = b"\xdc\xa5"
    assert _fault(bytes(old)).fault is IntakeFault.UNKNOWN_KIND
    assert _fault(SAMPLE[:3000]).fault is IntakeFault.BROKEN
    assert _fault(OLE + bytes(2000)).fault is IntakeFault.BROKEN
    assert _fault(b"{\\rtf1}").fault is IntakeFault.BROKEN
    assert _fault(b"").fault is IntakeFault.EMPTY
