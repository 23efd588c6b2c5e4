"""Lines that a copy ran together, and lines that only look so."""

from __future__ import annotations

import pytest

from desk.intake.recogniser.parting import joined, parted
from tests.desk.intake.recogniser.made_pages import LEAD, TITLE, piece, pieces

CAPTION = "Các đại biểu dự hội nghị. Ảnh: Minh Tâm"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (f"{TITLE} Ngày đăng: 09/04/2019 08:15", [TITLE, "Ngày đăng: 09/04/2019 08:15"]),
        (f"{TITLE} ảnh 1{CAPTION}", [f"{TITLE} ảnh 1", CAPTION]),
        (f"{TITLE} - Ảnh 2. {CAPTION}", [f"{TITLE} - Ảnh 2. ", CAPTION]),
        (f"leftcenterrightdel {CAPTION}", ["leftcenterrightdel ", CAPTION]),
        (f"Xã hội - 22/11/2023 06:46PSO - {LEAD}", ["Xã hội - 22/11/2023 06:46", f"PSO - {LEAD}"]),
        (f"22/11/2023 06:46 (GMT+7) PSO - {LEAD}", ["22/11/2023 06:46 (GMT+7)", f"PSO - {LEAD}"]),
        (f"{TITLE} ảnh 1", [f"{TITLE} ảnh 1"]),
        (f"{TITLE} ảnh 1 và ảnh 2", [f"{TITLE} ảnh 1 và ảnh 2"]),
        (f"{TITLE} đạt kết quả tốt", [f"{TITLE} đạt kết quả tốt"]),
        (LEAD, [LEAD]),
    ],
)
def test_a_line_that_is_two(line: str, wanted: list[str]) -> None:
    assert [one.words for one in parted(pieces([TITLE, line]))] == [TITLE, *wanted]


def test_a_heading_is_never_parted() -> None:
    words = f"{TITLE} Ngày đăng: 09/04/2019 08:15"
    assert [one.words for one in parted([piece(words, heading=1)])] == [words]


def test_each_part_is_a_block_of_its_own() -> None:
    first, second = parted(pieces([f"leftcenterrightdel {CAPTION}"]))
    assert first.block.id != second.block.id


def test_a_sentence_broken_over_two_lines_is_one() -> None:
    first = "Theo đó, phiên tiếp công dân ngày 15/12/2021 chuyển sang hình thức trực tuyến; công dân"
    found = list(
        joined(pieces([first, "đăng ký qua số máy của Văn phòng.", "Các vụ việc khác hẹn lịch riêng."]))
    )
    assert [one.words for one in found] == [
        f"{first} đăng ký qua số máy của Văn phòng.",
        "Các vụ việc khác hẹn lịch riêng.",
    ]


@pytest.mark.parametrize(
    "below", ["- đăng ký qua số máy của Văn phòng.", "chi bộ bốn tốt", "Đăng ký tại Văn phòng."]
)
def test_an_item_a_tag_and_a_new_sentence_stay_lines_of_their_own(below: str) -> None:
    first = "Theo đó, phiên tiếp công dân ngày 15/12/2021 chuyển sang hình thức trực tuyến; công dân"
    assert len(list(joined(pieces([first, below])))) == 2
    assert len(list(joined(pieces([f"{first}.", "đăng ký qua số máy của Văn phòng."])))) == 2
