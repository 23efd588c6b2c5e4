"""The bar below the proof: which page, how large, and whether the pages are being laid out."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.controls.action_table import ActionTable, Entry, Table, mark
from ui.controls.labels import label, place, tool_button
from ui.proof.view import ProofView
from ui.proof.zoom_and_scroll import FIT


class ProofDo(Enum):
    """What may be done with a proof, in the order of the menu."""

    BACK = auto()
    ON = auto()
    LARGER = auto()
    SMALLER = auto()
    FIT = auto()


def _why_none(there: bool) -> str:
    return "" if there else QCoreApplication.translate("ProofBar", "Chưa có trang nào.")


_TABLE: Table[ProofDo, bool] = {  # followed by whether there are pages
    ProofDo.BACK: Entry(mark("Trang trước"), "previous", "Ctrl+PgUp", when=_why_none),
    ProofDo.ON: Entry(mark("Trang sau"), "next", "Ctrl+PgDown", when=_why_none),
    ProofDo.LARGER: Entry(mark("To hơn"), "zoom-in", "Ctrl+=", when=_why_none),
    ProofDo.SMALLER: Entry(mark("Nhỏ hơn"), "zoom-out", "Ctrl+-", when=_why_none),
    ProofDo.FIT: Entry(mark("Vừa khung"), "spread", "Ctrl+0", when=_why_none),
}


class ProofBar(QWidget):
    """Turns and zooms a proof; its keys act wherever one is on the page that owns it."""

    def __init__(self, view: ProofView, page: QWidget) -> None:
        super().__init__()
        self._view = view
        self.page = label("", "small")
        self.zoom = label("", "small")
        self.work = label("", "small")
        self._actions = ActionTable(
            page,
            _TABLE,
            {
                ProofDo.BACK: lambda: view.sight.turn(-1),
                ProofDo.ON: lambda: view.sight.turn(1),
                ProofDo.LARGER: lambda: view.set_zoom(view.sight.stepped(1)),
                ProofDo.SMALLER: lambda: view.set_zoom(view.sight.stepped(-1)),
                ProofDo.FIT: lambda: view.set_zoom(FIT),
            },
        )
        row = QHBoxLayout()
        row.setContentsMargins(12, 5, 12, 5)
        row.setSpacing(6)
        for which in (ProofDo.BACK, ProofDo.ON):
            row.addWidget(_button(self._actions[which]))
        row.addWidget(self.page)
        row.addStretch(1)
        row.addWidget(self.work)
        row.addStretch(1)
        row.addWidget(self.zoom)
        for which in (ProofDo.SMALLER, ProofDo.LARGER, ProofDo.FIT):
            row.addWidget(_button(self._actions[which]))
        foot = place("footer")
        foot.setLayout(row)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(foot)
        view.turned.connect(lambda _: self._refresh())
        view.zoomed.connect(lambda _: self._refresh())
        view.pages_wanted.connect(self._refresh)

    def __getitem__(self, which: ProofDo) -> QAction:
        return self._actions[which]

    def show_working(self, on: bool) -> None:
        """Say that the pages are being laid out."""
        self.work.setText(self.tr("Đang dàn trang…") if on else "")

    def actions_of_menu(self) -> list[QAction]:
        """Return the actions as the menu lists them."""
        return self._actions.all()

    def _refresh(self) -> None:
        layout = self._view.layout_shown()
        self._actions.follow(layout is not None)
        if layout is None:
            self.page.setText("")
            self.zoom.setText("")
            return
        number = self._view.page()
        other = number + 1 if number % 2 == 0 and number < layout.total else 0
        pages = f"{number}–{other}" if other else str(number)
        self.page.setText(self.tr("Trang {n} / {total}").format(n=pages, total=layout.total))
        self.zoom.setText(f"{round(self._view.sight.factor() * 100)} %")


def _button(action: QAction) -> QWidget:
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    button = tool_button(
        f"{action.text()} ({key})", action.trigger, str(action.property("icon_name")), boxed=False
    )
    action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
    return button
