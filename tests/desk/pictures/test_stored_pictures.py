"""The pictures of the desk: each kept once, under the SHA-256 of its bytes, with a small one beside it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desk import clock
from desk.database.department_tables import Rendition, StoredPicture
from desk.errors import Denied, Missing
from desk.pictures import stored_pictures
from desk.pictures.prepared_picture import Prepared
from desk.pictures.stored_pictures import PictureRow
from tests.making import Cast

NOW = datetime(2019, 4, 9, 3, tzinfo=UTC)
LARGE = Prepared(b"large", "aa", "image/jpeg", 1200, 800, "hội nghị.jpg", b"small")
DRAWING = Prepared(b"drawing", "bb", "image/png", 300, 200, "biểu đồ.png")


def test_a_picture_is_kept_with_what_is_known_of_it(cast: Cast) -> None:
    clock.set_clock(lambda: NOW)
    row = stored_pictures.add_prepared(cast.writer, LARGE)
    assert row == PictureRow("aa", "image/jpeg", 1200, 800, "hội nghị.jpg")
    stored = StoredPicture.get_by_id("aa")
    assert (stored.mime, stored.width, stored.height, stored.name) == (
        "image/jpeg",
        1200,
        800,
        "hội nghị.jpg",
    )
    assert (bytes(stored.data), stored.added_by_id, stored.added_at) == (
        b"large",
        cast.writer,
        clock.stamp(NOW),
    )


def test_the_same_picture_is_stored_once_as_it_first_came(cast: Cast) -> None:
    stored_pictures.add_prepared(cast.writer, LARGE)
    again = Prepared(b"large", "aa", "image/jpeg", 1200, 800, "tên khác.jpg", b"small")
    assert stored_pictures.add_prepared(cast.editor, again).name == "tên khác.jpg"
    (stored,) = StoredPicture.select()
    assert (stored.name, stored.added_by_id) == ("hội nghị.jpg", cast.writer)
    assert Rendition.select().count() == 1


def test_those_that_are_there_are_fetched(cast: Cast) -> None:
    for made in (LARGE, DRAWING):
        stored_pictures.add_prepared(cast.writer, made)
    assert stored_pictures.fetch(["aa", "bb", "cc"]) == {"aa": b"large", "bb": b"drawing"}
    assert stored_pictures.fetch(["bb"]) == {"bb": b"drawing"}
    assert stored_pictures.renditions(iter(["aa", "bb"])) == {"aa": b"small"}
    assert stored_pictures.fetch([]) == stored_pictures.renditions([]) == {}


def test_one_is_there_or_missing(cast: Cast) -> None:
    stored_pictures.add_prepared(cast.writer, DRAWING)
    assert stored_pictures.one("bb") == b"drawing"
    with pytest.raises(Missing):
        stored_pictures.one("aa")


def test_nobody_who_does_not_work_here_adds_one(cast: Cast) -> None:
    with pytest.raises(Denied):
        stored_pictures.add_prepared(99, LARGE)
    assert not StoredPicture.select().exists()
