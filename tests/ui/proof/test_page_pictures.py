"""The pictures of pages: which are kept, which are missing."""

from __future__ import annotations

from PySide6.QtGui import QImage

from ui.proof.page_pictures import PagePictures

PPI = 96.0


def _image() -> QImage:
    return QImage(8, 8, QImage.Format.Format_RGB32)


def test_a_page_is_missing_until_it_came_in_this_size_and_layout() -> None:
    pictures = PagePictures()
    pictures.begin(4, keep=False)
    assert pictures.missing([1, 2], PPI) == [(1, 1, PPI), (2, 1, PPI)]
    pictures.put(1, PPI, _image())
    assert pictures.missing([1, 2], PPI) == [(2, 1, PPI)]
    assert pictures.missing([1], 2 * PPI) == [(1, 1, 2 * PPI)]
    pictures.begin(4, keep=True)
    assert pictures.get(1) is not None  # it stands until the new one comes
    assert pictures.missing([1], PPI) == [(1, 2, PPI)]


def test_pages_beyond_the_last_and_of_another_size_go() -> None:
    pictures = PagePictures()
    pictures.begin(4, keep=False)
    for number in (1, 4):
        pictures.put(number, PPI, _image())
    pictures.begin(2, keep=True)
    assert pictures.numbers() == [1]
    pictures.begin(2, keep=False)
    assert pictures.numbers() == []


def test_the_farthest_hidden_pages_go_first_and_none_in_view() -> None:
    pictures = PagePictures()
    pictures.begin(60, keep=False)
    for number in range(1, 31):
        pictures.put(number, PPI, _image())
    pictures.trim(range(5, 31), near=1)
    assert pictures.numbers() == list(range(1, 25))
    pictures.trim([], near=1)
    assert len(pictures.numbers()) == 24
