"""Bytes to letters: by their BOM, as UTF-8, as a page declares; what is no text is refused with its name."""

from __future__ import annotations

import pytest

from desk.errors import BadIntake, IntakeFault
from desk.text.decoding import legacy_letters, letters

WORDS = "Hội nghị giao ban"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_and_without_a_bom(encoding: str) -> None:
    assert letters(WORDS.encode(encoding)) == WORDS


def test_what_is_no_utf_8_is_read_as_the_page_declares() -> None:
    page = b'<meta charset="windows-1252"><p>caf\xe9</p>'
    assert letters(page).endswith("<p>café</p>")
    assert letters(b"\xd0\xe3") == "Đă"  # windows-1258, as old Vietnamese files without a word of it


def test_unseen_signs_stay_outside() -> None:
    assert letters("Ban\u200b Tuyên\u202e giáo, 01\x1e7".encode()) == "Ban Tuyên giáo, 01\u20117"
    old = "nh©n d©n c¸c céng t¸c x· héi ph¸t triÓn v¨n hãa nh©n d©n c¸c x· ng\xadêi"
    assert letters(old.encode()) == old  # a person converts it; TCVN3 keeps ư on the soft hyphen


def test_letters_come_composed() -> None:
    assert letters("Nghe\u0323\u0302".encode()) == "Nghệ"


@pytest.mark.parametrize(("data", "fault"), [(b"", IntakeFault.EMPTY), (b"\x00\x01", IntakeFault.NOT_TEXT)])
def test_what_is_no_text_is_refused_with_its_name(data: bytes, fault: IntakeFault) -> None:
    with pytest.raises(BadIntake) as refused:
        letters(data, "tệp.txt")
    assert (refused.value.fault, refused.value.name) == (fault, "tệp.txt")


def test_vni_read_with_the_wrong_table_is_seen() -> None:
    assert legacy_letters(
        "Ban Tuyeân giaùo Tænh uûy toå chöùc Hoäi nghò, ñaùnh giaù keát quaû, ñoàng chí Ñaûng uûy"
    )
    assert legacy_letters("Đoàn Thuý Hoà khoẻ, quà, của quý, uỷ ban, hoãn, xoá, toả, thuở " * 5) == ""
    assert (
        legacy_letters("España, Señor, Müller, Bäcker và São Paulo đến thăm tỉnh Nghệ An hôm nay " * 5) == ""
    )


def test_tcvn3_read_with_the_wrong_table_is_seen() -> None:
    assert legacy_letters("nh©n d©n c¸c céng t¸c x· héi ph¸t triÓn v¨n hãa nh©n d©n c¸c x·")
    assert legacy_letters(WORDS * 20) == ""
