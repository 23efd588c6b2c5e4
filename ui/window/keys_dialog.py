"""F1: every action of the menus with its key, as it is in this window now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from ui.controls.form_dialog import FormDialog
from ui.controls.labels import label, place
from ui.look.text_size import px


class KeysDialog(FormDialog):
    """A sheet of keys, a group a menu; `more` are a group's keys that are no actions: what they do, and the key."""

    def __init__(
        self,
        parent: QWidget | None,
        groups: Sequence[tuple[str, Iterable[QAction]]],
        more: Mapping[str, Sequence[tuple[str, str]]] | None = None,
    ) -> None:
        super().__init__(parent, "Phím tắt", accept="Đóng")
        self.resize(px(560), px(640))
        self.buttons.button(self.buttons.StandardButton.Cancel).hide()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for heading, actions in groups:
            keyed = [action for action in actions if not action.shortcut().isEmpty()]
            if not keyed:
                continue
            head = label(heading.replace("&", "").upper(), "section")
            head.setContentsMargins(0, 10, 0, 2)
            grid.addWidget(head, grid.rowCount(), 0, 1, 2)
            for action in keyed:
                row = grid.rowCount()
                grid.addWidget(label(action.text().replace("&", "").rstrip("…")), row, 0)
                key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                grid.addWidget(label(key, "key"), row, 1, Qt.AlignmentFlag.AlignRight)
            for text, key in (more or {}).get(heading, ()):
                row = grid.rowCount()
                grid.addWidget(label(text), row, 0)
                grid.addWidget(label(key, "key"), row, 1, Qt.AlignmentFlag.AlignRight)
        grid.setRowStretch(grid.rowCount(), 1)
        inside = place("bare")
        inside.setLayout(grid)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(inside.sizeHint().width() + area.verticalScrollBar().sizeHint().width())
        self.body.addWidget(area, 1)
