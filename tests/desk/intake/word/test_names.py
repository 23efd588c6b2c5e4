"""Attributes of WordprocessingML and the choices of mc:AlternateContent."""

from __future__ import annotations

import pytest
from lxml import etree

from desk.intake.word.names import chosen, has, is_on, letters_of, points, transitional, value, w, whole
from tests.desk.intake.word.making import NAMES


def _read(text: str) -> etree._Element:
    return etree.fromstring(f"<w:p {NAMES}>{text}</w:p>")


def test_strict_names_become_the_usual_ones() -> None:
    strict = b'<a xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main" b="http://purl.oclc.org/ooxml/officeDocument/math"/>'
    assert b'"http://schemas.openxmlformats.org/wordprocessingml/2006/main"' in transitional(strict)
    assert b'"http://schemas.openxmlformats.org/officeDocument/2006/math"' in transitional(strict)


@pytest.mark.parametrize(
    ("said", "on"),
    [("", True), ('w:val="1"', True), ('w:val="0"', False), ('w:val="false"', False), ('w:val="off"', False)],
)
def test_a_property_that_is_there_is_meant(said: str, on: bool) -> None:
    element = _read(f"<w:b {said}/>")
    assert (is_on(element[0]), has(element, "b"), has(element, "i")) == (on, on, False)
    assert not has(None, "b")


def test_what_is_no_number_is_the_default() -> None:
    assert [whole(text, 7) for text in ("3", "-3", " 4 ", "", "x", "²", "9" * 12, "1.5")] == [
        3,
        -3,
        4,
        7,
        7,
        7,
        7,
        7,
    ]


def test_lengths_are_points() -> None:
    assert (points("720", 0.05), points("28pt", 0.05), points("1in", 0.05)) == (36.0, 28.0, 72.0)
    assert (points("-1cm", 0.05), points("x", 0.05), points("50%", 0.05)) == (-28.35, 0.0, 0.0)


def test_blanks_round_letters_count_where_the_file_says_so() -> None:
    kept, gone, none = _read('<w:t xml:space="preserve"> a </w:t><w:t> a\n</w:t><w:t/>')
    assert (letters_of(kept), letters_of(gone), letters_of(none)) == (" a ", "a", "")


def test_the_first_choice_that_is_understood_is_taken() -> None:
    def taken(options: str) -> list[str]:
        (alternate,) = _read(f"<mc:AlternateContent>{options}</mc:AlternateContent>")
        return [value(one, w("id")) for one in chosen(alternate)]

    last = '<mc:Fallback><w:r w:id="3"/></mc:Fallback>'
    shape = '<mc:Choice Requires="wps"><w:r w:id="1"/><w:r w:id="2"/></mc:Choice>'
    assert taken(shape + last) == ["1", "2"]
    assert taken('<mc:Choice Requires="cx"><w:r w:id="1"/></mc:Choice>' + last) == ["3"]
    assert taken('<mc:Choice Requires="wps cx"><w:r w:id="1"/></mc:Choice>' + shape) == ["1", "2"]
    assert taken('<mc:Choice><w:r w:id="1"/></mc:Choice>') == []
    assert taken('<mc:Choice Requires="gone"><w:r w:id="1"/></mc:Choice>') == []
