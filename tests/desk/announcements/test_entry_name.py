"""The name that is left when place, people and remarks are read."""

from __future__ import annotations

import pytest

from desk.announcements.entry_name import name_of
from desk.announcements.entry_reading import Reading
from desk.announcements.letters import Letters


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Đ/c Chủ tịch dự giao ban khối", "giao ban khối"),
        ("Thường trực HĐND tỉnh đi thăm, chúc mừng", "thăm, chúc mừng"),
        ("Trao Huy hiệu Đảng; gặp mặt nguyên lãnh đạo", "Trao Huy hiệu Đảng; gặp mặt nguyên lãnh đạo"),
        ("Đoàn công tác Sở Y tế kiểm tra bệnh viện", "Đoàn công tác Sở Y tế kiểm tra bệnh viện"),
        ("Bổ sung: Họp Hội đồng", "Họp Hội đồng"),
        ("Họp giao ban chuyển lên 14h00", "Họp giao ban"),
        ("Dự án nước sạch", "Dự án nước sạch"),
        ("họp Ban Chỉ đạo chuyển đổi số tỉnh", "họp Ban Chỉ đạo chuyển đổi số tỉnh"),
    ],
)
def test_names(text: str, name: str) -> None:
    one = Reading(Letters.of(text), 0, len(text))
    assert name_of(one, 0, len(text), None) == name


def test_who_presides_by_the_verb() -> None:
    text = "CT Hồ Xuân Phước chủ trì họp quy hoạch; P. họp tầng 3; Sở XD chuẩn bị."
    one = Reading(Letters.of(text), 0, len(text))
    assert name_of(one, 0, len(text), None) == "họp quy hoạch"
    assert one.people[0][0] == "Hồ Xuân Phước"
    assert (one.place, one.unit) == ("P. họp tầng 3", "Sở XD chuẩn bị")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CT Lò Văn Pâng: họp Ban Chỉ đạo @ P. họp 1", "họp Ban Chỉ đạo"),
        ("Dự giờ lớp 4A", "Dự giờ lớp 4A"),
        ("Ban Dân tộc thẩm tra dự thảo nghị quyết", "Ban Dân tộc thẩm tra dự thảo nghị quyết"),
        ("Tổng dọn vệ sinh, kiểm tra vũ khí", "Tổng dọn vệ sinh, kiểm tra vũ khí"),
        ("họp bàn di dời chợ tại P1", "họp bàn di dời chợ"),
        ("Hoãn Hội nghị giao ban đến khi có thông báo mới", "Hội nghị giao ban"),
        ("Khởi công cầu ấp 3, xã Thạnh Trị", "Khởi công cầu ấp 3, xã Thạnh Trị"),
    ],
)
def test_who_goes_there_and_what_is_done_with_it_is_no_name(text: str, name: str) -> None:
    letters = Letters.of(text)
    assert name_of(Reading(letters, 0, len(text)), 0, len(text), None) == name


def test_a_room_and_its_house_are_one_place() -> None:
    text = "nghe báo cáo tại Hội trường II - UBND huyện"
    one = Reading(Letters.of(text), 0, len(text))
    name_of(one, 0, len(text), None)
    assert one.place == "Hội trường II - UBND huyện"
