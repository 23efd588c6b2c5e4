"""Steps done here and now: answers go back into the work, and so does what went wrong."""

from __future__ import annotations

import pytest

from desk.errors import FileTrouble, Trouble
from desk.export.work_steps import Phase, Step, Steps, Where, one, run_here


def _step(number: int) -> Step[int]:
    return Step(Where.THREAD, Phase.MAKE, lambda: number)


def _full() -> int:
    raise FileTrouble(Trouble.FULL)


def test_answers_come_in_the_order_of_the_steps() -> None:
    def work() -> Steps[list[int]]:
        first = yield from one(_step(1))
        more = yield (_step(2), _step(3))
        return [first, *more]

    assert run_here(work()) == [1, 2, 3]


def test_work_that_meets_an_error_may_tidy_up() -> None:
    tidied: list[str] = []

    def work() -> Steps[None]:
        try:
            yield (_step(1), Step(Where.THREAD, Phase.WRITE, _full))
        except FileTrouble:
            yield from one(Step(Where.THREAD, Phase.TIDY, lambda: tidied.append("x")))
            raise

    with pytest.raises(FileTrouble):
        run_here(work())
    assert tidied == ["x"]
