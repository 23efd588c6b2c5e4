"""The look: named tokens in two schemes, the palette, the style sheet made from them, and tinted icons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache
from string import Template

from PySide6.QtCore import QByteArray, QDir, QObject, QRect, QRectF, QSize, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from desk.paths import RESOURCES
from ui.look import text_size

PAPER_FAMILY = "Tinos"
PAPER_PT = 12.5
_FONT = 13  # px at 100 %
_FIRST_FONTS = ("BeVietnamPro-Regular", "BeVietnamPro-Medium", "BeVietnamPro-SemiBold")


class Scheme(Enum):
    """Light, dark, or what the system says."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by their use."""

    window: str
    side: str
    paper: str
    raised: str
    ink: str
    muted: str
    line: str
    accent: str
    on_accent: str
    accent_soft: str
    hover: str
    gold: str
    gold_soft: str
    green: str
    green_soft: str
    blue: str
    blue_soft: str
    amber: str
    amber_soft: str


LIGHT = Tokens(
    window="#F5F4F1",
    side="#ECEAE5",
    paper="#FFFFFF",
    raised="#FFFFFF",
    ink="#1E2226",
    muted="#5F656C",
    line="#DEDBD4",
    accent="#A3201D",
    on_accent="#FFFFFF",
    accent_soft="#F6E4E1",
    hover="#E6E3DC",
    gold="#B98414",
    gold_soft="#FBF0D9",
    green="#2A7036",
    green_soft="#E3F0E3",
    blue="#2A5CA8",
    blue_soft="#E3EBF8",
    amber="#8F5600",
    amber_soft="#FCEFD9",
)
DARK = Tokens(
    window="#1B1D20",
    side="#15171A",
    paper="#24272B",
    raised="#26292D",
    ink="#E8E6E1",
    muted="#9BA0A7",
    line="#35393F",
    accent="#E66F67",
    on_accent="#1B1012",
    accent_soft="#2E1E1E",
    hover="#2B2E33",
    gold="#D9A441",
    gold_soft="#37301D",
    green="#78C787",
    green_soft="#20301F",
    blue="#86AEEE",
    blue_soft="#1F2A3C",
    amber="#E3A54A",
    amber_soft="#3A2E19",
)


class Look(QObject):
    """The scheme and the size of words in force; `changed` tells widgets that paint by themselves to take them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Scheme.SYSTEM
        self.tokens = LIGHT
        self._worn = False
        self._size = 1.0  # in which the sheet is filled

    def wear(self, scheme: Scheme, percent: int | None = None) -> None:
        """Dress the application in a scheme: palette, font, style sheet, icons; what is worn already stays on.

        `percent` is the size of words, one of `text_size.CHOICES`; without it that stays.
        """
        self.scheme = scheme
        if percent is not None:
            text_size.choose(percent)
        size = text_size.factor()
        dark = scheme is Scheme.DARK or (scheme is Scheme.SYSTEM and self._system_is_dark())
        tokens = DARK if dark else LIGHT
        app = QApplication.instance()
        if isinstance(app, QApplication):
            if self._worn and tokens is self.tokens and size == self._size:
                return
            self._worn, self._size = True, size
            # A sheet set over another polishes every widget twice: 1.4 s of a full window against 0.4.
            app.setStyleSheet("")
            app.setPalette(_palette(tokens))
            font = app.font()
            if font.pixelSize() != text_size.px(_FONT):
                font.setPixelSize(text_size.px(_FONT))
                app.setFont(font)
            app.setStyleSheet(style_sheet(tokens))
        self.tokens = tokens
        _pixmap.cache_clear()
        self.changed.emit()

    def _system_is_dark(self) -> bool:
        if not self._worn:  # the palette is the system's still, and spares a start the classes of `Qt`
            given = QGuiApplication.palette()
            return given.windowText().color().lightness() > given.window().color().lightness()
        from PySide6.QtCore import Qt

        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def restyle(widget: QWidget) -> None:
    """Dress a widget anew after one of its properties that the style sheet asks for was changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


@cache
def look() -> Look:
    """Return the one look of the running application."""
    return Look()


def tokens() -> Tokens:
    """Return the colours in force."""
    return look().tokens


