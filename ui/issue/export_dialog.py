"""Which outputs to make, how they are finished and where they go; and the progress of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from desk.acts.rules import IssueState
from desk.department.export_profiles import usual
from desk.edition.design import CoverDesign
from desk.edition.outputs import PLAIN, Finish, Output
from desk.issues.issues import IssueRow
from ui.controls.folder_field import FolderField
from ui.controls.form_dialog import FormDialog
from ui.controls.hint import Hint
from ui.controls.labels import label
from ui.controls.progress_dialog import ProgressDialog
from ui.look.text_size import px
from ui.words import export as export_words
from ui.words import issue as issue_words

_TO_THE_EDGE = (CoverDesign.FIELD, CoverDesign.PHOTO)


class OutputChoice(QWidget):
    """The outputs, each with what it is for; those that are always made (`fixed`) cannot be unticked.

    Those that a release holds (`frozen`) go out as they are: nothing of their finish can be chosen any more.
    """

    def __init__(
        self,
        profiles: dict[Output, Finish],
        offered: tuple[Output, ...] = tuple(Output),
        fixed: tuple[Output, ...] = (),
        *,
        frozen: frozenset[Output] = frozenset(),
        cover: CoverDesign = CoverDesign.FRAME,
    ) -> None:
        super().__init__()
        self._given, self._frozen, self._to_the_edge = profiles, frozen, cover in _TO_THE_EDGE
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self.boxes: dict[Output, QCheckBox] = {}
        for at, output in enumerate(offered):
            box = QCheckBox(export_words.output(output))
            box.setChecked(output in profiles or output in fixed)
            box.setEnabled(output not in fixed)
            self.boxes[output] = box
            grid.addWidget(box, at, 0)
            told = export_words.output_purpose(output)
            box.setAccessibleDescription(told)
            grid.addWidget(label(told, "muted"), at, 1)
        grid.addLayout(self._finishes(), len(offered), 0, 1, 2)
        self.told = Hint()
        grid.addWidget(self.told, len(offered) + 1, 0, 1, 2)
        for box in (*self.boxes.values(), self.bleed):
            box.toggled.connect(self._enable)
        self._enable()

    def _finishes(self) -> QHBoxLayout:
        printed = self._given.get(Output.PRINT, usual(Output.PRINT))
        if Output.PRINT in self._frozen:  # however it went out: that is not asked here
            printed = PLAIN
        self.bleed = QCheckBox(self.tr("chừa xén 3 mm"))
        self.marks = QCheckBox(self.tr("dấu xén"))
        self.grey = QCheckBox(self.tr("tất cả đen trắng"))
        self.bleed.setChecked(printed.bleed)
        self.marks.setChecked(printed.marks)
        self.grey.setChecked(
            any(finish.grey for output, finish in self._given.items() if output not in self._frozen)
        )
        self.marks.toggled.connect(lambda on: self.bleed.setChecked(self.bleed.isChecked() or on))
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(label(self.tr("Bản in:"), "small"))
        for box in (self.bleed, self.marks, self.grey):
            row.addWidget(box)
        row.addStretch(1)
        return row

    def profiles(self) -> dict[Output, Finish]:
        """Return what was chosen; of what a release holds, the finish that was given."""
        grey = self.grey.isChecked()
        out = {}
        for output, box in self.boxes.items():
            if not box.isChecked():
                continue
            if output in self._frozen:
                out[output] = self._given.get(output, usual(output))
                continue
            printed = output is Output.PRINT
            out[output] = Finish(
                bleed=printed and self.bleed.isChecked(),
                marks=printed and self.marks.isChecked(),
                grey=grey,
            )
        return out

    def _enable(self) -> None:
        ticked = {output for output, box in self.boxes.items() if box.isChecked()}
        printed = Output.PRINT in ticked - self._frozen
        self.bleed.setEnabled(printed)
        self.marks.setEnabled(printed)
        self.grey.setEnabled(bool(ticked - self._frozen) or not self._frozen)
        if ticked & self._frozen:
            self.told.say(export_words.as_released())
        elif printed and self._to_the_edge and not self.bleed.isChecked():
            self.told.say(export_words.wants_bleed(), warn=True)
        else:
            self.told.say("")


class ExportDialog(FormDialog):
    """Outputs and folder; both are remembered, the outputs by the whole office."""

    def __init__(
        self,
        parent: QWidget | None,
        issue: IssueRow,
        profiles: dict[Output, Finish],
        frozen: frozenset[Output] = frozenset(),
    ) -> None:
        super().__init__(parent, "Xuất bản tin", "", accept="Xuất")
        self.setMinimumWidth(px(620))
        told = self.tr("{name}. Chỉ phiên bản đã duyệt được in; bản in thử in bài như đang có.")
        if issue.state is IssueState.RELEASED:
            told = self.tr(
                "{name}, đã phát hành. Tệp đã phát hành lấy nguyên từ Tủ bản tin; tệp khác được làm mới."
            )
        self.body.addWidget(label(told.format(name=issue_words.issue_name(issue)), "muted", wrap=True))
        self.outputs = OutputChoice(profiles, frozen=frozen, cover=issue.design.cover)
        self.folder = FolderField("export/folder")
        self.body.addWidget(self.outputs)
        self.body.addWidget(label(self.tr("Ghi vào một thư mục mới, mang tên số và ngày, trong"), "small"))
        self.body.addWidget(self.folder)

    def agree(self) -> None:
        """Want at least one output and a folder."""
        if not self.outputs.profiles():
            self.complain(self.tr("Hãy chọn ít nhất một loại tệp."))
        elif self.folder.folder() is None:
            self.complain(self.tr("Hãy chọn thư mục."))
        else:
            super().agree()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        issue: IssueRow,
        profiles: dict[Output, Finish],
        frozen: frozenset[Output] = frozenset(),
    ) -> tuple[dict[Output, Finish], Path] | None:
        """Return the outputs with their finish, and the folder, or None."""
        dialog = cls(parent, issue, profiles, frozen)
        if not dialog.exec():
            return None
        folder = dialog.folder.folder()
        return (dialog.outputs.profiles(), folder) if folder else None


class ExportProgress(ProgressDialog):
    """How far the files of an issue are."""

    def __init__(self, parent: QWidget, steps: int, title: str) -> None:
        super().__init__(parent, title, self.tr("Đang dàn trang…"), steps)

    def step(self, words: str) -> None:
        """Say that one more step is done."""
        self.show_step(self.bar.value() + 1, words)
