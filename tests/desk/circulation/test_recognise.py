from __future__ import annotations

import io
import zipfile

import pytest

from desk.circulation.recognise import stamp_in
from desk.text.stamp import Stamp
from tests.desk.circulation.scripted import DESK, WordFile, articles, stamp_of, written

TEXT = articles()[0]
STAMP = stamp_of(TEXT)
FILE = written(TEXT)


def without(data: bytes, *parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
    return out.getvalue()


def test_each_trace_of_the_desk_says_it_alone() -> None:
    assert stamp_in(FILE, "a.docx") == STAMP
    assert stamp_in(without(FILE, "docProps/custom.xml"), "a.docx") == STAMP
    bare = without(FILE, "docProps/custom.xml", "customXml/item1.xml")
    found = stamp_in(bare, "a.docx")
    assert found is not None
    assert (found.article, found.revision) == (STAMP.article, STAMP.revision)
    assert found.is_of(DESK)
    assert found.names(STAMP.sha256)


def test_the_code_in_print_is_the_last_trace() -> None:
    file = WordFile(FILE)
    file.strip()
    assert stamp_in(file.bytes(), "a.docx") == Stamp("", 0, 0, STAMP.sha256[:10])


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04rubbish", b"\xd0\xcf\x11\xe0"])
def test_other_files_say_nothing(data: bytes) -> None:
    assert stamp_in(data, "a.docx") is None
