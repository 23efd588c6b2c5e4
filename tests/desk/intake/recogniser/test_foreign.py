"""Lines that a page keeps for machines."""

from __future__ import annotations

import pytest

from desk.intake.recogniser.foreign import has_marks, is_for_machines


@pytest.mark.parametrize(
    "line",
    [
        "can-bo-don-bien-phong-trao-doi-voi-phu-nu-ban",
        "thanh nien phong son xung kich sang tao tinh nguyen",
        "http://baophongson.example/Uploads/o0opaji4.JPG",
        "Kim Bình: 96 tân binh hoàn thành tuần huấn luyện.mp3",
        "IMG_2034.JPG",
        "{name} - {time}",
        "27022018 le mit tinh 02",
        "doi thoai 1",
        "IMG 2034",
        "DSC_0112",
        "leftcenterrightdel",
        "tin tức phong sơn, nông nghiệp, na dai thạch giang",
        "Skip to main content",
    ],
)
def test_what_no_reader_is_meant_to_read(line: str) -> None:
    assert is_for_machines(line)


@pytest.mark.parametrize(
    "line",
    [
        "Minh Anh",  # a name may have no mark
        "Lan Chi - Nam Anh",
        "Tin, ảnh: Hà Thu",
        "Sáng 12/3, xã Pa Hù, huyện Nậm Sa, tỉnh Phong Sơn ra quân",
        "nghiêng",
        "2 ha",
        "vui, khỏe, có ích.",  # ends as a sentence does
    ],
)
def test_what_a_reader_reads(line: str) -> None:
    assert not is_for_machines(line)


def test_letters_with_marks_are_vietnamese() -> None:
    assert has_marks("Đảng bộ")
    assert not has_marks("Minh Anh 2024")
