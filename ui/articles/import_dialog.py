"""Before an import becomes an article: the text as it will print, what is doubtful, what was left out."""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.department.sections import SectionRow
from desk.intake.result import DoubtKind, Taken, with_picture, without
from desk.text.blocks import ArticleText
from ui.controls.file_dialogs import choose_file, choose_files
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import label
from ui.look.text_size import px
from ui.paper.paper import Paper
from ui.words import wording


@dataclass(frozen=True, slots=True)
class ImportWish:
    """What the person decided about an import."""

    text: ArticleText
    section_id: int | None
    pictures: tuple[tuple[str, Path], ...] = ()  # caption paragraph's id, its photograph


class ImportDialog(FormDialog):
    """The paper on the left, the decisions on the right."""

    def __init__(self, parent: QWidget | None, name: str, taken: Taken, sections: list[SectionRow]) -> None:
        super().__init__(parent, "Nhập bài", name, accept="Nhập thành bản thảo")
        self.resize(px(1040), px(700))
        self._taken = taken
        self._pictures: dict[str, Path] = {}
        self.choosers: dict[str, QPushButton] = {}
        self.paper = Paper()
        self.drop_lead = QCheckBox(self.tr("Bỏ đoạn lặp lại sapô"))
        self.drop_lead.setChecked(taken.repeated_lead is not None)
        self.drop_lead.setVisible(taken.repeated_lead is not None)
        self.drop_lead.toggled.connect(self._show)
        self.section = QComboBox()
        self.section.addItem(self.tr("Chưa xếp chuyên mục"), None)
        for row in sections:
            self.section.addItem(row.title, row.id)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(label(self.tr("Chuyên mục"), "small"))
        side.addWidget(self.section)
        side.addWidget(self.drop_lead)
        if taken.doubts:
            side.addSpacing(8)
            side.addWidget(label(self.tr("Xin xem lại"), "heading"))
            for doubt in taken.doubts:
                if doubt.kind is not DoubtKind.REPEATED_LEAD:
                    side.addWidget(label("• " + wording.doubt(doubt), wrap=True))
        for place in taken.captions:
            choose = QPushButton(self.tr("Chọn ảnh cho chú thích này…"))
            choose.clicked.connect(lambda _=False, b=place.block_id: self._choose_picture(b))
            side.addWidget(choose)
            self.choosers[place.block_id] = choose
        left_out = [*taken.dropped, *([wording.dropped(taken.left_out)] if taken.left_out else [])]
        if left_out:
            side.addSpacing(8)
            side.addWidget(label(self.tr("Không đưa vào bài"), "heading"))
            for line in left_out[:6]:
                side.addWidget(label("• " + line[:160], "muted", wrap=True))
        side.addStretch(1)
        panel = QWidget()
        panel.setFixedWidth(px(300))
        panel.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        row_ = QHBoxLayout()
        row_.setSpacing(16)
        row_.addWidget(self.paper, 1)
        row_.addWidget(panel, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row_, 1)
        self._show()

    def wish(self) -> ImportWish:
        """Return the decisions."""
        return ImportWish(self._text(), self.section.currentData(), tuple(self._pictures.items()))

    def attach(self, block_id: str, photo: Path) -> None:
        """Put a photograph over its caption; the paper shows it there."""
        self._pictures[block_id] = photo
        self.choosers[block_id].setText(self.tr("Ảnh: {name}").format(name=photo.name))
        self._show()

    @classmethod
    def ask(
        cls, parent: QWidget | None, name: str, taken: Taken, sections: list[SectionRow]
    ) -> ImportWish | None:
        """Return the decisions, or None."""
        dialog = cls(parent, name, taken, sections)
        return dialog.wish() if dialog.exec() else None

    @staticmethod
    def choose_files(parent: QWidget | None) -> list[Path]:
        """Ask for files to import."""
        words = "Bài từ trang tin (*.txt *.html *.htm);;Mọi tệp (*)"
        return choose_files(parent, "Nhập bài", "import/folder", words)

    @staticmethod
    def choose_picture(parent: QWidget | None) -> Path | None:
        """Ask for one photograph."""
        words = "Ảnh (*.jpg *.jpeg *.png *.gif *.bmp *.tif *.tiff *.webp)"
        return choose_file(parent, "Chọn ảnh", "import/folder", words)

    def _choose_picture(self, block_id: str) -> None:
        path = self.choose_picture(self)
        if path is not None:
            self.attach(block_id, path)

    def _text(self) -> ArticleText:
        repeated = self._taken.repeated_lead
        if repeated is not None and self.drop_lead.isChecked():
            return without(self._taken.text, repeated)
        return self._taken.text

    def _show(self) -> None:
        text, images = self._text(), {}
        for block_id, photo in self._pictures.items():
            with contextlib.suppress(OSError):  # an unreadable photograph is refused when it is taken in
                data = photo.read_bytes()
                sha = hashlib.sha256(data).hexdigest()
                images[sha] = data
                text = with_picture(text, block_id, sha)
        self.paper.show_text(text, images)
