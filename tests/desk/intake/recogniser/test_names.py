"""What a line looks like: who wrote, a caption, the lead said twice, the foot of the page."""

from __future__ import annotations

import pytest
from desk.intake.recogniser.line_kinds import is_byline, is_caption, is_foot, same_words


@pytest.mark.parametrize(
    "line", ["Phòng Khoa giáo – Ban Tuyên giáo Tỉnh ủy", "Nguyễn Văn An", "(Tin, ảnh: Minh Đức)"]
)
def test_a_unit_or_a_person_wrote(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize("line", ["Hội nghị kết thúc tốt đẹp.", "1. Phòng Khoa giáo", "", "Kết quả đạt được"])
def test_other_lines_name_nobody(line: str) -> None:
    assert not is_byline(line)


def test_captions_feet_and_leads_said_twice() -> None:
    assert is_caption("Quang cảnh hội nghị")
    assert not is_caption("Hội nghị đã kết thúc.")
    assert is_foot("Các tin khác:")
    assert not is_foot("Các tin khác cho biết")
    assert same_words("Chiều nay – tại Vinh", "Chiều nay, tại Vinh.")
    assert not same_words("…", "–")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Phòng Khoa giáo – Ban Tuyên giáo Tỉnh ủy", True),
        ("Nguyễn Thị Hòa", True),
        ("Lê Văn Bình – Ban Tuyên giáo Huyện ủy", True),
        ("Tin, ảnh: Hoàng Nam", True),
        ("(Theo Báo tỉnh)", True),
        ("Kết quả đạt được trong quý", False),
        ("Phòng Khoa giáo đã hoàn thành nhiệm vụ.", False),
        ("1. Kết quả", False),
        ("", False),
    ],
)
def test_bylines(line: str, wanted: bool) -> None:
    assert is_byline(line) is wanted
