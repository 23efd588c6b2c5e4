"""Imposition: the pages of each side of the sheets, so that they are in order when folded and stitched."""

from __future__ import annotations

import pytest

from desk.press.typeset.imposition import sides


def test_eight_pages_lie_on_two_sheets() -> None:
    assert list(sides(8)) == [(8, 1), (2, 7), (6, 3), (4, 5)]


def test_every_page_is_there_once() -> None:
    assert sorted(page for side in sides(64) for page in side) == list(range(1, 65))


def test_what_does_not_fold_is_our_bug() -> None:
    with pytest.raises(ValueError, match="do not fold"):
        list(sides(6))
