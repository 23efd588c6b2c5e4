"""Which of two lines over the story looks more like its title."""

from __future__ import annotations

import pytest

from desk.intake.recogniser.sheet import Sheet
from desk.intake.recogniser.title_score import is_motto, is_path, is_under_masthead, score_of
from tests.desk.intake.recogniser.made_pages import DATE, FIRST, LEAD, TITLE, pieces

UNIT = "CÔNG AN TỈNH PHONG SƠN"
MOTTO = "VÌ NƯỚC QUÊN THÂN, VÌ DÂN PHỤC VỤ"


def scores(*lines: str) -> list[float]:
    """Return the scores of lines over a story; those of the date lines are none."""
    sheet = Sheet(pieces([*lines, LEAD, FIRST]))
    dated = [at for at, line in enumerate(lines) if line == DATE]
    return [score_of(sheet, at, dated) for at in range(len(lines)) if at not in dated]


@pytest.mark.parametrize(
    ("over", "title"),
    [
        ([UNIT, MOTTO], "Mùa vui ở Pá Lừa"),
        ([UNIT, "VÌ NƯỚC QUÊN THÂN - VÌ DÂN PHỤC VỤ"], "Mùa vui ở Pá Lừa"),
        (["BỆNH VIỆN Y HỌC CỔ TRUYỀN", "Tận tâm - Chuyên nghiệp - An toàn"], "Mùa vui ở Pá Lừa"),
        (["BÁO PHONG SƠN", "Cơ quan của Đảng bộ tỉnh Phong Sơn, tiếng nói của nhân dân"], "Mùa vui ở Pá Lừa"),
        (["Tiếng nói tuổi trẻ Phong Sơn", "Trang chủ / Tin tức / Gương sáng"], "Mùa vui ở Pá Lừa"),
        (["Kỷ niệm 93 năm Ngày thành lập Đảng (3/2/1930 - 3/2/2023)"], "Mùa vui ở Pá Lừa"),
    ],
)
@pytest.mark.parametrize("dated_above", [False, True])
def test_what_a_site_sets_over_the_title(over: list[str], title: str, dated_above: bool) -> None:
    lines = [*over, DATE, title] if dated_above else [*over, title, DATE]
    found = scores(*lines)
    assert found[-1] > max(found[:-1])


def test_a_line_under_the_date_that_reads_like_a_caption_is_no_title() -> None:
    title, caption = scores(
        "Chuyện của bà con Pá Lừa", DATE, "Bà con bản Pá Lừa làm đường ra suối cùng bộ đội"
    )
    assert title > caption


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ([UNIT, MOTTO, TITLE, DATE], True),
        ([UNIT, MOTTO, DATE, TITLE], True),
        ([UNIT, MOTTO], False),  # no date of a page: a manuscript
        ([UNIT, MOTTO, TITLE, "Phong Sơn, ngày 9 tháng 4 năm 2019"], False),  # a letter's
        ([UNIT, "CÔNG AN XÃ PA HÙ TẶNG QUÀ HỘ NGHÈO", TITLE, DATE], False),  # it tells a deed
        ([UNIT, TITLE, DATE, "Quang cảnh hội nghị"], False),
        (["Mùa vui", MOTTO, TITLE, DATE], False),
    ],
)
def test_a_line_under_a_masthead(lines: list[str], wanted: bool) -> None:
    sheet = Sheet(pieces([*lines, LEAD, FIRST]))
    dated = [at for at, line in enumerate(lines) if line == DATE or line.startswith("Phong Sơn, ngày")]
    assert is_under_masthead(sheet, 1, dated) is wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Tận tâm - Chuyên nghiệp - An toàn", True),
        ("ĐOÀN KẾT - KỶ LUẬT - LIÊM CHÍNH - GẮN BÓ VỚI NHÂN DÂN", True),
        ("VÌ NƯỚC QUÊN THÂN - VÌ DÂN PHỤC VỤ", True),
        ("Pá Lừa - mùa vui", False),
        ("Phong Sơn: Đoàn kết, sáng tạo, phát triển", False),
        (TITLE, False),
    ],
)
def test_a_motto(line: str, wanted: bool) -> None:
    assert is_motto(line) is wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Tin tức  /  An ninh trật tự", True),
        ("Trang chủ > Tin tức", True),
        ("Trang chủTin tứcMùa vui ở Pá Lừa", True),
        ("Lúa/ngô/sắn", False),
        (TITLE, False),
    ],
)
def test_a_path(line: str, wanted: bool) -> None:
    assert is_path(line) is wanted


def test_a_title_in_capitals_over_its_author_is_no_name() -> None:
    title, author = scores("MÙA CƠM MỚI", "Lò Minh Khặm")
    assert title > author


def test_under_a_blogs_name_and_day_stands_the_title() -> None:
    lines = (
        "Góc nhỏ làng Chuông",
        "Thứ Bảy, 7 tháng 10, 2017",
        "Mùa cốm",
        FIRST,
        "Người đăng: Lúa lúc 21:14",
    )
    name, _, title, *_ = (score_of(Sheet(pieces(lines)), at, [1]) for at in range(5))
    assert title > name


def test_a_question_and_a_menus_short_word_twice_are_no_title() -> None:
    asked, headed = scores("Hỏi: Tôi có được hưởng trợ cấp thất nghiệp không?", "Điều kiện hưởng trợ cấp")[:2]
    assert asked < headed
    menu, title, _ = scores("Biển đảo", "Người giữ đèn trên đảo Hòn Ngư", "Biển đảo")[:3]
    assert menu < title
