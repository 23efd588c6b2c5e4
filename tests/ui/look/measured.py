"""What is wrong with a window as it stands: controls outside, words cut, controls over each other, faint words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSplitterHandle,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QWidget,
)

_INSIDE = (QAbstractScrollArea, QTabBar, QComboBox, QMenuBar, QMenu)  # their parts are Qt's own affair
_LEAST_CONTRAST = 4.5
_TIP = Qt.ItemDataRole.ToolTipRole
_SLACK = 2  # px: what a style rounds


def shown(window: QWidget) -> list[QWidget]:
    """Return the widgets of a window that a person may see, but not the parts that Qt makes of them."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisibleTo(window)
        and widget.window() is window.window()
        and not _part(widget)
        and not isinstance(widget, QSplitterHandle)
    ]


def _part(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if isinstance(parent, QScrollArea):
        return True
    if isinstance(parent, _INSIDE):
        return not isinstance(parent, QAbstractScrollArea) or widget.inherits("QScrollBar")
    return widget.objectName().startswith("qt_")


def faults(window: QWidget) -> Iterator[str]:
    """Yield what is wrong with the places and words of a window."""
    for widget in shown(window):
        yield from _outside(window, widget)
        yield from _cut(widget)
        yield from _sideways(widget)
    yield from _over_each_other(window)


def name(widget: QWidget) -> str:
    """Return how a widget is known to who reads the report."""
    words = getattr(widget, "text", None)
    said = words() if callable(words) else ""
    up = widget.parentWidget()
    said = said[:40] or widget.accessibleName() or repr(widget.objectName())
    return f"{type(widget).__name__} {said} in {type(up).__name__}"


# -- outside -----------------------------------------------------------------------------------------------


def _outside(window: QWidget, widget: QWidget) -> Iterator[str]:
    """A control must lie in all that holds it, up to the window or to what scrolls."""
    place, up = widget.rect(), widget.parentWidget()
    here: QWidget = widget
    while up is not None and here is not window:
        place = place.translated(here.pos())
        if isinstance(up.parentWidget(), QAbstractScrollArea) and _scrolls(up):
            return
        if not up.rect().adjusted(-1, -1, 1, 1).contains(place) and not place.isEmpty():
            yield f"outside {type(up).__name__} {up.rect().size().toTuple()}: {name(widget)} {place.getRect()}"
            return
        here, up = up, up.parentWidget()


def _scrolls(viewport: QWidget) -> bool:
    area = viewport.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is viewport


def _sideways(widget: QWidget) -> Iterator[str]:
    """What holds controls scrolls up and down alone."""
    held = widget.widget() if isinstance(widget, QScrollArea) else None
    if held is None or not isinstance(widget, QScrollArea) or held.findChild(QAbstractButton) is None:
        return
    if widget.horizontalScrollBar().maximum():
        yield f"scrolls sideways by {widget.horizontalScrollBar().maximum()}: {name(widget)}"


# -- cut ---------------------------------------------------------------------------------------------------


def _wide(widget: QWidget, words: str) -> int:
    return max((widget.fontMetrics().horizontalAdvance(line) for line in words.split("\n")), default=0)


def _cut(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _cut_label(widget)
    elif isinstance(widget, QCheckBox | QRadioButton):
        if widget.sizeHint().width() > widget.width() + _SLACK:
            yield f"cut {widget.sizeHint().width()} > {widget.width()}: {name(widget)}"
    elif isinstance(widget, QAbstractButton):
        yield from _cut_button(widget)
    elif isinstance(widget, QTabBar):
        yield from _cut_tabs(widget)
    elif isinstance(widget, QHeaderView):
        yield from _cut_head(widget)
    elif isinstance(widget, QComboBox):
        option, field = QStyleOptionComboBox(), QStyle.SubControl.SC_ComboBoxEditField
        widget.initStyleOption(option)
        control = QStyle.ComplexControl.CC_ComboBox
        room = widget.style().subControlRect(control, option, field, widget).width()
        if _wide(widget, widget.currentText()) > room + _SLACK and not widget.inherits("ElidedCombo"):
            yield f"cut in {room}: {name(widget)} {widget.currentText()}"
    elif isinstance(widget, QLineEdit):
        hint = widget.placeholderText()
        if not widget.text() and hint not in widget.toolTip() and _wide(widget, hint) > widget.width() - 8:
            yield f"cut in {widget.width()}: {name(widget)} {hint}"
    elif isinstance(widget, QTableView):
        yield from _cut_cells(widget)
    elif isinstance(widget, QMenuBar):
        yield from _wrapped_menus(widget)
    if isinstance(widget, QLineEdit | QComboBox | QAbstractButton):
        needed = widget.fontMetrics().height()
        if widget.height() < needed - 1 and not widget.inherits("QToolButton"):
            yield f"too low {widget.height()} < {needed}: {name(widget)}"


def _cut_label(label: QLabel) -> Iterator[str]:
    words = label.text()
    if not words or label.textFormat() is Qt.TextFormat.RichText:
        return
    if words.endswith("…") and label.accessibleName() and label.accessibleName() != words:
        if not label.toolTip():
            yield f"elided without a tooltip: {name(label)}"
        return
    if label.property("elides") and label.toolTip() == words:
        return
    if label.buddy() is not None:
        words = words.replace("&", "")
    room = label.contentsRect()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + _SLACK:
            yield f"cut {needed} > {label.height()} high: {name(label)}"
        longest = max(words.split(), key=lambda word: _wide(label, word))
        if _wide(label, longest) > room.width() + _SLACK:
            yield f"word cut in {room.width()}: {name(label)} {longest}"
        return
    if _wide(label, words) > room.width() + _SLACK:
        yield f"cut {_wide(label, words)} > {room.width()}: {name(label)}"
    if label.fontMetrics().height() > label.height() + _SLACK:
        yield f"too low {label.height()}: {name(label)}"


def _cut_button(button: QAbstractButton) -> Iterator[str]:
    words = button.text().replace("&", "")
    if not words or button.inherits("LineButton"):  # which elides, and has a tooltip
        return
    if button.inherits("QToolButton") and not button.icon().isNull():
        return
    if button.property("elides") and words.rstrip("…") in button.toolTip():
        return
    icon = 0 if button.icon().isNull() else button.iconSize().width() + 4
    needed = _wide(button, words) + icon
    if button.inherits("KeyButton"):
        needed = max(needed, button.sizeHint().width() - 20)
    if needed > button.width() + _SLACK:
        yield f"cut {needed} > {button.width()}: {name(button)}"


def _cut_tabs(bar: QTabBar) -> Iterator[str]:
    visible = [at for at in range(bar.count()) if bar.isTabVisible(at)]
    for at in visible:
        if _wide(bar, bar.tabText(at)) > bar.tabRect(at).width():
            yield f"tab cut in {bar.tabRect(at).width()}: {bar.tabText(at)}"
    if visible and not bar.usesScrollButtons() and bar.tabRect(visible[-1]).right() > bar.width() + _SLACK:
        yield f"tab outside {bar.tabRect(visible[-1]).right()} > {bar.width()}: {bar.tabText(visible[-1])}"


def _cut_head(head: QHeaderView) -> Iterator[str]:
    model = head.model()
    if head.orientation() is not Qt.Orientation.Horizontal or model is None:
        return
    for at in range(head.count()):
        words = str(model.headerData(at, head.orientation()) or "")
        if not head.isSectionHidden(at) and _wide(head, words) + 8 > head.sectionSize(at):
            yield f"column's head cut in {head.sectionSize(at)}: {words}"
        told = str(model.headerData(at, head.orientation(), _TIP) or "")
        if words and not head.isHidden() and not told.startswith(words):
            yield f"column's head without a tooltip: {words}"


def _cut_cells(table: QTableView) -> Iterator[str]:
    """Words of a cell may be cut only where no other column has room to spare."""
    model, head = table.model(), table.horizontalHeader()
    if model is None or table.inherits("_View") or not model.rowCount():
        return
    rows = range(min(model.rowCount(), 60))
    if table.horizontalScrollBar().maximum():
        return  # one scrolls to what has no room
    given = [head.sectionSize(at) for at in range(head.count())]
    spare = 0
    cut: list[tuple[int, int]] = []
    for at in range(head.count()):
        cells = [model.index(row, at) for row in rows]
        whole = max(head.sectionSizeFromContents(at).width(), *(_wide_cell(table, cell) for cell in cells))
        spare += max(0, given[at] - whole)
        silent = [cell for cell in cells if not (cell.data() and cell.data() == cell.data(_TIP))]
        wants = max((_wide_cell(table, cell) for cell in silent), default=0)
        if wants > given[at] + _SLACK:
            cut.append((at, wants))
    for at, wants in cut:
        if spare > wants - given[at] + 24:
            yield f"cells cut {wants} > {given[at]} beside {spare} spare: column {at} of {name(table)}"
    if sum(given) > table.viewport().width() + _SLACK and not table.horizontalScrollBar().isVisibleTo(table):
        yield f"columns outside {sum(given)} > {table.viewport().width()}: {name(table)}"


def _wide_cell(table: QTableView, index: QModelIndex) -> int:
    inside = table.indexWidget(index)
    return inside.width() if inside is not None else table.sizeHintForIndex(index).width()


def _wrapped_menus(bar: QMenuBar) -> Iterator[str]:
    tops = {bar.actionGeometry(action).top() for action in bar.actions() if action.isVisible()}
    if len(tops) > 1 or bar.height() > 2 * bar.fontMetrics().height():
        yield f"the menu bar wraps: {bar.height()} high"
    for action in bar.actions():
        if bar.actionGeometry(action).isEmpty() or bar.actionGeometry(action).right() > bar.width():
            yield f"menu outside: {action.text()}"


def menu_faults(menu: QMenu, screen: QSize) -> Iterator[str]:
    """Yield what is wrong with a menu: nothing in it, words cut, lines between nothing, larger than the screen."""
    shown = [action for action in menu.actions() if action.isVisible()]
    if not any(not action.isSeparator() for action in shown):
        yield "empty"
        return
    size = menu.sizeHint()
    if size.width() > screen.width() or size.height() > screen.height():
        yield f"larger than the screen: {size.toTuple()}"
    for action in shown:
        words = action.text().replace("&", "").split("\t")[0]
        if not words and not action.isSeparator():
            yield "an action without words"
        room = menu.actionGeometry(action).width()
        if menu.isVisible() and menu.fontMetrics().horizontalAdvance(words) > room:
            yield f"cut in {room}: {words}"
    if shown[0].isSeparator() or shown[-1].isSeparator():
        yield "a line before or behind everything"


# -- over each other ---------------------------------------------------------------------------------------


def _over_each_other(window: QWidget) -> Iterator[str]:
    by_parent: dict[QWidget, list[QWidget]] = {}
    for widget in shown(window):
        parent = widget.parentWidget()
        if parent is not None and not widget.property("floats") and not isinstance(parent, QAbstractButton):
            by_parent.setdefault(parent, []).append(widget)
    for parent, siblings in by_parent.items():
        if isinstance(parent, QAbstractScrollArea) or parent.inherits("QStackedWidget"):
            continue
        for at, one in enumerate(siblings):
            for other in siblings[at + 1 :]:
                lap = one.geometry().intersected(other.geometry())
                if min(lap.width(), lap.height()) > _SLACK:
                    yield f"over each other {lap.getRect()}: {name(one)} / {name(other)}"


# -- faint -------------------------------------------------------------------------------------------------


def luminance(color: QColor) -> float:
    """Return the relative luminance of WCAG 2."""
    channels = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else float(((c + 0.055) / 1.055) ** 2.4) for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours by WCAG 2, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def faint(window: QWidget) -> Iterator[str]:
    """Yield words whose colour stands out too little from the ground that is painted round them."""
    image = window.grab().toImage()
    known: dict[tuple[int, int], float] = {}
    for widget in shown(window):
        words = _words(widget)
        if not words or (isinstance(widget, QLineEdit) and widget.hasSelectedText()):
            continue
        place = QRect(widget.mapTo(window, QPoint()), widget.size()).intersected(_seen(window, widget))
        if place.width() < 6 or place.height() < 6:
            continue
        ground, color = _ground(image, place), _ink(widget)
        key = ground.rgb(), color.rgb()
        if key not in known:
            known[key] = contrast(ground, color)
        if known[key] < _LEAST_CONTRAST:
            yield f"faint {known[key]:.1f} {color.name()} on {ground.name()}: {name(widget)}"


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return ""


def _ink(widget: QWidget) -> QColor:
    palette = widget.palette()
    if isinstance(widget, QLineEdit):
        role = palette.ColorRole.Text if widget.text() else palette.ColorRole.PlaceholderText
        return palette.color(role)
    if isinstance(widget, QPushButton):
        return palette.color(palette.ColorRole.ButtonText)
    return palette.color(widget.foregroundRole())


def _seen(window: QWidget, widget: QWidget) -> QRect:
    """Return the part of the window in which a widget is seen: what scrolls shows a part."""
    seen, up = window.rect(), widget.parentWidget()
    while up is not None and up is not window:
        seen = seen.intersected(QRect(up.mapTo(window, QPoint()), up.size()))
        up = up.parentWidget()
    return seen


def _ground(image: QImage, place: QRect) -> QColor:
    """Return the colour that most of a place has."""
    ratio = image.devicePixelRatio()
    area = QRect(place.topLeft() * ratio, place.size() * ratio)
    if min(area.width(), area.height()) > 12:
        area.adjust(3, 3, -3, -3)
    seen: Counter[int] = Counter()
    for y in range(area.top(), area.bottom() + 1, 1 + area.height() // 12):
        for x in range(area.left(), area.right() + 1, 1 + area.width() // 40):
            seen[image.pixel(x, y)] += 1
    return QColor(seen.most_common(1)[0][0]) if seen else QColor("white")
