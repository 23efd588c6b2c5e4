"""What the questions about an issue cost: as many statements for forty articles as for two, none of them twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from desk.acts.rules import Stage
from desk.issues import issues, placing, printing, releases
from desk.issues import plan as issue_plan
from tests.engine import counted
from tests.making import Cast, article, filled, words


def _opened() -> None:
    """Ask what the window asks when an issue is opened."""
    plan = issue_plan.plan(1)
    issues.law(plan.issue)
    releases.last(1)


QUESTIONS: dict[str, tuple[Callable[[], object], int]] = {
    "opened": (_opened, 12),
    "blockers": (lambda: printing.blockers(1), 14),
    "printed": (lambda: printing.edition(1), 20),
    "proofed": (lambda: printing.edition(1, proof=True), 16),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_costs_the_same_however_many_articles_there_are(cast: Cast, question: str) -> None:
    ask, most = QUESTIONS[question]
    filled(cast, "Giao ban quý I", "Sơ kết Chỉ thị 05")
    with counted() as few:
        ask()
    more = [article(cast, words(f"Bài {n}"), Stage.APPROVED) for n in range(12)]
    placing.place(cast.secretary, 1, issues.row(1).version, more)
    with counted() as many:
        ask()
    assert len(many) == len(few) <= most, [sql for sql, _ in many]
    twice = [each for each, times in Counter(map(repr, many)).items() if times > 1]
    assert not twice
