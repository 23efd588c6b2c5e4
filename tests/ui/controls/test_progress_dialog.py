"""A long work is shown and stopped; the dialog goes when it is over, not before."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.controls.progress_dialog import ProgressDialog


def test_to_close_it_is_to_stop(qtbot: QtBot) -> None:
    dialog = ProgressDialog(None, "Đang ghi", "Đang bắt đầu…")
    qtbot.addWidget(dialog)
    stopped: list[bool] = []
    dialog.cancelled.connect(lambda: stopped.append(True))
    dialog.show()
    dialog.show_step(2, "Đang ghi bài: 2 / 5", 5)
    assert (dialog.bar.value(), dialog.bar.maximum(), dialog.words.text()) == (2, 5, "Đang ghi bài: 2 / 5")
    dialog.close()
    dialog.reject()
    assert dialog.isVisible()
    assert stopped
    dialog.end()
    assert not dialog.isVisible()


def test_what_is_committed_is_not_stopped(qtbot: QtBot) -> None:
    dialog = ProgressDialog(None, "Đang ghi", "")
    qtbot.addWidget(dialog)
    dialog.commit("Đang phát hành…")
    dialog.reject()
    assert not dialog.stop.isEnabled()
    dialog.end()
