"""The frame of every dialog: title, words, fields, an error in place, the two buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk.errors import DeskError
from ui.controls.labels import field_form, label
from ui.look.screen_room import screen_place, screen_room
from ui.look.text_size import px

# What tells that a field was filled in otherwise; by the names of their classes, which PySide makes when they are
# asked for: the first dialog that a person meets has two of them.
_EDITS = (
    ("QLineEdit", "textEdited"),
    ("QTextEdit", "textChanged"),
    ("QPlainTextEdit", "textChanged"),
    ("QComboBox", "activated"),
    ("QSpinBox", "valueChanged"),
    ("TypedField", "changed"),
    ("QAbstractButton", "toggled"),
    ("QListWidget", "itemChanged"),
)


_TITLE_BAR = 30  # pixels that the system takes above a dialog


class DialogFrame(QDialog):
    """A dialog with a heading, a body, and an error line above its buttons."""

    def __init__(self, parent: QWidget | None, title: str, told: str = "", *, accept: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(px(440))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(title, "title"))
        self.intro = label(told, "muted", wrap=True)
        self.intro.setVisible(bool(told))
        column.addWidget(self.intro)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        column.addLayout(self.body, 1)
        self.fault = label("", "error", wrap=True)
        self.fault.hide()
        column.addWidget(self.fault)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self.ok = self.buttons.button(standard.Ok)
        self.ok.setText(accept or self.tr("Lưu"))
        self.ok.setProperty("kind", "primary")
        self.buttons.button(standard.Cancel).setText(self.tr("Hủy"))
        for button in self.buttons.buttons():
            button.setIcon(button.icon().__class__())
        self.buttons.accepted.connect(self._press)
        self.buttons.rejected.connect(self.leave)
        self._column = column
        self._scrolls: QScrollArea | None = None  # round the body, on a screen that is too small for it
        self._stands = self.ordered = False

    def form(self) -> QFormLayout:
        """Add a form to the body: labels above their fields' left edge."""
        form = field_form()
        self.body.addLayout(form)
        return form

    def _press(self) -> None:
        """Agree, once every field was read; what stands in one that was not is no value, and not the one before."""
        for field in self.findChildren(QLineEdit):
            if field.inherits("TypedField") and field.isEnabled() and field.isVisible():
                fault = field.fault()  # type: ignore[attr-defined]  # by its name: see _EDITS
                if fault:
                    self.complain(fault)
                    field.setFocus()
                    return
        self.agree()

    def agree(self) -> None:
        """Accept; subclasses first check what was filled in."""
        self.accept()

    def leave(self) -> None:
        """Close without agreeing, as Esc, “Hủy” and the cross of the window wish."""
        self.reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc."""
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.leave()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave by the cross of the window."""
        if self.isVisible():
            self.ordered = not event.spontaneous()  # by the program, which asks nobody
            self.leave()
            self.ordered = False
        event.setAccepted(not self.isVisible())

    def setVisible(self, visible: bool) -> None:
        """Begin, when it is first shown, in the first field."""
        if visible and not self._stands:
            self._stands = True
            self._order()
            self._keep_to_screen()
            for field in self.findChildren(QWidget):
                for kind, signal in _EDITS:
                    if field.inherits(kind):
                        getattr(field, signal).connect(self.fault.hide)
            self._fit()  # before it is placed: what has no height yet would be placed too low
            self._centre()
        super().setVisible(visible)
        if visible:
            self._fit()
            self._stay_on_screen()

    def event(self, event: QEvent) -> bool:
        """Grow with what is said: a wrapped line that comes later must lie on no other."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self._stands:
            self._fit()
        return done

    def _order(self) -> None:
        """Put the buttons below everything and last in the order of Tab; let it pass by what only holds fields."""
        self._column.addSpacing(4)
        self._column.addWidget(self.buttons)
        self.ok.setDefault(True)  # only in a dialog is it remembered as the one that Enter presses
        areas = [area for area in self.findChildren(QWidget) if area.inherits("QScrollArea")]
        if not areas:  # as in the sign-in, which spares its start the 95 enums that PySide makes for `Qt`
            return
        from PySide6.QtCore import Qt

        for area in areas:
            fields = area.findChildren(QWidget)
            if any(field.focusPolicy() & Qt.FocusPolicy.TabFocus for field in fields):
                area.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _fit(self) -> None:
        column = self._column
        column.activate()
        wanted = column.minimumHeightForWidth(self.width()) if column.hasHeightForWidth() else 0
        least = max(wanted, column.minimumSize().height())
        room = self.room()
        if self._scrolls is None and (least > room.height() or column.minimumSize().width() > room.width()):
            self._scroll_body()
        elif self.height() < least:
            self.resize(self.width(), least)
            self._stay_on_screen()

    # -- small screens ---------------------------------------------------------------------------------

    def room(self) -> QSize:
        """Return the largest size of this dialog on its screen."""
        return screen_room(self.parentWidget() or self)

    def _centre(self) -> None:
        """Stand over the middle of the window below, the title bar on the screen: what is tall may not hide it."""
        parent = self.parentWidget()
        if parent is None:
            return
        over, screen = parent.window().frameGeometry(), screen_place(parent)
        at = over.center() - self.rect().center()
        left = max(screen.left(), min(at.x(), screen.right() - self.width()))
        top = max(screen.top() + px(_TITLE_BAR), min(at.y(), screen.bottom() - self.height()))
        self.move(left, top)

    def _stay_on_screen(self) -> None:
        """Come up as far as what was added has pushed the buttons off the screen's lower edge."""
        screen, frame = screen_place(self), self.frameGeometry()
        if self.isVisible() and frame.bottom() > screen.bottom():
            self.move(frame.left(), max(screen.top(), frame.top() - (frame.bottom() - screen.bottom())))

    def _keep_to_screen(self) -> None:
        room = self.room()
        self.setMinimumSize(self.minimumSize().boundedTo(room))
        if self.width() > room.width() or self.height() > room.height():
            self.resize(self.size().boundedTo(room))

    def _scroll_body(self) -> None:
        """Let the fields scroll between heading and buttons, which stay in sight."""
        writing = self.focusWidget()  # a field that is put elsewhere loses the focus
        at = self._column.indexOf(self.body)
        self._column.removeItem(self.body)
        self.body.setParent(None)
        holder, self._scrolls = QWidget(), QScrollArea()
        holder.setProperty("place", "bare")
        holder.setLayout(self.body)
        self.body.setContentsMargins(0, 0, 6, 0)
        self._scrolls.setProperty("place", "bare")
        self._scrolls.setFrameShape(QFrame.Shape.NoFrame)
        self._scrolls.setWidgetResizable(True)
        self._scrolls.setWidget(holder)
        self._column.insertWidget(at, self._scrolls, 1)
        self._column.activate()
        if writing is not None:
            writing.setFocus()
        room = self.room()
        self.resize(min(max(self.width(), self.sizeHint().width()), room.width()), room.height())

    def complain(self, error: DeskError | str) -> None:
        """Say in place what is wrong; the dialog stays and nothing typed is lost."""
        from ui.words import wording  # the sign-in, which comes first, does without

        self.fault.setText(error if isinstance(error, str) else wording.error(error))
        self.fault.show()
