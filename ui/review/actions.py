"""The keys of Bàn duyệt: from article to article, from queue to queue, from pane to pane."""

from __future__ import annotations

from enum import Enum, auto

from ui.controls.action_table import Entry, Table, mark


class Step(Enum):
    """The ways through the page."""

    NEXT = auto()
    PREVIOUS = auto()
    QUEUE = auto()
    PANE = auto()
    SEEK = auto()
    CHANGES = auto()
    DISCUSSION = auto()
    CHECKS = auto()
    HISTORY = auto()
    PROOF = auto()


TABLE: Table[Step, None] = {
    Step.NEXT: Entry(mark("Bài sau"), key="Right"),
    Step.PREVIOUS: Entry(mark("Bài trước"), key="Left"),
    Step.QUEUE: Entry(mark("Hàng đợi tiếp theo"), key="Q"),
    Step.PANE: Entry(mark("Sang khung kế tiếp"), key="F6"),
    Step.SEEK: Entry("", key="Ctrl+F"),
    Step.CHANGES: Entry(mark("Thay đổi"), key="Alt+1"),
    Step.DISCUSSION: Entry(mark("Trao đổi"), key="Alt+2"),
    Step.CHECKS: Entry(mark("Kiểm tra"), key="Alt+3"),
    Step.HISTORY: Entry(mark("Lịch sử"), key="Alt+4"),
    Step.PROOF: Entry(mark("Soát lỗi"), key="Alt+5"),
}
