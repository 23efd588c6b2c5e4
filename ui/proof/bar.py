"""The bar below the proof: which page, how large, and whether the pages are being laid out."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.controls.labels import label, place, tool_button
from ui.controls.page_action import page_action
from ui.proof.view import ProofView


class ProofBar(QWidget):
    """Turns and zooms a proof; its keys act wherever one is on the page that owns it."""

    def __init__(self, view: ProofView, page: QWidget) -> None:
        super().__init__()
        self._view = view
        self.page = label("", "small")
        self.zoom = label("", "small")
        self.work = label("", "small")
        self.back = page_action(page, self.tr("Trang trước"), "previous", "Ctrl+PgUp", lambda: view.turn(-1))
        self.on = page_action(page, self.tr("Trang sau"), "next", "Ctrl+PgDown", lambda: view.turn(1))
        self.smaller = page_action(page, self.tr("Nhỏ hơn"), "zoom-out", "Ctrl+-", lambda: view.step_zoom(-1))
        self.larger = page_action(page, self.tr("To hơn"), "zoom-in", "Ctrl+=", lambda: view.step_zoom(1))
        self.fit = page_action(page, self.tr("Vừa khung"), "spread", "Ctrl+0", lambda: view.set_zoom(0))
        row = QHBoxLayout()
        row.setContentsMargins(12, 5, 12, 5)
        row.setSpacing(6)
        for action in (self.back, self.on):
            row.addWidget(_button(action))
        row.addWidget(self.page)
        row.addStretch(1)
        row.addWidget(self.work)
        row.addStretch(1)
        row.addWidget(self.zoom)
        for action in (self.smaller, self.larger, self.fit):
            row.addWidget(_button(action))
        foot = place("footer")
        foot.setLayout(row)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(foot)
        view.turned.connect(lambda _: self._tell())
        view.zoomed.connect(lambda _: self._tell())
        view.pages_wanted.connect(self._tell)

    def show_working(self, on: bool) -> None:
        """Say that the pages are being laid out."""
        self.work.setText(self.tr("Đang dàn trang…") if on else "")

    def actions_of_menu(self) -> list[QAction]:
        """Return the actions as the menu lists them."""
        return [self.back, self.on, self.larger, self.smaller, self.fit]

    def _tell(self) -> None:
        layout = self._view.layout_shown()
        there = layout is not None
        for action in self.actions_of_menu():
            action.setEnabled(there)
        if layout is None:
            self.page.setText("")
            self.zoom.setText("")
            return
        number = self._view.page()
        other = number + 1 if number % 2 == 0 and number < layout.total else 0
        pages = f"{number}–{other}" if other else str(number)
        self.page.setText(self.tr("Trang {n} / {total}").format(n=pages, total=layout.total))
        self.zoom.setText(f"{round(self._view.zoom_factor() * 100)} %")


def _button(action: QAction) -> QWidget:
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    made = tool_button(
        f"{action.text()} ({key})", action.trigger, str(action.property("icon_name")), boxed=False
    )
    action.changed.connect(lambda: made.setEnabled(action.isEnabled()))
    return made
