"""Who signs for whom, set in Thiết lập."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts.rules import Role
from desk.department import delegations
from tests.making import Cast, article, person, version
from ui.settings.delegation_dialog import DelegationDialog
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_a_chief_delegates_and_ends_it(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit(cast.chief)
    window.pages.go("settings")
    tab = window.pages.settings.delegation
    now = clock.now()
    monkeypatch.setattr(
        DelegationDialog, "ask", lambda *_: (cast.editor, now, now + timedelta(days=1), "Họp")
    )
    tab.add.click()
    (row,) = delegations.listing()
    assert (row.delegate, row.open) == ("Phạm Văn Biên", True)
    assert tab.end.isEnabled()
    tab.end.click()
    assert not delegations.listing()[0].open
    assert version(cast, article(cast)) == 1


@pytest.mark.parametrize(
    ("roles", "may"),
    [
        ((Role.CHIEF,), False),
        ((Role.ADMIN,), True),
        ((Role.CHIEF, Role.ADMIN), True),
        ((Role.DEPUTY,), False),
    ],
)
def test_another_chief_is_not_offered_to_end_it_and_reads_why(
    sit: Sit, cast: Cast, roles: tuple[Role, ...], may: bool
) -> None:
    delegations.delegate(cast.chief, cast.editor, clock.now(), clock.now() + timedelta(days=1))
    window = sit(person(cast, "Ngô Cùng Lãnh", *roles))
    window.pages.go("settings")
    tab = window.pages.settings.delegation
    tab.shown()
    tab.table.selectRow(0)
    assert tab.end.isEnabled() is may
    assert tab.end.toolTip() == (
        ""
        if may
        else "Đồng chí Trần Thị Lãnh đã ủy quyền, nên chỉ đồng chí ấy hoặc quản trị thôi ủy quyền được."
        if Role.CHIEF in roles
        else "Việc này thuộc vai trò khác. Nhờ quản trị xem lại vai trò của đồng chí nếu cần."
    )
