"""In the Word file figures stay with what they count; names and headings are found by who types spaces."""

from __future__ import annotations

import io
from dataclasses import replace

import docx

from desk.edition.page_geometry import MM
from desk.press.word.document import word
from desk.press.word.held_words import held
from desk.press.word.paragraph_styles import BY_ID
from desk.text.blocks import ArticleText, Mark, Run, plain
from tests.desk.press import editions
from tests.desk.press.editions import paragraph

WORDS = "Chỉ thị số 05-CT/TW ngày 15/5/2016 về học tập Chủ tịch Hồ Chí Minh; ông A – Trưởng ban lúc 17 giờ."


def test_figures_are_held_and_names_are_not() -> None:
    said = plain(held((Run(WORDS),), BY_ID["BTBody"], 400.0)).replace("\u00a0", "~")
    assert said == (
        "Chỉ thị số~05-CT/TW ngày~15/5/2016 về học tập Chủ tịch Hồ Chí Minh; ông A~– Trưởng ban lúc 17~giờ."
    )


def test_a_line_that_would_be_torn_open_is_not_and_marks_stay() -> None:
    torn = "Thực hiện Nghị quyết số 24-NQ/TW, ngày 12/3/2003 của Ban Chấp hành Trung ương khóa IX về công tác"
    bold = Run(torn, frozenset({Mark.BOLD}))
    (made,) = held((bold,), replace(BY_ID["BTBody"], size=11.0, first=8 * MM), 81.5 * MM)
    assert made.marks == bold.marks
    assert made.text.replace("\u00a0", " ") == torn
    assert 0 < made.text.count("\u00a0") < torn.count(" ")


def test_the_file_has_them_in_its_body_and_not_in_its_headings() -> None:
    text = ArticleText("Sơ kết Chỉ thị số 05-CT/TW", "", "Phòng A – Ban B", None, (paragraph(WORDS),))
    made = docx.Document(io.BytesIO(word(editions.with_article(text))))
    said = [one.text for one in made.paragraphs]
    assert "Sơ kết Chỉ thị số 05-CT/TW" in said
    assert "Phòng A\u00a0– Ban B" in said
    assert any("Chủ tịch Hồ Chí Minh" in one and "số\u00a005-CT/TW" in one for one in said)
