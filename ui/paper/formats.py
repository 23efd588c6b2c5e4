"""How blocks and runs stand in a QTextDocument: our own format properties and the looks made from them.

What a block or a run *is* lives in our properties; fonts, margins and alignment are only derived from
them, so a heading is bold without its letters carrying the bold mark.
"""

from __future__ import annotations

from enum import Enum, IntEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextList,
    QTextListFormat,
    QTextTable,
    QTextTableFormat,
)

from desk.text.blocks import WIDTHS, Mark, Picture, nfc
from ui.look.style import paper_points

SCHEME = "desk-picture:"
LINE = "\u2028"
OBJECT = "\ufffc"
# Formats live in the undo stack, so their colours must be readable in both schemes.
LINK_LINE = QColor("#4F7FC9")
TABLE_LINE = QColor("#8C8F93")

_FIRST = QTextFormat.Property.UserProperty.value


class Prop(IntEnum):
    """Our properties on block, character and table formats."""

    ID = _FIRST + 1
    FILLER = _FIRST + 2  # an empty block that only Qt needs, before or after a table
    QUOTE = _FIRST + 3
    START = _FIRST + 4
    PADDING = _FIRST + 5  # a cell that the row did not have
    NO_ROWS = _FIRST + 6
    RANK = _FIRST + 7
    BOLD = _FIRST + 10
    ITALIC = _FIRST + 11
    UNDERLINE = _FIRST + 12
    SUB = _FIRST + 13
    SUPER = _FIRST + 14
    CAPTION = _FIRST + 20
    CREDIT = _FIRST + 21
    ALT = _FIRST + 22
    WIDTH = _FIRST + 23


MARK_PROPS = {
    Mark.BOLD: Prop.BOLD,
    Mark.ITALIC: Prop.ITALIC,
    Mark.UNDERLINE: Prop.UNDERLINE,
    Mark.SUB: Prop.SUB,
    Mark.SUPER: Prop.SUPER,
}


class Style(Enum):
    """What a block of the page is, as far as its look goes."""

    PARAGRAPH = "paragraph"
    HEADING1 = "heading1"
    HEADING2 = "heading2"
    ITEM = "item"
    QUOTE = "quote"
    PICTURE = "picture"
    CELL = "cell"
    HEAD_CELL = "head-cell"


_BOLD_STYLES = {Style.HEADING1, Style.HEADING2, Style.HEAD_CELL}


def heading_style(level: int) -> Style:
    """Return the look of a heading of this level."""
    return Style.HEADING1 if level <= 1 else Style.HEADING2


def table_of(block: QTextBlock) -> QTextTable | None:
    """Return the table that the block stands in."""
    document = block.document()
    frame = document.frameAt(block.position()) if document is not None else None
    return frame if isinstance(frame, QTextTable) else None


def table_at(cursor: QTextCursor) -> QTextTable | None:
    """Return the table that the cursor stands in."""
    return table_of(cursor.block())


def list_of(block: QTextBlock) -> QTextList | None:
    """Return the list that the block is an item of."""
    return block.textList()


def style_of(block: QTextBlock) -> Style:
    """Return what the block is."""
    shape = block.blockFormat()
    if shape.headingLevel() > 0:
        return heading_style(shape.headingLevel())
    if list_of(block) is not None:
        return Style.ITEM
    if shape.boolProperty(Prop.QUOTE):
        return Style.QUOTE
    if OBJECT in block.text():
        return Style.PICTURE
    table = table_of(block)
    if table is not None:
        head = table.format().toTableFormat().headerRowCount() > table.cellAt(block.position()).row()
        return Style.HEAD_CELL if head else Style.CELL
    return Style.PARAGRAPH


# -- characters ------------------------------------------------------------------------------------------


def char_format(style: Style, marks: frozenset[Mark] = frozenset(), link: str = "") -> QTextCharFormat:
    """Return the look of letters with these marks in a block of this style."""
    made = QTextCharFormat()
    for mark in marks:
        made.setProperty(MARK_PROPS[mark], True)
    if style in _BOLD_STYLES or Mark.BOLD in marks:
        made.setFontWeight(QFont.Weight.Bold)
    if style is Style.HEADING1:
        made.setProperty(QTextFormat.Property.FontSizeAdjustment.value, 1)
    if (Mark.ITALIC in marks) != (style is Style.QUOTE):  # in a quote, italics stand upright
        made.setFontItalic(True)
    if Mark.UNDERLINE in marks:
        made.setFontUnderline(True)
    if Mark.SUB in marks:
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    if Mark.SUPER in marks:
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    if link:
        made.setAnchor(True)
        made.setAnchorHref(link)
        if Mark.UNDERLINE not in marks:
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        made.setUnderlineColor(LINK_LINE)
    return made


