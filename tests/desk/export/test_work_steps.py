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


@pytest.mark.parametrize("error", [FileTrouble(Trouble.FULL), KeyboardInterrupt()])
def test_work_that_gets_over_an_error_goes_on(error: BaseException) -> None:
    """After the step that fails no other of its batch is done; what comes next is."""
    done: list[str] = []

    def fail() -> None:
        raise error

    def note(what: str) -> Step[None]:
        return Step(Where.THREAD, Phase.MAKE, lambda: done.append(what))

    def work() -> Steps[str]:
        try:
            yield (note("before"), Step(Where.THREAD, Phase.WRITE, fail), note("beside"))
        except (FileTrouble, KeyboardInterrupt) as met:
            done.append(type(met).__name__)
        yield from one(note("after"))
        return "whole"

    assert run_here(work()) == "whole"
    assert done == ["before", type(error).__name__, "after"]


def test_work_without_a_step_is_done_at_once() -> None:
    def work() -> Steps[int]:
        yield from ()
        return 7

    assert run_here(work()) == 7


def test_a_step_may_be_stopped_unless_it_says_otherwise() -> None:
    assert _step(1).stoppable
    assert (_step(1).output, _step(1).making) == (None, None)
