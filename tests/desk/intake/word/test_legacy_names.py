"""Whether fonts before Unicode are only named."""

from __future__ import annotations

import pytest

from desk.intake.word.legacy_names import only_named


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("Cô Hà", "Đại hội Chi bộ"), True),
        (("Cô Hà",), False),  # nothing in it says so
        (("§¹i héi Chi bé", "Hµ Néi"), False),
        (("Đại hội", "Hµ Néi"), False),  # both: each paragraph says for itself
        (("Ñaïi hoäi", "Đại hội"), False),
        (("Hanoi",), False),
        (("Đại hội", "5 m² × 3 «x» 30°"), True),
    ],
)
def test_letters_say_what_the_text_is_kept_in(words: tuple[str, ...], named: bool) -> None:
    text = "".join(f'<w:t xml:space="preserve">{one}</w:t><w:tab/>' for one in words)
    assert only_named(text.encode()) is named


def test_letters_written_as_numbers_say_nothing() -> None:
    assert not only_named("<w:t>Đại hội</w:t><w:t>H&#181; Néi</w:t>".encode())
