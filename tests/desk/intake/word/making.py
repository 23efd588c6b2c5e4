"""A Word file made of its body's XML, for what no form shows."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

from PIL import Image

from desk.intake.word.numbering import Numbering
from desk.intake.word.package import Part, WordPackage
from desk.intake.word.reading import Reading
from desk.intake.word.styles import Styles

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def relations(*given: tuple[str, str, str, bool]) -> str:
    """Return a part's relations: (id, kind, target, external)."""
    lines = []
    for key, kind, target, external in given:
        mode = ' TargetMode="External"' if external else ""
        lines.append(f'<Relationship Id="{key}" Type="{_TYPE}{kind}" Target="{target}"{mode}/>')
    return f'<Relationships xmlns="{_RELATIONS}">{"".join(lines)}</Relationships>'


def part(root: str, content: str) -> str:
    """Return an XML part: its root element around its content."""
    return f"<w:{root} {NAMES}>{content}</w:{root}>"


def docx(
    body: str, parts: Mapping[str, str | bytes] | None = None, *links: tuple[str, str, str, bool]
) -> bytes:
    """Return a Word file; `parts` by their names in word/, each named by its kind unless a link names it."""
    given = dict(parts or {})
    linked = {target for _, _, target, _ in links}
    own = [
        (f"x{at}", name.partition(".")[0], name, False) for at, name in enumerate(given) if name not in linked
    ]
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml", False)),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relations(*own, *links),
            **{f"word/{name}": content for name, content in given.items()},
        }
    )


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """Return a paragraph of one run."""
    looks = f"<w:rPr>{run}</w:rPr>" if run else ""
    said = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:p>{said}<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def reading_of(data: bytes, *, original: bool = False) -> tuple[Reading, Part]:
    """Return what is known of a file before its text is read, and the part of its text."""
    package = WordPackage(data, "a.docx")
    named = package.named("numbering")
    numbers = Numbering(package.root(named.name) if named else None, lambda style: "")
    return Reading(package, Styles(None, lambda: None), numbers, original), package.main


def png(width: int = 40, height: int = 20, kind: str = "PNG") -> bytes:
    """Return a picture whose left half is red, whose right half is blue."""
    image = Image.new("RGB", (width, height), "blue")
    image.paste("red", (0, 0, width // 2, height))
    out = BytesIO()
    image.save(out, kind)
    return out.getvalue()


def drawing(key: str, extra: str = "", *, anchored: bool = False, alt: str = "", how: str = "embed") -> str:
    """Return a run with a picture of DrawingML; `extra` stands in its blipFill and its shape."""
    kind = "anchor" if anchored else "inline"
    crop, _, frame = extra.partition("|")
    return (
        f'<w:r><w:drawing><wp:{kind}><wp:docPr id="1" name="x" descr="{alt}"/><a:graphic><a:graphicData>'
        f'<pic:pic><pic:blipFill><a:blip r:{how}="{key}"/>{crop}</pic:blipFill>'
        f"<pic:spPr>{frame}</pic:spPr></pic:pic>"
        f"</a:graphicData></a:graphic></wp:{kind}></w:drawing></w:r>"
    )
