"""The Word file's covers: what stands on them in each design, and pictures cut to their place."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image

from desk.edition.design import CoverDesign, Design
from desk.edition.page_geometry import MM, geometry
from desk.edition.palette import palette
from desk.errors import PressFailed
from desk.press.word.cover import _cut, add_picture, write_cover
from desk.press.word.page import PageStyle, prepare
from desk.press.word.paragraph_styles import paragraph_looks
from tests.desk.press import editions
from tests.desk.press.shapes import EMBLEM, key_of

ROOM = 210 - 2 * 18  # mm


def covered(
    design: CoverDesign, *, emblem: bytes = b"", photo: bytes = b"", special: bool = False, theme: str = ""
) -> Any:
    """Return a document that holds nothing but a cover."""
    given = {key_of(data): data for data in (emblem, photo) if data}
    chosen = Design(
        cover=design, emblem=key_of(emblem) if emblem else "", photo=key_of(photo) if photo else ""
    )
    edition = replace(editions.short_issue(), design=chosen, pictures=given, special=special, theme=theme)
    page = geometry(chosen.format)
    style = PageStyle(page, paragraph_looks(chosen, page), palette(grey=False))
    document = docx.Document()
    prepare(document, edition, style)
    write_cover(document, edition, style, given)
    return document


def heights(document: Any) -> list[float]:
    found = document.element.body.xpath(".//w:trHeight/@w:val")
    return [round(int(height) / 20 / MM / ROOM, 2) for height in found]


@pytest.mark.parametrize(
    ("design", "tall", "fills"),
    [
        (CoverDesign.FIELD, [0.66], ["red"]),
        (CoverDesign.FRAME, [0.95], []),
        (CoverDesign.PHOTO, [0.36, 0.15], ["wash", "red"]),
    ],
)
def test_each_design_has_its_cells_and_its_grounds(
    design: CoverDesign, tall: list[float], fills: list[str]
) -> None:
    document = covered(design)
    assert heights(document) == tall
    found = document.element.body.xpath(".//w:shd/@w:fill")
    assert found == [palette(grey=False)[name] for name in fills]
    assert all(cell.paragraphs for table in document.tables for cell in table.rows[0].cells)


@pytest.mark.parametrize("design", CoverDesign)
def test_every_line_is_there_once_in_its_order(design: CoverDesign) -> None:
    body = covered(design).element.body
    words = ["".join(one.itertext()) for one in body.iter(qn("w:p"))]
    looks = [one.xpath("string(./w:pPr/w:pStyle/@w:val)") for one in body.iter(qn("w:p"))]
    said = [look for look, text in zip(looks, words, strict=True) if text.strip()]
    assert said == [
        "BTCoverKind", "BTCoverName", "BTCoverSmall", "BTCoverBody", "BTCoverPlace", "BTCoverIssue",
        "BTCoverPurpose", "BTCoverPlain",
    ]  # fmt: skip


HEAD = ["Kind", "Name", "Small", "Body", "Place"]


@pytest.mark.parametrize(
    ("design", "stood"),
    [
        (CoverDesign.FIELD, [*HEAD, 5, "Picture", 0, 10, "Issue", 8, "Purpose", "Plain"]),
        (CoverDesign.FRAME, [*HEAD, 12, "Picture", 12, "Issue", 8, "Purpose", "Plain"]),
        (CoverDesign.PHOTO, [*HEAD, 4, "Picture", "Picture", "Issue", 4, "Purpose", "Plain"]),
    ],
)
def test_what_stands_on_a_cover_keeps_its_distance(design: CoverDesign, stood: list[str | int]) -> None:
    """Millimetres between the lines; an emblem takes the place of a photograph that there is not."""
    document = covered(design, emblem=EMBLEM)
    found: list[str | int] = []
    for one in document.element.body.iter(qn("w:p")):
        look = one.xpath("string(./w:pPr/w:pStyle/@w:val)").removeprefix("BTCover")
        below = float(one.xpath("number(./w:pPr/w:spacing/@w:after)"))
        found.append((round(below / 20 / MM) if below > 0 else 0) if look == "BTGap" else look)
    assert found == stood
    assert len(document.inline_shapes) == 1


def test_a_special_issue_says_so_above_its_number_and_has_less_air() -> None:
    def gaps(*, special: bool, theme: str = "") -> list[str]:
        body = covered(CoverDesign.FIELD, special=special, theme=theme).element.body
        return list(body.xpath("./w:p[w:pPr/w:pStyle/@w:val='BTGap']/w:pPr/w:spacing/@w:after"))

    looks = covered(CoverDesign.FIELD, special=True).element.body.xpath("./w:p/w:pPr/w:pStyle/@w:val")
    assert looks.index("BTCoverSpecial") < looks.index("BTCoverIssue")
    assert gaps(special=False) == [str(round(height * MM * 20)) for height in (10, 8)]
    assert gaps(special=True) == [str(round(5 * MM * 20))]
    assert gaps(special=False, theme="Học tập và làm theo Bác") == [str(round(5 * MM * 20))]


def test_an_emblem_keeps_its_shape_within_its_side() -> None:
    for data, shape in (
        (editions.picture(300, 150)[1], 2.0),
        (editions.picture(150, 300)[1], 0.5),
        (EMBLEM, 1.0),
    ):
        document = covered(CoverDesign.FIELD, emblem=data)
        (extent,) = document.element.body.xpath(".//wp:extent")
        width, height = (int(extent.get(side)) / 36000 for side in ("cx", "cy"))
        assert max(width, height) == pytest.approx(0.16 * ROOM, abs=0.1)
        assert width / height == pytest.approx(shape, abs=0.02)


def test_a_photograph_goes_over_the_whole_width() -> None:
    document = covered(CoverDesign.PHOTO, photo=editions.picture(800, 800)[1])
    (extent,) = document.element.body.xpath(".//wp:extent")
    width, height = (int(extent.get(side)) / 36000 for side in ("cx", "cy"))
    assert [width, height] == pytest.approx([113, 0.36 * ROOM], abs=0.1)
    assert heights(document) == [0.15]


def halves(width: int, height: int) -> bytes:
    """Paint a picture white in the middle third, black on both sides of it, along its longer side."""
    image = Image.new("L", (width, height), 0)
    wide = width > height
    box = (width // 3, 0, width * 2 // 3, height) if wide else (0, height // 3, width, height * 2 // 3)
    image.paste(255, box)
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize(("width", "height", "size"), [(300, 100, (100, 100)), (100, 300, (100, 100))])
def test_a_picture_is_cut_round_its_middle(width: int, height: int, size: tuple[int, int]) -> None:
    with Image.open(io.BytesIO(_cut(halves(width, height), 1.0))) as image:
        assert (image.size, image.mode, image.format) == (size, "L", "JPEG")
        assert min(image.tobytes()) > 200  # nothing of the black sides is left


def test_a_picture_says_what_it_shows_and_stands_close() -> None:
    target = docx.Document().add_paragraph()
    add_picture(target, editions.picture(40, 20)[1], (30.0, 15.0), "Hội\x00 trường", "k" * 64)
    (inline,) = target._p.xpath(".//wp:inline")
    assert inline.docPr.get("descr") == "Hội trường"
    assert [inline.get(side) for side in ("distT", "distB", "distL", "distR")] == ["0"] * 4
    assert (round(inline.extent.cx / 36000), round(inline.extent.cy / 36000)) == (30, 15)
    with pytest.raises(PressFailed, match="picture kkkkkkkkkkkk: "):
        add_picture(target, b"no picture", (30.0, 15.0), "", "k" * 64)
