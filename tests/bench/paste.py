"""Pasting: pages of Word read beside the cleaner and a bare parser; a large table put into the editor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from html.parser import HTMLParser

import nh3
from PySide6.QtWidgets import QApplication

from desk.intake.html.clean_html import html_blocks
from desk.text.blocks import Block
from tests.bench import seated
from tests.bench.figure import BUILD, Row, Sizes, clocked, median_of, side_by_side, under
from ui.editor.form import ArticleForm

_PARAGRAPH = (
    "<p class=MsoNormal style='text-align:justify;text-indent:36.0pt'><span lang=VI style='font-size:14.0pt;"
    'font-family:"Times New Roman",serif\'>Học viên thực hành theo <i>Nghị quyết số 36-NQ/TW</i>, ngày 01/7/2014 '
    "về công tác tuyên giáo.<o:p></o:p></span></p>"
)
_CONDITION = "<!--[if gte mso 9]><xml><w:Word></w:Word></xml><![endif]--><![if !supportLists]>·<![endif]>"
_CELL = (
    "<td><p class=MsoNormal style='text-align:center'>"
    "<span style='font-size:14.0pt'>12<o:p></o:p></span></p></td>"
)
_SIZE = 300_000


def _filled(piece: str) -> str:
    return piece * (_SIZE // len(piece))


PAGES = {
    "300 kB of Word": _filled(_PARAGRAPH),
    "300 kB with a conditional comment a paragraph": _filled(_CONDITION + _PARAGRAPH),
    "300 kB with an unclosed comment a paragraph": _filled(_PARAGRAPH + "<!-- "),
    "300 kB of list paragraphs": _filled(
        "<p style='margin-left:36pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>-</span>Đồng chí A</p>"
    ),
}
TABLE = f"<table>{f'<tr>{_CELL * 20}</tr>' * 500}</table>"


def rows(sizes: Sizes) -> Iterator[Row]:
    """Read the pages, then paste the table as the editor does."""
    times = max(3, sizes.times // 60)
    for name, html in PAGES.items():
        ours, anchor = side_by_side(partial(html_blocks, html), partial(_bare, html), times)
        yield under(f"pasted: {name} read", ours, 300, f"{anchor:.0f} ms (nh3 and a bare html.parser)")
    seated.application(BUILD)
    read = median_of(lambda: html_blocks(TABLE), 3, warm=1)
    blocks = html_blocks(TABLE).blocks
    put: list[float] = []
    for _ in range(3):
        form = ArticleForm()
        form.resize(1000, 700)
        form.show()
        QApplication.processEvents()
        put.append(clocked(partial(_put, form, blocks)))
        form.close()
        form.deleteLater()
        QApplication.processEvents()
    yield under(
        "pasted: a table of 500 × 20, read aside and put into the editor",
        read + sorted(put)[1],
        2000,
        f"{read:.0f} ms in a thread, then {sorted(put)[1]:.0f} ms in the window",
    )


def _bare(html: str) -> None:
    HTMLParser().feed(nh3.clean(html))


def _put(form: ArticleForm, blocks: Sequence[Block]) -> None:
    form.body.at_cursor.insert_blocks(blocks)
    QApplication.processEvents()
