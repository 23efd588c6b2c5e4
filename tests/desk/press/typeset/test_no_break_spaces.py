"""Glue: what no line end parts in print, and that nothing but spaces changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.press.typeset.no_break_spaces import with_no_break_spaces


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Nghị quyết số 36-NQ/TW, ngày 01/7/2014", "Nghị quyết số~36-NQ/TW, ngày~01/7/2014"),
        ("Chỉ thị 38-CT/TW của Ban Bí thư", "Chỉ thị~38-CT/TW của Ban Bí thư"),
        ("Nghị định 12/2018/NĐ-CP", "Nghị định~12/2018/NĐ-CP"),
        ("quý I năm 2019, khóa XII", "quý~I năm~2019, khóa~XII"),
        ("ngày 9 tháng 4 năm 2019", "ngày~9 tháng~4 năm~2019"),
        ("Ngày 9 tháng 4, Điều 3", "Ngày~9 tháng~4, Điều~3"),
        ("(khoản 2) “Mục 4” ‘Số 5’ (“Phần 1”)", "(khoản~2) “Mục~4” ‘Số~5’ (“Phần~1”)"),
        ("Đồng chí A – Phó Trưởng ban", "Đồng chí A~– Phó Trưởng ban"),
        ("phong cách Hồ Chí Minh; Bác Hồ", "phong cách Hồ~Chí~Minh; Bác~Hồ"),
        ("PGS. TS. Trần An", "PGS.~TS.~Trần An"),
        ("số người, năm Civic, thứ Ba, quý vị", "số người, năm Civic, thứ Ba, quý vị"),
        ("5 năm qua có 20 đồng chí", "5 năm qua có 20 đồng chí"),
        ("– đầu dòng", "– đầu dòng"),
        ("17 giờ 30 phút, dài 5 km", "17~giờ 30~phút, dài 5~km"),
        ("3,5 triệu đồng; 20 đồng", "3,5~triệu đồng; 20~đồng"),
        ("nhiệm kỳ 2020 – 2025 của", "nhiệm kỳ~2020~–~2025 của"),
        ("(2015 - 2020)", "(2015~-~2020)"),
        ("từ 03/02/1930 – 03/02/2019", "từ 03/02/1930~– 03/02/2019"),
        ("5 mục, 3 hầm", "5 mục, 3 hầm"),
        ("từ 10 15 người", "từ 10 15 người"),
        ("mục 5 – 03/02/2019", "mục~5~– 03/02/2019"),
        ("Đồng chí A – 20 tuổi", "Đồng chí A~– 20 tuổi"),
        ("“Chỉ thị” 38-CT/TW", "“Chỉ thị” 38-CT/TW"),
        ("1 – 5", "1~–~5"),
        (" số 5", " số~5"),
        ("\nsố 5", "\nsố~5"),
        ("", ""),
    ],
)
def test_what_is_held_together(typed: str, printed: str) -> None:
    assert with_no_break_spaces(typed).replace("\u00a0", "~") == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("tư tưởng, đạo đức, phong cách Hồ Chí Minh", "tư~tưởng, đạo~đức, phong~cách Hồ~Chí~Minh"),
        ("HỘI NGHỊ QUYẾT ĐỊNH (SƠ KẾT)", "HỘI~NGHỊ QUYẾT~ĐỊNH (SƠ~KẾT)"),  # not: hội, nghị quyết, định
        ("Uỷ ban nhân dân, “Tỉnh uỷ” và văn hoá", "Uỷ~ban~nhân~dân, “Tỉnh~uỷ” và văn~hoá"),
        ("Chỉ thị số 05-CT/TW", "Chỉ~thị số~05-CT/TW"),
        ("tư, tưởng; hội  nghị", "tư, tưởng; hội  nghị"),
        (" hội nghị ", " hội~nghị "),
        ("Hội", "Hội"),
    ],
)
def test_words_are_whole_in_headings(typed: str, printed: str) -> None:
    assert with_no_break_spaces(typed, heading=True).replace("\u00a0", "~") == printed


def test_lines_of_the_text_may_end_inside_a_word() -> None:
    assert with_no_break_spaces("tổng kết phong trào thi đua") == "tổng kết phong trào thi đua"


@given(st.text(alphabet="số ngàyIVX12/-–.QĐTW \nhồgiờkm", max_size=60), st.booleans())
def test_only_spaces_change(typed: str, heading: bool) -> None:
    made = with_no_break_spaces(typed, heading=heading)
    assert made.replace("\u00a0", " ") == typed
    assert with_no_break_spaces(made, heading=heading) == made
