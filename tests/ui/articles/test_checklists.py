"""The checklists of an article as they are shown."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desk.acts import requirements
from desk.acts.requirements import Before, Level
from desk.acts.rules import Act, Genre, Stage
from desk.review import checklists
from desk.review.checklists import ItemEdit
from tests.making import Cast, article, words
from tests.ui.modal import front
from ui.articles.checklists import Checks

_ALL = frozenset({Act.TICK, Act.UNTICK, Act.OVERRULE})


def _shown(qtbot: QtBot, cast: Cast) -> tuple[Checks, int, int]:
    item = ItemEdit(None, "Đã soát tên riêng", dict.fromkeys(Genre, Level.REQUIRED))
    checklists.set_list(cast.admin, Before.APPROVE, [item])
    (stored,) = (one for one in requirements.items(Before.APPROVE) if one.auto is None)
    made = article(cast, stage=Stage.FOR_APPROVAL)
    checks = Checks()
    qtbot.addWidget(checks)
    checks.show()
    checks.show_lists(checklists.of_article(made), _ALL)
    return checks, made, stored.id


def test_a_box_is_ticked_and_a_chief_may_let_it_pass(qtbot: QtBot, cast: Cast) -> None:
    checks, made, item = _shown(qtbot, cast)
    ticked: list[tuple[int, bool]] = []
    overruled: list[tuple[int, str]] = []
    back: list[int] = []
    checks.ticked.connect(lambda number, on: ticked.append((number, on)))
    checks.overruled.connect(lambda number, name: overruled.append((number, name)))
    checks.taken_back.connect(back.append)
    checks.boxes[item].click()
    checks.passes[item].click()
    assert ticked == [(item, True)]
    assert overruled == [(item, "Đã soát tên riêng")]
    checklists.overrule(cast.chief, made, item, "Tin gấp")
    checks.show_lists(checklists.of_article(made), _ALL)
    assert item not in checks.boxes
    checks.passes[item].click()
    assert back == [item]


def test_who_may_not_tick_only_sees(qtbot: QtBot, cast: Cast) -> None:
    checks, made, item = _shown(qtbot, cast)
    checks.show_lists(checklists.of_article(made), frozenset())
    assert not checks.boxes[item].isEnabled()
    assert item not in checks.passes
    checks.show_lists(None, frozenset())
    assert checks.boxes == {}


def test_the_focus_stays_where_it_was_and_an_item_is_pointed_to(qtbot: QtBot, cast: Cast) -> None:
    checks, made, item = _shown(qtbot, cast)
    front(checks)
    checks.boxes[item].setFocus()
    checks.show_lists(checklists.of_article(made), _ALL)
    assert checks.focusWidget() is checks.boxes[item]
    checks.point_to("không có mục này")
    assert checks.focusWidget() is checks.boxes[item]


def test_a_sign_that_cannot_be_printed_is_named_with_its_place_and_nobody_lets_it_pass(
    qtbot: QtBot, cast: Cast
) -> None:
    made = article(cast, words("Tin", "Một.", "Chúc mừng 😀 cả nhà."), Stage.FOR_APPROVAL)
    checks = Checks()
    qtbot.addWidget(checks)
    checks.show_lists(checklists.of_article(made), _ALL)
    said = [one.text() for one in checks.findChildren(QLabel)]
    assert (
        said.count("Bỏ hoặc thay ký hiệu mà chữ in không có: “😀” (đoạn 2, sau “Chúc mừng”)") == 3
    )  # before sending, approving, printing
    assert not any("ký hiệu" in one.accessibleName() for one in checks.passes.values())
