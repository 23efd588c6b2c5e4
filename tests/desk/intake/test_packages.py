"""Zips of parts, opened within limits."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from desk.errors import BadIntake, IntakeFault
from desk.intake import limits
from desk.intake.packages import OLE, Package, children, parsed, safe_xml
from tests.desk.intake.word.making import zipped


def _fault(data: bytes, part: str = "") -> IntakeFault:
    with pytest.raises(BadIntake) as refused:
        Package(data, "a").read(part)
    return refused.value.fault


def test_a_part_is_found_in_any_case_and_with_any_slash() -> None:
    package = Package(zipped({"word\\Document.xml": "<a/>", "../b.xml": "b"}), "a")
    assert package.read("word/document.xml") == b"<a/>"
    assert package.read("/WORD/document.XML") == b"<a/>"
    assert "../b.xml" in package  # a name is a key, it leads nowhere
    assert package.read("c.xml") == b""
    assert (package.size("../b.xml"), package.size("c.xml")) == (1, 0)
    assert package.root("c.xml") is None


def test_what_is_no_zip_or_a_cut_one_is_broken() -> None:
    whole = zipped({"a": "a" * 5_000})
    for data in (b"abc", whole[:-30], whole[:40]):
        assert _fault(data) is IntakeFault.BROKEN
    assert _fault(b"") is IntakeFault.EMPTY


def test_a_part_whose_sum_is_wrong_is_broken() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a", "một hai ba")
    assert _fault(out.getvalue().replace(b"hai", b"bon"), "a") is IntakeFault.BROKEN


def test_a_password_is_said() -> None:
    locked = OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")
    assert _fault(locked) is IntakeFault.ENCRYPTED
    assert _fault(OLE + b"\0" * 500) is IntakeFault.UNKNOWN_KIND
    data = bytearray(zipped({"a": "a"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert _fault(bytes(data)) is IntakeFault.ENCRYPTED


def test_a_bomb_is_not_unpacked() -> None:
    assert _fault(zipped({"a": b"\0" * (limits.RATIO_BYTES + 1)}), "a") is IntakeFault.TOO_HEAVY
    assert Package(zipped({"a": b"\0" * limits.RATIO_BYTES}), "a").read("a").count(0) == limits.RATIO_BYTES
    assert _fault(zipped({str(at): "" for at in range(limits.PARTS + 1)})) is IntakeFault.TOO_HEAVY


def test_document_types_and_entities_are_dangerous() -> None:
    for text in (b"<!DOCTYPE a><a/>", b'<a/><!ENTITY b "c">', "<!DOCTYPE a><a/>".encode("utf-16")):
        with pytest.raises(BadIntake) as refused:
            safe_xml(text, "a")
        assert refused.value.fault is IntakeFault.DANGEROUS
    with pytest.raises(BadIntake):  # in an encoding that only the parser knows
        parsed('<?xml version="1.0" encoding="UTF-32"?><!DOCTYPE a><a/>'.encode("utf-32"), "a")


def test_utf_16_becomes_utf_8() -> None:
    text = safe_xml('<?xml version="1.0" encoding="UTF-16"?><a>Đ</a>'.encode("utf-16"), "a")
    assert text == "<a>Đ</a>".encode()
    with pytest.raises(BadIntake):
        safe_xml(b"\xff\xfe<", "a")


def test_children_come_one_by_one_and_leave() -> None:
    text = b"<a><b><c>1</c></b><d/><b><c>2</c></b></a>"
    seen = [(one.tag, "".join(one.itertext())) for one in children(text, "a", "a", ("b", "c"))]
    assert seen == [("c", "1"), ("b", "1"), ("c", "2"), ("b", "2")]


@pytest.mark.parametrize(
    ("text", "fault"),
    [(b"<a><b></a>", IntakeFault.BROKEN), (b"<a>" * 300 + b"</a>" * 300, IntakeFault.TOO_HEAVY)],
)
def test_xml_that_does_not_end_well_is_refused(text: bytes, fault: IntakeFault) -> None:
    for read in (lambda: parsed(text, "a"), lambda: list(children(text, "a", "a", ("b",)))):
        with pytest.raises(BadIntake) as refused:
            read()
        assert refused.value.fault is fault
