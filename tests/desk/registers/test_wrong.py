"""What is wrong in a stored article."""

from __future__ import annotations

import pytest

from desk.errors import Missing
from desk.registers.ignored import ignore
from desk.registers.wrong import wrong_places
from tests.making import Cast, article, words


def test_what_is_wrong_is_counted_but_not_what_is_passed_over(cast: Cast) -> None:
    clean = article(cast, words("Hội nghị giao ban"))
    made = article(cast, words("Hội nghị tổng kêt công tác tuyên giaó"))
    assert wrong_places(clean) == 0
    assert wrong_places(made) == 2
    ignore(cast.editor, "spelling.syllable", "giaó", made)
    assert wrong_places(made) == 1


def test_an_article_that_is_not_there_is_named(cast: Cast) -> None:
    with pytest.raises(Missing):
        wrong_places(404)
