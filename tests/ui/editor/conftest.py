"""Fonts, style and the real article for the tests of the widgets."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.editor.sample import PICTURE, picture_bytes
from ui.editor.form import ArticleForm
from ui.look import style


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    """Load the bundled fonts and wear Fusion."""
    qapp.setStyle("Fusion")
    style.load_fonts()
    return qapp


@pytest.fixture
def form(qtbot: QtBot) -> ArticleForm:
    """The form of an article alone, its pictures there, in the active window."""
    made = ArticleForm()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.body.set_picture_source({PICTURE: picture_bytes()}.get)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made
