"""An issue made and edited: its number, months, model, theme."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts.rules import Stage
from desk.issues import issues, placing
from desk.issues.issues import IssueWords
from tests.making import Cast, article, filled, words
from tests.ui.issue.planned import at_issue, put_issue
from tests.ui.modal import answer, front
from ui.issue.actions import Do
from ui.issue.issue_dialog import IssueDialog
from ui.window.window import Window

Sit = Callable[[int], Window]


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


@pytest.fixture
def window(sit: Sit, cast: Cast) -> Window:
    """Return the window of the secretary at an issue of three articles."""
    issues.make(cast.secretary, IssueWords("4", 2019, 4))
    titles = ("Một", "Hai", "Ba")
    placing.place(cast.secretary, 1, 1, [article(cast, words(title), Stage.APPROVED) for title in titles])
    made = sit(cast.secretary)
    made.pages.go("issue")
    front(made)
    return made


def test_the_months_follow_a_combined_number(sit: Sit, cast: Cast) -> None:
    window = at_issue(sit, cast)

    def name(dialog: IssueDialog) -> None:
        dialog.number.setText("1+2")
        assert (dialog.month.value(), dialog.last_month.value()) == (1, 2)
        dialog.month.setValue(5)
        assert dialog.last_month.value() == 6
        dialog.month.setValue(1)
        assert dialog.last_month.value() == 2
        dialog.agree()

    answer(IssueDialog, name)
    window.pages.issue.acts[Do.NEW].trigger()
    made = issues.find("1+2", 2019)
    assert (made.month, made.ends) == (1, 2)


def test_what_was_chosen_by_hand_stays(qtbot: QtBot) -> None:
    dialog = IssueDialog(None, None, date(2019, 4, 20), [])
    qtbot.addWidget(dialog)
    dialog.last_month.setValue(6)
    dialog.number.setText("3+4")
    assert (dialog.month.value(), dialog.last_month.value()) == (3, 6)
    dialog.month.setValue(8)  # an end before the beginning is nobody's choice
    assert dialog.last_month.value() == 9


@pytest.mark.parametrize(
    ("number", "month", "last", "asked"),
    [("1+2", 1, 1, "số ghép"), ("1+2", 1, 4, "ghép 2 số"), ("4", 4, 6, "không phải số ghép")],
)
def test_months_that_do_not_fit_are_asked_about_once(
    sit: Sit, cast: Cast, number: str, month: int, last: int, asked: str
) -> None:
    window = at_issue(sit, cast)

    def name(dialog: IssueDialog) -> None:
        dialog.number.setText(number)
        dialog.month.setValue(month)
        dialog.last_month.setValue(last)
        dialog.agree()
        assert dialog.isVisible()
        assert asked in dialog.fault.text()
        dialog.agree()  # meant so

    answer(IssueDialog, name)
    window.pages.issue.acts[Do.NEW].trigger()
    assert issues.find(number, 2019).ends == last


def test_the_model_is_the_issue_before_the_month(sit: Sit, cast: Cast) -> None:
    for number in (2, 3, 5):
        put_issue(cast, number=str(number), month=number)
    window = at_issue(sit, cast)

    def look(dialog: IssueDialog) -> None:
        assert dialog.number.text() == "4"
        assert dialog.like.currentText() == "Số 3 – tháng 3 năm 2019"
        dialog.month.setValue(3)
        assert dialog.like.currentText() == "Số 2 – tháng 2 năm 2019"
        dialog.month.setValue(1)
        assert dialog.like.currentText() == "Không theo mẫu"
        dialog.month.setValue(6)
        assert dialog.like.currentText() == "Số 5 – tháng 5 năm 2019"
        dialog.like.setCurrentIndex(0)
        dialog.like.activated.emit(0)  # chosen by hand
        dialog.month.setValue(4)
        assert dialog.like.currentText() == "Không theo mẫu"
        dialog.reject()

    met = answer(IssueDialog, look)
    window.pages.issue.acts[Do.NEW].trigger()
    assert met


def test_the_next_free_number_is_proposed(sit: Sit, cast: Cast) -> None:
    put_issue(cast, number="4+5", month=4, last=5)
    window = at_issue(sit, cast)

    def look(dialog: IssueDialog) -> None:
        assert (dialog.number.text(), dialog.month.value(), dialog.last_month.value()) == ("6", 6, 6)
        assert abs(dialog.month.width() - dialog.last_month.width()) <= 1
        dialog.reject()

    met = answer(IssueDialog, look)
    window.pages.issue.acts[Do.NEW].trigger()
    assert met


def test_a_number_that_is_taken_is_said_in_place(sit: Sit, cast: Cast) -> None:
    filled(cast)
    issues.make(cast.secretary, issues.IssueWords("5", 2019, 5))
    window = sit(cast.secretary)
    window.pages.go("issue")

    def take(dialog: IssueDialog) -> None:
        dialog.theme.setText("Chào mừng ngày 30/4")
        dialog.number.setText(" 4 ")
        dialog.agree()
        assert "4/2019" in dialog.fault.text()
        assert dialog.isVisible()
        assert dialog.theme.text() == "Chào mừng ngày 30/4"
        dialog.number.setText("6")
        dialog.agree()

    assert answer(IssueDialog, take) is not None
    window.pages.issue.acts[Do.NEW].trigger()
    assert issues.find("6", 2019).theme == "Chào mừng ngày 30/4"

    def rename(dialog: IssueDialog) -> None:
        dialog.agree()  # its own number is not taken
        assert not dialog.isVisible()

    met = answer(IssueDialog, rename)
    window.pages.issue.acts[Do.EDIT].trigger()
    assert met


def test_a_special_issue_is_named_in_words(window: Window) -> None:
    def name(dialog: IssueDialog) -> None:
        dialog.number.setText("3+4")
        dialog.number.setText(" Đặc  biệt ")
        assert dialog.special.isChecked()
        assert dialog.month.value() == dialog.last_month.value()
        dialog.agree()

    answer(IssueDialog, name)
    window.pages.issue.acts[Do.NEW].trigger()
    made = issues.find("Đặc biệt", 2019)
    assert made.special
    assert window.pages.issue.issues.currentText() == f"Số Đặc biệt – tháng {made.month} năm 2019"
