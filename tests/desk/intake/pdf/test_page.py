"""One page taken apart."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
from PIL import Image

from desk.intake.pdf.page import Page, read_page
from tests.desk.intake.answers import answers


def _page(data: bytes, room: int = 9) -> Page:
    file = pypdfium2.PdfDocument(data)
    page = file[0]
    read = read_page(page, room)
    page.close()
    file.close()
    return read


def _picture(side: int, share: float) -> bytes:
    """Make a page with one picture on a share of its width."""
    file = pypdfium2.PdfDocument.new()
    page = file.new_page(595, 842)
    photo = BytesIO()
    Image.new("RGB", (side, side), "red").save(photo, "JPEG")
    image = pypdfium2.PdfImage.new(file)
    image.load_jpeg(photo)
    image.set_matrix(pypdfium2.PdfMatrix().scale(595 * share, 842 * share))
    page.insert_obj(image)
    page.gen_content()
    out = BytesIO()
    file.save(out)
    file.close()
    return out.getvalue()


def test_a_picture_is_taken_an_ornament_and_the_page_itself_are_not() -> None:
    taken = _page(_picture(100, 0.5))
    assert len(taken.pictures) == 1
    assert Image.open(BytesIO(taken.pictures[0].data)).size == (100, 100)
    assert _page(_picture(40, 0.1)).pictures == []
    whole = _page(_picture(100, 1.0))
    assert (whole.pictures, whole.missed) == ([], 1)
    assert _page(_picture(100, 0.5), room=0).missed == 1


def test_a_drawn_table_is_seen() -> None:
    path = next(path for path in answers("pdf") if path.name.startswith("84"))
    (grid,) = _page(path.read_bytes()).tables
    assert (len(grid.xs), len(grid.ys)) == (4, 4)
