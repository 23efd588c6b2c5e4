"""What the questions about an issue cost: as many statements for forty articles as for two, none of them twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from desk.acts.rules import Stage
from desk.issues import issues, placing, printing
from desk.issues.page import opened
from tests.engine import counted
from tests.making import Cast, article, filled, words

QUESTIONS: dict[str, tuple[Callable[[Cast], object], int]] = {
    "opened": (lambda cast: opened(cast.secretary, 1, 200), 16),
    "against": (lambda _: printing.against(1, (), 8), 16),
    "printed": (lambda _: printing.edition(1), 18),
    "proofed": (lambda _: printing.edition(1, proof=True), 12),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_costs_the_same_however_many_articles_there_are(cast: Cast, question: str) -> None:
    ask, most = QUESTIONS[question]
    filled(cast, "Giao ban quý I", "Sơ kết Chỉ thị 05")
    with counted() as few:
        ask(cast)
    more = [article(cast, words(f"Bài {n}"), Stage.APPROVED) for n in range(12)]
    placing.place(cast.secretary, 1, issues.row(1).version, more)
    with counted() as many:
        ask(cast)
    assert len(many) <= len(few) <= most, [sql for sql, _ in many]
    twice = [each for each, times in Counter(map(repr, many)).items() if times > 1]
    assert not twice
