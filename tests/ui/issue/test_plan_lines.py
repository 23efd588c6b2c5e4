"""The lines of a plan, and what tells them apart."""

from __future__ import annotations

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from desk.acts.rules import Stage
from desk.issues.issues import IssueRow
from desk.issues.plan import CommissionRow, PlacedRow, Plan, PlanPart
from ui.issue.plan_lines import articles, heads, item_id, items, line_id, lines_of, part_of, show_line

ROW = PlacedRow(7, "Một", "", Stage.APPROVED, 100, False)
WANTED = CommissionRow(7, 1, "Gương sáng", 3, "Nguyễn Thị Lành", None, None, None, False)
PARTS = (
    PlanPart(1, "Xây dựng Đảng", (ROW,), (WANTED,)),
    PlanPart(2, "Ẩn đi", (), hidden=True),
    PlanPart(3, "Đính chính", (), boxed=True),
    PlanPart(4, "Khoa giáo", ()),
)
PLAN = Plan(IssueRow(1, "4", 2019, 4, "", "", 1, 1), PARTS)


def test_a_plan_shows_what_is_not_hidden_and_no_empty_box() -> None:
    assert list(lines_of(PLAN)) == [PARTS[0], ROW, WANTED, PARTS[3]]
    assert list(lines_of(None)) == []


def test_lines_of_one_number_are_told_apart() -> None:
    assert len({line_id(ROW), line_id(WANTED), line_id(PlanPart(7, "", ()))}) == 3


def test_items_show_their_lines(qtbot: QtBot) -> None:
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    head, *lines = (QTreeWidgetItem() for _ in range(3))
    show_line(head, PARTS[0])
    show_line(lines[0], ROW)
    show_line(lines[1], WANTED)
    head.addChildren(lines)
    tree.addTopLevelItem(head)
    assert list(heads(tree)) == [head]
    assert list(items(tree)) == [head, *lines]
    assert list(articles(tree)) == [(lines[0], ROW)]
    assert part_of(head) == PARTS[0]
    assert item_id(lines[1]) == line_id(WANTED)
    assert lines[1].toolTip(0) == "Gương sáng – Nguyễn Thị Lành"
