"""The outputs in words: each has a name and a purpose of its own."""

from __future__ import annotations

from desk.edition.outputs import Output
from ui.words import export


def test_every_output_has_a_name_and_a_purpose_of_its_own() -> None:
    assert export.output(Output.OFFICE) == "In tại cơ quan"
    assert export.output_purpose(Output.OFFICE) == "hai trang trên một mặt A4, gấp đôi, ghim giữa"
    said = [words(output) for output in Output for words in (export.output, export.output_purpose)]
    assert len(set(said)) == len(said) == 2 * len(Output)


def test_what_cannot_be_chosen_or_should_be_says_why() -> None:
    assert "đúng từng byte" in export.as_released()
    assert "Không chừa xén" in export.wants_bleed()
