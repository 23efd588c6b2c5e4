from __future__ import annotations

from desk.circulation.elements import elements
from desk.intake.word.docx import read_docx
from desk.text.blocks import Paragraph, Picture, Run, Table
from tests.desk.circulation.scripted import articles, written


def test_every_block_is_an_element_with_its_name() -> None:
    text = articles()[0]
    found = elements(read_docx(written(text), "a.docx"))
    picture = next(one for one in text.blocks if isinstance(one, Picture))
    wanted = ["@title", "@lead", *(block.id for block in text.blocks), "@byline"]
    wanted.insert(wanted.index(picture.id) + 1, f"{picture.id}_c")
    assert [one.names[0] for one in found] == wanted
    shown = next(one for one in found if one.names == (picture.id,))
    assert shown.picture
    assert shown.source
    assert next(one for one in found if one.of_caption).words.startswith(picture.caption)


def test_a_frame_is_one_element_of_several_lines() -> None:
    text = articles()[0]
    frame = text.blocks[-1]
    assert isinstance(frame, Table)
    found = next(one for one in elements(read_docx(written(text), "a.docx")) if one.names == (frame.id,))
    assert isinstance(found.block, Paragraph)
    assert found.words == frame.rows[0][0][0].text
    assert Run(found.words) == found.block.runs[0]
