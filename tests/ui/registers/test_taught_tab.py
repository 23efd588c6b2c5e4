"""What the proofreader was taught: told, and forgotten after a question."""

from __future__ import annotations

import pytest

from desk.registers import taught
from tests.making import Cast
from tests.ui.modal import answer
from tests.ui.registers.filled import fill
from tests.ui.registers.opened import Sit, opened
from ui.controls.choice_dialog import ChoiceDialog

pytestmark = pytest.mark.usefixtures("april")


def test_what_was_taught_is_told_and_forgotten_after_a_question(sit: Sit, cast: Cast) -> None:
    page = opened(sit(cast.editor))
    tab = page.taught
    page.tabs.setCurrentWidget(tab)
    assert tab.state.text() == "Chưa dạy bằng số cũ nào."
    assert not tab.drop.isVisible()
    fill(cast)
    page.shown()
    assert (tab.state.text(), tab.more.text()) == (
        "Đã dạy bằng 1.234 bài.",
        "Phạm Văn Biên dạy ngày 16/4/2019.",
    )
    answer(ChoiceDialog, lambda dialog: dialog.reject())
    tab.drop.click()
    assert taught.read() is not None
    answer(ChoiceDialog, lambda dialog: dialog.agree())
    tab.drop.click()
    assert taught.read() is None
    assert not tab.drop.isVisible()
