"""The list says first what is lost, and leads to every file that was given out."""

from __future__ import annotations

from datetime import datetime

from desk.safety import salvage_page
from desk.safety.rescued import Fate
from desk.safety.salvaged import Given, Salvaged


def _page(result: Salvaged) -> str:
    return salvage_page.page(result, "desk.sqlite", datetime(2026, 11, 30, 8, 5))


def test_what_is_lost_stands_before_what_is_there() -> None:
    given = Given(
        1, "Một <hai>", Fate.OLDER, 2, 3, ("bai/00001-mot.docx", "bai/00001-mot-ban-sau-bi-hong.txt"), 1
    )
    result = Salvaged(
        articles=[given, Given(7, "", Fate.LOST, 0, 0)], released_lost=["so/4-2019/lan-1/x.pdf"]
    )
    result.pictures_lost.append("ab12")
    made = _page(result)
    assert made.index("Bài bị mất") < made.index("Bài cứu được") < made.index("Một &lt;hai&gt;")
    assert "(không rõ tít)" in made
    assert "so/4-2019/lan-1/x.pdf" in made
    assert "Bản 2, nguyên vẹn; bản 3 sau đó bị hỏng; thiếu 1 ảnh" in made
    assert '<a href="bai/00001-mot.docx">DOCX</a>' in made
    assert ">bản hỏng</a>" in made
    assert "mất hẳn 1 bài" in made
    assert "08:05 ngày 30/11/2026" in made


def test_of_a_whole_file_it_says_so() -> None:
    result = Salvaged(articles=[Given(1, "Một", Fate.WHOLE, 1, 1)])
    assert "Không thấy mất gì" in _page(result)
    assert "Không có bài nào." in _page(Salvaged())
