"""One running window for a desk."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.window.single_instance import SingleInstance


def test_the_first_is_raised_and_nobody_answers_when_it_is_gone(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    first.listen()
    with qtbot.waitSignal(first.raised):
        assert second.raise_first()
    assert not SingleInstance(tmp_path / "khác").raise_first()
    first.close()
    assert not second.raise_first()
