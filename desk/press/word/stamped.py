"""A stamp put into a Word file where word processors keep it: a property, a custom part, a bookmark, in print."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn

from desk.press.word import ooxml
from desk.text.stamp import Stamp, short_code

PROPERTY = "BanBienTap"  # LibreOffice and WPS keep properties, and no custom part
NAMESPACE = "urn:ban-bien-tap:bai:1"
CODE = "Mã"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of the properties that a person may add
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"


def put_stamp(document: Document, stamp: Stamp) -> None:
    """Put a stamp into a document; its code stands at the outer end of the head of every page."""
    package = document.part.package
    package.relate_to(
        Part(
            PackURI("/docProps/custom.xml"),
            CONTENT_TYPE.OFC_CUSTOM_PROPERTIES,
            _properties(stamp).encode(),
            package,
        ),
        RELATIONSHIP_TYPE.CUSTOM_PROPERTIES,
    )
    document.part.relate_to(
        Part(PackURI("/customXml/item1.xml"), CONTENT_TYPE.XML, _part(stamp).encode(), package),
        RELATIONSHIP_TYPE.CUSTOM_XML,
    )
    first = next(one for one in document.paragraphs if one._p.find(qn("w:bookmarkStart")) is not None)
    ooxml.bookmark(first, stamp.bookmark, 100_000)
    section = document.sections[0]
    for head in (section.header, section.even_page_header, section.first_page_header):
        paragraph = head.paragraphs[0]
        if head is section.first_page_header:
            paragraph._p.style = "BTHead"
        paragraph._p.append(ooxml.tab_run())
        paragraph._p.append(ooxml.text_run(f"{CODE} {short_code(stamp.sha256)}"))


def said(stamp: Stamp) -> str:
    """Return a stamp as the value of a property."""
    return f"1;{stamp.desk};{stamp.article};{stamp.revision};{stamp.sha256}"


def read_said(value: str) -> Stamp | None:
    """Read a stamp from the value of a property; None for what is none."""
    version, *parts = value.strip().split(";")
    if version != "1" or len(parts) != 4 or not (parts[1].isdecimal() and parts[2].isdecimal()):
        return None
    return Stamp(parts[0], int(parts[1]), int(parts[2]), parts[3])


def _properties(stamp: Stamp) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_TYPES}">'
        f'<property fmtid="{_FORMAT}" pid="2" name="{PROPERTY}"><vt:lpwstr>{said(stamp)}</vt:lpwstr></property>'
        "</Properties>"
    )


def _part(stamp: Stamp) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><bai xmlns="{NAMESPACE}" ban={quoteattr(said(stamp))}/>'
