"""How much of a text reads like Vietnamese."""

from __future__ import annotations

import pytest

from desk.text.syllables import vietnamese_share


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Đồng chí Bí thư Tỉnh ủy phát biểu tại hội nghị.", 1.0, 1.0),
        ("ĐẢNG ỦY XÃ NGHIÊM TÚC THỰC HIỆN NGHỊ QUYẾT", 1.0, 1.0),
        ("§ång chÝ BÝ th\xad TØnh ñy ph¸t biÓu t¹i héi nghÞ.", 0.0, 0.6),
        ("Ñoàng chí Bí thö Tænh uûy phaùt bieåu taïi hoäi nghò.", 0.0, 0.6),
        ("The quick brown fox jumps over the lazy dog", 0.0, 0.0),
        ("12/5/2024 - 15%", 0.0, 0.0),
        ("", 0.0, 0.0),
    ],
)
def test_the_share_of_vietnamese_words(text: str, least: float, most: float) -> None:
    assert least <= vietnamese_share(text) <= most