def marks_of(shape: QTextFormat) -> frozenset[Mark]:
    """Return the marks that letters of this format carry."""
    return frozenset(mark for mark, prop in MARK_PROPS.items() if shape.boolProperty(prop))


def link_of(shape: QTextFormat) -> str:
    """Return the address that letters of this format lead to."""
    return shape.stringProperty(QTextFormat.Property.AnchorHref.value)


def picture_format(picture: Picture) -> QTextImageFormat:
    """Return the format of the one letter that stands for a picture."""
    made = QTextImageFormat()
    made.setName(SCHEME + picture.picture)
    made.setProperty(Prop.CAPTION, picture.caption)
    made.setProperty(Prop.CREDIT, picture.credit)
    made.setProperty(Prop.ALT, picture.alt)
    made.setProperty(Prop.WIDTH, picture.width)
    return made


def picture_of(shape: QTextFormat, block_id: str = "") -> Picture | None:
    """Return the picture that a format stands for; None when it is none of the desk's.

    A picture without SHA-256 waits for its bytes to be stored.
    """
    if not shape.isImageFormat():
        return None
    name = shape.toImageFormat().name()
    if not name.startswith(SCHEME):
        return None
    return Picture(
        block_id,
        name.removeprefix(SCHEME),
        nfc(shape.stringProperty(Prop.CAPTION)),
        nfc(shape.stringProperty(Prop.CREDIT)),
        nfc(shape.stringProperty(Prop.ALT)),
        width if (width := shape.stringProperty(Prop.WIDTH)) in WIDTHS else WIDTHS[0],
    )


# -- blocks ----------------------------------------------------------------------------------------------


def space_lines(shape: QTextBlockFormat, distance: float) -> None:
    """Put whole pixels between lines: at fractions Qt cuts the feet off letters beside a selection."""
    shape.setLineHeight(round(distance), QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)


def block_format(
    style: Style, block_id: str, *, level: int = 0, start: int = 1, points: float | None = None
) -> QTextBlockFormat:
    """Return a block's look; `level` is a heading's, `start` a list item's, `points` the size of its letters."""
    em = (points or paper_points()) * 4 / 3
    made = QTextBlockFormat()
    made.setProperty(Prop.ID, block_id)
    made.setAlignment(Qt.AlignmentFlag.AlignJustify)
    made.setBottomMargin(round(em * 0.5))
    space_lines(made, em * 0.22)
    if style is Style.PARAGRAPH:
        made.setTextIndent(round(em * 1.6))
    elif style in (Style.HEADING1, Style.HEADING2):
        made.setHeadingLevel(level or (1 if style is Style.HEADING1 else 2))
        made.setAlignment(Qt.AlignmentFlag.AlignLeft)
        made.setTopMargin(round(em * 0.5))
    elif style is Style.ITEM:
        made.setProperty(Prop.START, start)
        made.setBottomMargin(round(em * 0.25))
    elif style is Style.QUOTE:
        made.setProperty(Prop.QUOTE, True)
        made.setLeftMargin(round(em * 1.6))
        made.setRightMargin(round(em * 0.8))
    elif style is Style.PICTURE:
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        space_lines(made, 0)
        made.setTopMargin(round(em * 0.25))
        made.setBottomMargin(round(em * 0.7))
    else:
        made.setAlignment(Qt.AlignmentFlag.AlignLeft)
        made.setBottomMargin(0)
    return made


def list_format(*, ordered: bool, level: int, start: int = 1, rank: int = 0) -> QTextListFormat:
    """Return the look of a list, the same as in print: 1. a) i. for numbers; points are drawn by us.

    `rank` counts the lists of the same kind around it.
    """
    made = QTextListFormat()
    made.setIndent(level + 1)
    made.setProperty(Prop.RANK, rank)
    styles = QTextListFormat.Style
    if ordered:
        made.setStyle((styles.ListDecimal, styles.ListLowerAlpha, styles.ListLowerRoman)[rank % 3])
        made.setNumberSuffix(")" if rank % 3 == 1 else ".")
        made.setStart(start)
    else:
        made.setStyle(styles.ListStyleUndefined)
    return made


def is_ordered(shape: QTextListFormat) -> bool:
    """Tell a numbered list from a bulleted one."""
    return shape.style().value <= QTextListFormat.Style.ListDecimal.value


def table_format(block_id: str, *, header: bool, no_rows: bool = False) -> QTextTableFormat:
    """Return the look of a table."""
    made = QTextTableFormat()
    made.setProperty(Prop.ID, block_id)
    if no_rows:
        made.setProperty(Prop.NO_ROWS, True)
    made.setHeaderRowCount(1 if header else 0)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    made.setBorder(1)
    made.setBorderBrush(QBrush(TABLE_LINE))
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderCollapse(True)
    made.setCellPadding(5.5)  # with half of the shared border: whole pixels
    made.setCellSpacing(0)
    made.setTopMargin(4)
    made.setBottomMargin(10)
    return made
