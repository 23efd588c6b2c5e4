"""The plan of an issue by keyboard: where the keys begin and stop, what is chosen after an act, the way back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts.rules import Stage
from desk.department import settings
from desk.issues import commissions, corrections, issues, placing
from desk.issues import plan as issue_plan
from desk.issues.commissions import CommissionWish
from desk.issues.issues import IssueWords
from tests.making import Cast, article, printed, words
from tests.ui.modal import answer, front
from ui.articles.correction_dialog import CorrectDialog
from ui.issue.actions import Do
from ui.issue.commission_dialog import CommissionDialog
from ui.issue.export_dialog import ExportDialog
from ui.issue.issue_dialog import IssueDialog
from ui.issue.plan_view import PlanView
from ui.issue.propose_dialog import ProposeDialog
from ui.issue.sections_dialog import IssueSectionsDialog
from ui.window.window import Window

Sit = Callable[[int], Window]
K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


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


def _chosen(view: PlanView) -> str:
    item = view.currentItem()
    return item.text(0) if item is not None else ""


def _press(view: PlanView, *keys: Qt.Key) -> str:
    for key in keys:
        QTest.keyClick(view, key)
    return _chosen(view)


def test_the_keys_begin_in_the_plan_and_go_from_line_to_line(window: Window) -> None:
    view = window.pages.issue.plan
    assert QApplication.focusWidget() is view
    assert _chosen(view) == ""  # nothing is chosen for having come here
    met = [_press(view, K.Key_Down) for _ in range(4)]
    empty = issue_plan.plan(1).parts[0].title
    filled = issue_plan.plan(1).parts[1].title
    assert met == [
        empty,
        "Một",
        "Hai",
        "Ba",
    ]  # the name of a chuyên mục that has none: there a piece can be asked for
    assert filled not in met
    assert _press(view, K.Key_Up, K.Key_Up, K.Key_Up) == empty


def test_what_is_taken_out_leaves_its_neighbour_chosen_and_comes_back_chosen(window: Window) -> None:
    view = window.pages.issue.plan
    view.choose_first()
    assert _press(view, K.Key_Down, K.Key_Delete) == "Ba"
    QTest.keyClick(view, K.Key_Z, CTRL)
    assert _chosen(view) == "Hai"
    assert window.notice.words() == "Đã hoàn tác: đưa bài ra khỏi số."
    assert _press(view, K.Key_Down, K.Key_Delete) == "Hai"  # there is none below


def test_the_order_of_sections_is_taken_back(window: Window) -> None:
    before = [part.title for part in issue_plan.plan(1).parts]

    def change(dialog: IssueSectionsDialog) -> None:
        dialog.list.setCurrentRow(0)
        dialog.list.shift(1)
        dialog.add.click()
        dialog.list.item(dialog.list.count() - 1).setText("Riêng số này")
        dialog.agree()

    answer(IssueSectionsDialog, change)
    window.pages.issue.acts[Do.SECTIONS].trigger()
    after = [part.title for part in issue_plan.plan(1).parts]
    assert after[:2] == before[1::-1]
    assert "Riêng số này" in after
    window.pages.issue.acts[Do.UNDO].trigger()
    assert [part.title for part in issue_plan.plan(1).parts] == before
    assert window.notice.words() == "Đã hoàn tác: sắp xếp chuyên mục của số."


def test_a_piece_asked_for_is_chosen_and_taken_back(window: Window) -> None:
    view = window.pages.issue.plan

    def ask(dialog: CommissionDialog) -> None:
        dialog.title.setText(" Gương  đảng viên ")
        dialog.agree()

    answer(CommissionDialog, ask)
    window.pages.issue.acts[Do.WANT].trigger()
    asked = view.current_wanted()
    assert asked is not None
    assert asked.title == "Gương đảng viên"

    def change(dialog: CommissionDialog) -> None:
        dialog.title.setText("Gương chi bộ")
        dialog.agree()

    answer(CommissionDialog, change)
    _press(view, K.Key_Return)
    assert [one.title for part in issue_plan.plan(1).parts for one in part.wanted] == ["Gương chi bộ"]
    front(window)
    QTest.keyClick(view, K.Key_Z, CTRL)
    assert [one.title for part in issue_plan.plan(1).parts for one in part.wanted] == ["Gương đảng viên"]
    QTest.keyClick(view, K.Key_Z, CTRL)
    assert not any(part.wanted for part in issue_plan.plan(1).parts)
    assert not window.pages.issue.acts[Do.UNDO].isEnabled()


def test_a_day_that_is_over_and_no_title_are_refused_in_place(
    qtbot: QtBot, window: Window, cast: Cast
) -> None:
    commissions.commission(
        cast.secretary, 1, issues.row(1).version, CommissionWish(2, "Đã muộn", None, "2019-04-02")
    )
    told: list[str] = []

    def ask(dialog: CommissionDialog) -> None:
        dialog.agree()
        told.append(dialog.fault.text())
        dialog.title.setText("Gương chi bộ")
        dialog.due.setDate(date(2019, 4, 19))  # type: ignore[arg-type]  # PySide takes a date
        dialog.agree()
        told.append(dialog.fault.text())
        dialog.reject()

    answer(CommissionDialog, ask)
    window.pages.issue.acts[Do.WANT].trigger()
    assert told == ["Hãy ghi bài được đặt viết về gì.", "Hạn nộp phải từ hôm nay trở đi."]

    def rename(dialog: CommissionDialog) -> None:  # what is late already may still be changed
        dialog.title.setText("Vẫn muộn")
        dialog.agree()

    window.pages.issue.shown()
    window.pages.issue.plan.choose_wanted(1)
    answer(CommissionDialog, rename)
    _press(window.pages.issue.plan, K.Key_Return)
    assert [one.title for part in issue_plan.plan(1).parts for one in part.wanted] == ["Vẫn muộn"]


def test_ctrl_z_takes_back_nothing_across_what_has_no_way_back(window: Window) -> None:
    acts, view = window.pages.issue.acts, window.pages.issue.plan
    view.choose_first()
    view.shift(1)
    assert acts[Do.UNDO].isEnabled()

    def name(dialog: IssueDialog) -> None:
        dialog.theme.setText("Chào mừng")
        dialog.agree()

    answer(IssueDialog, name)
    acts[Do.EDIT].trigger()
    assert not acts[Do.UNDO].isEnabled()  # it would move the article, not what was done last
    view.shift(1)
    assert acts[Do.UNDO].isEnabled()
    acts[Do.CLOSE].trigger()
    assert not acts[Do.UNDO].isEnabled()


def test_gather_is_left_with_tab(window: Window, cast: Cast) -> None:
    article(cast, words("Bốn"), Stage.APPROVED)
    left: list[bool] = []

    def look(dialog: ProposeDialog) -> None:
        front(dialog)
        assert dialog.table.hasFocus()
        QTest.keyClick(dialog.table, K.Key_Tab)
        left.append(isinstance(QApplication.focusWidget(), QPushButton))
        dialog.agree()

    answer(ProposeDialog, look)
    window.pages.issue.acts[Do.GATHER].trigger()
    assert left == [True]
    assert _chosen(window.pages.issue.plan) == "Bốn"


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


def test_what_rests_says_why(window: Window) -> None:
    acts = window.pages.issue.acts
    buttons = {one.text(): one for one in window.pages.issue.findChildren(QPushButton)}
    assert "Hãy chọn một bài trong số." in buttons["Chuyển lên"].toolTip()
    acts[Do.CLOSE].trigger()
    assert "đã chốt bài" in buttons["Gom bài"].toolTip()
    assert "đã chốt bài" in buttons["Đặt bài"].toolTip()


def test_a_printed_article_is_corrected_from_the_plan(window: Window, cast: Cast) -> None:
    printed(cast)
    window.pages.issue.shown()
    buttons = {one.text(): one for one in window.pages.issue.findChildren(QPushButton)}
    for gone in ("Chuyển lên", "Chuyển xuống", "Đặt bài", "Đưa ra khỏi số", "Gom bài"):
        assert not buttons[gone].isVisible()
    window.pages.issue.plan.choose_first()
    assert buttons["Đính chính"].isEnabled()

    def write(dialog: CorrectDialog) -> None:
        dialog.printed.setPlainText("ngày 8/4")
        dialog.correct.setPlainText("ngày 9/4")
        dialog.agree()

    answer(CorrectDialog, write)
    buttons["Đính chính"].click()
    row = window.pages.issue.plan.current()
    assert row is not None
    assert [one.printed for one in corrections.of_article(row.article_id)] == ["ngày 8/4"]
    window.navigation.edit(row.article_id)
    assert "Bài đã in nên giữ nguyên" in window.pages.editor.banner.words()
    assert not window.pages.editor.section.isEnabled()


def test_the_head_keeps_its_buttons_whole_on_a_narrow_screen(window: Window, cast: Cast) -> None:
    issues.edit(cast.secretary, 1, issues.row(1).version, IssueWords("4", 2019, 4, "Chào mừng " * 20))
    window.resize(1024, 640)
    window.pages.issue.shown()
    QTest.qWait(20)
    for one in window.pages.issue.findChildren(QPushButton):
        assert not one.isVisible() or one.width() >= one.sizeHint().width(), one.text()
    assert window.pages.issue.issues.width() >= 150


def test_a_folder_that_took_nothing_is_asked_for_again_and_not_remembered(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    (tmp_path / "tệp").touch()
    proposed: list[str] = []

    def choose(dialog: ExportDialog) -> None:
        proposed.append(dialog.folder.path.text())
        dialog.folder.path.setText(str(tmp_path / "tệp" / "con"))
        dialog.agree()

    answer(ExportDialog, choose)
    with qtbot.waitSignal(window.pages.exporter.finished, timeout=10_000):
        window.pages.issue.acts[Do.EXPORT].trigger()
    answer(ExportDialog, lambda dialog: choose(dialog))
    with qtbot.waitSignal(window.pages.exporter.finished, timeout=10_000):
        window.notice.press()
    assert len(proposed) == 2
    assert "tệp" not in proposed[1]


def test_settings_offer_to_save_what_was_changed(sit: Sit, cast: Cast) -> None:
    window = sit(cast.admin)
    window.pages.go("settings")
    names = window.pages.settings.names
    assert not names.save.isEnabled()
    names.fields["place"].setText("Nậm Mu")
    assert names.save.isEnabled()
    names.save.click()
    assert settings.names().place == "Nậm Mu"
    assert not names.save.isEnabled()
