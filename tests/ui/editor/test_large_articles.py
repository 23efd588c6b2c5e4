"""What no page was made for, through the window: gathered into an issue, looked at as pages, exported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from pytestqt.qtbot import QtBot

from desk.acts.rules import Stage
from desk.edition.outputs import PLAIN, Output
from desk.issues import issues, placing
from desk.pictures import prepare, stored_pictures
from desk.text.blocks import Block, Heading, Paragraph, Picture, Run, Table, new_id
from tests.desk.press import editions
from tests.making import Cast, article, words
from ui.window.window import Window

Sit = Callable[[int], Window]


def _table(rows: int, columns: int) -> Table:
    return Table(
        new_id(), tuple(tuple((Run(f"ô {r}.{c}"),) for c in range(columns)) for r in range(rows)), True
    )


def _tall(cast: Cast) -> Picture:
    made = prepare.prepare(editions.picture(1, 4000, "PNG")[1], "vạch.png")
    stored_pictures.add_prepared(cast.writer, made)
    return Picture(new_id(), made.sha256, "Một vạch đứng", "Trần An")


def _said(text: str) -> Paragraph:
    return Paragraph(new_id(), (Run(text),))


MONSTERS: dict[str, Callable[[Cast], tuple[Block, ...]]] = {
    "15,000 words": lambda _: (_said("Một hai ba bốn năm " * 3_000),),
    "200 rows": lambda _: (_table(200, 3), _said("Sau bảng.")),
    "12 columns": lambda _: (_table(8, 12), _said("Sau bảng.")),
    "1 × 4000 px": lambda cast: (_said("Trước ảnh."), _tall(cast), _said("Sau ảnh.")),
    "a heading last": lambda _: (_said("Thân bài."), Heading(new_id(), (Run("Đề mục cuối"),))),
    "signs": lambda _: (_said("# $x$ @a <b> { } \\ * _ [c] `d` ~ // #let x = 1; &amp; %"),),
}


@pytest.mark.parametrize("name", MONSTERS)
def test_a_monster_is_shown_as_pages_and_exported(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path, name: str
) -> None:
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    title = "TÍT DÀI BỐN DÒNG CỦA MỘT BÀI " * 4 if name == "signs" else "Bài quá khổ"
    text = replace(words(title.strip()), blocks=MONSTERS[name](cast))
    made = article(cast, text, Stage.APPROVED)
    placing.place(cast.secretary, 1, 1, [made])
    window = sit(cast.secretary)
    window.pages.go("issue")
    layout = window.pages.issue.proof.layout_shown()
    assert layout is not None
    assert [span.article for span in layout.spans] == [made]
    assert not window.pages.issue.proof.missing()  # the pages in view are there
    with qtbot.waitSignal(window.pages.exporter.finished, timeout=60_000) as done:
        window.pages.exporter.begin(
            1, {Output.SCREEN: PLAIN, Output.WORD: PLAIN, Output.WEB: PLAIN}, tmp_path / "ra"
        )
    assert done.args is not None
    folder = done.args[0]
    assert folder is not None, window.notice.words()
    reader = pypdf.PdfReader(folder / "ban-tin-so-4-2019-man-hinh.pdf")
    assert len(reader.pages) == layout.total
    assert (folder / "ban-tin-so-4-2019.docx").stat().st_size > 10_000
