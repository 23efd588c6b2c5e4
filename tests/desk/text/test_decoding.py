"""Bytes to letters: by their BOM, as UTF-8, as a page declares; what is no text is refused with its name."""

from __future__ import annotations

import pytest

from desk.errors import BadIntake, IntakeFault
from desk.text.decoding import decoded, legacy_letters, letters

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
    assert letters(old.encode()).endswith("các xã người")  # TCVN3 keeps ư on the soft hyphen


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


STORY = (
    "Sáng ngày 05/3/2024, Chi bộ bản Pá Lừa tổ chức lễ kết nạp đảng viên mới cho quần chúng ưu tú. "
    "Đồng chí Bí thư Chi bộ chúc mừng và nhắc nhở đảng viên trẻ gương mẫu trong lao động, học tập."
)
VNI = (
    "Saùng ngaøy 05/3/2024, Chi boä baûn Paù Löøa toå chöùc leã keát naïp ñaûng vieân môùi cho quaàn chuùng öu tuù. "
    "Ñoàng chí Bí thö Chi boä chuùc möøng vaø nhaéc nhôû ñaûng vieân treû göông maãu trong lao ñoäng, hoïc taäp."
)
TCVN3 = (
    "S¸ng ngµy 05/3/2024, Chi bé b¶n P¸ Lõa tæ chøc lÔ kÕt n¹p ®¶ng viªn míi cho quÇn chóng \xadu tó. "
    "§ång chÝ BÝ th\xad Chi bé chóc mõng vµ nh¾c nhë ®¶ng viªn trÎ g\xad¬ng mÉu trong lao ®éng, häc tËp."
)


@pytest.mark.parametrize(
    ("data", "converted"),
    [
        (STORY.encode("utf-16-le"), False),
        (STORY.encode("utf-16-be"), False),
        (TCVN3.encode("latin-1"), True),
        (VNI.encode("cp1252"), True),
        (TCVN3.encode("utf-8"), True),
        (VNI.encode("utf-8"), True),
    ],
)
def test_a_text_without_a_word_of_its_encoding_is_read_by_how_it_reads(data: bytes, converted: bool) -> None:
    found = decoded(data)
    assert (found.text, found.converted, found.broken) == (STORY, converted, 0)


def test_windows_1258_with_its_marks_apart_is_read() -> None:
    apart = "a\u0300 ba\u0309n Pa\u0301, câ\u0301p u\u0309y, Đa\u0309ng bô\u0323, kê\u0301t na\u0323p"
    assert letters(apart.encode("cp1258")) == "à bản Pá, cấp ủy, Đảng bộ, kết nạp"


def test_capitals_of_tcvn3_are_capitals() -> None:
    old = "HéI NGHÞ TæNG KÕT N¡M. " + TCVN3
    assert letters(old.encode("latin-1")).startswith("HỘI NGHỊ TỔNG KẾT NĂM. ")


def test_a_few_foreign_bytes_do_not_spoil_the_others() -> None:
    found = decoded(STORY.encode("utf-8") + b" h\xe7c t\xcbp")
    assert found.text.startswith(STORY)
    assert found.broken == 2


def test_a_zero_byte_in_a_text_goes_a_file_of_them_is_none() -> None:
    assert letters(f"{STORY}\x00{STORY}".encode()) == STORY + STORY
    with pytest.raises(BadIntake):
        letters(b"\x00\x01\x02PNG" * 40)
