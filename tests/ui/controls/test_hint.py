"""A remark in place."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.controls.hint import Hint
from ui.look import style
from ui.look.style import Scheme


@pytest.fixture
def hint(qtbot: QtBot) -> Hint:
    made = Hint()
    qtbot.addWidget(made)
    return made


def _sign(hint: Hint) -> QImage:
    return next(one for one in hint.findChildren(QLabel) if not one.pixmap().isNull()).pixmap().toImage()


def _icon(name: str, token: str, hint: Hint) -> QImage:
    return style.pixmap(name, token, 16, hint.devicePixelRatioF()).toImage()


def test_it_is_away_until_it_has_something_to_say(hint: Hint) -> None:
    assert hint.isHidden()
    hint.say("Trùng lịch.")
    assert (hint.words(), hint.isHidden()) == ("Trùng lịch.", False)
    hint.say("")
    assert (hint.words(), hint.isHidden()) == ("", True)


def test_its_sign_is_that_of_a_remark_or_of_a_warning(hint: Hint) -> None:
    hint.say("Trùng lịch.", warn=True)
    assert _sign(hint) == _icon("warning", "amber", hint)
    hint.say("Có thể để trống.")  # a remark after a warning is none
    assert _sign(hint) == _icon("info", "muted", hint)


def test_its_sign_follows_the_scheme(hint: Hint) -> None:
    hint.say("Trùng lịch.", warn=True)
    light = _sign(hint)
    style.look().wear(Scheme.DARK)
    assert _sign(hint) == _icon("warning", "amber", hint) != light
