"""A long piece of work as steps: what is done next, and where it may be done.

The work is a generator that yields the steps which may be done at the same time and is sent their answers. It says
once what follows from what and what is left behind when something is refused; a window does the steps in its threads
and its process, the command line one after another (`run_here`).
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Generic, TypeAlias, TypeVar

from desk.edition.edition import Edition
from desk.edition.outputs import Finish, Output

T = TypeVar("T")


class Where(Enum):
    """Where a step may be done."""

    DESK = auto()  # a question to the database
    ACT = auto()  # changes the database: pages hear of it
    THREAD = auto()  # without the database; releases the interpreter
    PROCESS = auto()  # without the database; holds the interpreter


class Phase(Enum):
    """What a step does, for who shows how far the work is."""

    LOOK = auto()  # whether the folder takes files
    GATHER = auto()  # what is printed
    MEASURE = auto()  # where everything stands
    TAKE = auto()  # an output out of the release that holds it
    MAKE = auto()  # an output
    LIST = auto()  # the manifest
    RELEASE = auto()
    WRITE = auto()
    JOURNAL = auto()
    TIDY = auto()  # what is not wanted any more goes away


@dataclass(frozen=True, slots=True)
class Making:
    """The output that a step makes, and of what: for who picture_threads it to another process."""

    edition: Edition
    output: Output
    finish: Finish


@dataclass(frozen=True, slots=True)
class Step(Generic[T]):
    """A piece of the work; once it is `stoppable` no more it is done even when nobody wants the whole any more."""

    where: Where
    phase: Phase
    work: Callable[[], T]
    output: Output | None = None
    making: Making | None = None
    stoppable: bool = True


Batch: TypeAlias = tuple[Step[Any], ...]
Steps: TypeAlias = Generator[Batch, list[Any], T]


def one(step: Step[T]) -> Steps[T]:
    """Have a single step done and return its answer."""
    answers = yield (step,)
    answer: T = answers[0]
    return answer


def run_here(steps: Steps[T]) -> T:
    """Do all steps here and now, one after another, and return what came of them."""
    try:
        batch = next(steps)
        while True:
            try:
                answers = [step.work() for step in batch]
            except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - thrown on, into the steps
                batch = steps.throw(error)
            else:
                batch = steps.send(answers)
    except StopIteration as end:
        result: T = end.value
        return result
