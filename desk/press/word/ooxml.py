"""OOXML: the pieces of a Word file for which python-docx has no words: styles, fields, bookmarks, numbering.

Every function that takes text puts it in as text, never as markup.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from desk.press.typeset.nested_lists import POINTS
from desk.press.typeset.printable_text import printable, safe_link
from desk.press.word.paragraph_styles import HANG, LEVELS, ParagraphLook, list_left
from desk.press.word.paragraphs import Numbering
from desk.text.blocks import Mark, Run

FONT = "Times New Roman"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest day that a zip file can name


def twips(points: float) -> int:
    """Return points as twentieths of a point, Word's unit."""
    return round(points * 20)


def style_xml(look: ParagraphLook, colours: Mapping[str, str]) -> str:
    """Return the w:style element of a look in the colours of the palette; nothing in it comes from a text."""
    leader = "none" if look.id == "BTHead" else "dot"
    flags = [
        "<w:keepNext/><w:keepLines/>" if look.keep else "",
        "<w:pageBreakBefore/>" if look.new_page else "",
        "<w:widowControl/>",
        _border(look, colours) if look.rule or look.bar else "",
        f'<w:tabs><w:tab w:val="right" w:leader="{leader}" w:pos="{twips(look.tab)}"/></w:tabs>'
        if look.tab
        else "",
        f'<w:spacing w:before="0" w:after="{twips(look.after)}" '
        + (
            f'w:line="{twips(look.line)}" w:lineRule="atLeast"/>'
            if look.line
            else 'w:line="240" w:lineRule="auto"/>'
        ),
        f'<w:ind w:left="{twips(look.left)}" w:right="{twips(look.right)}" w:firstLine="{twips(look.first)}"/>',
        f'<w:jc w:val="{look.align}"/>',
        f'<w:outlineLvl w:val="{look.outline}"/>' if look.outline is not None else "",
    ]
    letters = [
        "<w:b/><w:bCs/>" if look.bold else "",
        "<w:i/><w:iCs/>" if look.italic else "",
        "<w:caps/>" if look.caps else "",
        f'<w:color w:val="{colours[look.colour]}"/>',
        f'<w:spacing w:val="{twips(look.tracking)}"/>' if look.tracking else "",
        f'<w:sz w:val="{round(look.size * 2)}"/><w:szCs w:val="{round(look.size * 2)}"/>',
    ]
    return (
        f'<w:style {nsdecls("w")} w:type="paragraph" w:styleId="{look.id}"><w:name w:val="{look.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:uiPriority w:val="1"/><w:qFormat/>'
        f"<w:pPr>{''.join(flags)}</w:pPr><w:rPr>{''.join(letters)}</w:rPr></w:style>"
    )


def _border(look: ParagraphLook, colours: Mapping[str, str]) -> str:
    if look.bar:
        return f'<w:pBdr><w:left w:val="single" w:sz="48" w:space="6" w:color="{colours["red"]}"/></w:pBdr>'
    size, space = (4, 2) if look.id == "BTHead" else (6, 4)
    return f'<w:pBdr><w:bottom w:val="single" w:sz="{size}" w:space="{space}" w:color="{colours["gold"]}"/></w:pBdr>'


def defaults_xml() -> str:
    """Return the document's default letters: Times New Roman 11, Vietnamese, no theme fonts."""
    return (
        f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )


# -- Paragraphs ------------------------------------------------------------------------------------------


def paragraph(document: Document, look: str) -> Paragraph:
    """Add a paragraph of the style with this id to the document."""
    made = document._body.add_paragraph()
    made._p.style = look
    return made


def loose_paragraph(document: Document, look: str) -> Paragraph:
    """Make a paragraph that the caller puts where it belongs, into a cell."""
    element: Any = OxmlElement("w:p")
    element.style = look
    return Paragraph(element, document._body)


def append_table(document: Document, table: Any) -> None:
    """Put a table at the end of the document so far."""
    end: Any = document._body._body.sectPr
    end.addprevious(table)


# -- Letters ---------------------------------------------------------------------------------------------


def write_runs(paragraph: Paragraph, runs: Iterable[Run], *, bold: bool = False) -> None:
    """Add runs with their marks; links become real ones if they are safe."""
    for run in runs:
        made = paragraph.add_run(printable(run.text))
        marks = run.marks
        # None leaves it to the style: a bold style must not be switched off by a plain run.
        made.bold = True if bold or Mark.BOLD in marks else None
        made.italic = True if Mark.ITALIC in marks else None
        made.underline = True if Mark.UNDERLINE in marks else None
        if Mark.SUPER in marks:
            made.font.superscript = True
        elif Mark.SUB in marks:
            made.font.subscript = True
        link = safe_link(run.link)
        if link:
            target = paragraph.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            holder = OxmlElement("w:hyperlink")
            holder.set(qn("r:id"), target)
            holder.append(made._r)
            paragraph._p.append(holder)


def write_words(paragraph: Paragraph, words: str) -> None:
    """Add words in the letters of the paragraph's style."""
    write_runs(paragraph, (Run(words),))


