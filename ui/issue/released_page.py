"""Tủ bản tin: every released issue with its cover; read in the window, written out again byte for byte."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desk import clock
from desk.acts.gate import Changes
from desk.acts.permission import refusal
from desk.acts.rules import Act, Role
from desk.issues import releases
from desk.issues.releases import ReleaseRow
from ui.controls.action_table import ActionTable, Entry, Table, mark
from ui.controls.elided_label import ElidedLabel
from ui.controls.file_dialogs import choose_folder
from ui.controls.labels import action_button, label, place
from ui.controls.page_head import header
from ui.issue import operations
from ui.issue.exporter import open_in_system
from ui.issue.verifying import Verifying
from ui.look.kept_size import keep, keep_least_width
from ui.look.text_size import px
from ui.proof import released
from ui.proof.bar import ProofBar
from ui.proof.released import Printed, PrintedPages
from ui.proof.view import ProofView
from ui.session.page import Page
from ui.session.session import Session
from ui.words import wording

_ROW = Qt.ItemDataRole.UserRole
_COVER = QSize(128, 182)


class ReleasedDo(Enum):
    """What may be done with released issues."""

    WRITE = auto()
    PLAN = auto()
    CHECK = auto()
    CHECK_FOLDER = auto()


@dataclass(frozen=True, slots=True)
class ReleaseInView:
    """What the actions depend on."""

    chosen: bool
    roles: frozenset[Role]

    def why_none(self) -> str:
        """Return why nothing can be done with a release, "" when one is chosen."""
        words = QCoreApplication.translate("ReleasedIssuesPage", "Hãy chọn một số đã phát hành.")
        return "" if self.chosen else words

    def why_not_written(self) -> str:
        """Return why its files cannot be written out again."""
        refused = refusal(Act.EXPORT, self.roles)
        return self.why_none() or (wording.error(refused) if refused else "")


TABLE: Table[ReleasedDo, ReleaseInView] = {
    ReleasedDo.WRITE: Entry(
        mark("Ghi lại tệp…"), "export", "Ctrl+E", when=lambda view: view.why_not_written()
    ),
    ReleasedDo.PLAN: Entry(
        mark("Mở kế hoạch của số"), "issue", "Ctrl+Return", when=lambda view: view.why_none()
    ),
    ReleasedDo.CHECK: Entry(mark("Đối chiếu tệp…"), "verify", "Ctrl+Shift+K"),
    ReleasedDo.CHECK_FOLDER: Entry(mark("Đối chiếu thư mục…"), "folder", "Ctrl+Shift+J"),
}


class ReleasedIssuesPage(Page):
    """Covers at the left, the pages of the chosen issue at the right."""

    issue_wanted = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._icons: dict[int, QIcon] = {}
        self.verifying = Verifying(self)
        self._actions = ActionTable(
            self,
            TABLE,
            {
                ReleasedDo.WRITE: self._write,
                ReleasedDo.PLAN: self._go_to_issue,
                ReleasedDo.CHECK: self.verifying.choose_file,
                ReleasedDo.CHECK_FOLDER: self.verifying.choose_folder,
            },
        )
        self._told = ElidedLabel("muted")
        head, _, plain = header(
            self.tr("Tủ bản tin"),
            action_button(self._actions[ReleasedDo.CHECK], key=False),
            action_button(self._actions[ReleasedDo.CHECK_FOLDER], key=False),
            action_button(self._actions[ReleasedDo.PLAN], key=False),
            action_button(self._actions[ReleasedDo.WRITE], primary=True, key=False),
        )
        plain.hide()
        head.row.insertWidget(1, self._told)
        self.column.addWidget(head)
        self.covers = QListWidget()
        self.covers.setViewMode(QListView.ViewMode.IconMode)
        self.covers.setResizeMode(QListView.ResizeMode.Adjust)
        self.covers.setMovement(QListView.Movement.Static)
        keep(self.covers, self._size_covers)
        self.covers.setWordWrap(True)
        self.covers.setUniformItemSizes(True)
        self.covers.setAccessibleName(self.tr("Các số đã phát hành"))
        self.covers.currentItemChanged.connect(lambda *_: self._read())
        self.proof = ProofView()
        self.printed = PrintedPages(session.client, self.proof)
        self.bar = ProofBar(self.proof, self)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setObjectName("shelf-panes")
        panes.setChildrenCollapsible(False)
        panes.setHandleWidth(1)
        panes.addWidget(self._left())
        panes.addWidget(self._right())
        panes.setStretchFactor(1, 1)
        panes.setSizes([360, 800])
        self.column.addWidget(panes, 1)
        self._show([])

    def _size_covers(self) -> None:
        """Give each cover the room of its words, which are three lines."""
        self.covers.setIconSize(QSize(px(_COVER.width()), px(_COVER.height())))
        self.covers.setGridSize(QSize(px(156), px(250)))

    def __getitem__(self, which: ReleasedDo) -> QAction:
        return self._actions[which]

    def shown(self) -> None:
        """Refresh the released issues."""
        known = frozenset(self._icons)
        self.ask(lambda: _covers(known), self._offer, key="released")

    def heed(self, changes: Changes) -> None:
        """Refresh when an issue was released or reopened."""
        if self.isVisible() and changes.issues:
            self.shown()

    def current(self) -> ReleaseRow | None:
        """Return the chosen release."""
        item = self.covers.currentItem()
        row = item.data(_ROW) if item else None
        return row if isinstance(row, ReleaseRow) else None

    def choose(self, release_id: int) -> None:
        """Choose a release."""
        for at in range(self.covers.count()):
            if self.covers.item(at).data(_ROW).id == release_id:
                self.covers.setCurrentRow(at)

    # -- the covers ------------------------------------------------------------------------------------

    def _offer(self, found: list[tuple[ReleaseRow, bytes]]) -> None:
        chosen = self.current()
        self._show(found)
        if chosen is not None:
            self.choose(chosen.id)
        if self.covers.currentRow() < 0 and found:
            self.covers.setCurrentRow(0)

    def _show(self, found: list[tuple[ReleaseRow, bytes]]) -> None:
        self.covers.blockSignals(True)
        self.covers.clear()
        for row, png in found:
            words = self.tr("Số {issue}\n{when}, {pages} trang").format(
                issue=row.issue, when=wording.short_date(clock.local(row.at).date()), pages=row.pages
            )
            if row.number > 1 or not row.standing:
                words += "\n" + self.tr("lần {n}").format(n=row.number)
                words += "" if row.standing else self.tr(", đã mở lại")
            if row.id not in self._icons:
                self._icons[row.id] = _icon(png)
            item = QListWidgetItem(self._icons[row.id], words)
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            item.setData(_ROW, row)
            item.setToolTip("\n".join(part for part in (words, row.theme) if part))
            self.covers.addItem(item)
        self.covers.blockSignals(False)
        self._empty.setVisible(not found)
        self.covers.setVisible(bool(found))
        if not found:
            self.printed.let_go()
            self.proof.show_nothing(self.tr("Số đã phát hành nào được chọn thì đọc ở đây."))
            self._told.say("")
        self._enable()

    def _enable(self) -> None:
        self._actions.follow(ReleaseInView(self.current() is not None, self.session.me.roles))

    def _read(self) -> None:
        self._enable()
        row = self.current()
        if row is None:
            return
        words = self.tr("Số {issue} – {n} bài, phát hành {when}, {by}")
        self._told.say(words.format(issue=row.issue, n=row.articles, when=wording.moment(row.at), by=row.by))
        if self.printed.shown() != row.id:
            self.ask(lambda: released.printed(row.id), self._show_pages, key="facsimile")

    def _show_pages(self, found: Printed) -> None:
        row = self.current()
        if row is not None and row.id == found.release_id:  # else another was chosen meanwhile
            self.printed.show(found)

    # -- what is pressed -------------------------------------------------------------------------------

    def _write(self) -> None:
        row = self.current()
        if row is None:
            return
        parent = choose_folder(self, self.tr("Ghi vào thư mục"), "shelf/folder")
        if parent is not None:
            who = self.session.who
            self.ask(lambda: released.files(who, row), lambda files: self._put(row, files, parent))

    def _put(self, row: ReleaseRow, files: dict[str, bytes], parent: Path) -> None:
        work = released.write(row, files, parent)
        self.client.away(self, work, lambda folder: self._written(row, folder), refused=self.regret)

    def _written(self, row: ReleaseRow, folder: Path) -> None:
        operations.note_written(self.session, row.id, folder.name).run(self.session, self)
        words = self.tr("Đã ghi lại đúng các tệp đã phát hành vào {folder}.").format(folder=folder.name)
        self.session.say(words, "done", self.tr("Mở thư mục"), lambda: open_in_system(folder))

    def _go_to_issue(self) -> None:
        row = self.current()
        if row is not None:
            self.issue_wanted.emit(row.issue_id)

    # -- parts -----------------------------------------------------------------------------------------

    def _left(self) -> QWidget:
        self._empty = label(
            self.tr("Chưa có số nào phát hành.\nChốt bài rồi bấm “Phát hành” ở trang Bản tin."),
            "empty",
            wrap=True,
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(24, 64, 24, 24)
        column = QVBoxLayout()
        column.setContentsMargins(8, 10, 0, 0)
        column.addWidget(self._empty, 1)
        column.addWidget(self.covers, 1)
        made = place("column", column)
        keep_least_width(made, 200)
        return made

    def _right(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.proof, 1)
        column.addWidget(self.bar)
        return place("page", column)

    def actions_of_menu(self) -> list[QAction | None]:
        """Return the actions as the menu lists them."""
        first, last = (ReleasedDo.WRITE, ReleasedDo.PLAN), (ReleasedDo.CHECK, ReleasedDo.CHECK_FOLDER)
        return [*(self[which] for which in first), None, *(self[which] for which in last)]


def _covers(known: frozenset[int]) -> list[tuple[ReleaseRow, bytes]]:
    """Return the releases with their covers; a cover never changes, so those that are known are not read again."""
    return [(row, b"" if row.id in known else releases.cover(row.id)) for row in releases.listing()]


def _icon(png: bytes) -> QIcon:
    """Return a cover as it is, chosen or not: a selection's tint would change its colours."""
    image = QImage()
    image.loadFromData(png)
    smooth = Qt.TransformationMode.SmoothTransformation
    pixels = QPixmap.fromImage(image.scaled(_COVER * 2, Qt.AspectRatioMode.KeepAspectRatio, smooth))
    made = QIcon(pixels)
    made.addPixmap(pixels, QIcon.Mode.Selected)
    return made
