"""Heads, feet and numbers of pages."""

from __future__ import annotations

from desk.intake.pdf.furniture import without_furniture
from tests.desk.intake.pdf.making import line


def test_what_repeats_itself_at_the_edge_goes_and_is_counted() -> None:
    pages = [
        (
            [line(f"Bản tin số {n}", base=810), line("Bản tin số 4", base=400), line(f"- {n} -", base=30)],
            842.0,
        )
        for n in (1, 2, 3)
    ]
    kept, gone = without_furniture(pages)
    assert [[one.text for one in lines] for lines in kept] == [["Bản tin số 4"]] * 3
    assert gone == 6


def test_a_page_alone_loses_its_number_only() -> None:
    kept, gone = without_furniture([([line("Tít bài", base=800), line("Trang 1/1", base=30)], 842.0)])
    assert ([one.text for one in kept[0]], gone) == (["Tít bài"], 1)