def note(paragraph: Paragraph, colours: Mapping[str, str]) -> None:
    """Set a paragraph off as a note: a ground behind it and a bar at its left; above and below it takes no room."""
    properties: Any = paragraph._p.get_or_add_pPr()
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="6" w:color="{colours[colour]}"/>'
        for side, size, colour in (("left", 18, "gold"), ("right", 4, "wash"))
    )
    border = parse_xml(f"<w:pBdr {nsdecls('w')}>{sides}</w:pBdr>")
    shading = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colours["wash"]}"/>')
    names = ("numPr", "widowControl", "pageBreakBefore", "keepLines", "keepNext", "pStyle")
    after = [properties.find(qn(f"w:{name}")) for name in names]
    next(mark for mark in after if mark is not None).addnext(border)
    border.addnext(shading)


def bookmark(paragraph: Paragraph, name: str, number: int, *, last: Paragraph | None = None) -> None:
    """Put a bookmark round all that the paragraph holds, or round what stands up to the end of the `last` one."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    properties = paragraph._p.find(qn("w:pPr"))
    if properties is None:
        paragraph._p.insert(0, start)
    else:
        properties.addnext(start)
    (last or paragraph)._p.append(end)


# -- Fields ----------------------------------------------------------------------------------------------


def field_begin(parent: Any, instruction: str) -> None:
    """Open a field: what follows is its cached result until `field_end`."""
    parent.append(_field_char("begin"))
    run = OxmlElement("w:r")
    code = OxmlElement("w:instrText")
    code.set(qn("xml:space"), "preserve")
    code.text = f" {instruction} "
    run.append(code)
    parent.append(run)
    parent.append(_field_char("separate"))


def field_end(parent: Any) -> None:
    """Close the field opened last."""
    parent.append(_field_char("end"))


def field(parent: Any, instruction: str, shown: str) -> None:
    """Add a whole field with the result shown until somebody presses F9."""
    field_begin(parent, instruction)
    parent.append(text_run(shown))
    field_end(parent)


def _field_char(kind: str) -> Any:
    run, char = OxmlElement("w:r"), OxmlElement("w:fldChar")
    char.set(qn("w:fldCharType"), kind)
    run.append(char)
    return run


def text_run(words: str) -> Any:
    """Return a w:r with these words."""
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.set(qn("xml:space"), "preserve")
    text.text = printable(words)
    run.append(text)
    return run


def tab_run() -> Any:
    """Return a w:r with a tab."""
    run = OxmlElement("w:r")
    run.append(OxmlElement("w:tab"))
    return run


def anchor_link(anchor: str) -> Any:
    """Return an empty w:hyperlink to a bookmark of this document."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), anchor)
    link.set(qn("w:history"), "1")
    return link


# -- Lists -----------------------------------------------------------------------------------------------

_ORDERED = (("decimal", "%{}."), ("lowerLetter", "%{})"), ("lowerRoman", "%{}."))


def write_numbering(document: Document, listings: Sequence[Numbering]) -> None:
    """Define one list of Word for each list of the text, so that each counts from its own start."""
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    # A kind of list is its labels and how much deeper it lies than lists of its kind round it.
    kinds = {(place.ordered, _shift(place)): 0 for place in listings}
    for number, (ordered, shift) in enumerate(kinds):
        kinds[ordered, shift] = number
        levels = "".join(_level(depth, depth - shift, ordered) for depth in range(LEVELS))
        root.append(
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
                f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
            )
        )
    for place in listings:
        start = f'<w:startOverride w:val="{max(place.start, 0)}"/>' if place.ordered else ""
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{place.listing}">'
                f'<w:abstractNumId w:val="{kinds[place.ordered, _shift(place)]}"/>'
                f'<w:lvlOverride w:ilvl="{_deep(place.depth)}">{start}</w:lvlOverride></w:num>'
            )
        )


def _deep(depth: int) -> int:
    return min(depth, LEVELS - 1)


def _shift(place: Numbering) -> int:
    return place.depth - place.rank


def _level(depth: int, rank: int, ordered: bool) -> str:
    if ordered:
        kind, pattern = _ORDERED[rank % 3]
        label = pattern.format(depth + 1)
    else:
        kind, label = "bullet", POINTS[rank % 3]
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{label}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{twips(list_left(depth))}" w:hanging="{twips(HANG)}"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/></w:rPr></w:lvl>'
    )


def number_paragraph(paragraph: Paragraph, place: Numbering) -> None:
    """Make the paragraph an item of its list."""
    paragraph_properties: Any = paragraph._p.get_or_add_pPr()
    properties = paragraph_properties.get_or_add_numPr()
    properties.get_or_add_ilvl().val = _deep(place.depth)
    properties.get_or_add_numId().val = place.listing


# -- The file --------------------------------------------------------------------------------------------


def same_bytes(saved: bytes) -> bytes:
    """Pack a .docx again without the clock: the same document gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _EPOCH)
            # Pictures are compressed already.
            packed = name.endswith((".jpg", ".jpeg", ".png"))
            info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            info.create_system = 0
            new.writestr(info, old.read(name), compresslevel=6)
    return out.getvalue()
