"""Pictures of what is taken in, prepared beside the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.intake.bulk import Bulk, without_bulk
from desk.intake.recogniser.roles import Role
from desk.paths import SAMPLE
from desk.text.blocks import Picture
from tests.ui.intake.given import CAPTION, PICTURED, entry, page_entry
from ui.intake.entry import Entry, State, entry_of
from ui.intake.pictures import Pictures
from ui.session.desk_client import DeskClient


@pytest.fixture
def pictures(client: DeskClient) -> Pictures:
    return Pictures(client, client)


def _shown(pictures: Pictures, one: Entry) -> list[Picture]:
    return [block for block in pictures.shown(one)[0].blocks if isinstance(block, Picture)]


def test_a_picture_waits_until_it_is_prepared(pictures: Pictures) -> None:
    one = entry(PICTURED)
    (picture,) = _shown(pictures, one)
    assert picture.picture == ""
    assert not pictures.is_ready(one)
    came: list[Entry] = []
    pictures.came.connect(came.append)
    pictures.want(one)
    assert came == [one, one]  # small at once, then as it will be stored
    assert pictures.is_shown(one)
    assert pictures.is_ready(one)
    (picture,) = _shown(pictures, one)
    assert pictures.shown(one)[1][picture.picture]


def test_what_stands_small_stays_as_it_is(pictures: Pictures) -> None:
    one = entry(PICTURED)
    seen: list[dict[str, bytes]] = []
    pictures.came.connect(lambda _: seen.append(pictures.shown(one)[1]))
    pictures.want(one)
    assert seen[0] == seen[1]
    assert pictures.prepared(one)


def test_an_entry_whose_bytes_are_to_come_waits_for_them(pictures: Pictures) -> None:
    one = entry(PICTURED)
    assert one.source is not None
    bulk = Bulk(tuple(each.data for each in one.arrangement.document.pictures), one.source.data)
    one = entry_of(without_bulk(one.source))
    pictures.want(one)
    assert not pictures.is_ready(one)
    assert not pictures.is_shown(one)
    one.complete(bulk)
    came: list[Entry] = []
    pictures.came.connect(came.append)
    pictures.complete(one)
    assert pictures.is_ready(one)
    assert came


def test_whoever_leaves_has_nothing_prepared_but_what_is_taken_in(pictures: Pictures) -> None:
    one, taken = entry(PICTURED), entry(PICTURED)
    taken.state = State.WAITING
    pictures.want(one)
    pictures.want(taken)
    pictures.leave()
    assert pictures.prepared(one) == {}
    assert pictures.prepared(taken)


def test_the_pictures_of_a_few_entries_are_kept(pictures: Pictures) -> None:
    entries = [entry(PICTURED) for _ in range(9)]
    entries[0].state = State.WAITING  # it is being taken in
    for one in entries:
        pictures.want(one)
    assert [bool(pictures.prepared(one)) for one in entries] == [True, False, False, *[True] * 6]


def test_a_picture_that_is_left_out_is_not_wanted(pictures: Pictures) -> None:
    one = entry(PICTURED)
    at = next(at for at, each in enumerate(one.arrangement.pieces) if isinstance(each.piece.block, Picture))
    one.arrangement.give([at], Role.OUT)
    assert pictures.is_ready(one)
    assert pictures.prepared(one) == {}


def test_a_photograph_stands_over_its_caption_and_a_broken_one_is_told(
    pictures: Pictures, tmp_path: Path
) -> None:
    one = page_entry(CAPTION)
    (doubt,) = one.arrangement.doubts()
    broken = tmp_path / "hỏng.jpg"
    broken.write_text("không phải ảnh", "utf-8")
    one.arrangement.attach(doubt.block_id, broken)
    pictures.want(one)
    assert _shown(pictures, one) == []
    assert len(pictures.faults(one)) == 1
    one.arrangement.attach(doubt.block_id, SAMPLE / "anh-1.jpg")
    pictures.want(one)
    assert pictures.faults(one) == []
    assert [block.id for block in _shown(pictures, one)] == [doubt.block_id]
    pictures.forget(one)
    assert not pictures.is_ready(one)
