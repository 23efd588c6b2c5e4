"""What is counted and named while a Word file is read."""

from __future__ import annotations

from desk.intake import limits
from desk.intake.picture_parts import Shape
from desk.intake.result import Dropped
from desk.intake.word.drawings import ShownPicture
from desk.intake.word.names import w
from desk.intake.word.reading import LOST
from tests.desk.intake.word.making import docx, png, reading_of

_LINKS = (
    ("i", "image", "media/i.png", False),
    ("e", "image", "media/e.emf", False),
    ("o", "image", "file:///D:/a.jpg", True),
    ("n", "image", "media/none.png", False),
)


def _shown(inside: str = "", outside: str = "") -> ShownPicture:
    return ShownPicture(inside, outside, "Ảnh", Shape())


def test_a_picture_is_taken_as_often_as_it_is_shown() -> None:
    emf = b"\x01\x00\x00\x00" + b"\0" * 36 + b" EMF" + b"\0" * 60
    reading, part = reading_of(docx("", {"media/i.png": png(), "media/e.emf": emf}, *_LINKS))
    first, second = (reading.picture(_shown("i"), part) for _ in range(2))
    assert first != second
    assert list(reading.pictures.values()) == [png(), png()]
    assert len({id(data) for data in reading.pictures.values()}) == 1  # kept once
    for one in (_shown("e"), _shown("o"), _shown("", "o"), _shown("n"), _shown()):
        reading.picture(one, part)
    assert reading.dropped == {
        Dropped.UNDRAWN_PICTURES: 1,
        Dropped.LINKED_PICTURES: 2,
        Dropped.PICTURES: 2,
    }
    assert reading.lines == ["e.emf", "file:///D:/a.jpg", "file:///D:/a.jpg", "none.png", "Ảnh"]
    assert reading.lost == 5


def test_more_pictures_than_an_article_has_are_named() -> None:
    reading, part = reading_of(docx("", {"media/i.png": png()}, *_LINKS))
    for _ in range(limits.PICTURES + 2):
        reading.picture(_shown("i"), part)
    assert (len(reading.pictures), reading.dropped[Dropped.PICTURES]) == (limits.PICTURES, 2)


def test_changes_are_made_or_undone_and_counted_a_move_once() -> None:
    now, _ = reading_of(docx(""))
    before, _ = reading_of(docx(""), original=True)
    tags = [w(name) for name in ("ins", "moveTo", "del", "moveFrom")]
    assert [now.changed(tag) for tag in tags] == [True, True, False, False]
    assert [before.changed(tag) for tag in tags] == [False, False, True, True]
    assert now.dropped[Dropped.TRACKED] == 3


def test_every_paragraph_has_an_id_of_its_own() -> None:
    reading, _ = reading_of(docx(""))
    assert [reading.new_source() for _ in range(3)] == ["p1", "p2", "p3"]


def test_the_picture_of_an_object_is_not_counted_beside_it() -> None:
    reading, part = reading_of(docx("", {"media/i.png": png()}, *_LINKS))
    assert reading.picture(_shown("n"), part, of_object=True) == LOST
    assert (reading.dropped, reading.lines, reading.lost) == ({}, [], 1)
    assert reading.picture(_shown("i"), part, of_object=True) != LOST
