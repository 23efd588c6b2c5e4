"""The looks of date line, title, lead and byline."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from ui.look import style
from ui.paper.formats import Prop
from ui.paper.head import BYLINE, DATE, LEAD, TITLE, PaperHead

Align = Qt.AlignmentFlag


@pytest.fixture
def document(qapp: QApplication) -> QTextDocument:
    return QTextDocument()


@pytest.fixture
def head(document: QTextDocument) -> PaperHead:
    return PaperHead(QTextCursor(document), 15.0)  # an em of 20 pixels


def test_each_line_opens_a_block_and_the_first_takes_the_one_that_is_there(
    head: PaperHead, document: QTextDocument
) -> None:
    for part, words in ((DATE, "Thứ 3"), (TITLE, "Tít"), (LEAD, "Sapô")):
        head.line(part).insertText(words, head.letters(part))
    blocks = [document.findBlockByNumber(at) for at in range(document.blockCount())]
    assert [block.text() for block in blocks] == ["Thứ 3", "Tít", "Sapô"]
    assert [block.blockFormat().stringProperty(Prop.ID) for block in blocks] == [DATE, TITLE, LEAD]


@pytest.mark.parametrize(
    ("part", "align", "above", "below", "between"),
    [
        (DATE, Align.AlignLeft, 0, 5, 4),
        (TITLE, Align.AlignLeft, 0, 12, 2),
        (LEAD, Align.AlignJustify, 0, 11, 4),
        (BYLINE, Align.AlignRight, 10, 0, 4),
    ],
)
def test_distances_follow_the_size_of_the_letters(
    head: PaperHead, part: str, align: Qt.AlignmentFlag, above: int, below: int, between: int
) -> None:
    shape = head.shape(part)
    assert shape.alignment() == align
    assert (shape.topMargin(), shape.bottomMargin(), shape.lineHeight()) == (above, below, between)


def test_the_date_is_small_and_quiet_and_the_title_large(head: PaperHead) -> None:
    date, title, lead = (head.letters(part) for part in (DATE, TITLE, LEAD))
    assert date.fontPointSize() == pytest.approx(12.3)
    assert date.foreground().color() == style.color("muted")
    assert title.fontPointSize() == pytest.approx(19.5)
    assert lead.fontPointSize() == 0  # the page's own
    weights = [letters.fontWeight() for letters in (date, title, lead, head.letters(BYLINE))]
    assert [weight == QFont.Weight.Bold for weight in weights] == [False, True, True, True]