def load_fonts() -> None:
    """Load the interface's fonts and set its family: Segoe UI where it exists, else Be Vietnam Pro."""
    for name in _FIRST_FONTS:
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / f"{name}.ttf"))
    family = "Segoe UI" if QFontDatabase.hasFamily("Segoe UI") else "Be Vietnam Pro"
    text_size.follow_system(QApplication.font())
    font = QFont(family)
    font.setPixelSize(text_size.px(_FONT))
    QApplication.setFont(font)


@cache
def load_paper_fonts() -> None:
    """Load the fonts that the first page shows nothing in."""
    for path in sorted((RESOURCES / "fonts").glob("*.ttf")):
        if path.stem not in _FIRST_FONTS:
            QFontDatabase.addApplicationFont(str(path))


def paper_points(points: float = PAPER_PT) -> float:
    """Return a size of the article's letters as the size of words shows it."""
    return points * text_size.factor()


def paper_font(points: float = PAPER_PT) -> QFont:
    """Return the serif in which an article prints, as large as the size of words has it."""
    load_paper_fonts()
    font = QFont(PAPER_FAMILY)
    font.setPointSizeF(paper_points(points))
    return font


def color(name: str) -> QColor:
    """Return a token's colour."""
    return QColor(getattr(tokens(), name))


class _Outline(QIconEngine):
    """Draws an icon when it is first shown, at the size and density asked for, in the colours in force."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name, self._token = name, token

    def clone(self) -> QIconEngine:
        """Return another of the same icon."""
        return _Outline(self._name, self._token)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """Return the pixels for a size that Qt gives without its `scale`; dimmed when disabled."""
        tint = QColor(getattr(tokens(), self._token))
        if mode is QIcon.Mode.Disabled:
            tint = QColor(tokens().muted)
            tint.setAlpha(110)
        side = min(size.width(), size.height())
        return _pixmap(self._name, tint.name(QColor.NameFormat.HexArgb), side, scale)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the pixels at one to one."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon into a rectangle."""
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))


def icon(name: str, token: str = "ink") -> QIcon:
    """Return an outline icon tinted by a token, dimmed when disabled."""
    return QIcon(_Outline(name, token))


def pixmap(name: str, token: str = "ink", size: int = 18, ratio: float = 1.0) -> QPixmap:
    """Return one icon's pixels at `size` device-independent pixels."""
    return _pixmap(name, getattr(tokens(), token), size, ratio)


@cache
def _pixmap(name: str, tint: str, size: int, ratio: float) -> QPixmap:
    shown = QColor(tint)
    svg = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    svg = svg.replace("currentColor", shown.name()).replace('stroke-width="2"', 'stroke-width="1.75"')
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.fill(QColor(0, 0, 0, 0))
    painter = QPainter(made)
    painter.setOpacity(shown.alphaF())
    QSvgRenderer(QByteArray(svg.encode("utf-8"))).render(painter, QRectF(made.rect()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def style_sheet(colors: Tokens) -> str:
    """Fill `resources/style/desk.qss` with a scheme's tokens and the size of words: 13tx are 13 px at 100 %."""
    # A search path, not the folder itself: url() breaks on a path with spaces.
    QDir.setSearchPaths("style", [str(RESOURCES / "style")])
    sheet = Template((RESOURCES / "style" / "desk.qss").read_text(encoding="utf-8"))
    values = {item: getattr(colors, item) for item in Tokens.__slots__}
    filled = sheet.substitute(values, scheme="dark" if colors is DARK else "light")
    return re.sub(r"\b(\d+)tx\b", lambda at: f"{text_size.px(int(at[1]))}px", filled)


def _palette(colors: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, name in (
        (role.Window, "window"),
        (role.Base, "paper"),
        (role.AlternateBase, "window"),
        (role.WindowText, "ink"),
        (role.Text, "ink"),
        (role.ButtonText, "ink"),
        (role.Button, "raised"),
        (role.ToolTipBase, "raised"),
        (role.ToolTipText, "ink"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.PlaceholderText, "muted"),
        (role.Link, "blue"),
        (role.Accent, "accent"),
    ):
        palette.setColor(which, QColor(getattr(colors, name)))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(colors.muted))
    return palette
