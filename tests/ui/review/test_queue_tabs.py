"""The queues with their counts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.review.queue import Queue
from ui.review.queue_tabs import QueueTabs


def test_a_step_goes_to_the_next_queue_that_holds_something(qtbot: QtBot) -> None:
    tabs = QueueTabs()
    qtbot.addWidget(tabs)
    chosen: list[Queue] = []
    tabs.queue_chosen.connect(chosen.append)
    assert tabs.queue() is Queue.WAITING
    tabs.step()
    assert chosen == []  # nothing waits anywhere
    tabs.show_counts({Queue.WAITING: 2, Queue.RETURNED: 1}, 5)
    tabs.step()
    tabs.step()
    assert chosen == [Queue.RETURNED, Queue.WAITING]
    tabs.choose(Queue.DUE)
    assert tabs.queue() is Queue.DUE
    spoken = [tabs.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(tabs.count())]
    assert spoken[list(Queue).index(Queue.RETURNED)].endswith(": 1")
    assert any("5" in words for words in spoken)
