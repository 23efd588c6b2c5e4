"""Texts that are no clean prose: nothing is made up about them, and nothing breaks."""

from __future__ import annotations

import unicodedata

import pytest

from desk.proofing.engine import proof
from desk.text.vietnamese import bare
from tests.desk.proofing import scoring

PLAIN = "Sáng nay, Đảng ủy xã tổ chức hội nghị tổng kết công tác năm và triển khai nhiệm vụ mới."


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.upper(),
        "HỘI NGHỊ TỔNG KẾT CÔNG TÁC TUYÊN GIÁO NĂM 2024 CỦA TỈNH",
        "The province has issued a new resolution on digital transformation for all of its communes.",
        "STT\tHọ và tên\tNăm sinh\tĐiểm\n1\tNguyễn Văn An\t1985\t9,5\n2\tLò Thị Hoa\t1990\t8,75",
        "1.245 | 3.410 | 97,4% | 12.300\n2.245 | 1.410 | 7,4% | 2.300",
        "Cán bộ về thăm không áo mũ,\nNgồi bên bếp lửa hỏi mùa ngô.\n"
        "Bà kể năm xưa mưa trắng núi,\nCon đường ra suối cỏ lút bờ.",
        "Ông Giàng A Sình, người H'Mông ở Đắk Lắk, và bà H'Hen Niê, người Êđê, về dự họp ở Krông Pắc.",
        "Bài gửi về bantin.tuyengiao@tinh.gov.vn hoặc https://bantin.vn/so-4?x=1,2;3 trước ngày 20.",
        "Già A Pháo và Vừ Mí Sính sống ở Mù Cang Chải, bản Sà Phìn.",
    ],
)
def test_nothing_is_made_up(text: str) -> None:
    assert proof(text) == ()


def test_decomposed_letters_give_the_same() -> None:
    text = "Sự lảnh đạo của Đảng ủy xã. Chũ trì hội nghị."
    assert proof(unicodedata.normalize("NFD", text)) == proof(text) != ()


def test_a_paragraph_in_an_old_encoding_is_one() -> None:
    found = proof("Uû ban nh©n d©n tØnh tæ chøc héi nghÞ triÓn khai nhiÖm vô n¨m 2005 t¹i héi tr­êng.")
    assert [one.rule for one in found] == ["spelling.legacy"]


def test_a_paragraph_that_lost_its_marks_is_one() -> None:
    assert [one.rule for one in proof(bare(PLAIN))] == ["spelling.unmarked"]


def test_thirty_thousand_words() -> None:
    rows = scoring.rows(scoring.FOLDER / "clean.jsonl")
    text = "\n".join(f"{row['text']} {number}" for number in range(3) for row in rows)
    found = proof(text)
    assert found == tuple(sorted(found, key=lambda one: one.start))
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    "register",
    [
        {"people": "ai", "documents": 3, "words": [1, None], "rules": [], "abbreviations": {}},
        {"people": [{"name": "Lò Văn A", "titles": [{"title": "Bí thư", "from": "2020-13-41", "to": 5}]}]},
        {
            "people": [
                {"name": "Lò Văn An", "titles": [{"title": "Bí thư", "from": "2020-01-01"}]},
                {"name": "Lò Văn An", "titles": [{"title": "Phó Bí thư", "from": "2020-01-01"}]},
            ],
            "documents": [
                {"type": "Chỉ thị", "number": "05", "symbol": "CT/TW", "date": "2016-05-15"},
                {"type": "Chỉ thị", "number": "05", "symbol": "CT/TW", "date": "2016-05-16"},
            ],
        },
    ],
)
def test_a_register_with_contradictions(register: dict[str, object]) -> None:
    assert proof(PLAIN, register=register) == ()
