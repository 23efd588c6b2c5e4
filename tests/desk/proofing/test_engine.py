"""The whole engine: its figures on the labelled passages, the real article, its speed."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from desk.paths import ROOT
from desk.proofing.engine import Proofreader, proof
from tests.desk.proofing import scoring
from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("part", "counted", "words", "rules"),
    [
        ("", True, 0.8, 0.85),
        ("second_", False, 0.7, 0.85),
        ("third_", False, 0.7, 0.75),
        ("fourth_", False, 0.7, 0.65),
        ("fifth_", False, 0.75, 0.5),
    ],
    ids=["first", "second", "third", "fourth", "fifth"],
)
def test_the_figures_hold(part: str, counted: bool, words: float, rules: float) -> None:
    """Every passage without its own counts; the figures of the day are in tests/bench/README.md."""
    clean, seeded = (scoring.rows(scoring.FOLDER / f"{part}{name}.jsonl") for name in ("clean", "seeded"))
    result = scoring.score(clean, seeded[:: 1 if part else 3], counted=counted)
    assert sum(result["false"].values()) <= 1.2 * result["words"] / 1000
    for family, (every, found, _, _) in result["families"].items():
        assert found >= every * (words if family == "realword" else rules), family


def test_the_real_article() -> None:
    text = (ROOT / "data" / "sample" / "01-giao-ban-khoa-giao-quy-1-2019.txt").read_text(encoding="utf-8")
    rules = [one.rule for one in proof(text)]
    assert {"typography.dash", "citation.so", "repeat.paragraph"} <= set(rules)
    assert len(rules) <= 6


def test_nfd_and_nfc_are_one() -> None:
    text = "Sự lảnh đạo của Đảng ủy xã."
    assert proof(unicodedata.normalize("NFD", text)) == proof(text)


def test_what_is_misspelt_twice_is_marked_twice_and_thrice_may_be_foreign() -> None:
    twice = "Đoàn đã làm việc quann với các xã.\nHôm sau đoàn lại quann ở huyện."
    assert [word for word, _ in told(twice, "spelling")] == ["quann", "quann"]
    assert told(f"{twice}\nRồi quann một lần nữa ở tỉnh.", "spelling") == []


def test_what_a_proofreader_remembers_holds_for_that_day_of_the_event() -> None:
    reader, text = Proofreader(), "Hội nghị họp thứ Hai, ngày 15/4 tại huyện."
    marked = [
        "date.weekday" in {one.rule for one in reader.proof(text, date=date(year, 4, 15))}
        for year in (2025, 2019, 2025)
    ]
    assert marked == [True, False, True]
