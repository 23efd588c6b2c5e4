"""The columns of a table share its width by what stands in them: none is cut beside one with room to spare.

A table that may have rows of two lines has them where one line has no room for all, and leaves out columns in which
nothing stands, then those it can spare.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from ui.look import style
from ui.look.text_size import px

_ROWS = 40  # measured: the first that are seen
_AIR = 10  # px at 100 %: between one column's words and the next
_LEAST = 44  # px: of a table worth sharing
_HALF = 0.78  # of its width a text has in two lines: a word is not broken in its middle
_TIGHT = 0.66  # the same where few words are long, before names and days are broken beside them
_TWO = 0.55  # of its width a text needs to stand in two lines at all
_LINE = 18  # px at 100 %: a second line


class ColumnShare(QObject):
    """Shares anew with the width, the rows and the size of words, until somebody draws a column by hand."""

    def __init__(self, table: QTableView, rest: int, *, row: int = 0, spare: tuple[int, ...] = ()) -> None:
        """`row` is the height of a row in px at 100 %; without it rows are left as they are.

        `spare` are the columns that go, one after the other, where two lines have no room for all either.
        """
        super().__init__(table)
        self._table, self._rest, self._row, self._spare = table, rest, row, spare
        self._sharing, self._by_hand = False, False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.share)
        head = table.horizontalHeader()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.sectionResized.connect(self._drawn)
        table.installEventFilter(self)
        table.viewport().installEventFilter(self)  # a bar that comes at the side takes its room alone
        model = table.model()
        for changed in (model.modelReset, model.rowsInserted, model.dataChanged, model.layoutChanged):
            changed.connect(self._soon.start)
        style.look().changed.connect(self._soon.start)
        self._set_rows(two=False)

    def _set_rows(self, *, two: bool) -> None:
        if self._row:
            self._table.verticalHeader().setDefaultSectionSize(px(self._row + (_LINE if two else 0)))

    def share(self) -> None:
        """Give every column its head and what it needs; where that is too much, the widest are cut."""
        room = self._table.viewport().width()
        if self._by_hand or not self._table.isVisible() or room < _LEAST:
            return
        wanted = [self._wanted(at) for at in range(self._table.horizontalHeader().count())]
        two = sum(wanted) > room
        hidden = self._left_out(wanted, room) if two and self._row else set()
        for at in range(len(wanted)):
            self._table.setColumnHidden(at, at in hidden)
        wanted = [0 if at in hidden else width for at, width in enumerate(wanted)]
        if sum(wanted) + len(wanted) * px(_AIR) <= room:
            wanted = [width + px(_AIR) for width in wanted]
        if two and self._row:
            wanted = _in_two_lines(wanted, room)
        self._set_rows(two=two)
        head = self._table.horizontalHeader()
        given = [0 if at in hidden else head.sectionSizeFromContents(at).width() for at in range(len(wanted))]
        more = [max(0, wants - has) for wants, has in zip(wanted, given, strict=True)]
        left = max(0, room - sum(given))
        for number, at in enumerate(sorted(range(len(wanted)), key=lambda at: more[at])):
            taken = min(more[at], left // (len(wanted) - number))
            given[at] += taken
            left -= taken
        shown = [at for at in range(len(wanted)) if at not in hidden]
        given[self._rest if self._rest in shown else shown[-1]] += left
        self._sharing = True
        for at, width in enumerate(given):
            if at not in hidden:
                self._table.setColumnWidth(at, width)
        self._sharing = False

    def _left_out(self, wanted: list[int], room: int) -> set[int]:
        """Return the columns without a word, and as many of those to spare as others need to stand in two lines."""
        found = {at for at in range(len(wanted)) if self._is_empty(at)}
        for at in self._spare:
            if sum(width for other, width in enumerate(wanted) if other not in found) * _HALF <= room:
                break
            found.add(at)
        return found

    def _is_empty(self, column: int) -> bool:
        model = self._table.model()
        rows = range(model.rowCount())
        return len(rows) > 0 and not any(model.index(row, column).data() for row in rows)

    def _wanted(self, column: int) -> int:
        head, model = self._table.horizontalHeader(), self._table.model()
        words = head.sectionSizeFromContents(column).width()
        for row in range(min(model.rowCount(), _ROWS)):
            index = model.index(row, column)
            inside = self._table.indexWidget(index)
            hint = inside.sizeHint() if inside is not None else self._table.sizeHintForIndex(index)
            words = max(words, hint.width())
        return words

    def _drawn(self, *_: int) -> None:
        if not self._sharing and self._table.isVisible() and _pressed():
            self._by_hand = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share when the table has another width, or is shown."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._soon.start()
        return False


def _in_two_lines(wanted: list[int], room: int) -> list[int]:
    """Return what the columns want in rows of two lines: names and days stay on one where that leaves room for all.

    They do so too where the longest column would be cut whatever they give.
    """
    widest = sorted(range(len(wanted)), key=lambda at: -wanted[at])
    found = list(wanted)
    for count in range(1, len(wanted) + 1):
        for share in (_HALF, _TIGHT):
            found = list(wanted)
            for at in widest[:count]:
                found[at] = round(wanted[at] * share)
            if sum(found) <= room:
                return _given_back(found, wanted, room)
    found = [round(width * _HALF) for width in wanted]
    longest = max(wanted)
    if room - (sum(found) - max(found)) >= longest * _TWO:
        return found
    return [round(width * _HALF) if width == longest else width for width in wanted]


def _given_back(found: list[int], wanted: list[int], room: int) -> list[int]:
    """Give columns their whole width again where what is left over has room for it, the nearest to it first."""
    left = room - sum(found)
    for at in sorted(range(len(wanted)), key=lambda at: wanted[at] - found[at]):
        lacks = wanted[at] - found[at]
        if 0 < lacks <= left:
            found[at], left = wanted[at], left - lacks
    return found


def _pressed() -> bool:
    return bool(QApplication.mouseButtons() & Qt.MouseButton.LeftButton)
