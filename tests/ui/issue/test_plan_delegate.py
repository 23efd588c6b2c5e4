"""What the plan paints, read back: headings, articles with their length or trouble, wanted pieces."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from desk.acts.rules import Stage
from desk.issues.plan import CommissionRow, PlacedRow, PlanPart
from tests.ui.painted import Painted
from ui.issue.plan_delegate import DATA, MeasuredTree, PlanDelegate
from ui.look import style

ROW = PlacedRow(7, "Giao ban", "", Stage.APPROVED, 1234, False)
WANTED = CommissionRow(3, 1, "Gương sáng", 3, "Nguyễn Thị Lành", date(2019, 4, 20), None, None, False)
Line = PlanPart | PlacedRow | CommissionRow
_STATE = QStyle.StateFlag


@pytest.fixture
def tree(qtbot: QtBot) -> MeasuredTree:
    made = MeasuredTree()
    qtbot.addWidget(made)
    made.setItemDelegate(PlanDelegate(made))
    return made


def _painted(tree: MeasuredTree, line: Line, state: QStyle.StateFlag = _STATE.State_None) -> Painted:
    tree.clear()
    item = QTreeWidgetItem()
    item.setData(0, DATA, line)
    tree.addTopLevelItem(item)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 400, 58)
    option.state = state
    return Painted(lambda painter: tree.itemDelegate().paint(painter, option, tree.indexFromItem(item)))


def _hex(token: str) -> str:
    return style.color(token).name()


def test_a_heading_counts_its_articles_and_what_is_wanted(tree: MeasuredTree) -> None:
    assert _painted(tree, PlanPart(1, "Tin tức", (ROW, ROW))).words() == ["2", "TIN TỨC"]
    assert _painted(tree, PlanPart(1, "Tin tức", ())).words() == ["–", "TIN TỨC"]
    assert _painted(tree, PlanPart(1, "Tin tức", (ROW,), (WANTED, WANTED))).words()[0] == "1 + 2 đặt"
    plain, there = (
        _painted(tree, PlanPart(1, "Tin tức", ()), state)
        for state in (_STATE.State_None, _STATE.State_HasFocus)
    )
    assert (plain.fills(), there.fills()) == ([], [_hex("raised"), _hex("accent")])


def test_an_article_has_its_words_until_it_is_laid_out(tree: MeasuredTree) -> None:
    painted = _painted(tree, ROW)
    assert painted.words() == ["1.234 từ", "Giao ban"]
    assert painted.color("1.234 từ") == _hex("green")
    tree.lengths = {7: (2.34, 1056), 8: (9, 9)}
    laid = _painted(tree, ROW)
    assert laid.words() == ["1.056 dòng", "2,3 trang", "Giao ban"]
    assert (laid.color("2,3 trang"), laid.color("1.056 dòng")) == (_hex("green"), _hex("muted"))


def test_what_is_not_approved_says_so_before_its_length(tree: MeasuredTree) -> None:
    stale = replace(ROW, stale=True)
    painted = _painted(tree, stale)
    assert painted.words() == ["chưa duyệt", "Giao ban"]
    assert painted.color("chưa duyệt") == _hex("accent")
    tree.lengths, tree.over = {7: (2.0, 90)}, frozenset({7})
    assert _painted(tree, stale).words() == ["2 trang", "chưa duyệt", "Giao ban"]


def test_what_lies_beyond_the_pages_says_so(tree: MeasuredTree) -> None:
    tree.lengths, tree.over = {7: (2.0, 90)}, frozenset({7})
    painted = _painted(tree, ROW)
    assert painted.words() == ["quá số trang", "2 trang", "Giao ban"]
    assert painted.color("2 trang") == _hex("amber")


def test_a_grip_is_there_while_articles_may_be_moved(tree: MeasuredTree) -> None:
    assert [x for x, *_ in _painted(tree, ROW).pictures()] == [12]
    tree.movable = False
    assert _painted(tree, ROW).pictures() == []


def test_the_chosen_line_and_the_one_under_the_pointer_have_a_ground(tree: MeasuredTree) -> None:
    both = _STATE.State_Selected | _STATE.State_MouseOver
    assert _painted(tree, ROW).fills()[0] == _hex("line")
    assert _painted(tree, ROW, both).fills()[:3] == [_hex("raised"), _hex("accent"), _hex("line")]
    assert _painted(tree, ROW, _STATE.State_MouseOver).fills()[:2] == [_hex("hover"), _hex("line")]


def test_a_wanted_piece_names_who_and_until_when(tree: MeasuredTree) -> None:
    painted = _painted(tree, WANTED)
    assert painted.words() == ["hạn 20/4", "chưa có", "Gương sáng", "Nguyễn Thị Lành"]
    assert painted.color("chưa có") == _hex("amber")
    late = _painted(tree, replace(WANTED, late=True, stage=Stage.DRAFT))
    assert late.words()[:2] == ["quá hạn 20/4", "Bản thảo"]
    assert late.color("Bản thảo") == _hex("accent")
    assert _painted(tree, replace(WANTED, due=None)).words()[0] == "chưa có"


def test_a_long_title_takes_two_lines_beside_its_chip(tree: MeasuredTree) -> None:
    long = "Hội nghị tổng kết công tác tuyên giáo năm 2018, triển khai nhiệm vụ năm 2019 của toàn ngành"
    lines = _painted(tree, replace(ROW, title=long)).lines()
    assert len(lines) == 3
    assert lines[2].words.endswith("…")
    assert lines[1].x == lines[2].x == 36
    assert lines[1].y < lines[2].y


def test_headings_are_lower_than_lines(tree: MeasuredTree) -> None:
    for line in (PlanPart(1, "Tin tức", ()), ROW, WANTED):
        item = QTreeWidgetItem()
        item.setData(0, DATA, line)
        tree.addTopLevelItem(item)
    option = QStyleOptionViewItem()
    indexes = [tree.model().index(at, 0) for at in range(3)]
    assert [tree.itemDelegate().sizeHint(option, index).height() for index in indexes] == [34, 58, 58]
