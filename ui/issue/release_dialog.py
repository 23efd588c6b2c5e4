"""Phát hành: what stands in the way, each line leading to its place; and which files are frozen with the issue."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from desk.department.export_profiles import usual
from desk.edition.outputs import Finish, Output
from desk.issues.issues import IssueRow
from desk.issues.releases import FROZEN
from ui.controls.folder_field import FolderField
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import label, place
from ui.controls.line_button import LineButton
from ui.issue.export_dialog import OutputChoice
from ui.look.text_size import px
from ui.words.issue import Obstacle, Place

_LIST_MOST = 330  # pixels; a longer list is scrolled


class ReleaseDialog(FormDialog):
    """One list of what blocks; without blocks, the way to print."""

    led = Signal(object)  # Obstacle

    def __init__(
        self,
        parent: QWidget | None,
        issue: IssueRow,
        obstacles: tuple[Obstacle, ...],
        profiles: dict[Output, Finish],
    ) -> None:
        super().__init__(parent, f"Phát hành số {issue.name}", "", accept="Phát hành")
        self.setMinimumWidth(px(640))
        blocked = [one for one in obstacles if one.stops]
        words = self.tr(
            "Còn {n} việc phải xong trước khi phát hành. Bấm vào từng dòng để đến chỗ cần sửa."
        ).format(n=len(blocked))
        if not blocked:
            words = self.tr(
                "Không còn gì vướng. Phát hành rồi thì số này và các tệp dưới đây được giữ nguyên trong bàn biên "
                "tập; chỗ sai phát hiện sau sẽ in đính chính ở số sau."
            )
        self.body.addWidget(label(words, "muted", wrap=True))
        self.lines: list[LineButton] = []
        if obstacles:
            self.body.addWidget(self._list(obstacles), 1)
        if any(one.place is Place.PICTURE for one in obstacles):
            passing = self.tr(
                "Ảnh chưa đạt mà vẫn cần in: lãnh đạo cho qua ở thẻ Kiểm tra của bài, trang Tin bài."
            )
            self.body.addWidget(label(passing, "muted", wrap=True))
        usually = {output: usual(output) for output in FROZEN}
        self.outputs = OutputChoice(usually | profiles, FROZEN, FROZEN, cover=issue.design.cover)
        self.write = QCheckBox(self.tr("Ghi các tệp ra thư mục mới, mang tên số và ngày, trong"))
        self.write.setChecked(True)
        self.folder = FolderField("export/folder")
        self.write.toggled.connect(self.folder.setEnabled)
        self.body.addWidget(self.outputs)
        self.body.addWidget(self.write)
        self.body.addWidget(self.folder)
        self.ok.setEnabled(not blocked)
        for widget in (self.outputs, self.write, self.folder):
            widget.setVisible(not blocked)
        self.ok.setVisible(not blocked)
        if blocked:
            self.buttons.button(self.buttons.StandardButton.Cancel).setText(self.tr("Đóng"))
            self.lines[0].setFocus()

    def setVisible(self, visible: bool) -> None:
        """Begin at the way to print where nothing blocks: a hint would close the dialog and lead away."""
        super().setVisible(visible)
        if visible and self.ok.isVisible():
            self.ok.setFocus()

    def agree(self) -> None:
        """Want a folder where files are to be written."""
        if self.write.isChecked() and self.folder.folder() is None:
            self.complain(self.tr("Hãy chọn thư mục."))
        else:
            super().agree()

    def answer(self) -> tuple[dict[Output, Finish], Path | None]:
        """Return the outputs to freeze and where they are written too."""
        return self.outputs.profiles(), self.folder.folder() if self.write.isChecked() else None

    def _list(self, obstacles: tuple[Obstacle, ...]) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for one in obstacles:
            token = "accent" if one.stops else "amber"
            sign = "warning" if one.stops else "info"
            line = LineButton(one.words, one.told, sign, token, below=True, wrap=True)
            line.clicked.connect(lambda _=False, o=one: self._lead(o))
            self.lines.append(line)
            column.addWidget(line)
        column.addStretch(1)
        inside = place("bare", column)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        scroll.setMinimumHeight(
            min(sum(line.sizeHint().height() + 1 for line in self.lines) + 24, _LIST_MOST)
        )
        return scroll

    def _lead(self, one: Obstacle) -> None:
        self.reject()
        self.led.emit(one)
