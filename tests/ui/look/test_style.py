"""The look: two schemes that can be read, palette and sheet made of their tokens, icons tinted by them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.controls.day_field import DayField
from ui.controls.labels import label
from ui.controls.link_button import LinkButton
from ui.controls.time_of_day_field import TimeOfDayField
from ui.look import style, text_size
from ui.look.style import DARK, LIGHT, Scheme

pytestmark = pytest.mark.usefixtures("qapp")


def _luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("front", "back"),
    [
        ("ink", "window"),
        ("ink", "paper"),
        ("muted", "window"),
        ("muted", "side"),
        ("muted", "raised"),
        ("on_accent", "accent"),
        ("accent", "accent_soft"),
        ("green", "green_soft"),
        ("blue", "blue_soft"),
        ("blue", "window"),
        ("blue", "raised"),
        ("amber", "amber_soft"),
        ("muted", "hover"),
        ("ink", "accent_soft"),
    ],
)
def test_text_is_readable(scheme: style.Tokens, front: str, back: str) -> None:
    light, dark = sorted(
        (_luminance(getattr(scheme, front)), _luminance(getattr(scheme, back))), reverse=True
    )
    assert (light + 0.05) / (dark + 0.05) >= 4.5, (front, back)


def test_schemes_change_at_once(qapp: QApplication) -> None:
    style.look().wear(Scheme.DARK)
    assert style.color("window").name() == DARK.window.lower()
    style.look().wear(Scheme.LIGHT)
    assert qapp.palette().window().color().name() == LIGHT.window.lower()


def _tints(image: QImage) -> set[str]:
    """Return the colours of the pixels that are fully there."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_every_part_of_the_palette_has_its_token() -> None:
    palette, role = QApplication.palette(), QPalette.ColorRole
    for part, token in (
        (role.Window, "window"),
        (role.Base, "paper"),
        (role.Text, "ink"),
        (role.Button, "raised"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.PlaceholderText, "muted"),
        (role.Link, "blue"),
    ):
        assert palette.color(QPalette.ColorGroup.Active, part) == style.color(token), part
    disabled = QPalette.ColorGroup.Disabled
    assert (
        palette.color(disabled, role.ButtonText) == palette.color(disabled, role.Text) == style.color("muted")
    )


def test_the_sheet_is_filled_with_the_tokens_of_its_scheme() -> None:
    light, dark = style.style_sheet(LIGHT), style.style_sheet(DARK)
    assert "$" not in light + dark
    assert ("tick-light.svg" in light, "tick-dark.svg" in dark) == (True, True)
    assert (LIGHT.accent in light, DARK.accent in light) == (True, False)
    assert (LIGHT.accent in dark, DARK.accent in dark) == (False, True)
    assert QApplication.instance().styleSheet() == light  # type: ignore[union-attr]  # there is one


def test_who_paints_is_told_once_of_a_change_and_not_of_none(qtbot: QtBot) -> None:
    told: list[Scheme] = []
    look = style.look()
    look.changed.connect(lambda: told.append(look.scheme))
    for scheme in (Scheme.LIGHT, Scheme.DARK, Scheme.DARK, Scheme.LIGHT):
        look.wear(scheme)
    assert told == [Scheme.DARK, Scheme.LIGHT]
    assert style.tokens() is LIGHT


def test_an_icon_has_the_colour_of_its_token_in_every_scheme() -> None:
    icon = style.icon("drag", "accent")
    for scheme, tokens in ((Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)):
        style.look().wear(scheme)
        assert _tints(icon.pixmap(QSize(64, 64)).toImage()) == {tokens.accent.lower()}
        assert _tints(style.pixmap("drag", "green", 64).toImage()) == {tokens.green.lower()}


def test_a_disabled_icon_is_dimmed() -> None:
    dim = style.icon("drag", "accent").pixmap(QSize(64, 64), QIcon.Mode.Disabled).toImage()
    alphas = {dim.pixelColor(x, y).alpha() for x in range(64) for y in range(64)}
    assert max(alphas) == 110


def test_pixels_are_as_dense_as_the_screen() -> None:
    made = style.pixmap("drag", "ink", 18, 2.0)
    assert (made.width(), made.devicePixelRatio()) == (36, 2.0)
    assert made.deviceIndependentSize().width() == 18
    icon = style.icon("drag", "ink").pixmap(QSize(18, 18), 2.0)
    assert (icon.width(), icon.devicePixelRatio()) == (36, 2.0)


def test_an_icon_is_painted_into_its_rectangle() -> None:
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    style.icon("drag", "accent").paint(painter, 20, 20, 20, 20)
    painter.end()
    dark = [(x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y) != QColor("white")]
    assert dark
    assert all(x >= 20 and y >= 20 for x, y in dark)


def test_an_article_prints_in_its_face() -> None:
    font = style.paper_font()
    assert (font.family(), font.pointSizeF()) == ("Tinos", 12.5)
    assert style.paper_font(9).pointSizeF() == 9
    assert QApplication.font().pixelSize() == 13


@pytest.mark.parametrize("percent", text_size.CHOICES)
def test_fields_and_buttons_of_a_row_are_of_one_height(qtbot: QtBot, percent: int) -> None:
    before = text_size.chosen()
    style.look().wear(Scheme.LIGHT, percent)
    typed = QComboBox()
    typed.setEditable(True)
    fields = (QLineEdit(), QSpinBox(), QComboBox(), typed, DayField(), TimeOfDayField(), QPushButton("Chọn"))
    row = QWidget()
    qtbot.addWidget(row)
    line = QHBoxLayout(row)
    for field in fields:
        line.addWidget(field)
    row.show()
    heights = {type(field).__name__: field.sizeHint().height() for field in fields}
    style.look().wear(Scheme.LIGHT, before)
    assert len(set(heights.values())) == 1, heights


@pytest.mark.parametrize("scheme", list(Scheme))
def test_a_link_is_no_state(qtbot: QtBot, scheme: Scheme) -> None:
    style.look().wear(scheme)
    link, state = LinkButton("Tin hội nghị"), label("Chưa có tin", "error")
    for widget in (link, state):
        qtbot.addWidget(widget)
        widget.ensurePolished()
    assert link.palette().buttonText().color() == style.color("blue")
    assert state.palette().windowText().color() == style.color("accent")
    style.look().wear(Scheme.LIGHT)
