"""Entries become drafts: their pictures are stored first; what is refused does not stop the next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desk.articles import listing
from desk.errors import DeskError
from desk.text.blocks import Paragraph, Picture
from tests.making import Cast
from tests.ui.intake.given import CAPTION, CLEAN, PICTURED, entry, page_entry
from ui.intake.arrangement import Field
from ui.intake.entry import Entry, State
from ui.intake.pictures import Pictures
from ui.intake.taking_in import TakingIn
from ui.session.session import Session


@pytest.fixture
def taking(session_of: Callable[[int], Session], cast: Cast) -> TakingIn:
    session = session_of(cast.writer)
    return TakingIn(session, Pictures(session.client, session), session)


def test_a_picture_is_stored_with_its_article(taking: TakingIn, cast: Cast) -> None:
    one = entry(PICTURED)
    taking.take([one])
    assert one.state is State.TAKEN
    opened = listing.open_article(cast.writer, one.article_id)
    (picture,) = [block for block in opened.text.blocks if isinstance(block, Picture)]
    assert opened.pictures[picture.picture]
    assert not taking.is_busy()


def test_a_photograph_that_cannot_be_read_leaves_its_caption(
    taking: TakingIn, cast: Cast, tmp_path: Path
) -> None:
    broken = tmp_path / "ảnh.jpg"
    broken.write_text("không phải ảnh", "utf-8")
    one = page_entry(CAPTION)
    (doubt,) = one.arrangement.doubts()
    one.arrangement.attach(doubt.block_id, broken)
    taking.take([one])
    text = listing.open_article(cast.writer, one.article_id).text
    assert next(block for block in text.blocks if block.id == doubt.block_id).__class__ is Paragraph


def test_one_that_is_refused_stands_open_again_and_the_next_is_taken(taking: TakingIn, cast: Cast) -> None:
    long, fine = page_entry(CAPTION), page_entry(CLEAN)
    long.arrangement.write(Field.TITLE, "Tít " * 400)
    refused: list[DeskError] = []
    taking.refused.connect(lambda _, error: refused.append(error))
    taking.take([long, fine])
    assert (long.state, fine.state) == (State.NEW, State.TAKEN)
    assert long.error is refused[0]


def test_what_was_taken_in_is_not_taken_in_again(taking: TakingIn, cast: Cast) -> None:
    one = page_entry(CLEAN)
    came: list[Entry] = []
    taking.taken.connect(lambda entry, _: came.append(entry))
    taking.take([one])
    taking.take([one])
    assert came == [one]
