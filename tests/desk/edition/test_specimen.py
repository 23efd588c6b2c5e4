"""The specimen has one of everything that is set, and says so whole."""

from __future__ import annotations

import hashlib
import io

from PIL import Image

from desk.edition.specimen import specimen
from desk.text.blocks import Heading, ListItem, Mark, Paragraph, Picture, Quote, Table, body_text


def test_it_has_one_of_every_block_and_kind() -> None:
    blocks = specimen().pieces[0].text.blocks
    assert {type(block) for block in blocks} == {Paragraph, Heading, ListItem, Picture, Quote, Table}
    assert {block.level for block in blocks if isinstance(block, Heading)} == {1, 2}
    assert {block.ordered for block in blocks if isinstance(block, ListItem)} == {True, False}
    assert [block.header for block in blocks if isinstance(block, Table)] == [True]
    marks = {
        mark for block in blocks if isinstance(block, Paragraph) for run in block.runs for mark in run.marks
    }
    assert marks == {Mark.BOLD, Mark.ITALIC}


def test_it_has_titles_leads_and_an_imprint() -> None:
    edition = specimen()
    text = edition.pieces[0].text
    assert all((text.title, text.lead, text.byline, body_text(text), edition.imprint.responsible))
    assert [piece.article for piece in edition.pieces] == [1, 2]
    assert edition.imprint.copies == 1


def test_its_picture_is_there_under_its_own_sum() -> None:
    edition = specimen()
    (key,) = edition.pictures
    data = edition.pictures[key]
    assert hashlib.sha256(data).hexdigest() == key
    assert key in {block.picture for block in edition.pieces[0].text.blocks if isinstance(block, Picture)}
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.size) == ("JPEG", (1400, 900))
