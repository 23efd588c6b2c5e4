"""The dialogs of an issue: what is wrong is said in place, long names fit, Enter and the keys do what they say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk import clock
from desk.department import export_profiles, legal_profiles, settings
from desk.edition.edition import Imprint
from desk.edition.outputs import Finish, Output
from desk.issues import commissions, issues
from desk.issues.commissions import CommissionWish
from tests.making import Cast, filled
from ui.settings.legal_dialog import LegalDialog
from ui.window.window import Window

Sit = Callable[[int], Window]


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def test_a_year_of_two_digits_is_no_year(cast: Cast, qtbot: QtBot) -> None:
    dialog = LegalDialog(None, legal_profiles.profiles()[0])
    qtbot.addWidget(dialog)
    dialog.until.setText("01/7/26")
    dialog.agree()
    assert "bốn chữ số" in dialog.fault.text()
    dialog.until.setText("01/7/2026")
    assert dialog.profile().until == "2026-07-01"


def test_the_journal_tells_in_words_what_was_done_to_an_issue(sit: Sit, cast: Cast) -> None:
    filled(cast)
    wish = CommissionWish(2, "Gương đảng viên", due="2019-04-18")
    commissions.commission(cast.secretary, 1, issues.row(1).version, wish)
    export_profiles.save(cast.secretary, {Output.OFFICE: Finish()})
    settings.change(cast.admin, settings.names(), Imprint(printer="Nhà in tỉnh"))
    window = sit(cast.secretary)
    window.pages.go("journal")
    model = window.pages.journal.model
    told = [model.index(at, 3).data(Qt.ItemDataRole.ToolTipRole) for at in range(3)]
    assert told[0].endswith("Đã đổi: Nơi in: “Nhà in tỉnh”\nTrước đó: Nơi in: –")
    assert told[1].endswith("Đã đổi: In, In tại cơ quan, Đọc màn hình, Word")
    assert "Hạn: 18/4/2019" in told[2]
