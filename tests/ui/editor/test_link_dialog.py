"""The address and words of a link, asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from ui.editor.link_dialog import LinkDialog, LinkWords, clean_address

Kind = TypeVar("Kind", bound=QDialog)


def soon(kind: type[Kind], act: Callable[[Kind], None]) -> None:
    """Act on the dialog once it is open."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, look)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("https://nghean.gov.vn/tin?x=1", "https://nghean.gov.vn/tin?x=1"),
        (" nghean.gov.vn ", "https://nghean.gov.vn"),
        ("vanphong@nghean.gov.vn", "mailto:vanphong@nghean.gov.vn"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("//host/share", None),
        ("data:text/html,x", None),
        ("hai chữ", None),
        ("", None),
    ],
)
def test_only_web_and_mail_addresses_pass(typed: str, stored: str | None) -> None:
    assert clean_address(typed) == stored


def test_a_bad_address_is_told_in_place(qtbot: QtBot) -> None:
    def fill(dialog: LinkDialog) -> None:
        dialog.address.setText("javascript:alert(1)")
        QTest.keyClick(dialog.address, Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert dialog.fault.isVisible()
        dialog.address.setText("nghean.gov.vn")
        QTest.keyClick(dialog.address, Qt.Key.Key_Return)

    soon(LinkDialog, fill)
    assert LinkDialog.ask(None, "", "trang tin") == LinkWords("https://nghean.gov.vn", "trang tin")


def test_a_link_is_taken_off(qtbot: QtBot) -> None:
    soon(LinkDialog, lambda dialog: dialog.remove.click())
    assert LinkDialog.ask(None, "https://a.vn", "một\u2028hai") == LinkWords("", "một\u2028hai")
