"""A legal profile as it is filled in."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desk.edition.design import Legal
from ui.settings.legal_dialog import LegalDialog


@pytest.mark.parametrize(
    ("name", "since", "until"),
    [
        ("", "01/7/2026", ""),
        ("Luật mới", "01/7/26", ""),
        ("Luật mới", "tháng bảy", ""),
        ("Luật mới", "01/7/2026", "01/6/2026"),
    ],
)
def test_what_is_no_profile_is_refused_in_place(qtbot: QtBot, name: str, since: str, until: str) -> None:
    dialog = LegalDialog(None, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText(name)
    dialog.since.setText(since)
    dialog.until.setText(until)
    dialog.agree()
    assert dialog.fault.isVisible()
    assert dialog.isVisible()


def test_a_profile_comes_back_as_it_was(qtbot: QtBot) -> None:
    law = Legal("k", "Luật", "Điều 27", "2026-07-01", "", "ghi chú", 24, 210.0, 297.0, False, ("licence",))
    dialog = LegalDialog(None, law)
    qtbot.addWidget(dialog)
    assert dialog.profile() == law
    dialog.until.setText("31/12/2027")
    dialog.needs["licence"].setChecked(False)
    changed = dialog.profile()
    assert (changed.until, changed.needs) == ("2027-12-31", ())
