"""Titles of one person that contradict each other or the register."""

from __future__ import annotations

from datetime import date

from desk.proofing.engine import proof
from tests.desk.proofing.found import told

REGISTER = {
    "people": [
        {
            "name": "Trần Văn Sính",
            "titles": [
                {"title": "Phó Bí thư Đảng ủy", "from": "2015-01-01", "to": "2020-06-30"},
                {"title": "Bí thư Đảng ủy", "from": "2020-07-01"},
            ],
        }
    ]
}


def test_one_person_with_two_titles() -> None:
    text = (
        "Đồng chí Trần Văn Sính, Bí thư Đảng ủy xã, dự.\nĐồng chí Trần Văn Sính, Phó Bí thư Đảng ủy xã, nói."
    )
    assert told(text, "people") == [("Phó Bí thư", "Bí thư")]


def test_a_title_on_the_day_of_the_text() -> None:
    text = "Đồng chí Trần Văn Sính, Bí thư Đảng ủy xã, dự hội nghị."
    early = proof(text, date=date(2019, 3, 1), register=REGISTER)
    assert [(one.rule, one.suggestions[:1]) for one in early] == [("people.title", ("Phó Bí thư Đảng ủy",))]
    assert proof(text, date=date(2021, 3, 1), register=REGISTER) == ()


def test_one_title_with_a_name_a_letter_off() -> None:
    text = "Đồng chí Lục Thị Nga, Phó Trưởng ban Tuyên giáo, chủ trì.\nĐồng chí Phó Trưởng ban Lục Thị Ngọ kết luận."
    assert told(text.replace("Ngọ", "Ngà"), "people") == [("Ngà", "Nga")]
    assert told(text.replace("Nga,", "Lụa,").replace("Ngọ", "Lụy"), "people") == [("Lụy", "Lụa")]


def test_a_head_and_his_vice_of_one_body_however_it_is_told() -> None:
    text = (
        "Đồng chí Trịnh Bá Hoan, Ủy viên Ban Thường vụ, Phó Trưởng ban Thường trực Ban Tuyên giáo Tỉnh ủy, chủ trì.\n"
        "Đồng chí Trịnh Bá Hoan, Trưởng ban Tuyên giáo Tỉnh ủy, kết luận."
    )
    assert told(text, "people", date(2019, 3, 15)) == [("Trưởng ban", "Phó Trưởng ban")]
