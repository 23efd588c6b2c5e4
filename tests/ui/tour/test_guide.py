"""The guide of the tour: seats people, answers their dialogs, waits, takes the pictures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desk import clock
from desk.errors import Missing
from desk.sample.articles import START, Walk
from tests.making import Cast
from ui.look import style
from ui.look.style import DARK, LIGHT, Scheme
from ui.session.desk_client import DeskClient
from ui.tour import guide as guides
from ui.tour.guide import Guide


class Other(QDialog):
    """A dialog that is not the one expected."""


@pytest.fixture
def guide(qapp: QApplication, cast: Cast, client: DeskClient, tmp_path: Path) -> Iterator[Guide]:
    out = tmp_path / "chuyến đi"
    out.mkdir()
    made = Guide(out, Walk(), client)
    clock.set_clock(made.clock)
    yield made
    clock.set_clock(None)


def test_people_are_found_by_name_and_what_is_refused_comes_back(guide: Guide, cast: Cast) -> None:
    assert guide.person("Lê Thị Viết") == cast.writer
    assert guide.at_desk(pow, 2, 5, mod=7) == 4
    with pytest.raises(Missing):
        guide.person("Không Ai")


def test_a_person_sits_at_a_window_later_than_the_one_before_and_leaves_it(guide: Guide, cast: Cast) -> None:
    window = guide.sit("Lê Thị Viết")
    assert window.session.who == cast.writer
    assert (window.width(), window.height(), window.isVisible()) == (1366, 768, True)
    assert guide.clock.now == START + timedelta(hours=1.2)
    gone: list[bool] = []
    window.destroyed.connect(lambda: gone.append(True))
    guide.leave(window)
    assert gone == [True]


def test_a_picture_is_taken_in_light_and_dark_and_counted(guide: Guide, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(60, 40)
    guide.shoot("một", widget)
    guide.shoot("hai", widget)
    names = sorted(path.name for path in guide.out.iterdir())
    assert names == ["01-một-sang.png", "01-một-toi.png", "02-hai-sang.png", "02-hai-toi.png"]
    light, dark = (QImage(str(guide.out / name)) for name in names[:2])
    assert (light.width(), light.height()) == (60, 40)
    assert light.pixelColor(30, 20).name() == LIGHT.window.lower()
    assert dark.pixelColor(30, 20).name() == DARK.window.lower()
    assert style.look().scheme is Scheme.LIGHT  # the next one goes on in it


def test_a_dialog_is_shown_for_its_picture(guide: Guide, qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    guide.dialog("hỏi", dialog)
    assert dialog.isVisible()
    assert (guide.out / "01-hỏi-sang.png").exists()


def test_only_the_dialog_expected_is_answered(guide: Guide, qtbot: QtBot) -> None:
    answered: list[QDialog] = []
    first, second = Other(), QDialog()
    for dialog in (first, second):
        qtbot.addWidget(dialog)

    def answer(dialog: QDialog) -> None:
        answered.append(dialog)
        dialog.accept()

    class Expected(QDialog):
        pass

    expected = Expected()
    qtbot.addWidget(expected)
    guide.expect(Expected, answer)
    QTimer.singleShot(60, first.reject)
    first.exec()
    assert answered == []
    assert expected.exec() == QDialog.DialogCode.Accepted
    assert answered == [expected]


def test_it_waits_until_something_is_so(guide: Guide) -> None:
    looked: list[int] = []

    def third_time() -> bool:
        looked.append(len(looked))
        return len(looked) == 3

    guide.wait(third_time)
    assert looked == [0, 1, 2]


def test_its_patience_ends(guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guides, "_PATIENCE", 0.05)
    looked: list[bool] = []
    guide.wait(lambda: bool(looked.append(True)))  # type: ignore[func-returns-value]  # never so
    assert looked


def test_nothing_is_under_way_when_it_has_settled(qapp: QApplication, tmp_path: Path) -> None:
    client = DeskClient()
    guide = Guide(tmp_path, Walk(), client)
    came: list[int] = []
    for number in range(5):
        client.ask(client, partial(int, number), came.append)
    guide.settle(0)
    assert client.idle()
    assert came == [0, 1, 2, 3, 4]
    client.close()
