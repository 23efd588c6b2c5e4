"""An article proofread: each finding stands at the place that printed it."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

from desk.paths import ROOT
from desk.proofing.article import LEAD, TITLE, PlacedFinding, places, read_places, written
from desk.proofing.register import Register
from desk.text.blocks import ArticleText, Paragraph, Picture, Run, Table, block_text

_TEXT = ArticleText(
    title="Thuần- Trưởng ban dự họp",
    lead="Sáng 5/4/2019, Ban Tuyên giáo Tỉnh ủy họp.",
    byline="Phòng Khoa giáo",
    event_date=date(2019, 4, 5),
    blocks=(
        Paragraph("aa", (Run("Theo Chỉ thị 38-CT/TW "), Run("của Ban Bí thư."))),
        Paragraph("bb", ()),
        Picture("cc", "0" * 64, caption="Đồng chí  Vi Thị Thắm phát biểu.", credit="Lò Văn Páo"),
        Table("dd", (((Run("STT"),), (Run("Sáng kiến"),)), ((Run("1"),), (Run("Nghiên cứu khoa hoc"),)))),
    ),
)


def _found() -> dict[str, PlacedFinding]:
    lines = places(_TEXT)
    return {one.finding.rule: one for one in read_places(lines, _TEXT.event_date, Register())}


def test_each_finding_stands_where_it_was_printed() -> None:
    found = _found()
    assert found["typography.dash"].place == TITLE
    assert found["date.zero"].place == LEAD
    assert found["citation.so"].place == "aa"
    assert found["typography.double_space"].place == "cc"
    table = found["spelling.syllable"]
    words = block_text(_TEXT.blocks[3])
    assert table.place == "dd"
    assert words[table.start : table.stop] == "hoc"


def test_a_sign_is_shown_with_the_words_around_it() -> None:
    found = _found()
    dash = found["typography.dash"]
    assert dash.words == "Thuần- Trưởng"
    assert dash.instead(dash.finding.suggestions[0]) == "Thuần - Trưởng"
    space = found["typography.double_space"]
    assert space.words == "chí  Vi"
    assert space.instead(" ") == "chí Vi"
    assert found["citation.so"].words == "38-CT/TW"  # a word is enough by itself


def test_a_paragraph_that_is_said_twice_is_the_second_one() -> None:
    said = "Hội nghị đã nghe báo cáo kết quả công tác tuyên giáo quý I và thảo luận nhiệm vụ quý II."
    text = ArticleText(lead=said, blocks=(Paragraph("aa", (Run(said),)), Paragraph("bb", (Run("Hết."),))))
    (one,) = (each for each in read_places(places(text), None, Register()) if each.finding.family == "repeat")
    assert (one.place, one.start, one.stop) == ("aa", 0, len(said))
    assert one.words == said


def test_blank_places_are_not_read() -> None:
    lines = places(_TEXT)
    assert [line.place for line in lines] == [TITLE, LEAD, "aa", "cc", "dd", "@byline"]
    text = written(lines)
    assert all(text[line.begins :].startswith(line.words) for line in lines)


def test_counts_that_cannot_be_read_teach_nothing_and_stop_nobody() -> None:
    lines = places(_TEXT)
    found = read_places(lines, _TEXT.event_date, Register())
    assert read_places(lines, _TEXT.event_date, Register(), b"of another program") == found


def test_the_engine_is_not_loaded_before_a_text_is_read() -> None:
    said = "import sys, desk.proofing.article; print('desk.proofing.engine' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True, cwd=ROOT)
    assert told.stdout.strip() == "False"
