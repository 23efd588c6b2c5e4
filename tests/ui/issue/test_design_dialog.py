"""How an issue looks: format, emblem, imprint, seen while it is chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desk import clock
from desk.department import settings
from desk.edition.design import CoverDesign, InnerDesign, PageFormat
from desk.edition.edition import Imprint
from desk.issues import issues, printing
from tests.making import Cast, filled
from tests.ui.modal import answer
from ui.controls.choice_dialog import ChoiceDialog
from ui.issue.actions import Do
from ui.issue.design_dialog import DesignDialog
from ui.window.window import Window

Sit = Callable[[int], Window]
EMBLEM = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    '<circle cx="5" cy="5" r="4" fill="#a3201d"/></svg>'
)
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def test_a_line_of_the_imprint_is_seen_on_the_page_and_taken_back(sit: Sit, cast: Cast) -> None:
    settings.change(cast.admin, settings.names(), Imprint(licence="1/GP-STTTT"))
    filled(cast, "Bài một")
    window = sit(cast.secretary)
    window.pages.go("issue")
    laid: list[str] = []

    def fill(dialog: DesignDialog) -> None:
        dialog.live.laid.connect(lambda made: laid.append(made.edition.imprint.licence))
        line = dialog.lines["licence"]
        line.setText("9/GP-riêng")
        line.editingFinished.emit()
        line.clear()
        line.editingFinished.emit()
        dialog.reject()

    met = answer(DesignDialog, fill)
    window.pages.issue.acts[Do.DESIGN].trigger()
    assert met
    assert laid == ["9/GP-riêng", "1/GP-STTTT"]


def test_the_dress_with_an_emblem(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(cast, "Bài một")
    good, broken = tmp_path / "huy hiệu.svg", tmp_path / "hỏng.svg"
    good.write_text(EMBLEM, encoding="utf-8")
    broken.write_text("<svg><circle r=", encoding="utf-8")
    window = sit(cast.secretary)
    window.pages.go("issue")

    def dress(dialog: DesignDialog) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(broken), ""))
        dialog.emblem.click()
        assert "hỏng.svg" in dialog.fault.text()
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(good), ""))
        dialog.emblem.click()
        assert dialog.design().emblem
        dialog.format.setCurrentIndex(dialog.format.findData(PageFormat.A4))
        dialog.agree()
        assert "lớn hơn mức 190 × 270 mm" in dialog.fault.text()
        dialog.format.setCurrentIndex(dialog.format.findData(PageFormat.SMALL))
        dialog.cover.setCurrentIndex(dialog.cover.findData(CoverDesign.FRAME))
        dialog.inner.setCurrentIndex(dialog.inner.findData(InnerDesign.CLEAR))
        dialog.copies.setValue(350)
        dialog.has_published.setChecked(True)
        laid = dialog.proof.layout_shown()
        assert laid is not None
        assert laid.size == PageFormat.SMALL.size  # the pages beside the choices are in them
        dialog.agree()

    answer(DesignDialog, dress)
    qtbot.keyClick(
        window.pages.issue.plan,
        Qt.Key.Key_D,
        CTRL_SHIFT,
    )
    row = issues.row(1)
    assert (row.design.format, row.design.cover, row.imprint.copies) == (
        PageFormat.SMALL,
        CoverDesign.FRAME,
        350,
    )
    assert row.published == "2019-04-25"
    edition = printing.edition(1)
    assert row.design.emblem in edition.pictures


@pytest.mark.parametrize(
    ("today", "closing", "proposed"),
    [
        ("2019-04-10", "", "2019-04-25"),  # the office's usual day is to come
        ("2019-04-25", "", "2019-04-25"),
        ("2019-04-30", "", "2019-04-30"),  # it is past
        ("2019-05-04", "", "2019-05-06"),  # today is a Saturday
        ("2019-04-10", "2019-04-26", "2019-04-26"),  # it closes later
        ("2019-04-10", "2019-04-28", "2019-04-29"),  # on a Sunday
    ],
)
def test_the_day_that_is_proposed_is_never_past(
    sit: Sit, cast: Cast, today: str, closing: str, proposed: str
) -> None:
    filled(cast, "Bài một")
    row = issues.row(1)
    issues.edit(cast.secretary, 1, row.version, issues.IssueWords("4", 2019, 4, closing=closing))
    day = date.fromisoformat(today)
    clock.set_clock(lambda: datetime(day.year, day.month, day.day, 3, tzinfo=UTC))
    window = sit(cast.secretary)
    window.pages.go("issue")

    def look(dialog: DesignDialog) -> None:
        assert not dialog.has_published.isChecked()
        assert dialog.published.value().isoformat() == proposed
        dialog.reject()

    met = answer(DesignDialog, look)
    window.pages.issue.acts[Do.DESIGN].trigger()
    assert met


def test_what_was_chosen_is_not_thrown_away_by_esc(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    filled(cast, "Bài một")
    window = sit(cast.secretary)
    window.pages.go("issue")

    def change(dialog: DesignDialog) -> None:
        asked = answer(ChoiceDialog, lambda choice: qtbot.keyClick(choice, Qt.Key.Key_Return))
        dialog.has_published.setChecked(True)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert asked
        assert dialog.isVisible()
        dialog.has_published.setChecked(False)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)  # as it was: nothing is lost
        assert not dialog.isVisible()

    met = answer(DesignDialog, change)
    window.pages.issue.acts[Do.DESIGN].trigger()
    assert met
