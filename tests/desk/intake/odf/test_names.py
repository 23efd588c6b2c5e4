"""OpenDocument's names."""

from __future__ import annotations

from desk.intake.odf.names import q, short


def test_a_name_goes_to_lxml_and_back() -> None:
    assert q("text:p") == "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
    assert short(q("draw:text-box")) == "draw:text-box"
    assert short("{urn:other}p") == short("p") == short(None) == ""
