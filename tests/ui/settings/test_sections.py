"""The chuyên mục, set in Thiết lập."""

from __future__ import annotations

from collections.abc import Callable

from desk.department import sections
from tests.making import Cast
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_refused_sections_stay_as_they_were_typed(sit: Sit, cast: Cast) -> None:
    window = sit(cast.admin)
    window.pages.go("settings")
    tab = window.pages.settings.sections
    window.pages.settings.tabs.setCurrentWidget(tab)
    before = tab.list.count()
    tab._item(sections.listing()[0].title, None)
    tab._save()
    assert "đã có" in window.notice.words()
    assert tab.list.count() == before + 1
    tab.list.item(before).setText("Chuyên mục thêm")
    tab._save()
    assert [row.title for row in sections.listing()][-1] == "Chuyên mục thêm"
    tab._save()  # the new one has its id now: no twin
    assert len(sections.listing()) == before + 1
    assert len(sections.listing(active_only=False)) == before + 1
