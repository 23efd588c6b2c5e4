"""Signs that symbol fonts draw for letters."""

from __future__ import annotations

import pytest

from desk.text.printed_signs import unprintable
from desk.text.symbol_fonts import from_private, from_symbols, symbol_font, with_plain_signs


@pytest.mark.parametrize(
    ("font", "name"),
    [
        ("Wingdings", "wingdings"),
        ("symbol, serif", "symbol"),
        ("7.0pt 'Symbol'", "symbol"),
        ("Segoe UI Symbol", ""),
        ("Webdings", ""),
        ("", ""),
    ],
)
def test_a_font_of_signs_is_known_by_its_name(font: str, name: str) -> None:
    assert symbol_font(font) == name


def test_letters_of_a_symbol_font_are_the_signs_that_it_draws() -> None:
    assert from_symbols("ü \uf0fc Ø", "wingdings") == "✓ ✓ ➢"
    assert from_symbols("£ ®", "symbol") == "≤ →"
    assert from_symbols("Nội dung", "symbol") == "Nội dung"


def test_private_letters_are_those_of_word() -> None:
    assert from_private("\uf0b7 một \uf0d8 hai \uf0fc") == "• một ➢ hai ✓"
    assert from_private("\uf8ff") == "\uf8ff"


def test_bullets_and_arrows_that_word_makes_are_plain_signs_that_print() -> None:
    plain = with_plain_signs("\uf0b7 Một \uf0d8 hai \uf0fc ba \uf0e0 bốn ✅ ❌ ⭐ ➕")
    assert plain == "• Một ➢ hai ✓ ba → bốn ✔ ✘ ★ +"
    assert unprintable(plain) == ()
