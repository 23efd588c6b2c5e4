"""What is found in a notice, in words."""

from __future__ import annotations

from datetime import date

from desk.announcements.dates import NoticeDoubt
from desk.announcements.meeting_found import Field
from ui.words import announcements


def test_every_field_and_doubt_has_words() -> None:
    assert set(announcements.FIELDS) == set(Field)
    assert set(announcements.DOUBTS) == set(NoticeDoubt)
    assert announcements.field(Field.PLACE) == "Nơi họp"
    assert announcements.field(Field.CHAIR) == "Chủ trì"


def test_a_doubted_weekday_is_set_beside_the_real_one() -> None:
    weekday, sentence = NoticeDoubt.WEEKDAY, announcements.doubt
    assert sentence(weekday, "thứ Sáu", date(2019, 4, 11)) == (
        "Thứ không khớp với ngày: văn bản ghi “thứ Sáu”, ngày 11/4/2019 là thứ Năm."
    )
    assert sentence(weekday, "thứ Sáu", date(2019, 4, 14)).endswith("ngày 14/4/2019 là Chủ nhật.")
    assert sentence(weekday, "thứ Sáu") == "Thứ không khớp với ngày: “thứ Sáu”."


def test_other_doubts_take_their_detail() -> None:
    assert announcements.doubt(NoticeDoubt.BAD_DATE, "31/4", date(2019, 4, 30)) == "Không có ngày 31/4."
    guessed = NoticeDoubt.DATE_GUESSED
    assert announcements.doubt(guessed, "ngày mai") == "Ngày được suy ra (ngày mai), hãy đối chiếu."
    assert announcements.doubt(guessed, "") == "Ngày được suy ra, hãy đối chiếu."
