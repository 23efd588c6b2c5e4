"""What an RTF group inherits and its control words change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from desk.intake.flow.look import Look, ParagraphLook
from desk.intake.flow.rows import CellShape
from desk.intake.flow.style_names import Named

TWIPS = 20.0  # in a point
_SIZE = 12.0  # points: what \plain means
_CELLS = 200  # of a row; Word has 63


class Where(Enum):
    """What the letters of a group are (RTF 1.9.1, "Destinations")."""

    TEXT = auto()
    SKIPPED = auto()
    FONTS = auto()
    STYLES = auto()
    PICTURE = auto()
    FIELD = auto()  # what a field is asked to show
    SIGN = auto()  # the number or bullet of a list paragraph
    HEADER = auto()
    AUTHOR = auto()  # of a comment
    DATE = auto()  # of a comment
    SHAPE = auto()  # around a text box or a picture
    PROPERTY = auto()  # the name of a shape's property
    BESIDE = auto()  # a second form of something: only \ud in it is read


@dataclass(slots=True)
class Field:
    """A field: what it was asked, and the address that it leads to."""

    wish: str = ""
    link: str = ""


@dataclass(slots=True)
class Picture:
    """A picture whose bytes are coming."""

    kind: str = ""  # the control word that names its format
    digits: list[bytes] = field(default_factory=list)
    binary: bytes = b""
    sizes: dict[str, int] = field(default_factory=dict)  # in twips: what is cut off, what it was to be


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The paragraph's properties and its row's."""

    look: ParagraphLook = field(default_factory=ParagraphLook)
    in_table: bool = False
    depth: int = 1  # \\itap
    shapes: tuple[CellShape, ...] = ()
    below: bool = False  # of the cell that is being declared
    goes_on: bool = False

    @property
    def table(self) -> int:
        """Return how deep in tables the paragraph stands."""
        return max(1, self.depth) if self.in_table else 0


@dataclass(frozen=True, slots=True)
class Group:
    """An open group; a change makes a new value, so that the end of a group brings the old one back."""

    where: Where = Where.TEXT
    look: Look = field(default_factory=lambda: Look(size=_SIZE))
    paragraph: Paragraph = field(default_factory=Paragraph)
    font: int = -1  # -1: the file's
    fallback: int = 1  # letters that stand behind each \u for readers that do not know it
    deleted: bool = False
    revised: bool = False
    field: Field | None = None
    picture: Picture | None = None
    floats: bool = False  # it is inside of a shape
    stream: int = 0  # which stream of text it belongs to


_ALIGN = {"qc": "center", "qr": "right", "qj": "justify", "ql": "left", "qd": "justify"}


def look_changed(look: Look, word: str, number: int | None) -> Look | None:
    """Return the look after a control word; None when the word is about something else."""
    on = number != 0
    if word == "b":
        return replace(look, bold=on)
    if word == "i":
        return replace(look, italic=on)
    if word == "fs":
        return replace(look, size=(number or 24) / 2)
    if word == "v":
        return replace(look, hidden=on)
    if word == "caps":  # small ones (\\scaps) stay as they were written
        return replace(look, capitals=on)
    if word in ("strike", "striked"):
        return replace(look, struck=on)
    if word == "super":
        return replace(look, raised=1 if on else 0)
    if word == "sub":
        return replace(look, raised=-1 if on else 0)
    if word == "nosupersub":
        return replace(look, raised=0)
    if word in ("up", "dn"):
        far = abs(6 if number is None else number) >= 4  # half points; less sets a formula straight
        return replace(look, raised=(1 if word == "up" else -1) if far else 0)
    if word == "ulnone":
        return replace(look, underline=False)
    if word in ("ul", "uld", "ulw", "uldb", "ulth", "ulwave", "uldash", "uldashd", "uldashdd"):
        return replace(look, underline=on)
    return None


def paragraph_changed(
    paragraph: Paragraph, word: str, number: int, styles: Mapping[int, Named]
) -> Paragraph | None:
    """Return the paragraph after a control word; None when the word is about something else."""
    look = paragraph.look
    if word == "pard":
        return replace(paragraph, look=ParagraphLook(), in_table=False, depth=1)
    if word in ("intbl", "itap"):
        depth = number if word == "itap" else paragraph.depth
        return replace(paragraph, depth=depth, in_table=word == "intbl" or depth > 0)
    if word in _ALIGN:
        look = replace(look, align=_ALIGN[word])
    elif word == "fi":
        look = replace(look, first=number / TWIPS)
    elif word in ("li", "lin"):
        look = replace(look, left=number / TWIPS)
    elif word == "ilvl":
        look = replace(look, level=max(0, number))
    elif word == "s":
        look = replace(look, named=styles.get(number, Named()))
    elif word == "outlinelevel":
        if not look.named.css and 0 <= number < 9:
            look = replace(look, named=Named(min(number + 1, 6)))
    else:
        return None
    return replace(paragraph, look=look)


def row_changed(paragraph: Paragraph, word: str, number: int) -> Paragraph | None:
    """Return the paragraph after a word of its row's definition; None when the word is about something else."""
    if word == "trowd":
        return replace(paragraph, shapes=(), below=False, goes_on=False)
    if word == "clvmrg":
        return replace(paragraph, below=True)
    if word == "clmrg":
        return replace(paragraph, goes_on=True)
    if word == "cellx" and len(paragraph.shapes) < _CELLS:
        shape = CellShape(number / TWIPS, paragraph.goes_on, paragraph.below)
        return replace(paragraph, shapes=(*paragraph.shapes, shape), below=False, goes_on=False)
    return None


def plain(group: Group) -> Group:
    """Return the group after \\plain: its letters' look is forgotten, its link stays."""
    return replace(group, look=Look(size=_SIZE, link=group.look.link), font=-1, deleted=False, revised=False)
