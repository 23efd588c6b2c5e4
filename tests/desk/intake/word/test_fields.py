"""Fields: instructions hide, results are seen, links lead."""

from __future__ import annotations

import pytest

from desk.intake.word.fields import Fields, address


def test_an_instruction_hides_and_a_result_is_seen() -> None:
    fields = Fields()
    fields.mark("begin")
    assert fields.hides
    fields.instruct(' HYPERLINK "https://a')
    fields.instruct('.example" ')
    fields.mark("separate")
    assert (fields.hides, fields.link) == (False, "https://a.example")
    fields.mark("begin")
    assert fields.hides
    fields.mark("separate")
    assert (fields.hides, fields.link) == (False, "https://a.example")
    fields.mark("end")
    fields.mark("end")
    assert (fields.hides, fields.link) == (False, "")
    fields.mark("end")
    assert not fields.hides


def test_an_instruction_that_never_ends_costs_no_further_paragraph() -> None:
    fields = Fields()
    fields.mark("begin")
    fields.end_paragraph()
    assert not fields.hides
    fields.mark("begin")
    fields.mark("separate")
    fields.end_paragraph()
    fields.instruct("a")
    assert not fields.hides


@pytest.mark.parametrize(
    ("instruction", "found"),
    [
        (' HYPERLINK "https://a.example/b c" \\o "x"', "https://a.example/b c"),
        ("hyperlink http://a.example", "http://a.example"),
        (' HYPERLINK \\l "muc1"', ""),
        (" SEQ Hình \\* ARABIC", ""),
        ("", ""),
    ],
)
def test_addresses(instruction: str, found: str) -> None:
    assert address(instruction) == found
