"""The journal taken out: as a workbook, on paper."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from desk.acts import journal
from desk.acts.rules import Stage
from tests.making import Cast, article, words
from tests.ui.previewed import print_and_close
from ui.look import style
from ui.look.style import Scheme
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_the_journal_goes_into_a_workbook_of_plain_words(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path
) -> None:
    article(cast, words("=HYPERLINK(1) Tít lạ"), Stage.APPROVED)
    window = sit(cast.admin)
    window.pages.go("journal")
    path = tmp_path / "nhật ký tháng 4.xlsx"
    window.pages.journal.out.write(journal.JournalQuery(), path)
    assert "Đã xuất" in window.notice.words()
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:4] == ("Số", "Lúc", "Ai", "Việc")
    assert len(rows) == 1 + len(journal.everything(journal.JournalQuery()))
    about = [row[4] for row in rows]
    assert "=HYPERLINK(1) Tít lạ" in about
    inside = zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in inside, "no cell is a formula"
    window.pages.journal.out.write(journal.JournalQuery(), tmp_path / "không có" / "a.xlsx")
    assert f"Không thấy “{tmp_path / 'không có' / 'a.xlsx'}”" in window.notice.words()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_journal_prints_black_on_white(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path, scheme: Scheme
) -> None:
    style.look().wear(scheme)
    for number in range(12):
        article(cast, words(f"Tin {number}"), Stage.APPROVED)
    window = sit(cast.admin)
    window.pages.go("journal")
    window.pages.journal.paper.click()
    pages = print_and_close(qtbot, window, tmp_path / "nhật ký.pdf").pages
    assert len(pages) > 1
    assert pages[0].mediabox.width > pages[0].mediabox.height
    assert all("Việc" in page.extract_text() for page in pages), "the head stands on every page"
    drawn = pages[0].get_contents()
    assert drawn is not None
    greys = {float(red) for red in re.findall(rb"([\d.]+) [\d.]+ [\d.]+ scn?\b", drawn.get_data())}
    assert {round(grey, 2) for grey in greys} <= {0, 0.5, 0.75, 1}, "black, white, and the lines of the table"
