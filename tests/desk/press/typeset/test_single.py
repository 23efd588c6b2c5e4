from __future__ import annotations

import io
from datetime import date

from pypdf import PdfReader

from desk.press.typeset.single import SingleArticle, as_printed, as_slip
from desk.text.blocks import ListItem
from tests.desk.circulation.scripted import NAMES, PICTURE, articles
from tests.ui.editor.sample import picture_bytes

TEXT = articles()[1]
ARTICLE = SingleArticle(
    TEXT,
    {PICTURE: picture_bytes(300, 200)},
    NAMES,
    date(2019, 4, 16),
    "7KQ2-M9XD",
    (("Số bài", "12"),),
    "Dòng cuối",
)


def test_every_page_carries_the_code() -> None:
    for way in (as_printed, as_slip):
        with way(ARTICLE) as setting:
            pages = PdfReader(io.BytesIO(setting.pdf())).pages
        assert all("7KQ2-M9XD" in page.extract_text() for page in pages)


def test_a_picture_that_is_not_there_leaves_the_rest() -> None:
    gone = SingleArticle(TEXT, {}, NAMES, date(2019, 4, 16), "7KQ2-M9XD")
    for way in (as_printed, as_slip):
        with way(gone) as setting:
            assert setting.pdf().startswith(b"%PDF")


def test_lines_and_items_are_numbered() -> None:
    with as_slip(ARTICLE) as setting:
        words = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(setting.pdf())).pages)
    items = [one for one in TEXT.blocks if isinstance(one, ListItem)]
    assert len(items) == 3
    assert "2. " in words  # a table parts the list, after which it counts anew
