"""The driver of a piece of work in steps: each done off the GUI thread where it says, its answer brought back."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject

from desk.errors import Broken, Cancelled, DeskError
from desk.export.make import forget_pictures, make_with_kept, picture_tasks, without_pictures
from desk.export.work_steps import Batch, Making, Step, Steps, Where
from ui.session.desk_client import DeskClient

T = TypeVar("T")


class StepRunner(Generic[T]):
    """Does the steps of one piece of work; says through four functions how far it is and what came of it.

    Once it was stopped nothing stoppable is begun and nothing more is said, but the work is led to its end: what it
    has left behind meanwhile, it takes away.
    """

    def __init__(
        self,
        client: DeskClient,
        owner: QObject,
        *,
        begun: Callable[[Step[Any]], None],
        done: Callable[[Step[Any]], None],
        ended: Callable[[T], None],
        refused: Callable[[DeskError], None],
    ) -> None:
        self._client, self._owner = client, owner
        self._begun, self._done, self._ended, self._refused = begun, done, ended, refused
        self._stop = threading.Event()
        self._steps: Steps[T] | None = None
        self._batch: _Answers | None = None
        self._waiting: list[tuple[_Answers, int]] = []  # for the process, which does one after another
        self._given = False  # the process has the pictures
        self._over = False

    def stopped(self) -> bool:
        """Say whether nobody wants the work any more; asked from every thread."""
        return self._stop.is_set()

    def start(self, steps: Steps[T]) -> None:
        """Begin with the first steps."""
        self._steps = steps
        self._go_on(partial(next, steps))

    def stop(self) -> None:
        """Begin nothing more and say so at once, whatever is still being done."""
        self._stop.set()
        self._finish(partial(self._refused, Cancelled()))

    # -- the work --------------------------------------------------------------------------------------

    def _go_on(self, advance: Callable[[], Batch]) -> None:
        try:
            batch = advance()
        except StopIteration as end:
            self._leave(partial(self._ended, end.value))
        except DeskError as error:
            self._leave(partial(self._refused, error))
        except Exception:
            self._leave(partial(self._refused, Broken()))
            raise
        else:
            self._send(_Answers(batch))

    def _send(self, answers: _Answers) -> None:
        self._batch = answers
        abroad = [at for at, step in enumerate(answers.batch) if step.where is Where.PROCESS]
        self._waiting = [(answers, at) for at in abroad]
        self._next_abroad()
        for at, step in enumerate(answers.batch):
            if at not in abroad and self._batch is answers:
                self._send_step(answers, at, step)

    def _send_step(self, answers: _Answers, at: int, step: Step[Any]) -> None:
        if not self._over:
            self._begun(step)
        work = partial(self._unless_stopped, step.work) if step.stoppable else step.work
        then, refused = partial(self._answered, answers, at), partial(self._failed, answers)
        if step.where is Where.ACT:
            self._client.do(self._owner, work, then, refused=refused, quiet=True)
        elif step.where is Where.DESK:
            self._client.ask(self._owner, work, then, refused=refused)
        else:
            self._client.away(self._owner, work, then, refused=refused)

    def _unless_stopped(self, work: Callable[[], Any]) -> Any:
        """Do a piece of work whose turn has come, unless nobody wants it any more."""
        if self.stopped():
            raise Cancelled
        return work()

    def _answered(self, answers: _Answers, at: int, answer: Any) -> None:
        if self._batch is not answers:
            return  # something beside it was refused
        if not self._over:
            self._done(answers.batch[at])
        answers.put(at, answer)
        if self._batch is answers and answers.complete():
            assert self._steps is not None
            self._batch = None
            self._go_on(partial(self._steps.send, answers.values()))

    def _failed(self, answers: _Answers, error: DeskError) -> None:
        if self._batch is not answers:
            return
        assert self._steps is not None
        self._batch = None
        self._waiting.clear()
        self._go_on(partial(self._steps.throw, error))

    # -- the process -----------------------------------------------------------------------------------

    def _next_abroad(self) -> None:
        """Have the next output made in the process: one at a time, as what waits there could not be stopped."""
        if not self._waiting:
            return
        answers, at = self._waiting.pop(0)
        step = answers.batch[at]
        if self.stopped():
            self._failed(answers, Cancelled())
        elif step.making is not None:
            self._begun(step)
            self._make_abroad(answers, at, step.making)

    def _make_abroad(self, answers: _Answers, at: int, making: Making) -> None:
        """Send the text; the pictures only to a process that does not have them from the output before."""
        before = [] if self._given else picture_tasks(making.edition)
        self._given = True
        work = partial(make_with_kept, without_pictures(making.edition), making.output, making.finish)
        then, refused = partial(self._came_back, answers, at), partial(self._failed, answers)
        self._client.abroad(self._owner, work, then, before=before, refused=refused)

    def _came_back(self, answers: _Answers, at: int, made: Any) -> None:
        if made is None and not self.stopped():
            # Its process died since, the new one has no pictures: it is sent everything at once.
            self._given = False
            then, refused = partial(self._came_back, answers, at), partial(self._failed, answers)
            self._client.abroad(self._owner, answers.batch[at].work, then, refused=refused)
            return
        self._next_abroad()
        self._answered(answers, at, made)

    # -- the end ---------------------------------------------------------------------------------------

    def _leave(self, say: Callable[[], None]) -> None:
        if self._given:
            self._client.stand_by(forget_pictures)
        self._finish(say)

    def _finish(self, say: Callable[[], None]) -> None:
        if not self._over:
            self._over = True
            say()


class _Answers:
    """The answers to the steps of a batch, as they come."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self._by_place: dict[int, Any] = {}

    def put(self, at: int, answer: Any) -> None:
        self._by_place[at] = answer

    def complete(self) -> bool:
        return len(self._by_place) == len(self.batch)

    def values(self) -> list[Any]:
        return [self._by_place[at] for at in range(len(self.batch))]
