"""The opening sentences of a meeting's news: morning and afternoon, several days, one or more who preside."""

from __future__ import annotations

from datetime import date, datetime

from desk.calendar.news_opening import day_words, office_words, opening
from desk.calendar.storage import Chair
from desk.dates.series import DayHalf, When, part_of_day
from tests.desk.calendar.april import THUAN, at, fields


def test_the_opening_sentence_is_grammatical() -> None:
    one, two = THUAN, Chair("Nguyễn Hải Long", "Phó Trưởng ban")
    morning = part_of_day(date(2019, 4, 8), DayHalf.MORNING)
    client = office_words("BAN TUYÊN GIÁO TỈNH ỦY")
    assert client == "Ban Tuyên giáo Tỉnh ủy"
    briefing = fields(
        "Giao ban công tác Khoa giáo quý I", chairs=(one,), guests="Đại diện lãnh đạo các ngành"
    )
    assert opening(briefing, at(8, 14), client) == (
        "Chiều ngày 08/4/2019, Ban Tuyên giáo Tỉnh ủy tổ chức Hội nghị Giao ban công tác Khoa giáo quý I. "
        "Đồng chí Trần Đức Thuần – Trưởng ban Tuyên giáo Tỉnh ủy dự và chủ trì hội nghị. "
        "Cùng dự hội nghị có đại diện lãnh đạo các ngành."
    )
    course = fields("Tập huấn nghiệp vụ tuyên giáo cơ sở", kind="training", chairs=(one, two))
    days = part_of_day(date(2019, 4, 11), DayHalf.DAY, date(2019, 4, 12))
    assert opening(course, days, client) == (
        "Trong 2 ngày 11 và 12/4/2019, Ban Tuyên giáo Tỉnh ủy tổ chức lớp tập huấn nghiệp vụ tuyên giáo cơ sở. "
        "Các đồng chí: Trần Đức Thuần – Trưởng ban Tuyên giáo Tỉnh ủy; Nguyễn Hải Long – Phó Trưởng ban "
        "đồng chủ trì lớp tập huấn."
    )
    visit = fields("Làm việc với Sở Y tế", kind="visit", attendees="Phòng Khoa giáo")
    assert opening(visit, morning, client) == (
        "Sáng ngày 08/4/2019, Ban Tuyên giáo Tỉnh ủy có buổi làm việc với Sở Y tế. "
        "Cùng dự buổi làm việc có Phòng Khoa giáo."
    )
    long = part_of_day(date(2019, 4, 29), DayHalf.DAY, date(2019, 5, 3))
    assert day_words(long) == "Từ ngày 29/4 đến ngày 03/5/2019"
    assert day_words(at(8, 19)) == "Tối ngày 08/4/2019"
    night = When(datetime(2019, 4, 8, 22), datetime(2019, 4, 9, 2))
    assert day_words(night) == "Tối ngày 08/4/2019"
    told = fields(
        "Hội nghị lần thứ 20", chairs=(Chair("Ban Thường vụ Tỉnh ủy"),), attendees="Trưởng các phòng"
    )
    assert opening(told, morning, client) == (
        "Sáng ngày 08/4/2019, Ban Tuyên giáo Tỉnh ủy tổ chức Hội nghị lần thứ 20. "
        "Ban Thường vụ Tỉnh ủy chủ trì hội nghị. Cùng dự hội nghị có trưởng các phòng."
    )
    both = fields("Hội nghị liên tịch", chairs=(Chair("Thường trực Tỉnh ủy"), one))
    assert opening(both, morning, client).endswith(
        "Thường trực Tỉnh ủy và đồng chí Trần Đức Thuần – Trưởng ban Tuyên giáo Tỉnh ủy đồng chủ trì hội nghị."
    )
    assert opening(fields("Lễ dâng hương"), morning, "") == "Sáng ngày 08/4/2019, diễn ra Lễ dâng hương."
