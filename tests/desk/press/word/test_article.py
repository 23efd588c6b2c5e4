"""An article alone as a Word file: its title, its words, its photographs, nothing of an issue."""

from __future__ import annotations

import io

import docx

from desk.edition.specimen import specimen
from desk.press.word.article import article_word
from desk.text.blocks import ArticleText, block_text, body_text


def test_it_holds_the_article_and_no_cover() -> None:
    edition = specimen()
    text = edition.pieces[0].text
    made = docx.Document(io.BytesIO(article_word(text, edition.pictures, edition.names, 2026)))
    said = [one.text for one in made.paragraphs if one.text.strip()]
    assert said[0] == text.title
    assert said[-1] == text.byline
    whole = "".join("".join(said).split()).replace("\u2060", "")
    assert "".join(block_text(text.blocks[0]).split()) in whole
    assert len(made.inline_shapes) == 1
    assert "Số đặc biệt" not in "".join(said) + "".join(
        one.text for one in made.sections[0].header.paragraphs
    )
    assert made.core_properties.title == text.title


def test_the_same_article_gives_the_same_bytes_and_an_empty_one_a_file() -> None:
    edition = specimen()
    text = edition.pieces[0].text
    assert article_word(text, {}, edition.names, 2026) == article_word(text, {}, edition.names, 2026)
    assert body_text(ArticleText()) == ""
    assert article_word(ArticleText(), {}, edition.names, 2026).startswith(b"PK")


def test_of_a_picture_that_is_not_there_the_caption_stays() -> None:
    edition = specimen()
    text = edition.pieces[0].text
    made = docx.Document(io.BytesIO(article_word(text, {}, edition.names, 2026)))
    assert any(one.text.startswith("[Ảnh không còn: ") for one in made.paragraphs)
