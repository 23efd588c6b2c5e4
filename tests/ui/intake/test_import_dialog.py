"""Before an import becomes an article."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desk.department import sections
from desk.intake.files import take_in
from desk.paths import SAMPLE
from desk.text.blocks import Picture, body_text
from tests.making import Cast
from ui.intake.import_dialog import ImportDialog

REAL = SAMPLE / "01-giao-ban-khoa-giao-quy-1-2019.txt"


@pytest.fixture
def dialog(qtbot: QtBot, cast: Cast) -> ImportDialog:
    """A real article of the web page, about to be taken in."""
    made = ImportDialog(None, REAL.name, take_in(REAL), sections.listing())
    qtbot.addWidget(made)
    return made


def test_the_chuyen_muc_and_the_repeated_lead_are_decided(dialog: ImportDialog) -> None:
    dialog.section.setCurrentIndex(2)
    assert dialog.wish().section_id == sections.listing()[1].id
    with_it = len(body_text(dialog.wish().text))
    if not dialog.drop_lead.isHidden():
        dialog.drop_lead.setChecked(False)
        assert len(body_text(dialog.wish().text)) > with_it
    assert [shown.text() for shown in dialog.findChildren(QLabel)]


def test_a_photograph_is_put_over_its_caption(dialog: ImportDialog) -> None:
    photo = SAMPLE / "anh-1.jpg"
    for block_id, chooser in dialog.choosers.items():
        dialog.attach(block_id, photo)
        assert chooser.text() == "Ảnh: anh-1.jpg"
        dialog.attach(block_id, Path("không-có.jpg"))  # it is refused when it is taken in, not here
    assert len(dialog.wish().pictures) == len(dialog.choosers)
    assert not any(isinstance(block, Picture) for block in dialog.wish().text.blocks)
