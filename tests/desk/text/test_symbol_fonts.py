"""Signs of Symbol and Wingdings become plain ones that the page has."""

from __future__ import annotations

from desk.text import symbol_fonts
from desk.text.printed_signs import unprintable
from desk.text.symbol_fonts import with_plain_signs


def test_bullets_and_arrows_that_word_makes_are_plain_signs_then() -> None:
    assert with_plain_signs("\uf0b7 Một \uf0d8 hai \uf0fc ba \uf0e0 bốn ✅") == "• Một ➢ hai ✓ ba → bốn ✔"
    assert with_plain_signs("Thường, not \uf041") == "Thường, not \uf041"


def test_whatever_they_become_can_be_printed() -> None:
    assert unprintable("".join(map(str, symbol_fonts._PLAIN.values()))) == ()
