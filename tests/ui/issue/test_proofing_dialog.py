"""Soát lỗi cả số: lines with pages, by family, from an article on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.proofing.faulty import findings
from ui.issue.proofing_dialog import Found, ProofDialog

_TITLES, _PAGES = {1: "Bài một", 2: "Bài hai"}, {1: (3, 3), 2: (4, 6)}


@pytest.fixture
def dialog(qtbot: QtBot) -> ProofDialog:
    one, two, *_ = findings()
    other = replace(two, finding=replace(two.finding, rule="issue.name", other=(1, 0, 5)))
    found = [Found(1, "Bài một", (3, 3), one), Found(2, "Bài hai", (4, 6), other)]
    made = ProofDialog(None, found, _TITLES, _PAGES)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_line_says_page_and_article_and_a_contradiction_the_other_one(dialog: ProofDialog) -> None:
    assert dialog._where(1) == "trang 3, Bài một"
    assert dialog._where(2) == "trang 4–6, Bài hai"
    dialog.list.choose(1)
    assert "Bài kia: trang 3, Bài một." in dialog.why.text()


def test_it_begins_at_an_article_and_enter_opens_that(dialog: ProofDialog) -> None:
    dialog.begin_at(2)
    assert dialog.chosen() == 2
    dialog.family.setCurrentIndex(dialog.family.findData("typography"))
    assert dialog.chosen() == 1
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.result() == dialog.DialogCode.Accepted


def test_nothing_found_leaves_nothing_to_open(qtbot: QtBot) -> None:
    made = ProofDialog(None, [], {}, {})
    qtbot.addWidget(made)
    assert not made.ok.isEnabled()
    assert made.chosen() == 0
