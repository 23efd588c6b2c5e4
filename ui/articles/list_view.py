"""A list of articles, two lines a row: the title, then its state, byline and age."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desk.articles.listing import ArticleRow
from desk.articles.search import HIT_END, HIT_START
from desk.articles.selection import Chosen
from ui.articles.list_model import ROW, ArticlesModel
from ui.controls.elided_lines import from_first_hit, two_lines
from ui.controls.labels import label
from ui.look import style, text_size
from ui.look.kept_size import keep
from ui.words import wording

ROW_HEIGHT = 80  # px at 100 %
_PAD = 16
_BROKEN_MOST = 2000


class ArticleDelegate(QStyledItemDelegate):
    """Paints an article: title of at most two lines, a chip with sign and word, byline, age."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title_font = QFont()
        self.title_font.setPixelSize(13)
        self.title_font.setWeight(QFont.Weight.DemiBold)
        self.small_font = QFont()
        self.small_font.setPixelSize(12)
        self.chip_font = QFont()
        self.chip_font.setPixelSize(11)
        self.chip_font.setWeight(QFont.Weight.Medium)
        self.title_metrics = QFontMetrics(self.title_font)
        self.small_metrics = QFontMetrics(self.small_font)
        self.chip_metrics = QFontMetrics(self.chip_font)
        self._broken: dict[tuple[str, int], list[str]] = {}  # titles broken into lines, by width

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row is as high as the next: the view need not ask."""
        return QSize(200, text_size.px(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row = index.data(ROW)
        if not isinstance(row, ArticleRow):
            return
        with text_size.enlarged(painter, option.rect) as rect:
            self._paint(painter, row, rect, option.state)

    def _paint(self, painter: QPainter, row: ArticleRow, rect: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, style.color("raised"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), style.color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, style.color("hover"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), style.color("line"))
        inner = rect.adjusted(_PAD, 0, -_PAD, 0)
        lines = self._lines(row.title or self.tr("(chưa có tít)"), inner.width())
        metrics = self.title_metrics
        block = len(lines) * (metrics.height() + 1) + 24
        top = rect.top() + (rect.height() - block) // 2
        painter.setFont(self.title_font)
        painter.setPen(style.color("ink" if row.title else "muted"))
        for line in lines:
            painter.drawText(inner.left(), top + metrics.ascent(), line)
            top += metrics.height() + 1
        self._second_line(painter, row, QRect(inner.left(), top + 3, inner.width(), 20))

    def _lines(self, title: str, width: int) -> list[str]:
        lines = self._broken.get((title, width))
        if lines is None:
            if len(self._broken) > _BROKEN_MOST:
                self._broken.clear()
            lines = self._broken[(title, width)] = two_lines(title, self.title_font, width)
        return lines

    def _second_line(self, painter: QPainter, row: ArticleRow, rect: QRect) -> None:
        _, sign, token = wording.STAGES[row.stage]
        left = rect.left() + self._chip(
            painter, rect.left(), rect.top(), wording.stage(row.stage), sign, token
        )
        painter.setFont(self.small_font)
        metrics = self.small_metrics
        age = wording.ago(row.stage_since)
        width = metrics.horizontalAdvance(age)
        painter.setPen(style.color("muted"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, age)
        space = QRect(left + 8, rect.top(), rect.right() - width - 12 - left - 8, rect.height())
        if row.snippet:
            self._snippet(painter, from_first_hit(row.snippet), space, metrics)
            return
        facts = " · ".join(part for part in (row.byline or row.author, self._issue(row)) if part)
        shown = metrics.elidedText(facts, Qt.TextElideMode.ElideRight, space.width())
        painter.drawText(space, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _issue(self, row: ArticleRow) -> str:
        return self.tr("Số {number}").format(number=row.issue) if row.issue else ""

    def _snippet(self, painter: QPainter, snippet: str, space: QRect, metrics: QFontMetrics) -> None:
        hit = QFont(self.small_font)
        hit.setWeight(QFont.Weight.DemiBold)
        bold = QFontMetrics(hit)
        left, inside = space.left(), False
        for part in (
            snippet.replace("\n", " ")
            .replace(HIT_START, f"\x00{HIT_START}")
            .replace(HIT_END, f"\x00{HIT_END}")
            .split("\x00")
        ):
            if part[:1] in (HIT_START, HIT_END):
                inside, part = part[0] == HIT_START, part[1:]
            used = bold if inside else metrics
            room = space.right() - left
            if room <= 8 or not part:
                continue
            shown = used.elidedText(part, Qt.TextElideMode.ElideRight, room)
            painter.setFont(hit if inside else self.small_font)
            painter.setPen(style.color("ink" if inside else "muted"))
            painter.drawText(
                QRect(left, space.top(), room, space.height()),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                shown,
            )
            left += used.horizontalAdvance(shown)

    def _chip(self, painter: QPainter, left: int, top: int, word: str, sign: str, token: str) -> int:
        metrics = self.chip_metrics
        width = metrics.horizontalAdvance(word) + 16 + 16
        ground = style.color(f"{token}_soft") if token != "muted" else style.color("hover")
        path = QPainterPath()
        path.addRoundedRect(QRectF(left, top + 1, width, 18), 5, 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, ground)
        ratio = text_size.density(painter)
        painter.drawPixmap(left + 6, top + 4, style.pixmap(sign, token, 12, ratio))
        painter.setFont(self.chip_font)
        painter.setPen(style.color(token))
        painter.drawText(
            QRect(left + 22, top + 1, width - 22, 18),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            word,
        )
        return width


class ArticleList(QWidget):
    """The list with its empty word; keeps the chosen article by id when the rows are replaced."""

    chosen = Signal(object)  # ArticleRow | None
    opened = Signal(object)  # ArticleRow, by Enter or double click
    marked = Signal(object)  # list[ArticleRow]: all that are chosen together, in the order of the list
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ArticlesModel(self)
        self.view = _View()
        self.view.setModel(self.model)
        self.view.setItemDelegate(ArticleDelegate(self.view))
        self.view.setAccessibleName(self.tr("Danh sách tin bài"))
        self.empty = label("", "empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(24, 48, 24, 24)
        self.empty.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)
        self.model.more_wanted.connect(self.more_wanted)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._announce())
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._announce_marked())
        self.view.activated_row.connect(self._open)
        style.look().changed.connect(self.view.viewport().update)
        self._restoring = False
        self._focus_due = False

    def take_focus(self) -> None:
        """Put the keyboard into the list, or there as soon as it has rows."""
        self._focus_due = self.view.isHidden()
        self.view.setFocus()

    def show_rows(self, rows: Sequence[ArticleRow], more: bool, empty: str = "", wanted: int = 0) -> None:
        """Replace the rows; `wanted` is chosen, else what was chosen stays so, or its neighbour takes its place."""
        chosen = self.chosen_now(wanted)
        self._restoring = True
        self.model.replace(rows, more)
        self.empty.setText(empty)
        self.empty.setVisible(not rows)
        self.view.setVisible(bool(rows))
        if rows:
            self._choose_alone(chosen.among(rows))
            if self._focus_due and (now := QApplication.focusWidget()) is not None and now.isAncestorOf(self):
                self.take_focus()
            self._focus_due = False
        self._restoring = False
        self._announce()

    def chosen_now(self, wanted: int = 0) -> Chosen:
        """Return what is chosen, for who reads the rows anew; an article that is `wanted` comes before it."""
        current = self.current()
        return Chosen((wanted, current.id if current else 0), self.view.currentIndex().row())

    def add_rows(self, rows: Sequence[ArticleRow], more: bool) -> None:
        """Append rows that were asked for."""
        self.model.append(rows, more)

    def current(self) -> ArticleRow | None:
        """Return the chosen article."""
        return self.model.row_at(self.view.currentIndex())

    def choose(self, article_id: int) -> bool:
        """Choose an article by id; False when it is not in the list."""
        place = self.model.place_of(article_id)
        if place >= 0:
            self._choose_alone(place)
        return place >= 0

    def step(self, by: int) -> None:
        """Choose the next (1) or previous (-1) article."""
        place = self.view.currentIndex().row() + by
        if 0 <= place < self.model.rowCount():
            self._choose_alone(place)

    def _choose_alone(self, place: int) -> None:
        """Choose a row and no other, whatever keys are held meanwhile."""
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(
            self.model.index(place, 0), flags.ClearAndSelect | flags.Rows
        )

    def _announce(self) -> None:
        if not self._restoring:
            self.chosen.emit(self.current())

    def marked_rows(self) -> list[ArticleRow]:
        """Return the articles that are chosen together."""
        places = sorted(self.view.selectionModel().selectedRows(), key=lambda index: index.row())
        rows = [self.model.row_at(index) for index in places]
        return [row for row in rows if row is not None]

    def _announce_marked(self) -> None:
        if not self._restoring:
            self.marked.emit(self.marked_rows())

    def _open(self) -> None:
        row = self.current()
        if row is not None:
            self.opened.emit(row)


class _View(QTableView):
    activated_row = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        keep(self, self._keep_rows)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(lambda _: self.activated_row.emit())

    def _keep_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(text_size.px(ROW_HEIGHT))
        self.verticalScrollBar().setSingleStep(text_size.px(ROW_HEIGHT) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the one column as wide as the view."""
        super().resizeEvent(event)
        self.horizontalHeader().resizeSection(0, self.viewport().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen article with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated_row.emit()
            return
        super().keyPressEvent(event)
