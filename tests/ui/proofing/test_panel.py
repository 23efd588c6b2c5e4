"""The panel Soát lỗi alone: families, the way through the list, what is mended and what is passed over."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.proofing.article import PlacedFinding
from desk.proofing.finding import Severity
from tests.making import Cast
from tests.ui.proofing.faulty import findings
from ui.proofing.actions import Fault
from ui.proofing.panel import ProofPanel, Text
from ui.session.session import Session


class _Page:
    """What a page is asked for."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, str]] = []
        self.shown: list[str] = []
        self.left = 0

    def take(self, chosen: list[tuple[PlacedFinding, str]]) -> None:
        self.taken += [(one.words, one.instead(words)) for one, words in chosen]

    def show(self, one: PlacedFinding | None) -> None:
        self.shown.append(one.words if one else "")

    def leave(self) -> None:
        self.left += 1


@pytest.fixture
def page() -> _Page:
    return _Page()


@pytest.fixture
def panel(qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast, page: _Page) -> ProofPanel:
    text = Text(lambda chosen: page.take(list(chosen)), page.show, page.leave)
    made = ProofPanel(session_of(cast.writer), text, "Sửa")
    qtbot.addWidget(made)
    made.resize(300, 560)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    made.show_found(findings(), 7, may=True)
    return made


def test_it_counts_by_gravity_and_shows_one_family_at_a_time(panel: ProofPanel) -> None:
    assert panel.sum.text() == "6 chỗ: 5 sai, 1 nên xem"
    names = [panel.family.itemText(at) for at in range(panel.family.count())]
    assert names[0] == "Tất cả (6)"
    assert sum(int(name.rpartition("(")[2].rstrip(")")) for name in names[1:]) == 6
    panel.family.setCurrentIndex(panel.family.findData("citation"))
    assert [one.words for one in panel.list.found.found] == ["38-CT/TW"]


def test_arrows_look_enter_takes_and_esc_leaves(panel: ProofPanel, page: _Page) -> None:
    panel.list.setFocus()
    panel.list.choose(0)
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert page.shown[-1] == "lảnh"
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert page.taken == [("lảnh", "lãnh")]
    assert len(panel.left()) == 5
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert page.left == 1


def test_what_was_passed_over_once_stays_so_until_another_article(panel: ProofPanel) -> None:
    panel.list.setFocus()
    panel.list.choose(0)
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    panel.show_found(findings(), 7, may=True)
    assert len(panel.left()) == 5
    panel.show_found(findings(), 8, may=True)
    assert len(panel.left()) == 6


def test_what_is_pressed_below_the_list_gives_the_keys_back_to_it(panel: ProofPanel) -> None:
    panel.list.setFocus()
    panel.list.choose(0)
    panel._pass.setFocus()
    panel.acts[Fault.ONCE].trigger()
    assert panel.list.hasFocus()
    assert len(panel.left()) == 5


def test_who_may_not_mend_is_told_why(panel: ProofPanel, page: _Page) -> None:
    panel.show_found(findings(), 0, may=False)
    panel.list.setFocus()
    panel.list.choose(0)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert page.taken == []
    assert panel.acts[Fault.TAKE].whatsThis() == "Bài này chỉ đọc, không sửa được."
    assert panel.acts[Fault.HERE].whatsThis() == "Lưu bài đã, rồi mới ghi nhớ được."


def test_nothing_found_is_said(panel: ProofPanel) -> None:
    panel.show_found((), 7, may=True)
    assert panel.sum.text() == "Không thấy chỗ nào cần sửa."
    assert not panel.family.isVisible()


def test_where_nothing_wrong_is_sent_on_it_is_not_passed_over_for_a_while(panel: ProofPanel) -> None:
    said: list[str] = []
    panel._session.said.connect(lambda words, *_: said.append(words))
    rows = panel.list.found.found
    panel.list.choose(next(at for at, one in enumerate(rows) if one.finding.severity is Severity.WRONG))
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert len(panel.left()) == 5
    panel.show_found(findings(), 7, may=True, stops=True)  # the office has just said so
    assert len(panel.left()) == 6
    rows = panel.list.found.found
    at, wrong = next((at, one) for at, one in enumerate(rows) if one.finding.severity is Severity.WRONG)
    panel.list.choose(at)
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    panel.pass_over(wrong)  # by the menu of the marked word
    assert len(panel.left()) == 6
    assert len(said) == 2
    assert all("Shift+Del" in words for words in said)
    panel.list.choose(next(at for at, one in enumerate(rows) if one.finding.severity is not Severity.WRONG))
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert len(panel.left()) == 5
