"""Pages made while nobody needs the window: one at a time, none while somebody types or has a dialog open."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtWidgets import QDialog

from tests.making import Cast
from ui.window.idle_pages import IdlePages
from ui.window.window import Window


def _made(window: Window) -> set[str]:
    return set(window.pages.made)


def test_pages_are_made_one_by_one_until_the_menus_find_them_all(
    sit: Callable[[int], Window], cast: Cast
) -> None:
    window = sit(cast.chief)
    idle = IdlePages(window.session, window.pages)
    assert _made(window) == {"today"}
    counts = []
    for _ in range(8):
        idle.go_on()
        counts.append(len(_made(window)))
    assert counts == sorted(counts)
    assert all(after - before <= 1 for before, after in pairwise(counts))
    assert _made(window) >= {"today", "issue", "editor", "calendar", "review", "articles"}
    assert window.pages.name() == "today"  # none of them is shown
    assert window.focusWidget() is not None


def test_none_is_made_while_one_types_or_a_dialog_is_open(sit: Callable[[int], Window], cast: Cast) -> None:
    window = sit(cast.writer)
    window.pages.go("editor")
    window.pages.editor.start()
    idle, before = IdlePages(window.session, window.pages), _made(window)
    idle.go_on()
    idle.go_on()
    assert _made(window) == before
    window.pages.show("today")
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    idle.go_on()
    assert _made(window) == before
    dialog.close()
    idle.go_on()
    idle.go_on()
    assert "issue" in _made(window)
