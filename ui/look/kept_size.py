"""Lengths of a widget that follow the size of words while it stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.look import style, text_size


class _Kept(QObject):
    """Belongs to the widget, and goes with it."""

    def __init__(self, owner: QObject, again: Callable[[], object]) -> None:
        super().__init__(owner)
        self._again, self._factor = again, text_size.factor()
        again()
        style.look().changed.connect(self._follow)

    def _follow(self) -> None:
        if self._factor != text_size.factor():
            self._factor = text_size.factor()
            self._again()


def keep(owner: QObject, again: Callable[[], object]) -> None:
    """Do something now, and again whenever words become larger or smaller while `owner` lives."""
    _Kept(owner, again)


def keep_width(widget: QWidget, pixels: int) -> None:
    """Fix a width of the design."""
    keep(widget, lambda: widget.setFixedWidth(text_size.px(pixels)))


def keep_between(widget: QWidget, least: int, most: int) -> None:
    """Keep a width between two of the design, the larger where there is room."""

    def again() -> None:
        widget.setMinimumWidth(text_size.px(least))
        widget.setMaximumWidth(text_size.px(most))

    keep(widget, again)


def keep_height(widget: QWidget, pixels: int) -> None:
    """Fix a height of the design."""
    keep(widget, lambda: widget.setFixedHeight(text_size.px(pixels)))


def keep_least_width(widget: QWidget, pixels: int) -> None:
    """Give a widget at least a width of the design."""
    keep(widget, lambda: widget.setMinimumWidth(text_size.px(pixels)))


def keep_least_height(widget: QWidget, pixels: int) -> None:
    """Give a widget at least a height of the design."""
    keep(widget, lambda: widget.setMinimumHeight(text_size.px(pixels)))


def keep_icon_size(button: QAbstractButton, pixels: int) -> None:
    """Draw a button's icon at a size of the design."""
    side = text_size.px
    keep(button, lambda: button.setIconSize(QSize(side(pixels), side(pixels))))
