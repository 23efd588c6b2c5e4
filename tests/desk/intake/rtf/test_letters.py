"""RTF's bytes to letters."""

from __future__ import annotations

import unicodedata

from desk.intake.rtf.letters import Font, charset_page, decoded


def test_windows_1258_writes_the_tone_behind_its_letter() -> None:
    font = Font("Times New Roman", charset_page(163))
    assert unicodedata.normalize("NFC", decoded(b"\xd0a\xd2ng vi\xea\xf2n", font, 1252)) == "Đảng viện"


def test_a_font_without_a_page_has_the_files() -> None:
    assert decoded(b"\xd5", Font(), 1258) == "Ơ"
    assert decoded(b"\xd5", Font("a", charset_page(0)), 1258) == "Õ"


def test_a_font_before_unicode_keeps_all_its_bytes() -> None:
    assert decoded(b"H\xb5 N\xe9i\x81", Font(".VnTime", 1258), 1258) == "Hµ Néi\x81"


def test_a_page_that_nobody_knows_loses_no_letter() -> None:
    assert decoded(b"\x93a\x94", Font(), 9999) == "“a”"
    assert charset_page(99) == 0
