"""A box to choose from whose words give up their end where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from ui.controls.combo import Combo
from ui.controls.labels import cut


class ElidedCombo(Combo):
    """Cuts what is chosen with “…” – Qt would cut through a letter – and has the whole of it in its tooltip.

    It is as wide as `letters` of them, 0 as wide as the longest of its words.
    """

    def __init__(self, letters: int = 0) -> None:
        super().__init__()
        if letters:
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.setMinimumContentsLength(letters)
        else:
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currentTextChanged.connect(self.setToolTip)

    def event(self, event: QEvent) -> bool:
        """Say the whole of the words to who rests on them, however they came to be chosen."""
        if event.type() == QEvent.Type.ToolTip and not self.toolTip():
            self.setToolTip(self.currentText())
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Ask for room for the letters' advance, which Qt measures without."""
        return super().sizeHint() + QSize(4, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box with words that fit it."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        option.currentText = cut(option.currentText, self.fontMetrics(), room - 2)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
