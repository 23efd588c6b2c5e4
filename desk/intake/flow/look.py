"""How letters and paragraphs look in a word processor's file, written as markup."""

from __future__ import annotations

from dataclasses import dataclass, field

from desk.intake.flow.style_names import Named
from desk.intake.html.markup import element, escaped, style
from desk.text.legacy_fonts import legacy_of
from desk.text.symbol_fonts import symbol_font


@dataclass(frozen=True, slots=True)
class Look:
    """The look of letters; lengths in points."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    struck: bool = False
    raised: int = 0  # 1: superscript, -1: subscript
    capitals: bool = False
    hidden: bool = False
    size: float = 0.0  # 0: not said
    font: str = ""
    link: str = ""
    note: str = ""  # "to3": the sign of note 3 in the text; "back3": the sign before its words


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """The look of a paragraph; lengths in points."""

    align: str = ""  # "center", "right", "justify", "left"
    first: float = 0.0  # how far the first line is set in
    left: float = 0.0
    named: Named = field(default_factory=Named)
    level: int = 0  # of its list, from 0


def run_markup(text: str, look: Look) -> str:
    """Return letters of one look as markup."""
    if not text:
        return ""
    if look.note.startswith("to"):
        return element("a", escaped(text), href=f"#_ftn{look.note[2:]}")
    if look.note.startswith("back"):
        return element("a", escaped(text), href=f"#_ftnref{look.note[4:]}")
    family = look.font if look.font and (legacy_of(look.font) or symbol_font(look.font)) else ""
    family = "".join(sign for sign in family if sign not in "'\";")
    inside = element(
        "span",
        escaped(text),
        style=style(
            {
                "font-family": f"'{family}'" if family else "",
                "font-size": f"{look.size:g}pt" if look.size else "",
                "font-weight": "bold" if look.bold else "",
                "font-style": "italic" if look.italic else "",
                "text-decoration": "underline" if look.underline else "",
                "vertical-align": ("", "super", "sub")[look.raised],
                "text-transform": "uppercase" if look.capitals else "",
                "display": "none" if look.hidden else "",
            }
        ),
    )
    if look.struck:
        inside = element("s", inside)
    return element("a", inside, href=look.link) if look.link else inside


def paragraph_markup(words: str, look: ParagraphLook, key: str, sign: str = "") -> str:
    """Return a paragraph around markup; `sign` is the number or bullet that the program draws before it."""
    css = {
        "text-align": look.align,
        "text-indent": f"{look.first:g}pt" if look.first > 0 else "",
        "margin-left": f"{look.left:g}pt" if look.left > 0 else "",
    }
    if sign.strip():
        css["mso-list"] = f"l0 level{min(look.level, 8) + 1} lfo1"
        css["text-indent"] = ""
        words = element("span", escaped(sign.strip()), style="mso-list:Ignore") + words
    named = look.named
    if named.rank and not named.css:
        return element(f"h{named.rank}", words, id=key, style=style(css))
    return element("p", words, id=key, class_=named.css, style=style(css))
